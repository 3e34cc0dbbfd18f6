"""How sure the figures of a column are, for any number of areas at once: which interval fits what was published."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

import numpy as np

from wijkaanzet.scans.rules.catalogue import Indicator, Method
from wijkaanzet.scans.rules.columns import PER_THOUSAND, SHARES, WEIGHED, ColumnKind
from wijkaanzet.scans.rules.roll_up import Whole
from wijkaanzet.scans.rules.statistics.intervals import Estimate, published
from wijkaanzet.scans.rules.statistics.many import percentages, proportions, rates, surveys

Numbers = np.ndarray[tuple[int], np.dtype[np.float64]]
SCALES = {ColumnKind.PART: 100.0, ColumnKind.PERCENTAGE: 100.0, ColumnKind.RATE: float(PER_THOUSAND)}


class NoInterval(StrEnum):
    """Reden zonder marge. Why nothing can be said of how sure a figure is."""

    NOT_SHOWN = "not_shown"
    COUNT = "count"
    MODELLED = "modelled"
    NO_BASE = "no_base"
    NO_SPREAD = "no_spread"


@dataclass(frozen=True)
class Measured:
    """What is known of one area in one column, and what was published beside it."""

    whole: Whole
    low: Fraction | None = None
    high: Fraction | None = None
    respondents: Fraction | None = None
    decimals: int = 0
    """In how many decimals it was published; the rest was rounded away."""


@dataclass(frozen=True)
class Sure:
    """A value in its unit, its intervals, or the reason why it has none."""

    estimate: Estimate
    none: NoInterval | None = None


def sureness(kind: ColumnKind, rows: Sequence[Measured], *, indicator: Indicator | None, rounding: float) -> list[Sure]:
    """For each area how sure its figure is; `rounding` is the base to which the publisher rounded counts (CBS: 5)."""
    found: list[Sure | None] = [_told(kind, one, indicator) for one in rows]
    for places, estimate in _groups(kind, rows, found, rounding):
        for place, one in zip(places, estimate, strict=True):
            found[place] = Sure(one)
    return [one or Sure(Estimate(_value(row)), NoInterval.NO_BASE) for one, row in zip(found, rows, strict=True)]


def _told(kind: ColumnKind, one: Measured, indicator: Indicator | None) -> Sure | None:
    """What needs no sum: what was published with its interval, and what has none."""
    value = _value(one)
    if value is None:
        return Sure(Estimate(None), NoInterval.NOT_SHOWN)
    if one.low is not None and one.high is not None and one.low <= one.high:
        return Sure(Estimate(value, published(float(one.low), float(one.high)), counted=_counted(one)))
    if kind is ColumnKind.COUNT:
        return Sure(Estimate(value), NoInterval.COUNT)
    if one.respondents is None and indicator is not None and indicator.method is Method.MODELLED:
        return Sure(Estimate(value), NoInterval.MODELLED)
    if kind not in WEIGHED or kind is ColumnKind.MEAN:
        return Sure(Estimate(value), NoInterval.NO_SPREAD)
    return None


def _groups(
    kind: ColumnKind, rows: Sequence[Measured], found: Sequence[Sure | None], rounding: float
) -> list[tuple[list[int], list[Estimate]]]:
    """The areas that are counted in one way, with their estimates; every way is one pass over its areas."""
    left = [place for place, one in enumerate(found) if one is None]
    asked = [place for place in left if kind in SHARES and _above_zero(rows[place].respondents)]
    of_base = [place for place in left if place not in set(asked) and _above_zero(rows[place].whole.denominator)]
    ways: list[tuple[list[int], Callable[[Sequence[Measured]], list[Estimate]]]] = [
        (asked, _asked),
        (of_base, _BY_KIND[kind](rounding) if kind in _BY_KIND else _nothing),
    ]
    return [(places, way([rows[place] for place in places])) for places, way in ways if places]


def _asked(rows: Sequence[Measured]) -> list[Estimate]:
    shares, respondents = _array(_value(one) for one in rows) / 100, _array(_float(one.respondents) for one in rows)
    return [one.scaled(100) for one in surveys(shares, respondents)]


def _part(rounding: float) -> Callable[[Sequence[Measured]], list[Estimate]]:
    def estimates(rows: Sequence[Measured]) -> list[Estimate]:
        numerators, denominators = _both(rows)
        parts = proportions(np.minimum(numerators, denominators), denominators, rounding=rounding)
        return [one.scaled(100) for one in parts]

    return estimates


def _share(rounding: float) -> Callable[[Sequence[Measured]], list[Estimate]]:
    """Of a percentage only the last digit was rounded; the count it is of was rounded as counts are."""

    def estimates(rows: Sequence[Measured]) -> list[Estimate]:
        shares = np.clip(_array(_value(one) for one in rows) / 100, 0.0, 1.0)
        bases = _array(_float(one.whole.denominator) for one in rows)
        steps = 0.01 / 10.0 ** _array(float(one.decimals) for one in rows)
        return [one.scaled(100) for one in percentages(shares, bases, steps=steps, rounding=rounding)]

    return estimates


def _rate(rounding: float) -> Callable[[Sequence[Measured]], list[Estimate]]:
    def estimates(rows: Sequence[Measured]) -> list[Estimate]:
        events, bases = _both(rows)
        return [one.scaled(PER_THOUSAND) for one in rates(events, bases, rounding=rounding)]

    return estimates


def _nothing(rows: Sequence[Measured]) -> list[Estimate]:
    return [Estimate(_value(one)) for one in rows]


_BY_KIND = {ColumnKind.PART: _part, ColumnKind.PERCENTAGE: _share, ColumnKind.RATE: _rate}


def _both(rows: Sequence[Measured]) -> tuple[Numbers, Numbers]:
    return _array(_float(one.whole.numerator) for one in rows), _array(_float(one.whole.denominator) for one in rows)


def _array(numbers: Iterable[float | None]) -> Numbers:
    return np.array([np.nan if number is None else number for number in numbers], dtype=np.float64)


def _value(one: Measured) -> float | None:
    return _float(one.whole.value)


def _counted(one: Measured) -> float | None:
    return _float(one.respondents if one.respondents is not None else one.whole.denominator)


def _float(number: Fraction | None) -> float | None:
    return None if number is None else float(number)


def _above_zero(number: Fraction | None) -> bool:
    return number is not None and number > 0
