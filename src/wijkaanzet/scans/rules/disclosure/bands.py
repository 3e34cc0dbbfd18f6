"""Between which counts readers can place a group, from what the page says of it. All counts in 1/unit."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wijkaanzet.scans.rules.disclosure.primary import HiddenReason
from wijkaanzet.scans.rules.disclosure.thresholds import PublicationRules

Whole = NDArray[np.int64]
Truth = NDArray[np.bool_]

NO_LIMIT = 2**60
Pair = tuple[int, int]


@dataclass(frozen=True)
class Band:
    """Per row between which counts it may lie, both included."""

    least: Whole
    most: Whole


@dataclass(frozen=True)
class Known:
    """What readers know of one group: when they are told only that it is hidden, when told why, when it is shown."""

    apart: Pair
    told: Pair
    seen: Pair


@dataclass(frozen=True)
class Scale:
    """The smallest counts of the rules in 1/unit."""

    unit: int
    smallest: int
    base: int
    zero_is_sensitive: bool

    @property
    def width(self) -> int:
        """How far apart the counts are that "fewer than the smallest" leaves open: from 1 to 4 is three."""
        return max(self.smallest - self.unit * (1 if self.zero_is_sensitive else 2), 1)


def scale_of(rules: PublicationRules, unit: int, *, percentages: bool) -> Scale:
    """The rules in 1/unit; of percentages the smallest part counts."""
    smallest = rules.smallest_part if percentages else rules.smallest_count
    return Scale(unit, smallest * unit, rules.rounding_base * unit, rules.zero_is_sensitive)


def known(total: int, base: int | None, reason: HiddenReason | None, scale: Scale) -> Known:
    """What readers know of a group with this total; of percentages also its denominator `base`."""
    limit = NO_LIMIT if base is None else max(base, total)
    apart = _apart(total, base, reason, scale)
    if reason in (HiddenReason.TOO_FEW_COUNTED, HiddenReason.SENSITIVE_ZERO):
        told = apart[0], scale.smallest - 1
    elif reason is HiddenReason.COMPLEMENT_TOO_SMALL:
        told = max(limit - scale.smallest + 1, 0), limit
    else:
        told = apart
    return Known(apart, told, _seen(total, apart, scale))


def _apart(total: int, base: int | None, reason: HiddenReason | None, scale: Scale) -> Pair:
    """Of a hidden group; one that is hidden to protect another keeps in every other town enough to be shown."""
    if base is not None:
        fits = reason is None or reason is HiddenReason.SECONDARY
        return (scale.smallest, base - scale.smallest) if fits else (0, max(base, total))
    if reason in (None, HiddenReason.SECONDARY):
        return min(total, scale.smallest), NO_LIMIT
    return (0 if scale.zero_is_sensitive else 1), NO_LIMIT


def _seen(total: int, apart: Pair, scale: Scale) -> Pair:
    """Which counts that may be shown are rounded to the same number (half upwards)."""
    shown = (2 * total + scale.base) // (2 * scale.base) * scale.base
    least, most = (2 * shown - scale.base + 1) // 2, (2 * shown + scale.base + 1) // 2 - 1
    return max(least, apart[0]), min(most, apart[1])
