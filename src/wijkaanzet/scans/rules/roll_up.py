"""From CBS areas to an area of the municipality: counts add up, shares go through what they are a part of.

A whole of which a part is not known is not known: we say of how many parts, and never guess the rest. A median and an
index of parts never become one of the whole.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from wijkaanzet.scans.rules.columns import PER_THOUSAND, ColumnKind


class WhyUnknown(StrEnum):
    """Waarom niet bekend. Why parts do not become a whole."""

    PARTS = "parts"
    NO_BASE = "no_base"
    NEVER_ADDED = "never_added"


@dataclass(frozen=True)
class Part:
    """What is known of one CBS area: the value, and the count that it is a part or a mean of."""

    value: Fraction | None
    base: Fraction | None = None
    lived_in: bool = True
    weight: Fraction = Fraction(1)
    """Which part of the CBS area lies in the area."""


@dataclass(frozen=True)
class Whole:
    """A figure of an area; without a value, `why` says so and `unknown` of its `parts` are the reason."""

    value: Fraction | None
    unknown: int
    parts: int
    why: WhyUnknown | None = None
    numerator: Fraction | None = None
    """Of a share: how many it counts."""
    denominator: Fraction | None = None
    """Of a share or a mean: of how many."""
    estimated: bool = False
    """Whether a CBS area that lies in it for a part was shared out by its weight."""


def whole(kind: ColumnKind, parts: Sequence[Part], *, has_base: bool) -> Whole:
    """The figure of an area that is made up of these parts; `has_base` tells whether the table counts what it is of."""
    if kind is ColumnKind.COUNT:
        return added(parts)
    if kind in _FACTORS and has_base:
        return weighed(parts, factor=_FACTORS[kind])
    return alone(parts, why=WhyUnknown.NO_BASE if kind in _FACTORS else WhyUnknown.NEVER_ADDED)


def added(parts: Sequence[Part]) -> Whole:
    """The sum of a count. A part where nobody lives and nothing was counted, counts zero."""
    known = [part.value * part.weight for part in parts if part.value is not None]
    unknown = sum(part.value is None and part.lived_in for part in parts)
    if unknown or not known:
        return Whole(None, unknown or len(parts), len(parts), WhyUnknown.PARTS)
    return Whole(sum(known, Fraction(0)), 0, len(parts), estimated=_shared_out(parts))


def share(parts: Sequence[Part]) -> Whole:
    """The percentage of the whole: each part weighs as much as the count that its percentage is of."""
    return weighed(parts, factor=_percentage)


def weighed(parts: Sequence[Part], *, factor: Callable[[Fraction, Fraction], tuple[Fraction, int]]) -> Whole:
    """A share or a mean of the whole, through how many it counts; `factor` gives that number and the scale.

    Left out is a part that counts nobody, or where nobody lives and nothing was counted: not one with shops alone.
    """
    counting = [part for part in parts if part.base != 0 and (part.lived_in or part.base is not None)]
    known = [
        (part.value, part.base, part.weight) for part in counting if part.value is not None and part.base is not None
    ]
    unknown = len(counting) - len(known)
    if unknown or not known:
        return Whole(None, unknown or len(parts), len(parts), WhyUnknown.PARTS)
    value, denominator, weight = known[0]
    numerator, scale = factor(value, denominator)
    if len(known) > 1 or weight != 1:  # most areas are one CBS area, and exact sums take their time
        counted = [(factor(value, base)[0], base, weight) for value, base, weight in known]
        numerator = sum((one * weight for one, _, weight in counted), Fraction(0))
        denominator = sum((base * weight for _, base, weight in counted), Fraction(0))
    return Whole(numerator * scale / denominator, 0, len(parts), None, numerator, denominator, _shared_out(counting))


def alone(parts: Sequence[Part], *, why: WhyUnknown) -> Whole:
    """What cannot be made up of parts stands only where an area is exactly one CBS area."""
    if len(parts) == 1 and parts[0].weight == 1:
        value = parts[0].value
        return Whole(value, int(value is None), 1, WhyUnknown.PARTS if value is None else None)
    return Whole(None, len(parts), len(parts), why if parts else WhyUnknown.PARTS)


def exact_text(value: Fraction) -> str:
    """A number of a table as exact text: 12.5. Raises ValueError when no number of decimals holds it, as of 1/3."""
    places = max(_power(value.denominator, 2), _power(value.denominator, 5))
    digits = f"{abs(value) * 10**places}".rjust(places + 1, "0")
    if "/" in digits:
        raise ValueError(f"{value} has no end as a decimal number")
    whole_part, rest = (digits[:-places], digits[-places:]) if places else (digits, "")
    return f"{'-' if value < 0 else ''}{whole_part}{'.' + rest if rest else ''}"


def _power(number: int, prime: int) -> int:
    """How often a prime divides a number."""
    count = 0
    while number % prime == 0:
        number, count = number // prime, count + 1
    return count


def _percentage(value: Fraction, base: Fraction) -> tuple[Fraction, int]:
    return value * base / 100, 100


def _rate(value: Fraction, base: Fraction) -> tuple[Fraction, int]:
    return value * base / PER_THOUSAND, PER_THOUSAND


def _part_of(value: Fraction, base: Fraction) -> tuple[Fraction, int]:
    return value, 100


def _mean(value: Fraction, base: Fraction) -> tuple[Fraction, int]:
    return value * base, 1


def _shared_out(parts: Sequence[Part]) -> bool:
    return any(part.weight != 1 for part in parts)


_FACTORS: dict[ColumnKind, Callable[[Fraction, Fraction], tuple[Fraction, int]]] = {
    ColumnKind.PART: _part_of,
    ColumnKind.PERCENTAGE: _percentage,
    ColumnKind.RATE: _rate,
    ColumnKind.MEAN: _mean,
}
