"""From a CSV file of figures to the areas of one municipality, row by row, so that a large file needs little memory."""

import csv
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import BinaryIO

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.figures import AreaFigures, Figures, FiguresLayout

# CBS: municipality 4 digits, wijk 2 and buurt 2, in which letters occur from the hundredth on
CODE = re.compile(r"NL0[01]|GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4}")
MUNICIPALITY = re.compile(r"GM[0-9]{4}")
LONGEST_LINE = 100_000  # bytes; the widest CBS table has lines of some 2,000
LONGEST_NAME = 200
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?")
_STARTS_A_FORMULA = ("=", "+", "-", "@")
_CBS_MISSING = -99990  # CBS map layers write this and lower for "unknown", "secret" and "not applicable"


def load_figures(
    file: BinaryIO,
    layout: FiguresLayout,
    columns: Iterable[str],
    *,
    municipality: str | None = None,
    note: Callable[[BadInput], None] | None = None,
) -> Figures:
    """Read the areas of a municipality (GM0855: its wijken or its buurten), or all rows when none is named.

    Every row needs a right code; beyond that only the kept rows are read. The fingerprint covers the whole file.
    Raises BadInput with the line of the first wrong cell; with `note` (a dry run) wrong rows are told and left out.
    """
    if municipality is not None and MUNICIPALITY.fullmatch(municipality) is None:
        raise BadInput("wrong_municipality", code=municipality[:40])
    digest = hashlib.sha256()
    rows = read_rows(file, encoding=layout.encoding, delimiter=layout.delimiter, read=digest.update)
    table = _Table(rows, layout, sorted(set(columns)))
    areas = tuple(table.areas(municipality, note or _raise))
    if not areas:
        if municipality is None:
            raise BadInput("no_rows")
        raise BadInput("no_rows_of_municipality", code=municipality)
    return Figures(areas, digest.hexdigest())


class _Table:
    """The rows under a header, with the place of each column that is needed."""

    def __init__(self, rows: Iterator[tuple[int, list[str]]], layout: FiguresLayout, columns: Sequence[str]) -> None:
        self.rows = rows
        self.layout = layout
        _, header = next(rows, (0, []))
        if not header:
            raise BadInput("no_rows")
        self.width = len(header)
        names = [cell.strip() for cell in header]
        self.place = {name: _place(names, name) for name in (layout.code, layout.name, layout.inhabitants, *columns)}
        self.columns = columns

    def areas(self, municipality: str | None, note: Callable[[BadInput], None]) -> Iterator[AreaFigures]:
        """Give the kept areas one by one; what is wrong with a row is told to `note`. Raises BadInput on the file."""
        seen: dict[str, None] = {}
        for line, cells in self.rows:
            if not any(cell.strip() for cell in cells):
                continue
            try:
                code = self._code(line, cells)
                if municipality is not None and not is_of(code, municipality):
                    continue
                _check_place(line, code, seen)
                seen[code] = None
                area = self._area(line, code, cells)
            except BadInput as bad:
                note(bad)
            else:
                yield area

    def _code(self, line: int, cells: Sequence[str]) -> str:
        place = self.place[self.layout.code]
        code = cells[place].strip().upper() if place < len(cells) else ""
        if CODE.fullmatch(code) is None:
            raise BadInput("wrong_code", where=str(line), code=code[:40])
        return code

    def _area(self, line: int, code: str, cells: Sequence[str]) -> AreaFigures:
        if len(cells) != self.width:
            raise BadInput("row_length", where=str(line), code=code, cells=len(cells), columns=self.width)
        name = " ".join(cells[self.place[self.layout.name]].split())
        if not name or not name.isprintable() or len(name) > LONGEST_NAME:
            raise BadInput("wrong_name", where=str(line), code=code)
        if name.startswith(_STARTS_A_FORMULA):
            raise BadInput("formula_in_name", where=str(line), code=code, sign=name[0])
        inhabitants = self._number(line, code, cells, self.layout.inhabitants)
        if inhabitants is None:
            raise BadInput("inhabitants_missing", where=str(line), code=code)
        if inhabitants.denominator != 1 or inhabitants < 0:
            raise BadInput("inhabitants_not_whole", where=str(line), code=code)
        values = {column: self._number(line, code, cells, column) for column in self.columns}
        return AreaFigures(code, name, inhabitants, values)

    def _number(self, line: int, code: str, cells: Sequence[str], column: str) -> Fraction | None:
        cell = cells[self.place[column]].strip()
        if cell in self.layout.missing:
            return None
        text = cell if self.layout.decimal == "." else cell.replace(".", "?").replace(",", ".")
        if _NUMBER.fullmatch(text) is None:
            raise BadInput("not_a_number", where=str(line), code=code, column=column, cell=cell[:40])
        number = Fraction(text)
        return None if number <= _CBS_MISSING else number


def is_of(code: str, municipality: str) -> bool:
    """Whether a code is of a wijk or a buurt of a municipality."""
    return code[2:6] == municipality[2:] and code[:2] in ("WK", "BU")


def _check_place(line: int, code: str, seen: Mapping[str, None]) -> None:
    """Every area once, and one level only, because a wijk contains its buurten."""
    if code in seen:
        raise BadInput("duplicate_area", where=str(line), code=code)
    level = next(iter(seen), code)[:2]
    if code[:2] != level:
        raise BadInput("mixed_levels", where=str(line), first=level, second=code[:2])


def _raise(bad: BadInput) -> None:
    raise bad


def _place(names: Sequence[str], name: str) -> int:
    if name not in names:
        raise BadInput("missing_column", where="1", column=name)
    if names.count(name) > 1:
        raise BadInput("column_stands_twice", where="1", column=name)
    return names.index(name)


def read_rows(
    file: BinaryIO, *, encoding: str, delimiter: str, read: Callable[[bytes], None] = lambda raw: None
) -> Iterator[tuple[int, list[str]]]:
    """Every row of a file with its line; `read` gets the bytes as they come. Raises BadInput."""
    reader = csv.reader(_lines(file, encoding, read), delimiter=delimiter, strict=True)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise BadInput("unreadable_row", where=str(reader.line_num)) from None
        yield reader.line_num, cells


def _lines(file: BinaryIO, encoding: str, read: Callable[[bytes], None]) -> Iterator[str]:
    """Decode line by line; the encodings we accept all write the end of a line as one byte."""
    number = 0
    while raw := file.readline(LONGEST_LINE + 1):
        number += 1
        read(raw)
        if len(raw) > LONGEST_LINE:
            raise BadInput("unreadable_row", where=str(number))
        if number == 1:
            raw = raw.removeprefix(b"\xef\xbb\xbf")  # the mark with which spreadsheets begin UTF-8
        try:
            yield raw.decode(encoding)
        except UnicodeDecodeError:
            raise BadInput("wrong_encoding", where=str(number), encoding=encoding) from None
