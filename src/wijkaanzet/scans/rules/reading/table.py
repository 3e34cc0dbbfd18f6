"""A file as a header and a stream of rows, read as its layout says."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.reading.heading import is_source, names_of
from wijkaanzet.scans.rules.reading.layout import STANDARD_LIMITS, TEXT_KINDS, FileKind, Layout, Limits
from wijkaanzet.scans.rules.reading.native import Native
from wijkaanzet.scans.rules.reading.sources import Row, raw_rows

Note = Callable[[BadInput], None]


@dataclass(frozen=True)
class Table:
    """A file that is being read: its columns, and its rows with the line (row of the sheet, record) of each."""

    header: tuple[str, ...]
    units: tuple[str, ...]
    """In what each column is counted, where the file says so; else empty."""
    rows: Iterator[Row]
    """Rows as wide as the header, without padding, without empty rows and without what says the source."""


def open_table(content: bytes, layout: Layout, *, limits: Limits = STANDARD_LIMITS, note: Note | None = None) -> Table:
    """Read a file as its layout says; its rows come as they are asked for, once.

    Raises BadInput("header_row_missing"), and as names_of and the reader of each kind of file; on the way
    ("ragged_row") and ("cell_too_long") with the line. With `note` (a dry run) such rows are told and left out.
    """
    rows = raw_rows(content, layout, limits)
    last = layout.header_row + layout.rows_below_header
    names: list[str] = []
    units: list[str] = []
    first: Row | None = None
    for number, cells in rows:
        if number == layout.header_row:
            names = cells
        elif layout.header_row < number <= last:
            units = cells if any(cells) else units
        elif number > last:
            first = number, cells
            break
    if not any(names):
        raise BadInput("header_row_missing", row=layout.header_row)
    header, below = names_of(names, units, limits)
    reader = _Rows(len(header), layout, limits, note or _raise)
    return Table(header, below, reader.of(first, rows))


class _Rows:
    """Makes the rows of a file as wide as its header, and knows which of them are no figures."""

    def __init__(self, width: int, layout: Layout, limits: Limits, note: Note) -> None:
        self.width = width
        self.decimal = layout.decimal
        self.trimmed = layout.kind is FileKind.XLSX  # a sheet does not keep the empty cells at the end of a row
        self.text = layout.kind in TEXT_KINDS
        self.most = limits.cell
        self.note = note
        self.below = False

    def of(self, first: Row | None, rows: Iterator[Row]) -> Iterator[Row]:
        """The rows of figures."""
        if first is not None:
            yield from self._row(*first)
        for number, cells in rows:
            yield from self._row(number, cells)

    def _row(self, number: int, cells: list[str]) -> Iterator[Row]:
        if not any(cells) or self._is_below(cells):
            return
        if len(cells) != self.width:
            cells = self._fitted(cells)
        if len(cells) != self.width:
            self.note(BadInput("ragged_row", where=str(number), cells=len(cells), columns=self.width))
        elif max(map(len, cells)) > self.most:
            self.note(BadInput("cell_too_long", where=str(number), most=self.most))
        else:
            yield number, cells if self.text else self._written(cells)

    def _is_below(self, cells: Sequence[str]) -> bool:
        """Whether this is the source below a table, or one of the lines of text after it."""
        if self.width == 1 or (len(cells) > 1 and cells[1]):
            return False
        self.below = is_source(cells) or (self.below and sum(map(bool, cells)) == 1)
        return self.below

    def _fitted(self, cells: list[str]) -> list[str]:
        if len(cells) > self.width and not any(cells[self.width :]):
            return cells[: self.width]
        return cells + [""] * (self.width - len(cells)) if self.trimmed else cells

    def _written(self, cells: list[str]) -> list[str]:
        return [cell.written(self.decimal) if isinstance(cell, Native) else cell for cell in cells]


def _raise(bad: BadInput) -> None:
    raise bad
