"""The difference between two measurements, for series that are too short for a trend: a difference, never a trend."""

from dataclasses import dataclass
from math import hypot

from wijkaanzet.scans.rules.catalogue.indicator import Polarity
from wijkaanzet.scans.rules.statistics.comparison import Comparison, NotCompared, Outcome, compare, is_too_small
from wijkaanzet.scans.rules.statistics.intervals import Estimate, Interval, IntervalMethod
from wijkaanzet.scans.rules.statistics.series import Point


@dataclass(frozen=True)
class Difference:
    """Verschil tussen twee metingen. Later minus earlier: a difference, never a trend."""

    estimate: Estimate
    comparison: Comparison


def difference(earlier: Point, later: Point, *, polarity: Polarity) -> Difference:
    """Later minus earlier, compared with no difference, by Newcombe's interval at both levels.

    Not compared when years overlap, or one of the two cannot be. Raises ValueError when later is not later. Source:
    Newcombe (1998, difference of proportions), method 10, for two samples that have nothing to do with each other.
    """
    if later.year <= earlier.year:
        raise ValueError("the later measurement is later")
    first, second = earlier.estimate, later.estimate
    if first.value is None or second.value is None:
        return Difference(Estimate(None), compare(Estimate(None), 0.0, polarity=polarity))
    values = (second.value, first.value)
    change = Estimate(
        values[0] - values[1],
        newcombe(*values, later=second.weak, earlier=first.weak),
        newcombe(*values, later=second.strong, earlier=first.strong),
    )
    if later.year - later.years < earlier.year:
        return Difference(change, Comparison(Outcome.NOT_COMPARED, reason=NotCompared.SAME_YEARS))
    if is_too_small(first) or is_too_small(second):
        return Difference(change, Comparison(Outcome.NOT_COMPARED, reason=NotCompared.TOO_SMALL))
    return Difference(change, compare(change, 0.0, polarity=polarity))


def newcombe(
    later_value: float, earlier_value: float, *, later: Interval | None, earlier: Interval | None
) -> Interval | None:
    """The interval of a difference from the intervals of both: squares of the distances added up. None without both.

    d - √((p₁ - l₁)² + (u₂ - p₂)²) to d + √((u₁ - p₁)² + (p₂ - l₂)²), with d = p₁ - p₂. Source: as `difference`.
    Raises ValueError when the levels differ.
    """
    if later is None or earlier is None:
        return None
    if later.level != earlier.level:
        raise ValueError("the intervals of a difference have one level")
    value = later_value - earlier_value
    low = value - hypot(later_value - later.low, earlier.high - earlier_value)
    high = value + hypot(later.high - later_value, earlier_value - earlier.low)
    return Interval(low, high, later.level, IntervalMethod.NEWCOMBE)
