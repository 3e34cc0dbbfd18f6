"""The sheets beside the plans of the demo: what was said about the circles, and where the municipality stands."""

from collections.abc import Mapping
from typing import Any

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.demo.profile import morning
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.people.rules import Role
from wijkaanzet.plans.models import Plan
from wijkaanzet.plans.operations.tools import SheetHandIn, fill_spheres, set_staircase
from wijkaanzet.plans.rules.tools import Cell, crosses


def fill_in(plan: Plan, told: Mapping[str, Any], *, actors: Mapping[Role, Actor]) -> None:
    """Fill in one sheet with a plan: of the circles what was said, of the staircase why each cross stands there."""
    network, at = plan.network, morning(told["on"])
    if "circles" in told:
        notes = {Cell(row, circle): text for row, texts in told["circles"].items() for circle, text in texts.items()}
        hand_in = SheetHandIn(version=0, notes=notes)
        fill_spheres(network, plan=plan, hand_in=hand_in, actor=actors[Role.COORDINATOR], at=at)
        return
    staircase = arrangements.current(network.body.municipality, on=told["on"]).staircase
    hand_in = SheetHandIn(
        version=0,
        notes={Cell(row): text for row, text in told["staircase"].items()},
        marks=crosses(staircase) if staircase else frozenset(),
    )
    set_staircase(network, plan=plan, hand_in=hand_in, actor=actors[Role.AREA_MANAGER], at=at)
