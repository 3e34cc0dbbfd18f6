"""Which years of money a page shows: the one that runs first, then the one that comes, then those before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wijkaanzet.areas.models import Division
from wijkaanzet.arrangements.rules import Arrangement
from wijkaanzet.budget.access import public_runs
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.web.words import of_year


@dataclass(frozen=True)
class Years:
    """The decided divisions around a day."""

    running: AllocationRun | None = None
    """Of the year of that day; else of the last year before it; else of the first year to come."""
    coming: AllocationRun | None = None
    """Of the first year after the running one."""
    earlier: tuple[int, ...] = ()
    """The years before the running one, the newest first."""


def years_of(division: Division | None, *, today: date) -> Years:
    """The decided divisions of the money over these areas; at most one query."""
    if division is None:
        return Years()
    runs = public_runs(division.municipality).filter(division=division).select_related("decision__body", "municipality")
    return around(today.year, runs.order_by("year", "id"))


def around(year: int, runs: Iterable[AllocationRun]) -> Years:
    """Divisions by their year, as they stand to a year; of a year that has two, the last one counts."""
    by_year = {run.year: run for run in runs}
    if not by_year:
        return Years()
    running = max((one for one in by_year if one <= year), default=min(by_year))
    coming = min((one for one in by_year if one > running), default=None)
    return Years(
        running=by_year[running],
        coming=by_year[coming] if coming else None,
        earlier=tuple(sorted((one for one in by_year if one < running), reverse=True)),
    )


def words_from(arrangement: Arrangement, municipality: Municipality, year: int) -> Arrangement:
    """The words of a year, starting from those of another: mostly the same, and then no query."""
    return arrangement if arrangement.valid.contains(date(year, 1, 1)) else of_year(municipality, year)
