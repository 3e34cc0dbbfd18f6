"""The sheets beside the plans of the demo: what was said about circles and words, and where the municipality stands."""

from collections.abc import Mapping
from typing import Any

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.demo.profile import morning
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.people.rules import Role
from wijkaanzet.plans.models import Plan
from wijkaanzet.plans.operations.tools import SheetHandIn, set_staircase
from wijkaanzet.plans.operations.tools import fill_in as fill_together
from wijkaanzet.plans.rules.tools import Cell, Together, ToolKind, crosses


def fill_in(plan: Plan, told: Mapping[str, Any], *, actors: Mapping[Role, Actor]) -> None:
    """Fill in one sheet with a plan: what was said of circles or words, or of the staircase why each cross is there."""
    network, at = plan.network, morning(told["on"])
    if "staircase" not in told:
        kind, notes = _notes(told)
        hand_in = SheetHandIn(version=0, notes=notes)
        fill_together(network, kind=kind, plan=plan, hand_in=hand_in, actor=actors[Role.COORDINATOR], at=at)
        return
    staircase = arrangements.current(network.body.municipality, on=told["on"]).staircase
    hand_in = SheetHandIn(
        version=0,
        notes={Cell(row): text for row, text in told["staircase"].items()},
        marks=crosses(staircase) if staircase else frozenset(),
    )
    set_staircase(network, plan=plan, hand_in=hand_in, actor=actors[Role.AREA_MANAGER], at=at)


def _notes(told: Mapping[str, Any]) -> tuple[Together, dict[Cell, str]]:
    if "words" in told:
        return ToolKind.WORDS, {Cell(term): text for term, text in told["words"].items()}
    circles = told["circles"].items()
    return ToolKind.SPHERES, {Cell(row, circle): text for row, texts in circles for circle, text in texts.items()}
