"""What a file seems to be before anybody said what it means: how it is written, its columns, its first rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from io import BytesIO

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.figures_file import CODE, is_of, read_rows
from wijkaanzet.scans.rules.mapping import LONGEST_HEADER

LARGEST_FILE = 10_000_000  # bytes
MOST_COLUMNS = 190  # the widest table of CBS has 182; a browser sends five answers per column, and at most a thousand
SHOWN_ROWS = 5
DELIMITERS = (",", ";", "\t", "|")
ALWAYS_MISSING = ("", ".")
OTHER_MISSING = frozenset({"-", "x", "X", "NA", "N/A", "n/a", "nb", "n.b.", "NULL", "null", "nan", "NaN", "*"})
SPREADSHEET = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")  # xlsx and other zips; the xls of before 2007
_POINT = re.compile(r"-?[0-9]+\.[0-9]+")
_COMMA = re.compile(r"-?[0-9]+,[0-9]+")
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:[.,][0-9]{1,15})?")
_SAMPLED_LINES = 50


@dataclass(frozen=True)
class Dialect:
    """How a file is written."""

    delimiter: str
    decimal: str
    encoding: str
    missing: tuple[str, ...]


@dataclass
class ColumnFacts:
    """What stands in one column, in the rows of the municipality."""

    key: str
    values: list[str] = field(default_factory=list)
    codes: set[str] = field(default_factory=set)
    """The areas of the municipality that are named here."""

    def numbers(self, missing: Sequence[str]) -> list[Fraction] | None:
        """The numbers in this column, whatever their sign of decimals; None when most of it is something else.

        A few cells of text among numbers are mistakes that the dry run names; they do not make it a column of text.
        """
        cells = [cell for cell in self.values if cell not in missing]
        found = [Fraction(cell.replace(",", ".")) for cell in cells if _NUMBER.fullmatch(cell)]
        return found if found and 2 * len(found) >= len(cells) else None


@dataclass(frozen=True)
class Overview:
    """A file as it was understood; the first rows are of the municipality."""

    dialect: Dialect
    header: tuple[str, ...]
    columns: tuple[ColumnFacts, ...]
    code: str
    """The header of the column with the codes of areas."""
    first_rows: tuple[tuple[str, ...], ...]
    rows: int
    """Of the whole file."""


def look_at(content: bytes, *, municipality: str) -> Overview:
    """Understand a file as far as that goes without guessing.

    Raises BadInput when it is no table of this municipality: ("empty_file"), ("file_over"), ("spreadsheet_file"),
    ("not_a_text_file"), ("no_rows"), ("no_header"), ("too_many_columns"), ("header_too_long"), ("no_code_here") and
    as the reader of rows does.
    """
    check_bytes(content)
    encoding = encoding_of(content)
    delimiter = delimiter_of(content, encoding)
    rows = read_rows(BytesIO(content), encoding=encoding, delimiter=delimiter)
    header = _header(rows)
    columns = tuple(ColumnFacts(key) for key in header)
    count, own = _own_rows(rows, columns, municipality)
    code = _code_column(columns, municipality)
    own = [cells for cells in own if is_of(_cell(cells, header.index(code)).upper(), municipality)]
    for place, column in enumerate(columns):
        column.values = [_cell(cells, place) for cells in own]
    dialect = Dialect(delimiter, decimal_of(columns), encoding, missing_of(columns))
    return Overview(dialect, header, columns, code, tuple(map(tuple, own[:SHOWN_ROWS])), count)


def check_bytes(content: bytes) -> None:
    """Only a text can be a table. Raises BadInput as look_at says."""
    if not content.strip():
        raise BadInput("empty_file")
    if len(content) > LARGEST_FILE:
        raise BadInput("file_over", most=LARGEST_FILE // 1_000_000)
    if content.startswith(SPREADSHEET):
        raise BadInput("spreadsheet_file")
    if content.startswith(b"%PDF") or b"\x00" in content:
        raise BadInput("not_a_text_file")


def encoding_of(content: bytes) -> str:
    """UTF-8 when it is that, else what older Windows programs write."""
    for encoding in ("utf-8", "cp1252"):
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return "iso8859-1"


def delimiter_of(content: bytes, encoding: str) -> str:
    """The sign that cuts most of the first lines into as many cells as the header, and into most cells."""
    lines = content[:200_000].splitlines()[:_SAMPLED_LINES]
    return max(DELIMITERS, key=lambda sign: _fit(BytesIO(b"\n".join(lines)), encoding, sign))


def decimal_of(columns: Sequence[ColumnFacts]) -> str:
    """A comma when more numbers are written with one than with a point."""
    cells = [cell for column in columns for cell in column.values]
    commas, points = (sum(sign.fullmatch(cell) is not None for cell in cells) for sign in (_COMMA, _POINT))
    return "," if commas > points else "."


def missing_of(columns: Sequence[ColumnFacts]) -> tuple[str, ...]:
    """The signs for "not known": nothing, a point, and what else stands between the numbers of a column."""
    found = {
        cell
        for column in columns
        for cell in OTHER_MISSING.intersection(column.values)
        if any(_NUMBER.fullmatch(value) for value in column.values)
    }
    return (*ALWAYS_MISSING, *sorted(found))


def _fit(file: BytesIO, encoding: str, delimiter: str) -> tuple[int, int]:
    """How many rows have as many cells as the header, and how many cells that are; a single column fits nobody."""
    widths: list[int] = []
    try:
        for _, cells in read_rows(file, encoding=encoding, delimiter=delimiter):
            widths.append(len(cells))  # a file that breaks off halfway still tells its first rows
    except BadInput:
        pass
    if not widths or widths[0] == 1:
        return 0, 0
    return sum(width == widths[0] for width in widths), widths[0]


def _header(rows: Iterator[tuple[int, list[str]]]) -> tuple[str, ...]:
    _, cells = next(rows, (0, []))
    header = tuple(cell.strip() for cell in cells)
    if not any(header):
        raise BadInput("no_rows")
    if len(header) > MOST_COLUMNS:
        raise BadInput("too_many_columns", most=MOST_COLUMNS, columns=len(header))
    for key in header:
        if len(key) > LONGEST_HEADER or not key.isprintable():
            raise BadInput("header_too_long", most=LONGEST_HEADER, start=ascii(key[:40]))
    if any(CODE.fullmatch(key.upper()) for key in header):
        raise BadInput("no_header")
    return header


def _own_rows(
    rows: Iterator[tuple[int, list[str]]], columns: Sequence[ColumnFacts], municipality: str
) -> tuple[int, list[list[str]]]:
    """How many rows there are, and those in which an area of the municipality is named; which one is noted too."""
    count, own = 0, []
    for _, raw in rows:
        cells = [cell.strip() for cell in raw]
        count += any(cells)
        named = [(place, cell.upper()) for place, cell in enumerate(cells[: len(columns)]) if len(cell) in (8, 10)]
        here = [(place, code) for place, code in named if CODE.fullmatch(code) and is_of(code, municipality)]
        for place, code in here:
            columns[place].codes.add(code)
        if here:
            own.append(cells)
    return count, own


def _code_column(columns: Sequence[ColumnFacts], municipality: str) -> str:
    """The column that names most areas of the municipality."""
    best = max(columns, key=lambda column: len(column.codes))
    if not best.codes:
        raise BadInput("no_code_here", code=municipality)
    return best.key


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""
