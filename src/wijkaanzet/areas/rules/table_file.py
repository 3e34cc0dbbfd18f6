"""Reading a small table from a file: rows by the names of their columns, each with its line. Plain Python.

For tables of areas and of changes, not for figures: those may be large and are read by their own rules.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO
from typing import Final

from wijkaanzet.kernel.refusals import Refused

DELIMITERS: Final = (";", "\t", ",", "|")
LARGEST_KB: Final = 200
LONGEST_SHOWN: Final = 20
"""How much of a wrong value a sentence repeats."""
ENCODINGS: Final = ("utf-8-sig", "cp1252")
SPREADSHEET: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_WEIGHT: Final = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{1,20})?")


@dataclass(frozen=True)
class Columns:
    """The columns of a kind of table: the names under which each may stand, in small letters, with spaces for `_`."""

    needed: Mapping[str, Sequence[str]]
    optional: Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Row:
    """A row of the table: its line in the file, counted from 1, and what stands under each column; "" when nothing."""

    line: int
    cells: Mapping[str, str]

    def needed(self, column: str) -> str:
        """What stands under a column. Raises Refused ("table_cell_empty") when it is nothing."""
        found = self.cells[column]
        if not found:
            raise Refused("table_cell_empty", line=self.line, column=column)
        return found

    def weight(self, column: str) -> Decimal:
        """The weight under a column, with a point or a comma; 1 when nothing stands there.

        Raises Refused ("table_no_weight").
        """
        found = self.cells.get(column, "") or "1"
        if not _WEIGHT.fullmatch(found):
            raise Refused("table_no_weight", line=self.line, value=found[:LONGEST_SHOWN])
        return Decimal(found.replace(",", "."))


def text_of(data: bytes, *, largest_kb: int = LARGEST_KB) -> str:
    """The text of a file, in UTF-8 or else as old Dutch spreadsheets write it (Windows-1252).

    Raises Refused: ("table_too_large"), ("table_spreadsheet"), ("table_no_text").
    """
    if len(data) > largest_kb * 1_000:
        raise Refused("table_too_large", kilobytes=largest_kb)
    if data.startswith(SPREADSHEET):
        raise Refused("table_spreadsheet")
    if b"\x00" in data or data.startswith(b"%PDF"):
        raise Refused("table_no_text")
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused("table_no_text")


def read_table(text: str, *, columns: Columns) -> list[Row]:
    """The rows of a table with one line of names above it; empty lines are left out, other columns are not read.

    Raises Refused: ("table_empty"), ("table_column_missing"), ("table_column_twice"), ("table_no_rows"), and with the
    line ("table_cells") and ("table_broken").
    """
    head = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(DELIMITERS, key=lambda one: sum(map(bool, _places(_names(head, one), columns).values())))
    lines = _lines(text, delimiter)
    header = next((cells for _line, cells in lines), None)
    if header is None:  # nothing at all, or only marks between cells
        raise Refused("table_empty")
    places = _checked(_places([_plain(name) for name in header], columns), columns)
    rows = [_row(line, cells, places, len(header)) for line, cells in lines]
    if not rows:
        raise Refused("table_no_rows")
    return rows


def _names(head: str, delimiter: str) -> list[str]:
    try:
        return [_plain(name) for name in next(csv.reader([head], delimiter=delimiter))]
    except csv.Error:
        return []


def _plain(name: str) -> str:
    return " ".join(name.replace("_", " ").replace("-", " ").lower().split())


def _places(names: Sequence[str], columns: Columns) -> dict[str, list[int]]:
    """At which places each column stands."""
    wanted = {**columns.needed, **columns.optional}
    return {key: [place for place, name in enumerate(names) if name in usual] for key, usual in wanted.items()}


def _checked(places: Mapping[str, list[int]], columns: Columns) -> dict[str, int]:
    for key, found in places.items():
        usual = (*columns.needed.get(key, ()), *columns.optional.get(key, ()))
        if len(found) > 1:
            raise Refused("table_column_twice", column=usual[0])
        if not found and key in columns.needed:
            raise Refused("table_column_missing", column=usual[0], names=", ".join(usual))
    return {key: found[0] for key, found in places.items() if found}


def _lines(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not empty, with the line that it begins on."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begins, [cell.strip() for cell in cells]
            begins = reader.line_num + 1
    except csv.Error as error:
        raise Refused("table_broken", line=begins) from error


def _row(line: int, cells: Sequence[str], places: Mapping[str, int], width: int) -> Row:
    if len(cells) != width:
        raise Refused("table_cells", line=line, found=len(cells), wanted=width)
    return Row(line, {key: cells[place] for key, place in places.items()})
