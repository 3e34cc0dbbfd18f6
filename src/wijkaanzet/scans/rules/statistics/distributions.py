"""The three distributions that the intervals rest on: normal, Student's t and Poisson, by their quantiles.

A level is a percentage of certainty, two-sided: 95 leaves 2.5 % on each side.
"""

import math
from collections.abc import Callable
from functools import lru_cache
from statistics import NormalDist

WEAK = 95.0
"""Percent: a difference beyond it is one of twenty by chance alone."""
STRONG = 99.8
"""Percent: one of five hundred by chance alone; public health calls it three sigma."""

_SERIES_FROM = 1000  # degrees of freedom from which the expansion is right to ten digits
_CLOSE = 1e-15
_TINY = 1e-300
_HALVINGS = 200
_MOST_TERMS = 5000


def tail(level: float) -> float:
    """What a level leaves on each side, as a part of one: 0.025 at 95. Raises ValueError outside 0 to 100."""
    if not 0 < level < 100:
        raise ValueError("a level lies between 0 and 100 percent")
    return (1 - level / 100) / 2


@lru_cache(maxsize=256)
def normal_quantile(level: float) -> float:
    """How many standard deviations hold the middle `level` percent: 1.96 at 95, 3.09 at 99.8."""
    return -NormalDist().inv_cdf(tail(level))


@lru_cache(maxsize=4096)
def student_quantile(level: float, degrees: float) -> float:
    """The same for Student's t with `degrees` of freedom (above 0, need not be whole).

    Solves I_x(degrees/2, 1/2) = 2 tail, with x = degrees / (degrees + t²); from 1,000 degrees on by the expansion in
    1/degrees. Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.5.27 and 26.7.5.
    """
    if not degrees > 0:
        raise ValueError("degrees of freedom are above zero")
    if degrees >= _SERIES_FROM:
        return _student_expansion(normal_quantile(level), degrees)
    outside = 2 * tail(level)
    return _root(lambda t: outside - _beta_part(degrees / (degrees + t * t), degrees / 2, 0.5), start=2.0)


@lru_cache(maxsize=4096)
def poisson_limits(events: float, level: float) -> tuple[float, float]:
    """The exact limits of the expected number of events, when so many were counted (whole or, after rounding, not).

    For a whole count these are the means at which so many or more, and so many or fewer, have the chance `tail`.
    Source: Garwood (1936), by way of chi-square as in Armitage and Berry, Statistical methods in medical research.
    """
    if not events >= 0:
        raise ValueError("events are counted from zero on")
    side = tail(level)
    low = _root(lambda mean: _gamma_part(events, mean) - side, start=events) if events else 0.0
    return low, _root(lambda mean: _gamma_part(events + 1, mean) - (1 - side), start=events + 1)


def _root(rising: Callable[[float], float], *, start: float) -> float:
    """Where a function that rises from below zero passes it, by halving from an upper bound that is looked for."""
    low, high = 0.0, start
    while rising(high) < 0:
        low, high = high, 2 * high
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if rising(middle) < 0:
            low = middle
        else:
            high = middle
    return high


def _gamma_part(shape: float, x: float) -> float:
    """The regularised lower incomplete gamma function: the chance of `shape` or more events when x are expected."""
    if x <= 0:
        return 0.0
    term = total = 1 / shape
    step = shape
    while term > total * _CLOSE / 10:
        step += 1
        term *= x / step
        total += term
    return total * math.exp(shape * math.log(x) - x - math.lgamma(shape))


def _beta_part(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function I_x(a, b), from the side where its continued fraction is quick."""
    if x <= 0 or x >= 1:
        return min(max(x, 0.0), 1.0)
    scale = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    front = math.exp(scale + a * math.log(x) + b * math.log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front / (a * _beta_fraction(x, a, b))
    return 1 - front / (b * _beta_fraction(1 - x, b, a))


def _beta_fraction(x: float, a: float, b: float) -> float:
    """1 + d1/(1 + d2/(1 + …)), Abramowitz and Stegun 26.5.8, from the front by Lentz' method."""
    whole, above, below = 1.0, 1.0, 0.0
    for turn in range(1, _MOST_TERMS):
        m = turn // 2
        if turn % 2:
            part = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            part = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        below = 1 / (1 + part * below or _TINY)
        above = 1 + part / above or _TINY
        whole *= above * below
        if abs(above * below - 1) < _CLOSE:
            break
    return whole


def _student_expansion(z: float, degrees: float) -> float:
    g1 = (z**3 + z) / 4
    g2 = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    g3 = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    g4 = (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160
    return z + g1 / degrees + g2 / degrees**2 + g3 / degrees**3 + g4 / degrees**4
