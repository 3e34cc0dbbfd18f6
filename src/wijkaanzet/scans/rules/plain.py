"""Whether a file can be read to the letter by the parser of divisions, so that anybody repeats a sum with it."""

from collections.abc import Collection
from io import BytesIO

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.figures import FiguresLayout
from wijkaanzet.scans.rules.figures_file import load_figures
from wijkaanzet.scans.rules.mapping import ColumnMapping
from wijkaanzet.scans.rules.reading.layout import FileKind, Layout


def is_plain(
    content: bytes, mapping: ColumnMapping, *, layout: Layout, columns: Collection[str], municipality: str
) -> bool:
    """Whether it is one simple CSV, with one level of the municipality and only numbers that this parser reads too."""
    simplest = Layout(
        FileKind.CSV,
        encoding=layout.encoding,
        delimiter=layout.delimiter,
        decimal=layout.decimal,
        missing=layout.missing,
    )
    if layout != simplest or mapping.only or not (mapping.name and mapping.inhabitants):
        return False
    read_as = FiguresLayout(
        layout.delimiter,
        layout.decimal,
        layout.encoding,
        layout.missing,
        mapping.code,
        mapping.name,
        mapping.inhabitants,
    )
    try:
        load_figures(BytesIO(content), read_as, columns, municipality=municipality)
    except BadInput:
        return False
    return True
