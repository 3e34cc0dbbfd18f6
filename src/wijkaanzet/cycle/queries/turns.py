"""Whose move it is in the year of an area: what the wheel and the card show, from the open moves."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, OuterRef, Q, QuerySet, Subquery, When

from wijkaanzet.areas.models import Area, Division
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.rules.runs import ON_ITS_WAY
from wijkaanzet.budget.rules.runs import PROCESS as RUN
from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.cycle.queries.standings import ahead
from wijkaanzet.cycle.rules import AWAIT_DIVISION, PROCESS, STEP_OF, AreaYearStatus, Step
from wijkaanzet.decisions.models import AdviceRequest
from wijkaanzet.decisions.rules.advice import PROCESS as ADVICE
from wijkaanzet.kernel.models import OpenMove


@dataclass(frozen=True)
class Turn:
    """Where the year of an area stands: the step, and the open move that it waits for, if any."""

    year: int
    status: AreaYearStatus
    step: Step
    network_starts_on: date | None
    move: OpenMove | None
    public_id: str = ""
    """Of the division or the advice that has the move; empty when it is a move of the year itself."""


def turn_of(area: Area) -> Turn | None:
    """The newest year of an area; None before its first year. Two queries."""
    year = AreaYear.objects.filter(area=area).select_related("area").order_by("-year").first()
    return _turns([year])[year.id] if year else None


def first_turn_of(division: Division) -> Turn | None:
    """The turn of a whole city: of its newest year, the one whose move has the first term. Two queries."""
    years = AreaYear.objects.filter(area__division=division).select_related("area").order_by("-year", "id")
    found = list(_turns(one for one in years if one.year == years[0].year).values())
    waiting = [(turn.move, turn) for turn in found if turn.move is not None]
    first = min(waiting, key=lambda pair: (_day(pair[0]), pair[0].id), default=None)
    return first[1] if first else next(iter(found), None)


def turns_of(areas: Collection[Area]) -> dict[int, Turn]:
    """The newest year of each area, by area id; an area before its first year is left out.

    One query for the years, and one for each year of a division that they are of.
    """
    years = AreaYear.objects.filter(area__in=[area.id for area in areas]).select_related("area")
    newest: dict[int, AreaYear] = {}
    for year in years.order_by("area_id", "-year"):
        newest.setdefault(year.area_id, year)
    turns = _turns(newest.values())
    return {area_id: turns[year.id] for area_id, year in newest.items()}


def _turns(years: Iterable[AreaYear]) -> dict[int, Turn]:
    """Where these years stand, by their id; one query for each year of a division that they are of."""
    together: dict[tuple[int, int], list[AreaYear]] = {}
    for one in years:
        together.setdefault((one.area.division_id, one.year), []).append(one)
    return {id_: turn for key, same in together.items() for id_, turn in _alike(key[0], key[1], same)}


def _alike(division_id: int, year: int, same: list[AreaYear]) -> Iterator[tuple[int, Turn]]:
    """The turn of each; one that waits for a division has the move of that division, or of the advice on it."""
    runs = ahead(division_id, year)
    advice = AdviceRequest.objects.filter(subject_kind=RUN, subject_id__in=runs.values("id"))
    rows = OpenMove.objects.filter(
        Q(subject_kind=PROCESS, subject_id__in=[one.id for one in same])
        | Q(subject_kind=RUN, subject_id__in=runs.values("id"))
        | Q(subject_kind=ADVICE, subject_id__in=advice.values("id"))
    )
    things = {row: row.thing for row in rows.annotate(thing=Case(_named(RUN, runs), _named(ADVICE, advice)))}
    own = {row.subject_id: row for row in things if row.subject_kind == PROCESS}
    dividing = min((row for row in things if row.subject_kind != PROCESS), key=_first, default=None)
    for one in same:
        move = own.get(one.id)
        if dividing is not None and move is not None and move.action == AWAIT_DIVISION:
            move = dividing
        yield one.id, _as_turn(one, move, things[move] or "" if move else "")


def _named(kind: str, things: QuerySet[AllocationRun] | QuerySet[AdviceRequest]) -> When:
    """The public id of what a move of this kind is about."""
    return When(subject_kind=kind, then=Subquery(things.filter(id=OuterRef("subject_id")).values("public_id")))


def _first(move: OpenMove) -> tuple[int, date, int]:
    """Who is really to move: who advises or answers that, else who has the division on its way, else what came back."""
    if move.subject_kind == ADVICE:
        return 0, _day(move), move.id
    return (1, _day(move), 0) if move.state in ON_ITS_WAY else (2, date.max, -move.subject_id)


def _day(move: OpenMove) -> date:
    """The day that comes first for who is to move: of a term, an invitation or a rest."""
    return move.due_on or move.lapses_on or move.rest_look_again_on or date.max


def _as_turn(year: AreaYear, move: OpenMove | None, public_id: str) -> Turn:
    status = AreaYearStatus(year.status)
    return Turn(year.year, status, STEP_OF[status], year.network_starts_on, move, public_id)


@dataclass(frozen=True)
class Act:
    """What somebody is asked to do in one go: an open move, with all subjects that it is about."""

    move: OpenMove
    subject_ids: tuple[int, ...]


def acts(moves: Iterable[OpenMove]) -> list[Act]:
    """Moves as acts: what the municipality does for the years of many areas at once is one of them.

    A year that waits for a division asks nothing by itself: the move of the division stands there already.
    """
    found: dict[object, list[OpenMove]] = {}
    for move in moves:
        if move.action == AWAIT_DIVISION:
            continue
        whole_city = move.subject_kind == PROCESS and move.scope_kind == "municipality"
        one = 0 if whole_city else move.id
        what = (move.subject_kind, move.action, move.state, move.role, move.scope_id)
        days = (move.due_on, move.lapses_on, move.rest_look_again_on)
        found.setdefault((*what, *days, one), []).append(move)
    return [Act(same[0], tuple(move.subject_id for move in same)) for same in found.values()]
