"""Reading the year of an area: the wheel, and where every year stands."""

from collections.abc import Collection, Iterable, Iterator
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
from wijkaanzet.scans.models import FigureImport
from wijkaanzet.scans.rules.importing import FigureImportStatus


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


def turns_of(areas: Collection[Area]) -> dict[int, Turn]:
    """The newest year of each area, by area id; an area before its first year is left out. Two queries."""
    years = AreaYear.objects.filter(area__in=[area.id for area in areas]).order_by("area_id", "-year")
    newest: dict[int, AreaYear] = {}
    for year in years:
        newest.setdefault(year.area_id, year)
    waiting = OpenMove.objects.filter(subject_kind=PROCESS, subject_id__in=[one.id for one in newest.values()])
    moves = {move.subject_id: move for move in waiting}
    return {area_id: _as_turn(year, moves.get(year.id)) for area_id, year in newest.items()}


@dataclass(frozen=True)
class Act:
    """What somebody is asked to do in one go: an open move, with all subjects that it is about."""

    move: OpenMove
    subject_ids: tuple[int, ...]


def acts(moves: Iterable[OpenMove]) -> list[Act]:
    """Moves as acts: what the municipality does for the years of many areas at once is one of them."""
    found: dict[object, list[OpenMove]] = {}
    for move in moves:
        whole_city = move.subject_kind == PROCESS and move.scope_kind == "municipality"
        one = 0 if whole_city else move.id
        what = (move.subject_kind, move.action, move.state, move.role, move.scope_id)
        days = (move.due_on, move.lapses_on, move.rest_look_again_on)
        found.setdefault((*what, *days, one), []).append(move)
    return [Act(same[0], tuple(move.subject_id for move in same)) for same in found.values()]


def years_to_divide(division: Division) -> list[int]:
    """The years that have begun or have figures, and whose money is not divided yet; the newest first."""
    begun = AreaYear.objects.filter(area__division=division).values_list("year", flat=True)
    meant = FigureImport.objects.filter(division=division, status=FigureImportStatus.IMPORTED)
    divided = AllocationRun.objects.filter(division=division, status=RunStatus.DECIDED).values_list("year", flat=True)
    return sorted({*begun, *meant.values_list("for_year", flat=True)} - set(divided), reverse=True)


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


def years_by_area(ids: Collection[int]) -> dict[int, AreaYear]:
    """The years of areas by id, with their areas and in the order of their names; one query."""
    years = AreaYear.objects.filter(id__in=ids).select_related("area")
    return {one.id: one for one in years.order_by("area__name", "id")}


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
