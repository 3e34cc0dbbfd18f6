"""What a file seems to be before anybody said what it means: how it is written, its columns, its first rows."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.columns import LONGEST_HEADER
from wijkaanzet.scans.rules.figures_file import CODE, is_of
from wijkaanzet.scans.rules.reading.detection import detect
from wijkaanzet.scans.rules.reading.layout import STANDARD_LIMITS, Layout, Limits
from wijkaanzet.scans.rules.reading.numbers import Numbers
from wijkaanzet.scans.rules.reading.regions import region
from wijkaanzet.scans.rules.reading.table import Table, open_table

LARGEST_FILE = STANDARD_LIMITS.uploaded
MOST_COLUMNS = 190  # the widest table of CBS has 182; a browser sends five answers per column, and at most a thousand
SHOWN_ROWS = 5
LARGEST_SAMPLE = 20_000
SHORTENED = 40
KEPT_ROWS = 400
"""Of so many rows of the municipality the cells are looked at: enough to see what a column holds."""
LIMITS = Limits(columns=MOST_COLUMNS, name=LONGEST_HEADER)


@dataclass
class ColumnFacts:
    """What stands in one column, in the first rows of the municipality."""

    key: str
    unit: str = ""
    values: list[str] = field(default_factory=list)
    codes: set[str] = field(default_factory=set)
    """The areas of the municipality that are named here."""

    def numbers(self, layout: Layout) -> list[Fraction] | None:
        """The numbers in this column, whatever their sign of decimals; None when most of it is something else.

        A few cells of text among numbers are mistakes that the dry run names; they do not make it a column of text.
        """
        cells = [cell for cell in self.values if cell not in layout.missing]
        found = [number for number in map(_Both(layout), cells) if number is not None]
        return found if found and 2 * len(found) >= len(cells) else None


@dataclass(frozen=True)
class Overview:
    """A file as it was understood; the first rows are of the municipality."""

    layout: Layout
    header: tuple[str, ...]
    columns: tuple[ColumnFacts, ...]
    code: str
    """The header of the column with the codes of areas."""
    first_rows: tuple[tuple[str, ...], ...]
    rows: int
    """Of the whole file."""


def look_at(content: bytes, *, municipality: str, layout: Layout | None = None) -> Overview:
    """Understand a file as far as that goes without guessing, or as somebody said that it is written.

    Raises BadInput when it is no table of this municipality: ("empty_file"), ("no_rows"), ("no_header"),
    ("no_code_here") and as the reader of files does.
    """
    if not content.strip():
        raise BadInput("empty_file")
    layout = layout or detect(content, limits=LIMITS)
    table = open_table(content, layout, limits=LIMITS, note=lambda bad: None)  # the dry run tells of every such row
    header = _header(table)
    columns = tuple(ColumnFacts(key, unit) for key, unit in zip(header, table.units, strict=True))
    count, own = _own_rows(table, columns, municipality)
    if not count:
        raise BadInput("no_rows")
    code = _code_column(columns, municipality)
    place = header.index(code)
    own = [cells for cells in own if is_of(region(cells[place]) or "", municipality)]
    for position, column in enumerate(columns):
        column.values = [cells[position] for cells in own]
    return Overview(layout, header, columns, code, tuple(map(tuple, own[:SHOWN_ROWS])), count)


def sample_of(overview: Overview) -> list[list[str]]:
    """The header and the first rows to keep with a table, as JSON at most LARGEST_SAMPLE bytes.

    Of larger ones the cells are shortened, and then the last rows left out; nothing is kept of a header that is larger.
    """
    sample = [list(overview.header), *map(list, overview.first_rows)]
    if _size(sample) > LARGEST_SAMPLE:
        sample = [[_shortened(cell) for cell in cells] for cells in sample]
    while sample and _size(sample) > LARGEST_SAMPLE:
        sample.pop()
    return sample


def _size(sample: list[list[str]]) -> int:
    return len(json.dumps(sample))


def _shortened(cell: str) -> str:
    return cell if len(cell) <= SHORTENED else f"{cell[: SHORTENED - 1]}…"


class _Both:
    """Reads a cell with a point or a comma before its decimals: which of the two counts is settled elsewhere."""

    def __init__(self, layout: Layout) -> None:
        self.text = Numbers(layout).text

    def __call__(self, cell: str) -> Fraction | None:
        for written in (cell, cell.replace(",", "."), cell.replace(".", ",")):
            try:
                text = self.text(written)
            except BadInput:
                continue
            return None if text is None else Fraction(text)
        return None


def _header(table: Table) -> tuple[str, ...]:
    header = table.header
    if not any(header):
        raise BadInput("no_rows")
    if any(CODE.fullmatch(key.strip().upper()) for key in header):
        raise BadInput("no_header")
    return header


def _own_rows(table: Table, columns: Sequence[ColumnFacts], municipality: str) -> tuple[int, list[list[str]]]:
    """How many rows there are, and the first in which an area of the municipality is named; where is noted too."""
    count, own = 0, list[list[str]]()
    number = municipality[2:]
    for _, cells in table.rows:
        count += 1
        here = [
            (place, code)
            for place, cell in enumerate(cells)
            if number in cell and (code := region(cell)) is not None and is_of(code, municipality)
        ]
        for place, code in here:
            columns[place].codes.add(code)
        if here and len(own) < KEPT_ROWS:
            own.append(cells)
    return count, own


def _code_column(columns: Sequence[ColumnFacts], municipality: str) -> str:
    """The column that names most areas of the municipality; of two that name the same the first."""
    best = max(columns, key=lambda column: len(column.codes))
    if not best.codes:
        raise BadInput("no_code_here", code=municipality)
    return best.key
