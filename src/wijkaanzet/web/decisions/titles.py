"""What a decision is called: its step and the year of what it is about, which everybody may know who sees it."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from wijkaanzet.budget.queries import frame_years, run_years
from wijkaanzet.budget.rules import frames, runs
from wijkaanzet.decisions.labels import STEPS
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import Step
from wijkaanzet.plans.queries import edition_networks, edition_years
from wijkaanzet.plans.rules.plans import EDITION

YEARS = {frames.PROCESS: frame_years, runs.PROCESS: run_years, EDITION: edition_years}
"""For each kind of subject that is decided on, how its years are found by its ids."""


def titles(decisions: Collection[Decision]) -> dict[int, str]:
    """The title of each decision by its id, also of one that returned what is not public; a query or two per kind."""
    ids: dict[str, set[int]] = {kind: set() for kind in YEARS}
    for one in decisions:
        ids.setdefault(one.subject_kind, set()).add(one.subject_id)
    years = {(kind, id_): year for kind, find in YEARS.items() for id_, year in find(ids[kind]).items()}
    networks = edition_networks(ids[EDITION])
    return {
        one.pk: _title(one, years.get((one.subject_kind, one.subject_id)), networks.get(one.subject_id, ""))
        for one in decisions
    }


def _title(decision: Decision, year: int | None, network: str) -> str:
    """`network` is whose plan it is; other steps are of a year only."""
    return _("A decision") if year is None else str(STEPS[Step(decision.step)]) % {"year": year, "name": network}
