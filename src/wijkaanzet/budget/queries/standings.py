"""Where frames and divisions stand, and what they are called by those who point at them."""

from collections.abc import Collection, Iterator
from datetime import date

from django.utils.translation import gettext

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.arrangements.rules import Arrangement
from wijkaanzet.budget.models import AllocationRun, BudgetFrame
from wijkaanzet.budget.rules import frames, runs
from wijkaanzet.decisions.rules import CLERKS
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.moves import Standing
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.people.models import Body


def frame_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """Frames by year."""
    years = BudgetFrame.objects.filter(id__in=ids).values_list("id", "year")
    return {id_: gettext("The budget frame of %(year)s") % {"year": year} for id_, year in years}


def run_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """Divisions by year."""
    years = AllocationRun.objects.filter(id__in=ids).values_list("id", "year")
    return {id_: gettext("The division of the money of %(year)s") % {"year": year} for id_, year in years}


def council_of(frame: BudgetFrame) -> Body | None:
    """The council that decides on a frame; None when the arrangement of that day names none."""
    arrangement = arrangements.current(frame.municipality, on=frame.status_since)
    keys = [body.key for body in arrangement.bodies if body.kind == "council"]
    councils = Body.objects.filter(municipality=frame.municipality, key__in=keys)
    return councils.select_related("municipality").order_by("id").first()


def frame_standing(frame: BudgetFrame) -> Standing:
    """Where a frame stands, with the council and the terms of the arrangement of that day.

    Raises Refused("no_council") when the arrangement names none.
    """
    arrangement = arrangements.current(frame.municipality, on=frame.status_since)
    council = council_of(frame)
    if council is None:
        raise Refused("no_council", municipality=frame.municipality.name)
    facts = frames.FrameFacts(
        municipality_id=frame.municipality_id,
        council_id=council.id,
        since=frame.status_since,
        decide_days=arrangement.terms.council_days,
        answer_days=arrangement.terms.answer_days,
    )
    return Standing(frame.id, frame.municipality_id, frames.FrameStatus(frame.status), facts)


def frame_standings() -> Iterator[Standing]:
    """Where all frames stand that still wait for somebody."""
    waiting = BudgetFrame.objects.exclude(status__in=frames.FINAL).select_related("municipality").order_by("id")
    return (frame_standing(frame) for frame in waiting)


def run_standing(run: AllocationRun) -> Standing:
    """Where a division stands: who proposes and who decides by the arrangement, and the terms.

    Raises Refused("no_clerk") when nobody could record what that body decides.
    """
    arrangement = arrangements.current(run.municipality, on=run.status_since)
    proposes, body = _who(arrangement, run.municipality)
    if body.kind not in CLERKS:
        raise Refused("no_clerk", body=body.name)
    facts = runs.RunFacts(
        municipality_id=run.municipality_id,
        proposes=proposes,
        clerk=CLERKS[body.kind],
        body_id=body.id,
        since=run.status_since,
        propose_days=arrangement.terms.answer_days,
        decide_days=arrangement.terms.decide_days,
        advise_days=arrangement.terms.advise_days,
    )
    return Standing(run.id, run.municipality_id, runs.RunStatus(run.status), facts)


def deciding_body(run: AllocationRun, *, on: date) -> Body:
    """The body that decides on a division by the arrangement of a day."""
    return _who(arrangements.current(run.municipality, on=on), run.municipality)[1]


def run_standings() -> Iterator[Standing]:
    """Where all divisions stand that still wait for somebody."""
    waiting = (
        AllocationRun.objects.exclude(status__in=runs.FINAL | runs.SETTLED)
        .select_related("municipality")
        .order_by("id")
    )
    return (run_standing(run) for run in waiting)


def _who(arrangement: Arrangement, municipality: Municipality) -> tuple[str, Body]:
    level = next(level for level in arrangement.levels if level.key == "city-area")
    bodies = Body.objects.select_related("municipality")
    return level.proposes, bodies.get(municipality=municipality, key=level.decides)
