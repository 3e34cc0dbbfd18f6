"""A file as a header and a stream of rows, read as its layout says."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.reading.heading import extent, is_source, joined, names_of
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
    names, units, first = _top(rows, layout)
    width = extent(first[1]) if first is not None else 0
    header, below = names_of(joined(names, units), units, width=width, limits=limits)
    reader = _Rows(len(header), layout, limits, note or _raise)
    return Table(header, below, reader.of(first, rows))


def _top(rows: Iterator[Row], layout: Layout) -> tuple[list[list[str]], list[str], Row | None]:
    """The rows of names, the units, and the first row below them; what stands above is passed over."""
    names: list[list[str]] = []
    units: list[str] = []
    last = 0
    for number, cells in rows:
        if number < layout.header_row or not any(cells):
            continue
        if not names and number != layout.header_row:
            break
        if len(names) < layout.name_rows:
            names.append(cells)
            last = number + layout.rows_below_header
        elif number <= last:
            units = cells
        else:
            return names, units, (number, cells)
    if not names:
        raise BadInput("header_row_missing", row=layout.header_row)
    return names, units, None


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
        for number, cells in chain([] if first is None else [first], rows):
            if not any(cells) or self._is_below(cells):
                continue
            if len(cells) != self.width:
                cells = self._fitted(cells)
            if len(cells) != self.width:
                self.note(BadInput("ragged_row", where=str(number), cells=len(cells), columns=self.width))
            elif len("".join(cells)) > self.most and max(map(len, cells)) > self.most:
                self.note(BadInput("cell_too_long", where=str(number), most=self.most))
            else:
                yield number, cells if self.text else self._written(cells)

    def _is_below(self, cells: Sequence[str]) -> bool:
        """Whether this is the source below a table, or one of the lines of text after it."""
        if len(cells) == self.width and (self.width == 1 or any(cells[1:])):
            return False
        self.below = is_source(cells, self.width) or (self.below and sum(map(bool, cells)) == 1)
        return self.below

    def _fitted(self, cells: list[str]) -> list[str]:
        if len(cells) > self.width and not any(cells[self.width :]):
            return cells[: self.width]
        return cells + [""] * (self.width - len(cells)) if self.trimmed else cells

    def _written(self, cells: list[str]) -> list[str]:
        return [cell.written(self.decimal) if isinstance(cell, Native) else cell for cell in cells]


def _raise(bad: BadInput) -> None:
    raise bad
