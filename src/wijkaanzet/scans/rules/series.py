"""What may be said of several measurements of one area together: a trend, a difference, or nothing."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wijkaanzet.scans.rules.catalogue import Polarity
from wijkaanzet.scans.rules.statistics.difference import Difference, difference
from wijkaanzet.scans.rules.statistics.intervals import Estimate
from wijkaanzet.scans.rules.statistics.series import Point, stretches
from wijkaanzet.scans.rules.statistics.trend import Trend, TrendOutcome, trend


class BreakReason(StrEnum):
    """Reden van een trendbreuk. Why a measurement cannot be compared with the one before it."""

    BORDERS = "borders"
    SOURCE = "source"


@dataclass(frozen=True)
class Measurement:
    """One figure of one year, in its own unit."""

    year: int
    estimate: Estimate


@dataclass(frozen=True)
class Compared:
    """What five measurements show; with fewer the last two are held against each other, which is never a trend."""

    trend: Trend
    difference: Difference | None = None
    years: tuple[int, int] | None = None
    """The two years of the difference."""


def cuts(measured: Sequence[Measurement], breaks: Collection[int]) -> list[Point]:
    """The measurements since the last break; `breaks` are places in the list."""
    years = {measured[place].year for place in breaks}
    points = [Point(one.year, one.estimate) for one in measured]
    found = stretches(points, breaks=years)
    return found[-1] if found else []


def compared(points: Sequence[Point], *, polarity: Polarity) -> Compared:
    """Trend or difference of measurements that may be compared."""
    outcome = trend(points)
    if outcome.outcome is not TrendOutcome.TOO_FEW or len(points) < 2:
        return Compared(outcome)
    before, after = points[-2:]
    return Compared(outcome, difference(before, after, polarity=polarity), (before.year, after.year))
