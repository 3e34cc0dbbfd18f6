"""The limits of many figures at once: one row per area, so that a page compares all areas of the country in one go.

A row of which nothing can be said (no denominator, not known) has no limits: NaN. A row that cannot be, such as more
people counted than there are, is a mistake of the caller. `rounding` is the base to which a publisher rounded counts (5
at CBS): the true count lies at most half of it away, so the limits are those of the worst case on each side.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wijkaanzet.scans.rules.statistics.distributions import normal_quantile, poisson_limits

Numbers = npt.NDArray[np.float64]
EXACT_BELOW = 10
"""Events: fewer are counted exactly, from here on Byar's approximation is right to two digits and better."""


@dataclass(frozen=True)
class Limits:
    """Ondergrens en bovengrens. Of each row, in the unit of the value; NaN is none."""

    low: Numbers
    high: Numbers

    def __iter__(self) -> Iterator[tuple[float, float]]:
        return zip(self.low.tolist(), self.high.tolist(), strict=True)


def divided(above: Numbers, below: Numbers) -> Numbers:
    """One by the other, row by row; NaN where the second is not above zero."""
    result: Numbers = np.full(len(above), np.nan)
    np.divide(above, below, out=result, where=below > 0)
    return result


def proportion_limits(numerators: Numbers, denominators: Numbers, *, level: float, rounding: float = 0.0) -> Limits:
    """Wilson limits of parts of one (0 to 1): so many of so many.

    With rounding: lowest at the smallest numerator of the largest denominator, and the other way round, clipped to
    0..n; Wilson's limits rise with the first and fall with the second. Source: Wilson (1927); Newcombe (1998, single
    proportion), method 3.
    Raises ValueError when a numerator is below zero or above its denominator by more than rounding explains.
    """
    _check(numerators, denominators, room=rounding)
    half = rounding / 2
    most, least = denominators + half, denominators - half
    fewest = np.clip(numerators - half, 0, most)
    largest = np.clip(numerators + half, 0, np.maximum(least, 0))
    return _where_counted(denominators, _wilson(fewest, most, level)[0], _wilson(largest, least, level)[1])


def share_limits(shares: Numbers, denominators: Numbers, *, level: float, step: float | Numbers = 0.0) -> Limits:
    """Wilson limits of published parts of one with the number that each is of, or the effective n of a survey.

    `step` is the last digit of what was published, of all rows or of each (0.01 for whole percentages): the true part
    lies half of it away.
    Raises ValueError when a part is not from 0 to 1.
    """
    _check(shares, np.ones_like(shares), room=0.0)
    low, high = np.clip(shares - step / 2, 0, 1), np.clip(shares + step / 2, 0, 1)
    return _where_counted(
        denominators,
        _wilson(low * denominators, denominators, level)[0],
        _wilson(high * denominators, denominators, level)[1],
    )


def rate_limits(events: Numbers, bases: Numbers, *, level: float, rounding: float = 0.0) -> Limits:
    """Limits of events per one of the base (inhabitants, years lived): exact below ten events, from ten on Byar's.

    A base that can be nobody after rounding has no limits. Source: PHEindicatormethods, phe_rate; Breslow and Day
    (1987), Statistical methods in cancer research II. Raises ValueError when events are below zero.
    """
    _check(events, np.full_like(events, np.inf), room=0.0)
    half = rounding / 2
    low, high = _event_limits(np.maximum(events - half, 0), level)[0], _event_limits(events + half, level)[1]
    at_low, at_high = _event_limits(events, level)  # where the two methods meet, ten events less a half can end higher
    with np.errstate(divide="ignore", invalid="ignore"):
        lows = np.minimum(low, at_low) / (bases + half)
        highs = np.maximum(high, at_high) / (bases - half)
    return _where_counted(bases - half, lows, highs)


def _wilson(numerators: Numbers, denominators: Numbers, level: float) -> tuple[Numbers, Numbers]:
    """(2x + z² ∓ z √(z² + 4x(1 - x/n))) / 2(n + z²); where n is not above zero, anything from 0 to 1 is possible."""
    z = normal_quantile(level)
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = z * np.sqrt(z * z + 4 * numerators * (1 - numerators / denominators))
        low = (2 * numerators + z * z - spread) / (2 * (denominators + z * z))
        high = (2 * numerators + z * z + spread) / (2 * (denominators + z * z))
    empty = denominators <= 0
    return (
        np.where(empty | (numerators <= 0), 0.0, low),
        np.where(empty | (numerators >= denominators), 1.0, high),
    )


def _event_limits(events: Numbers, level: float) -> tuple[Numbers, Numbers]:
    z = normal_quantile(level)
    more = events + 1
    with np.errstate(divide="ignore", invalid="ignore"):
        low = events * (1 - 1 / (9 * events) - z / (3 * np.sqrt(events))) ** 3
        high = more * (1 - 1 / (9 * more) + z / (3 * np.sqrt(more))) ** 3
    for count in np.unique(events[events < EXACT_BELOW]).tolist():
        low[events == count], high[events == count] = poisson_limits(count, level)
    return low, high


def _check(numerators: Numbers, denominators: Numbers, *, room: float) -> None:
    if np.any(numerators < 0) or np.any((numerators > denominators + room) & (denominators > 0)):
        raise ValueError("a numerator lies between zero and its denominator")


def _where_counted(denominators: Numbers, low: Numbers, high: Numbers) -> Limits:
    counted = denominators > 0
    return Limits(np.where(counted, low, np.nan), np.where(counted, high, np.nan))
