"""Which signs a file has for decimals, for thousands and for "not known": told by its cells, not guessed."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.reading.layout import Layout
from wijkaanzet.scans.rules.reading.native import Native

ALWAYS_MISSING = ("", ".")
OTHER_MISSING = frozenset(
    {"-", "x", "X", "NA", "N/A", "n/a", "nb", "n.b.", "n.v.t.", "NULL", "null", "nan", "NaN", "*", "#N/A", "#N/B"}
)
_SPACES, _APOSTROPHES = " \u00a0\u202f", "'’"
_OTHER = _SPACES + _APOSTROPHES
NUMBER = re.compile(
    rf"[-+]?(?:[0-9]{{1,15}}(?:[.,][0-9]{{1,25}})?|[.,][0-9]{{1,25}}|[0-9]{{1,3}}(?:[.,{_OTHER}][0-9]{{3}})+(?:[.,][0-9]+)?)"
)


def _certain(decimal: str, other: str) -> re.Pattern[str]:
    """Numbers in which only this can be the sign of decimals: 12.5, 1,234.5 and 1,234,567."""
    sign = "[-+]?"
    plain, groups = rf"[0-9]*\{decimal}[0-9]+", rf"[0-9]{{1,3}}(?:[{other}{_OTHER}][0-9]{{3}})+\{decimal}[0-9]+"
    return re.compile(rf"{sign}(?:{plain}|{groups}|[0-9]{{1,3}}(?:[{other}][0-9]{{3}}){{2,}})")


_POINT, _COMMA = _certain(".", ","), _certain(",", ".")
_GROUP = re.compile(rf"[-+]?[1-9][0-9]{{0,2}}(?:([.,{_OTHER}])[0-9]{{3}})+(?:[.,][0-9]+)?")
_EITHER = re.compile(r"[-+]?[1-9][0-9]{0,2}[.,][0-9]{3}")  # 1.234: a thousand and more, or one and a bit


@dataclass(frozen=True)
class Signs:
    """What was found."""

    decimal: str
    thousands: str
    uncertain: bool


class SignCount:
    """Counts how the numbers of a file are written."""

    def __init__(self) -> None:
        self._certain: Counter[str] = Counter()
        self._groups: Counter[str] = Counter()
        self._either: Counter[str] = Counter()

    def look(self, cells: Iterable[str]) -> None:
        """Take in a row."""
        for cell in cells:
            if not isinstance(cell, Native) and cell and not cell.isdigit() and NUMBER.fullmatch(cell):
                self._count(cell)

    def told(self) -> bool:
        """Whether the sign of decimals is certain by now."""
        return bool(self._certain)

    def signs(self) -> Signs:
        """Decimals as most certain numbers have them; a group of three is thousands only beside other decimals."""
        point, comma = self._certain["."], self._certain[","]
        if point or comma:
            decimal = "," if comma > point else "."
        else:
            decimal = "," if self._either[","] > self._either["."] else "."
        other = "." if decimal == "," else ","
        grouped = [sign for sign in (" ", "'") if self._groups[sign]]
        if (point or comma) and (self._groups[other] or self._either[other]):
            grouped.insert(0, other)
        thousands = grouped[0] if grouped else ""
        return Signs(decimal, thousands, uncertain=not (point or comma) and bool(self._either))

    def _count(self, cell: str) -> None:
        if _EITHER.fullmatch(cell):
            self._either["." if "." in cell else ","] += 1
            return
        if _POINT.fullmatch(cell):
            self._certain["."] += 1
        elif _COMMA.fullmatch(cell):
            self._certain[","] += 1
        if group := _GROUP.fullmatch(cell):
            sign = group[1]
            self._groups[" " if sign in _SPACES else "'" if sign in _APOSTROPHES else sign] += 1


class MissingCount:
    """Gathers what stands between the numbers of each column."""

    def __init__(self, width: int) -> None:
        self._wordy = set(range(width))  # columns in which no number was seen yet
        self._found: dict[str, set[int]] = {}

    def look(self, cells: Sequence[str], *, thoroughly: bool) -> None:
        """Take in a row; further down it is enough to look at columns that have such a sign."""
        for sign in OTHER_MISSING.intersection(cells):
            places = self._found.setdefault(sign, set())
            places.update(place for place, cell in enumerate(cells) if cell == sign)
        wordy = self._wordy if thoroughly else self._wordy.intersection(chain(*self._found.values()))
        self._wordy -= {place for place in wordy if NUMBER.fullmatch(cells[place])}

    def signs(self) -> tuple[str, ...]:
        """Nothing, a point, and the signs that stand in a column with numbers."""
        found = sorted(sign for sign, places in self._found.items() if places - self._wordy)
        return (*ALWAYS_MISSING, *found)


def is_otherwise_decimal(cell: str, layout: Layout) -> bool:
    """Whether a cell is a number with the other sign of decimals than the layout has."""
    other, wrong = (".", _POINT) if layout.decimal == "," else (",", _COMMA)
    if other not in cell or not wrong.fullmatch(cell):
        return False
    return not (layout.thousands == other and _GROUP.fullmatch(cell))


def check_numbers(
    rows: Iterable[tuple[int, list[str]]], header: Sequence[str], layout: Layout, *, columns: Collection[str]
) -> None:
    """Read some columns of a table through for numbers with the other sign of decimals than the layout has.

    Raises BadInput("mixed_decimals") with the line, the column and the cell of the first: which of the two is meant
    is not for a program to say.
    """
    places = [place for place, name in enumerate(header) if name in columns]
    for line, cells in rows:
        for place in places:
            cell = cells[place]
            if is_otherwise_decimal(cell, layout):
                raise BadInput(
                    "mixed_decimals", where=str(line), column=header[place], cell=cell[:40], decimal=layout.decimal
                )
