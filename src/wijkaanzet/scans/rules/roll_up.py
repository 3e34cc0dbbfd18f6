"""From CBS areas to an area of the municipality: counts add up, percentages go through what they are a part of.

A whole of which a part is not known is not known: we say of how many parts, and never guess the rest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Part:
    """What is known of one CBS area: the value, and of a percentage the count that it is a part of."""

    value: Fraction | None
    base: Fraction | None = None
    lived_in: bool = True


@dataclass(frozen=True)
class Whole:
    """A figure of an area; without a value, `unknown` of its `parts` are why."""

    value: Fraction | None
    unknown: int
    parts: int


def added(parts: Sequence[Part]) -> Whole:
    """The sum of a count. A part where nobody lives and nothing was counted, counts zero."""
    known = [part.value for part in parts if part.value is not None]
    unknown = sum(part.value is None and part.lived_in for part in parts)
    if unknown or not known:
        return Whole(None, unknown or len(parts), len(parts))
    return Whole(sum(known, Fraction(0)), 0, len(parts))


def share(parts: Sequence[Part]) -> Whole:
    """The percentage of the whole: each part weighs as much as the count that its percentage is of."""
    counting = [part for part in parts if part.lived_in and part.base != 0]
    known = [(part.value, part.base) for part in counting if part.value is not None and part.base is not None]
    unknown = len(counting) - len(known)
    if unknown or not known:
        return Whole(None, unknown or len(parts), len(parts))
    base = sum((base for _, base in known), Fraction(0))
    return Whole(sum((value * base for value, base in known), Fraction(0)) / base, 0, len(parts))


def exact_text(value: Fraction) -> str:
    """A number of a table as exact text: 12.5. What the parser of figures read always ends within fifteen decimals."""
    whole, rest = divmod(abs(value.numerator), value.denominator)
    digits = f"{rest * 10**15 // value.denominator:015}".rstrip("0")
    return f"{'-' if value < 0 else ''}{whole}{'.' + digits if digits else ''}"
