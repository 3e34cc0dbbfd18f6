"""Reading the year of an area: the wheel, and where every year stands."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from wijkaanzet.areas.models import Area, Division
from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.rules.runs import RunStatus
from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.cycle.rules import FINAL, PROCESS, STEP_OF, AreaYearFacts, AreaYearStatus, Step
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.kernel.moves import Standing


@dataclass(frozen=True)
class Turn:
    """Where the year of an area stands: the step, and the open move that it waits for, if any."""

    year: int
    status: AreaYearStatus
    step: Step
    network_starts_on: date | None
    move: OpenMove | None


def turn_of(area: Area) -> Turn | None:
    """The newest year of an area; None before its first year. Two queries."""
    return _turn(AreaYear.objects.filter(area=area).order_by("-year").first())


def first_turn_of(division: Division) -> Turn | None:
    """The turn of a whole city: of its newest year, the one whose move has the first term. Two queries."""
    years = {one.id: one for one in AreaYear.objects.filter(area__division=division).order_by("-year", "id")}
    newest = [one for one in years.values() if one.year == next(iter(years.values())).year]
    moves = OpenMove.objects.filter(subject_kind=PROCESS, subject_id__in=[one.id for one in newest])
    move = moves.order_by("due_on", "lapses_on", "id").first()
    if move is None:
        return _turn(newest[0]) if newest else None
    return _as_turn(years[move.subject_id], move)


def _turn(newest: AreaYear | None) -> Turn | None:
    if newest is None:
        return None
    return _as_turn(newest, OpenMove.objects.filter(subject_kind=PROCESS, subject_id=newest.id).first())


def _as_turn(year: AreaYear, move: OpenMove | None) -> Turn:
    status = AreaYearStatus(year.status)
    return Turn(year.year, status, STEP_OF[status], year.network_starts_on, move)


def area_slugs(ids: Collection[int]) -> dict[int, str]:
    """The slug of the area of each year, by id of the year."""
    return dict(AreaYear.objects.filter(id__in=ids).values_list("id", "area__slug"))


def labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """Years by area and year."""
    years = AreaYear.objects.filter(id__in=ids).select_related("area")
    return {one.id: f"{one.area.name} {one.year}" for one in years}


def visible(actor: Actor, ids: Collection[int]) -> set[int]:
    """The years of areas are public."""
    return set(ids)


def standing(year: AreaYear) -> Standing:
    """Where the year of an area stands; the money counts as decided once a division of that year is."""
    municipality = year.area.division.municipality
    decided = AllocationRun.objects.filter(
        division_id=year.area.division_id, year=year.year, status=RunStatus.DECIDED
    ).exists()
    facts = AreaYearFacts(
        municipality_id=municipality.id,
        area_id=year.area_id,
        since=year.status_since,
        money_decided=decided,
        begin_days=arrangements.current(municipality, on=year.status_since).terms.begin_days,
    )
    return Standing(year.id, municipality.id, AreaYearStatus(year.status), facts)


def standings() -> Iterator[Standing]:
    """Where all years stand that still wait for somebody."""
    waiting = AreaYear.objects.exclude(status__in=FINAL).select_related("area__division__municipality").order_by("id")
    return (standing(year) for year in waiting)
