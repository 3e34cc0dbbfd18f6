"""How a file is written, found by looking at it; somebody confirms it before anything is read for good."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.reading.container import container_of
from wijkaanzet.scans.rules.reading.delimited import delimiter_of, encoding_of
from wijkaanzet.scans.rules.reading.heading import heading_of
from wijkaanzet.scans.rules.reading.layout import STANDARD_LIMITS, TEXT_KINDS, FileKind, Layout, Limits
from wijkaanzet.scans.rules.reading.packing import all_of
from wijkaanzet.scans.rules.reading.records import kind_of_records
from wijkaanzet.scans.rules.reading.signs import MissingCount, SignCount
from wijkaanzet.scans.rules.reading.sources import Row, raw_rows
from wijkaanzet.scans.rules.reading.statline import statline_kind
from wijkaanzet.scans.rules.reading.table import open_table
from wijkaanzet.scans.rules.reading.workbook import Workbook, sheets_of

_TOP = 100
_SAMPLED = 2_000
_NO_TABLE = ("no_rows", "no_header", "sheet_missing")  # the last when a sheet is only a chart


def detect(content: bytes, *, sheet: str = "", limits: Limits = STANDARD_LIMITS) -> Layout:
    """Find out how a file is written, for somebody to confirm; of a workbook the sheet, else the first with a table.

    Raises BadInput as container_of, encoding_of, delimiter_of, heading_of, open_table and the readers of each kind of
    file do, and ("no_table_in_workbook").
    """
    container = container_of(content, limits)
    layout = Layout(container.kind, packing=container.packing)
    if layout.kind is FileKind.XLSX:
        layout = _with_sheet(content, replace(layout, sheet=sheet), limits)
    elif layout.kind in TEXT_KINDS:
        layout = replace(layout, encoding=encoding_of(content, layout.packing, limits))
        layout = replace(layout, delimiter=delimiter_of(content, layout, limits))
        layout = _with_heading(raw_rows(content, layout, limits), layout)
    else:
        kind = kind_of_records(content, layout.packing, limits)
        layout = replace(layout, kind=kind, header_row=0)
    return _with_signs(content, layout, limits)


def _with_sheet(content: bytes, layout: Layout, limits: Limits) -> Layout:
    """The layout of the sheet that is asked for, or of the first that holds a table."""
    document = all_of(content, layout.packing, limits)
    book, layout = Workbook(document, limits), replace(layout, sheets=sheets_of(document, limits))
    if layout.sheet:
        return _with_heading(book.rows(layout.sheet), layout)
    for sheet in layout.sheets:
        try:
            return _with_heading(book.rows(sheet), replace(layout, sheet=sheet))
        except BadInput as bad:
            if bad.key not in _NO_TABLE:
                raise
    raise BadInput("no_table_in_workbook")


def _with_heading(rows: Iterator[Row], layout: Layout) -> Layout:
    top = _top(rows)
    found = heading_of(top)
    layout = replace(layout, header_row=found.row, name_rows=found.rows, rows_below_header=found.below)
    above = [cells for number, cells in top if number < found.row + found.rows]
    kind = statline_kind(next(cells for number, cells in top if number == found.row), above)
    if kind is None:
        return layout
    return replace(layout, kind=layout.kind if layout.kind is FileKind.XLSX else kind, statline_signs=True)


def _top(rows: Iterator[Row]) -> list[Row]:
    """The first rows; what is wrong further on is told when the table is read."""
    found: list[Row] = []
    try:
        for row in islice(rows, _TOP):
            found.append(row)
    except BadInput:
        if len(found) < 2:
            raise
    return found


def _with_signs(content: bytes, layout: Layout, limits: Limits) -> Layout:
    """The signs in the rows of figures: for decimals as far down as needed to be sure, for "not known" everywhere."""
    table = open_table(content, layout, limits=limits, note=lambda bad: None)
    signs, missing = SignCount(), MissingCount(len(table.header))
    read = 0
    for read, (_, cells) in enumerate(_readable(table.rows), start=1):
        missing.look(cells, thoroughly=read <= _SAMPLED)
        if read <= _SAMPLED or not signs.told():
            signs.look(cells)
    if not read:
        raise BadInput("no_rows")
    found = signs.signs()
    return replace(
        layout,
        decimal=found.decimal,
        thousands=found.thousands,
        uncertain=found.uncertain,
        missing=missing.signs(),
        statline_signs=layout.statline_signs or layout.kind is FileKind.ODATA,
    )


def _readable(rows: Iterator[Row]) -> Iterator[Row]:
    """The rows until one cannot be read; the reader of the whole table tells it with its line."""
    try:
        yield from rows
    except BadInput:
        return
