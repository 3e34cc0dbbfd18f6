"""CBS areas that lie in each other, taken apart: what a wijk counts besides its buurten is a cell of its own.

A table can count the municipality, its wijken and their buurten. Who subtracts one from another learns the rest, so the
rest is what must be guarded.
"""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

Numbers = Mapping[str, Fraction]
_DIGITS = 2  # GM0855, WK085510 and BU08551003: the digits of an area start with those of the area that it lies in
_FINEST = 1_000
"""Weights are judged in thousandths; a share of a count is an estimate already."""


class Within:
    """Areas of one table by their CBS codes, each with the areas directly inside it."""

    def __init__(self, codes: Iterable[str]) -> None:
        self.inside: dict[str, list[str]] = {code: [] for code in sorted(codes, key=lambda code: (len(code), code))}
        for code in self.inside:
            around = self._around(code)
            if around is not None:
                self.inside[around].append(code)

    def apart(self, counts: Numbers) -> dict[str, Fraction]:
        """What each area counts besides the areas inside it: at least nothing, whatever the table says."""
        return {
            code: max(counts[code] - sum((counts[one] for one in found), Fraction(0)), Fraction(0))
            for code, found in self.inside.items()
        }

    def cells(self, parts: Numbers) -> dict[str, Fraction]:
        """What a group is made up of: each area with all that lies inside it, by its weight in thousandths."""
        found: dict[str, Fraction] = {}
        for code, weight in parts.items():
            for cell in self._all(code):
                found[cell] = found.get(cell, Fraction(0)) + weight
        return {cell: _coarse(weight) for cell, weight in found.items()}

    def _around(self, code: str) -> str | None:
        """The smallest area that this one lies in."""
        digits = code[_DIGITS:]
        longer = (digits[:length] for length in range(len(digits) - 1, 0, -1))
        known = (f"{level}{one}" for one in longer for level in ("WK", "GM"))
        return next((one for one in known if one in self.inside), None)

    def _all(self, code: str) -> Iterator[str]:
        yield code
        for one in self.inside.get(code, ()):
            yield from self._all(one)


def whole_people(count: Fraction) -> Fraction:
    """A count in whole people: a share of a rounded percentage is seldom one. More than nobody is at least one."""
    return Fraction(max(int(count + Fraction(1, 2)), int(count > 0)))


def _coarse(weight: Fraction) -> Fraction:
    return min(max(Fraction(round(weight * _FINEST), _FINEST), Fraction(1, _FINEST)), Fraction(1))
