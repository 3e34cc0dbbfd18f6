"""Whether a series rises or falls, as far as chance lets us see. The caller hands over what can be compared."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from wijkaanzet.scans.rules.statistics.limits import Numbers
from wijkaanzet.scans.rules.statistics.series import Point, check_once

POINTS = 5
"""A trend is tested on the last five measurements, and not on fewer."""
CRITICAL = 9.54953570608324
"""Chi-square with one degree of freedom at 99.8 %."""
_WIDTH = 3.92  # standard errors between the limits of an interval at 95 %, as Fingertips rounds it


class TrendOutcome(StrEnum):
    """Uitkomst van een trend. What five measurements show."""

    RISING = "rising"
    FALLING = "falling"
    NO_TREND = "no_trend"
    TOO_FEW = "too_few"


@dataclass(frozen=True)
class Trend:
    """An outcome with the years it rests on; slope per year in the unit of the values, statistic is slope²/variance."""

    outcome: TrendOutcome
    years: tuple[int, ...]
    slope: float | None = None
    statistic: float | None = None


def trend(points: Iterable[Point]) -> Trend:
    """The weighted line through the last five valid points, one per year and without overlap.

    Rising or falling when slope²/variance passes 99.8 % and the sign stays when each point is left out. A point is
    valid with a value and an interval at 95 % wider than zero. Source: Fingertips (DHSC), recent trends; here the years
    themselves are the distances, so that a missed year counts. Raises ValueError when a year stands twice.
    """
    used = _last_valid(points)
    years = tuple(point.year for point in used)
    if len(used) < POINTS:
        return Trend(TrendOutcome.TOO_FEW, years)
    at, values, weights = _numbers(used)
    slope, variance = _line(at, values, weights)
    statistic = slope * slope / variance
    without = [_line(*(np.delete(row, left_out) for row in (at, values, weights)))[0] for left_out in range(POINTS)]
    is_stable = all(one * slope > 0 for one in without)
    if statistic <= CRITICAL or not is_stable:
        return Trend(TrendOutcome.NO_TREND, years, slope, statistic)
    return Trend(TrendOutcome.RISING if slope > 0 else TrendOutcome.FALLING, years, slope, statistic)


def _last_valid(points: Iterable[Point]) -> list[Point]:
    """From the newest back, without a year that a newer point holds already; the oldest first."""
    series = sorted(points, key=lambda point: point.year, reverse=True)
    check_once(point.year for point in series)
    used: list[Point] = []
    for point in filter(_is_valid, series):
        if len(used) < POINTS and (not used or point.year <= used[-1].year - used[-1].years):
            used.append(point)
    return used[::-1]


def _is_valid(point: Point) -> bool:
    estimate = point.estimate
    return estimate.value is not None and estimate.weak is not None and estimate.weak.low < estimate.weak.high


def _numbers(points: Sequence[Point]) -> tuple[Numbers, Numbers, Numbers]:
    rows = np.array(list(_rows(points)), dtype=np.float64)
    return rows[:, 0] - rows[-1, 0], rows[:, 1], rows[:, 2]


def _rows(points: Sequence[Point]) -> Iterator[tuple[float, float, float]]:
    """Year, value and weight (one by the variance) of each valid point."""
    for point in points:
        value, interval = point.estimate.value, point.estimate.weak
        if value is not None and interval is not None:
            yield point.year, value, (_WIDTH / (interval.high - interval.low)) ** 2


def _line(at: Numbers, values: Numbers, weights: Numbers) -> tuple[float, float]:
    """The slope of the weighted line of least squares, and its variance."""
    middle = np.average(at, weights=weights)
    spread = float(np.sum(weights * (at - middle) ** 2))
    return float(np.sum(weights * (at - middle) * values)) / spread, 1 / spread
