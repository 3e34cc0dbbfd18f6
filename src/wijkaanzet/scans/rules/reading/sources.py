"""Every row of a file as it stands there, whatever kind of file it is; titles, names and units among them."""

from collections.abc import Iterator

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.reading.delimited import delimited_rows
from wijkaanzet.scans.rules.reading.layout import TEXT_KINDS, FileKind, Layout, Limits
from wijkaanzet.scans.rules.reading.packing import all_of
from wijkaanzet.scans.rules.reading.records import records
from wijkaanzet.scans.rules.reading.workbook import Workbook

Row = tuple[int, list[str]]


def raw_rows(content: bytes, layout: Layout, limits: Limits) -> Iterator[Row]:
    """The rows with their numbers; for records the names come first, as row 0. Raises BadInput as each kind does."""
    if layout.kind in TEXT_KINDS:
        return delimited_rows(content, layout, limits)
    if layout.kind is FileKind.XLSX:
        return Workbook(all_of(content, layout.packing, limits), limits).rows(layout.sheet)
    return _record_rows(content, layout, limits)


def _record_rows(content: bytes, layout: Layout, limits: Limits) -> Iterator[Row]:
    """A record need not have every name, so the names are gathered from all before the first is given."""
    names: dict[str, None] = {}
    for record in records(content, layout.packing, limits):
        names.update(dict.fromkeys(record))
        if len(names) > limits.columns:
            raise BadInput("too_many_columns", most=limits.columns, columns=len(names))
    if not names:
        raise BadInput("no_rows")
    yield 0, list(names)
    for number, record in enumerate(records(content, layout.packing, limits), start=1):
        yield number, [record.get(name, "") for name in names]
