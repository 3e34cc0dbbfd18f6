"""From the rows of a table to the figures of regions, one by one and checked; any size takes little memory."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NoReturn

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.catalogue import normalised
from wijkaanzet.scans.rules.columns import LONGEST_HEADER, SHARES, Column, ColumnKind
from wijkaanzet.scans.rules.mapping import ColumnMapping
from wijkaanzet.scans.rules.reading.layout import Layout
from wijkaanzet.scans.rules.reading.numbers import Numbers
from wijkaanzet.scans.rules.reading.regions import is_abroad, is_water, region
from wijkaanzet.scans.rules.reading.signs import is_otherwise_decimal
from wijkaanzet.scans.rules.reading.table import Table
from wijkaanzet.scans.rules.roll_up import exact_text
from wijkaanzet.scans.rules.seen import Seen

Cell = tuple[str, str, str, str, str]
"""Value as exact text, the reason when it is not known, lower bound, upper bound, respondents."""
Note = Callable[[BadInput], None]

LONGEST_NAME = LONGEST_HEADER
_STARTS_A_FORMULA = ("=", "+", "-", "@")
_WATER = ("water", "h2o")
_UNCHANGED = ("1", "1.0", "1,0")  # CBS, Indelingswijziging wijken en buurten: 1 is unchanged since the year before
_NEVER_BELOW_ZERO = frozenset({ColumnKind.COUNT, ColumnKind.PART, ColumnKind.PERCENTAGE, ColumnKind.RATE})


@dataclass(frozen=True, slots=True)
class Row:
    """What a table says of one region: a cell for each column of the mapping, in its order."""

    line: int
    code: str
    name: str
    unchanged: bool
    cells: list[Cell]


class Reader:
    """Reads the rows of one table by its mapping."""

    def __init__(self, table: Table, mapping: ColumnMapping, *, layout: Layout, note: Note) -> None:
        self.rows, self.note = table.rows, note
        self.layout, self.numbers = layout, Numbers(layout)
        header = list(table.header)
        self.code = _place(header, mapping.code)
        self.name = header.index(mapping.name) if mapping.name else None
        self.changed = header.index(mapping.changed) if mapping.changed else None
        self.only = [(_place(header, key), value) for key, value in mapping.only]
        self.water = next((place for place, name in enumerate(header) if normalised(name) in _WATER), None)
        self.columns = [_Read(header, column) for column in mapping.columns]

    def regions(self) -> Iterator[Row]:
        """Every region once, in the order of the file; what is wrong with a row is told to `note`, and left out."""
        seen = Seen()
        for line, cells in self.rows:
            if not self._counts(cells):
                continue
            try:
                code = self._code(line, cells)
                if is_abroad(code):
                    continue
                if not seen.add(code):
                    raise BadInput("duplicate_area", where=str(line), code=code)
                row = Row(line, code, self._name(line, code, cells), self._unchanged(cells), self._cells(line, cells))
            except BadInput as bad:
                self.note(bad)
            else:
                yield row

    def _counts(self, cells: Sequence[str]) -> bool:
        """Whether a row is one of those that are meant; water counts twice."""
        if self.water is not None and is_water(cells[self.water]):
            return False
        return all(" ".join(cells[place].split()) == value for place, value in self.only)

    def _code(self, line: int, cells: Sequence[str]) -> str:
        code = region(cells[self.code])
        if code is None:
            raise BadInput("wrong_code", where=str(line), code=cells[self.code][:40])
        return code

    def _name(self, line: int, code: str, cells: Sequence[str]) -> str:
        if self.name is None:
            return ""
        name = " ".join(cells[self.name].split())
        if not name or not name.isprintable() or len(name) > LONGEST_NAME:
            raise BadInput("wrong_name", where=str(line), code=code)
        if name.startswith(_STARTS_A_FORMULA):
            raise BadInput("formula_in_name", where=str(line), code=code, sign=name[0])
        return name

    def _unchanged(self, cells: Sequence[str]) -> bool:
        return self.changed is not None and cells[self.changed] in _UNCHANGED

    def _cells(self, line: int, cells: Sequence[str]) -> list[Cell]:
        text, reason = self.numbers.text, self.numbers.reason
        found: list[Cell] = []
        for column in self.columns:
            cell = cells[column.place]
            try:
                value = text(cell)
                if column.is_plain:
                    found.append((value, "", "", "", "") if value is not None else ("", reason(cell), "", "", ""))
                else:
                    low, high, n = (text(cells[at]) if at is not None else None for at in column.beside)
                    value, low, high = column.times(value), column.times(low), column.times(high)
                    why = "" if value is not None else reason(cell)
                    found.append((value or "", why, low or "", high or "", n or ""))
            except BadInput:
                raise self._unreadable(line, cells, column) from None
            if value is not None and column.is_impossible(value):
                column.refuse(line, self._code(line, cells), value)
        return found

    def _unreadable(self, line: int, cells: Sequence[str], column: "_Read") -> BadInput:
        """The cell of a figure, or of what stands beside it, that is no number."""
        key, cell = next((key, cells[place]) for key, place in column.places if not self._is_number(cells[place]))
        where, code, decimal = str(line), self._code(line, cells), self.layout.decimal
        if is_otherwise_decimal(cell, self.layout):
            return BadInput("mixed_decimals", where=where, code=code, column=key, cell=cell[:40], decimal=decimal)
        return BadInput("not_a_number", where=where, code=code, column=key, cell=cell[:40])

    def _is_number(self, cell: str) -> bool:
        try:
            self.numbers.text(cell)
        except BadInput:
            return False
        return True


class _Read:
    """How one column is read."""

    def __init__(self, header: Sequence[str], column: Column) -> None:
        self.key, self.kind = column.key, column.kind
        self.place = _place(header, column.key)
        self.factor = Fraction(column.times)
        beside = (column.low, column.high, column.respondents)
        self.beside = [header.index(key) if key else None for key in beside]
        self.places = [(key, header.index(key)) for key in (column.key, *filter(None, beside))]
        self.is_plain = self.factor == 1 and not any(place is not None for place in self.beside)
        self.below_zero = column.kind in _NEVER_BELOW_ZERO
        self.above_100 = column.kind in SHARES and column.kind is not ColumnKind.PART

    def times(self, value: str | None) -> str | None:
        """The number in the unit of the figure: a table may count in thousands."""
        return value if value is None or self.factor == 1 else exact_text(Fraction(value) * self.factor)

    def is_impossible(self, value: str) -> bool:
        """Whether a number cannot be what its column says it is."""
        if self.below_zero and value[0] == "-":
            return Fraction(value) < 0
        return self.above_100 and len(value) > 2 and float(value) >= 100 and Fraction(value) > 100

    def refuse(self, line: int, code: str, value: str) -> NoReturn:
        """Say what is then wrong. Raises BadInput("value_negative") and ("percentage_above_100")."""
        if value.startswith("-"):
            raise BadInput("value_negative", where=str(line), code=code, column=self.key)
        raise BadInput("percentage_above_100", where=str(line), code=code, column=self.key)


def _place(header: Sequence[str], key: str) -> int:
    if key not in header:
        raise BadInput("missing_column", where="1", column=key)
    return header.index(key)
