"""Funnel: how far parts of one lie from a reference when only the number of counted persons differs.

Outside the limits is special, not good or bad: neighbourhoods differ by who lives there. When many are outside, the
limits of chance are too narrow for these areas (overdispersion); they are then widened, and both are given.
"""

from dataclasses import dataclass
from math import sqrt

import numpy as np

from wijkaanzet.scans.rules.statistics.comparison import Strength
from wijkaanzet.scans.rules.statistics.distributions import STRONG, WEAK
from wijkaanzet.scans.rules.statistics.limits import Limits, Numbers, divided, share_limits

MOST_OUTSIDE = 0.1
"""Of the areas, beyond 99.8 %: with more of them outside, chance alone does not describe how these areas differ."""
FEWEST_AREAS = 10
"""From so many areas on their spread can be estimated."""
_MAD_TO_DEVIATION = 1.4826  # 1 / the third quartile of the normal distribution


@dataclass(frozen=True)
class FunnelLimits:
    """The limits at 95 and 99.8 % for each number of counted persons, and which rows lie outside them."""

    weak: Limits
    strong: Limits
    outside: tuple[Strength | None, ...]


@dataclass(frozen=True)
class Funnel:
    """Trechter. The areas in the order given; `widened` is there when more than a tenth lies beyond 99.8 %.

    `factor` says how much wider the spread of these areas is than chance (1: not); `shares` are NaN where not known.
    """

    reference: float
    shares: Numbers
    chance: FunnelLimits
    factor: float
    widened: FunnelLimits | None


@dataclass(frozen=True)
class Curve:
    """Points to draw the limits with, from few counted persons to many."""

    counted: Numbers
    weak: Limits
    strong: Limits


def funnel(numerators: Numbers, denominators: Numbers, *, reference: float) -> Funnel:
    """Where each area lies to the limits around a reference (a part of one, above 0 and below 1).

    Raises ValueError for another reference. Source: Spiegelhalter (2005), Statistics in Medicine 24; the limits as in
    Fingertips, statistical process control for proportions.
    """
    _check(reference)
    shares = divided(numerators, denominators)
    chance = _limits(shares, denominators, reference)
    factor = _spread(shares, denominators, reference) if _is_overdispersed(chance, shares) else 1.0
    widened = _limits(shares, denominators / factor**2, reference) if factor > 1 else None
    return Funnel(reference, shares, chance, factor, widened)


def curve(reference: float, *, fewest: float, most: float, factor: float = 1.0, points: int = 60) -> Curve:
    """The limits between two numbers of counted persons, closer together where they bend most.

    With the factor of a funnel these are its widened limits. Raises ValueError when fewest is not above zero, or most
    is below it.
    """
    _check(reference)
    if not 0 < fewest <= most:
        raise ValueError("a curve runs from few counted persons to many")
    counted: Numbers = np.sort(np.geomspace(fewest, most, points))  # of equal ends the last digit goes up and down
    weak, strong = (_around(reference, counted / factor**2, level) for level in (WEAK, STRONG))
    return Curve(counted, weak, strong)


def _check(reference: float) -> None:
    if not 0 < reference < 1:
        raise ValueError("a reference is a part of one, above zero and below one")


def _around(reference: float, counted: Numbers, level: float) -> Limits:
    return share_limits(np.full(len(counted), reference), counted, level=level)


def _limits(shares: Numbers, counted: Numbers, reference: float) -> FunnelLimits:
    weak, strong = (_around(reference, counted, level) for level in (WEAK, STRONG))
    beyond_weak, beyond_strong = ((shares < limits.low) | (shares > limits.high) for limits in (weak, strong))
    outside = tuple(
        Strength.STRONG if strongly else Strength.WEAK if weakly else None
        for weakly, strongly in zip(beyond_weak.tolist(), beyond_strong.tolist(), strict=True)
    )
    return FunnelLimits(weak, strong, outside)


def _is_overdispersed(limits: FunnelLimits, shares: Numbers) -> bool:
    known = int(np.count_nonzero(~np.isnan(shares)))
    return known >= FEWEST_AREAS and limits.outside.count(Strength.STRONG) > MOST_OUTSIDE * known


def _spread(shares: Numbers, denominators: Numbers, reference: float) -> float:
    """The standard deviation of the standardised distances by their median absolute deviation, at least 1.

    The median takes no notice of a few areas that are truly special; they would otherwise widen the limits and hide.
    """
    distances = (shares - reference) * np.sqrt(denominators) / sqrt(reference * (1 - reference))
    around = np.abs(distances - np.nanmedian(distances))
    return max(1.0, _MAD_TO_DEVIATION * float(np.nanmedian(around)))
