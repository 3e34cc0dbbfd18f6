"""Where the years of areas stand, and where the money that they wait for does."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.queries import run_standing
from wijkaanzet.budget.rules.runs import ON_ITS_WAY, RunStatus
from wijkaanzet.budget.rules.runs import move as move_of_run
from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.cycle.rules import FINAL, AreaYearFacts, AreaYearStatus, DivisionMove
from wijkaanzet.kernel.moves import Standing


def ahead(division_id: int, year: int) -> QuerySet[AllocationRun]:
    """The divisions of a year that are on their way to a decision, or came back from it."""
    runs = AllocationRun.objects.filter(division_id=division_id, year=year)
    return runs.filter(status__in=ON_ITS_WAY | {RunStatus.RETURNED})


def division_ahead(division_id: int, year: int) -> AllocationRun | None:
    """The division of a year that is on its way to a decision, else the newest that came back; None while none is."""
    runs = ahead(division_id, year).select_related("municipality")
    return max(runs, key=lambda run: (run.status in ON_ITS_WAY, run.id), default=None)


@dataclass(frozen=True)
class _Money:
    """Where the money of a year stands."""

    decided: bool
    division: DivisionMove | None


def _money(division_id: int, year: int) -> _Money:
    """The money counts as decided once a division of that year is; two queries, four while one is ahead."""
    runs = AllocationRun.objects.filter(division_id=division_id, year=year, status=RunStatus.DECIDED)
    if runs.exists():
        return _Money(decided=True, division=None)
    run = division_ahead(division_id, year)
    return _Money(decided=False, division=_its_move(run) if run else None)


def _its_move(run: AllocationRun) -> DivisionMove | None:
    """By the rule of divisions, never from the stored moves: these are proved by it."""
    standing = run_standing(run)
    found = move_of_run(RunStatus(run.status), standing.facts)
    if found is None:
        return None
    if found.resting is not None:
        return DivisionMove(found.resting.who, found.resting.look_again_on)
    return DivisionMove(found.role, found.due_on) if found.due_on else None


def standing(year: AreaYear) -> Standing:
    """Where the year of an area stands."""
    return _standing(year, _money(year.area.division_id, year.year))


def standings_of(years: Iterable[AreaYear]) -> Iterator[Standing]:
    """Where these years stand; the money of a year is looked up once for all its areas."""
    known: dict[tuple[int, int], _Money] = {}
    for year in years:
        key = (year.area.division_id, year.year)
        if key not in known:
            known[key] = _money(*key)
        yield _standing(year, known[key])


def standings() -> Iterator[Standing]:
    """Where all years stand that still wait for somebody."""
    waiting = AreaYear.objects.exclude(status__in=FINAL).select_related("area__division__municipality").order_by("id")
    return standings_of(waiting)


def _standing(year: AreaYear, money: _Money) -> Standing:
    municipality = year.area.division.municipality
    facts = AreaYearFacts(
        municipality_id=municipality.id,
        area_id=year.area_id,
        since=year.status_since,
        money_decided=money.decided,
        begin_days=arrangements.current(municipality, on=year.status_since).terms.begin_days,
        division=money.division,
    )
    return Standing(year.id, municipality.id, AreaYearStatus(year.status), facts)
