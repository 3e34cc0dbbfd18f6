"""Whether a figure of an area differs from a benchmark: one rule for table, map, chart, export and API."""

from dataclasses import dataclass
from enum import StrEnum

from wijkaanzet.scans.rules.catalogue.indicator import Polarity
from wijkaanzet.scans.rules.statistics.intervals import Estimate

LARGE_PART = 0.1
"""Of a benchmark: an area that is more of it is partly compared with itself, and is left out."""


class Outcome(StrEnum):
    """Uitkomst van een vergelijking. How a figure lies to the benchmark, as far as chance lets us see."""

    SIMILAR = "similar"
    LOWER = "lower"
    HIGHER = "higher"
    NOT_COMPARED = "not_compared"


class Strength(StrEnum):
    """Zekerheid van een verschil. Beyond the interval at 95 % (weak) or also beyond that at 99.8 % (strong)."""

    WEAK = "weak"
    STRONG = "strong"


class Judgement(StrEnum):
    """Oordeel over een verschil. What higher or lower means for those who live there, when the indicator says so."""

    BETTER = "better"
    WORSE = "worse"


class NotCompared(StrEnum):
    """Reden om niet te vergelijken. Why nothing is said of a difference."""

    NO_VALUE = "no_value"
    NO_BENCHMARK = "no_benchmark"
    TOO_SMALL = "too_small"
    NO_INTERVAL = "no_interval"
    SAME_YEARS = "same_years"
    PART_OF_IT = "part_of_it"


@dataclass(frozen=True)
class Comparison:
    """An outcome with its strength and, where the indicator has a direction, its judgement; or the reason for none."""

    outcome: Outcome
    strength: Strength | None = None
    judgement: Judgement | None = None
    reason: NotCompared | None = None


@dataclass(frozen=True)
class Benchmark:
    """What is compared with, in events per one of the base; None when nothing is left after leaving the area out."""

    value: float | None
    left_out: bool


def compare(estimate: Estimate, benchmark: float | None, *, polarity: Polarity) -> Comparison:
    """Similar while the benchmark lies in the interval at 95 %, a limit included; else lower or higher.

    Beyond 99.8 % is strong. Without an interval nothing is compared, and never by rank. Source: Fingertips (DHSC),
    comparison with one confidence interval; the benchmark counts as known.
    """
    if estimate.value is None:
        return Comparison(Outcome.NOT_COMPARED, reason=NotCompared.NO_VALUE)
    if benchmark is None:
        return Comparison(Outcome.NOT_COMPARED, reason=NotCompared.NO_BENCHMARK)
    if is_too_small(estimate):
        return Comparison(Outcome.NOT_COMPARED, reason=NotCompared.TOO_SMALL)
    if estimate.weak is None:
        return Comparison(Outcome.NOT_COMPARED, reason=NotCompared.NO_INTERVAL)
    if estimate.weak.holds(benchmark):
        return Comparison(Outcome.SIMILAR)
    is_higher = estimate.weak.low > benchmark
    is_strong = estimate.strong is not None and not estimate.strong.holds(benchmark)
    return Comparison(
        Outcome.HIGHER if is_higher else Outcome.LOWER,
        Strength.STRONG if is_strong else Strength.WEAK,
        judge(is_higher=is_higher, polarity=polarity),
    )


def is_too_small(estimate: Estimate) -> bool:
    """Whether rounding says more than chance: with base 5, when fewer than 25 persons were counted.

    Rounding to a base moves a count by at most base / 2; chance moves it by at most √n / 2 (one standard deviation).
    The first is the larger one when n is below the base squared.
    """
    return estimate.counted is not None and estimate.counted < estimate.rounding**2


def judge(*, is_higher: bool, polarity: Polarity) -> Judgement | None:
    """What a higher or lower value means by the direction of the indicator; None when it has none."""
    if polarity == Polarity.NO_JUDGEMENT:
        return None
    return Judgement.BETTER if is_higher == (polarity == Polarity.HIGHER_BETTER) else Judgement.WORSE


def leave_one_out(numerator: float, denominator: float, *, of_numerator: float, of_denominator: float) -> Benchmark:
    """The benchmark for an area that is counted in it: without that area when this is more than a tenth of it.

    Where the parts were rounded and add up to more than the whole, what is left is at least nothing. Raises ValueError
    when the benchmark counts nobody.
    """
    if not of_denominator > 0:
        raise ValueError("a benchmark counts somebody")
    if denominator <= LARGE_PART * of_denominator:
        return Benchmark(of_numerator / of_denominator, left_out=False)
    left = of_denominator - denominator
    return Benchmark(max(of_numerator - numerator, 0) / left if left > 0 else None, left_out=True)
