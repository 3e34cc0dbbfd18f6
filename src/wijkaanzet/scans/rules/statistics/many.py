"""The estimates of all areas of a page at once, with the intervals at both levels; each is compared by `compare`.

NaN in a row is not known; such a row, and one without anybody, has no interval.
"""

from math import isnan

import numpy as np

from wijkaanzet.scans.rules.statistics.distributions import STRONG, WEAK
from wijkaanzet.scans.rules.statistics.intervals import Estimate, Interval, IntervalMethod
from wijkaanzet.scans.rules.statistics.limits import (
    EXACT_BELOW,
    Limits,
    Numbers,
    divided,
    proportion_limits,
    rate_limits,
    share_limits,
)

LEVELS = (WEAK, STRONG)


def proportions(numerators: Numbers, denominators: Numbers, *, rounding: float = 0.0) -> list[Estimate]:
    """Parts of one of the counted persons, by Wilson; the same as `proportion` for each. Raises as that does."""
    weak, strong = (proportion_limits(numerators, denominators, level=level, rounding=rounding) for level in LEVELS)
    method = IntervalMethod.WILSON_ROUNDED if rounding else IntervalMethod.WILSON
    methods = [method] * len(numerators)
    shares = np.minimum(divided(numerators, denominators), 1.0)  # rounded, a part can be more than the whole
    return _estimates(shares, denominators, (weak, strong), methods, rounding)


def percentages(shares: Numbers, denominators: Numbers, *, steps: Numbers, rounding: float = 0.0) -> list[Estimate]:
    """Parts of one that were published without their numerators; the same as `percentage` for each, with its own step.

    `rounding` is the base to which the denominators were rounded. Raises as that does.
    """
    weak, strong = (share_limits(shares, denominators, level=level, step=steps) for level in LEVELS)
    methods = [IntervalMethod.WILSON_ROUNDED if step else IntervalMethod.WILSON for step in steps.tolist()]
    return _estimates(shares, denominators, (weak, strong), methods, rounding)


def surveys(shares: Numbers, respondents: Numbers, *, design_effect: float = 1.0, step: float = 0.0) -> list[Estimate]:
    """Weighted parts of one of respondents; the same as `survey` for each. Raises as that does."""
    if not design_effect > 0:
        raise ValueError("a design effect is above zero")
    weak, strong = (share_limits(shares, respondents / design_effect, level=level, step=step) for level in LEVELS)
    methods = [IntervalMethod.WILSON_SURVEY] * len(shares)
    return _estimates(shares, respondents, (weak, strong), methods, 0.0)


def rates(events: Numbers, bases: Numbers, *, rounding: float = 0.0) -> list[Estimate]:
    """Events per one of the base; the same as `rate` for each. Raises as that does."""
    weak, strong = (rate_limits(events, bases, level=level, rounding=rounding) for level in LEVELS)
    plain = [IntervalMethod.EXACT if few else IntervalMethod.BYAR for few in (events < EXACT_BELOW).tolist()]
    methods = [IntervalMethod.RATE_ROUNDED] * len(events) if rounding else plain
    return _estimates(divided(events, bases), bases, (weak, strong), methods, rounding)


def _estimates(
    values: Numbers, counted: Numbers, limits: tuple[Limits, Limits], methods: list[IntervalMethod], rounding: float
) -> list[Estimate]:
    weak, strong = limits
    rows = zip(values.tolist(), counted.tolist(), weak, strong, methods, strict=True)
    return [
        Estimate(
            _known(value),
            _interval(at_weak, WEAK, method),
            _interval(at_strong, STRONG, method),
            _known(count),
            rounding,
        )
        for value, count, at_weak, at_strong, method in rows
    ]


def _known(number: float) -> float | None:
    return None if isnan(number) else number


def _interval(limits: tuple[float, float], level: float, method: IntervalMethod) -> Interval | None:
    low, high = limits
    return None if isnan(low) or isnan(high) else Interval(low, high, level, method)
