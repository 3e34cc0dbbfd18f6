"""How sure one figure is: the interval that chance, a survey and rounding leave around it.

Parts are parts of one (0.47 is 47 %) and rates are per one of the base; `scaled` turns them into what a page shows. A
register counts everybody: there the interval is what one year could differ from the next by chance (toevalsmarge).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from math import sqrt
from typing import Self

import numpy as np

from wijkaanzet.scans.rules.statistics.distributions import STRONG, WEAK, student_quantile, tail
from wijkaanzet.scans.rules.statistics.limits import EXACT_BELOW, Limits, proportion_limits, rate_limits, share_limits


class IntervalMethod(StrEnum):
    """Rekenwijze van de marge. How an interval came about."""

    WILSON = "wilson"
    WILSON_ROUNDED = "wilson_rounded"
    WILSON_SURVEY = "wilson_survey"
    EXACT = "exact"
    BYAR = "byar"
    RATE_ROUNDED = "rate_rounded"
    STUDENT = "student"
    NEWCOMBE = "newcombe"
    PUBLISHED = "published"


@dataclass(frozen=True)
class Interval:
    """From low to high, in the unit of the value; `level` is the percentage of certainty."""

    low: float
    high: float
    level: float
    method: IntervalMethod

    def __post_init__(self) -> None:
        tail(self.level)
        if not self.low <= self.high:
            raise ValueError("the lower limit of an interval is not above the upper one")

    def holds(self, value: float) -> bool:
        """Whether a value lies in it; a limit belongs to it."""
        return self.low <= value <= self.high

    def scaled(self, factor: float) -> Self:
        """In another unit: times 100 for a percentage, times 1,000 for a rate per 1,000. The factor is above zero."""
        return type(self)(self.low * factor, self.high * factor, self.level, self.method)


@dataclass(frozen=True)
class Estimate:
    """A value with its interval at 95 % (weak) and 99.8 % (strong); None is not known.

    `counted` are the persons that it is of, `rounding` the base to which the publisher rounded them (0: not).
    Raises ValueError for an interval at another level.
    """

    value: float | None
    weak: Interval | None = None
    strong: Interval | None = None
    counted: float | None = None
    rounding: float = 0.0

    def __post_init__(self) -> None:
        for interval, level in ((self.weak, WEAK), (self.strong, STRONG)):
            if interval is not None and interval.level != level:
                raise ValueError("an estimate has its intervals at 95 and 99.8 percent")

    def scaled(self, factor: float) -> Self:
        """In another unit, value and intervals alike."""
        return type(self)(
            None if self.value is None else self.value * factor,
            self.weak and self.weak.scaled(factor),
            self.strong and self.strong.scaled(factor),
            self.counted,
            self.rounding,
        )


def both_levels(
    value: float, interval: Callable[[float], Interval], *, counted: float | None = None, rounding: float = 0.0
) -> Estimate:
    """An estimate of which the interval is computed at both levels: both_levels(0.4, lambda level: proportion(…))."""
    return Estimate(value, interval(WEAK), interval(STRONG), counted, rounding)


def proportion(numerator: float, denominator: float, *, level: float = WEAK, rounding: float = 0.0) -> Interval:
    """Of so many so many, as a part of one: Wilson's interval, with `rounding` the envelope of what the counts can be.

    Raises ValueError when the denominator is not above zero or the numerator lies outside it. Source: as
    proportion_limits.
    """
    _check_above_zero(denominator)
    limits = proportion_limits(_one(numerator), _one(denominator), level=level, rounding=rounding)
    return _interval(limits, level, IntervalMethod.WILSON_ROUNDED if rounding else IntervalMethod.WILSON)


def percentage(share: float, denominator: float, *, level: float = WEAK, step: float = 0.01) -> Interval:
    """Of a part of one that was published without its numerator; `step` is its last digit, 0.01 for a whole percentage.

    Raises ValueError as proportion does.
    """
    _check_above_zero(denominator)
    limits = share_limits(_one(share), _one(denominator), level=level, step=step)
    return _interval(limits, level, IntervalMethod.WILSON_ROUNDED if step else IntervalMethod.WILSON)


def survey(
    share: float, *, respondents: float, design_effect: float = 1.0, level: float = WEAK, step: float = 0.0
) -> Interval:
    """Of a weighted part of one in a survey: Wilson's interval on the effective n, respondents / design effect.

    Raises ValueError when the design effect is not above zero, and as percentage does. Source: Kish (1965), Survey
    sampling; Franco et al. (2019), Journal of Survey Statistics and Methodology 7, on score intervals in surveys.
    """
    _check_above_zero(design_effect)
    interval = percentage(share, respondents / design_effect, level=level, step=step)
    return replace(interval, method=IntervalMethod.WILSON_SURVEY)


def rate(events: float, base: float, *, level: float = WEAK, rounding: float = 0.0) -> Interval:
    """Of events per one of the base: exact below ten events, from ten on Byar's; with `rounding` the envelope.

    Raises ValueError when the base is not above zero, less than half the rounding, or events are below zero. Source: as
    rate_limits.
    """
    _check_above_zero(base - rounding / 2)
    limits = rate_limits(_one(events), _one(base), level=level, rounding=rounding)
    plain = IntervalMethod.EXACT if events < EXACT_BELOW else IntervalMethod.BYAR
    return _interval(limits, level, IntervalMethod.RATE_ROUNDED if rounding else plain)


def mean(value: float, *, deviation: float, observations: float, level: float = WEAK) -> Interval:
    """Of a mean with its published standard deviation: Student's t with n - 1 degrees of freedom.

    Raises ValueError below two observations or a deviation below zero. Source: PHEindicatormethods, phe_mean.
    """
    if observations < 2 or deviation < 0:
        raise ValueError("a mean needs two observations and a standard deviation from zero on")
    margin = student_quantile(level, observations - 1) * deviation / sqrt(observations)
    return Interval(value - margin, value + margin, level, IntervalMethod.STUDENT)


def published(low: float, high: float, *, level: float = WEAK) -> Interval:
    """What the publisher gave, as it is."""
    return Interval(low, high, level, IntervalMethod.PUBLISHED)


def _one(number: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.array([number], dtype=np.float64)


def _check_above_zero(number: float) -> None:
    if not number > 0:
        raise ValueError("what something is a part of, is above zero")


def _interval(limits: Limits, level: float, method: IntervalMethod) -> Interval:
    ((low, high),) = limits
    return Interval(low, high, level, method)
