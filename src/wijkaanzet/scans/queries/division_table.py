"""The table with which money is divided: one level, one municipality, plain CSV; and how the one parser reads it.

A file that is all that already is used to the letter. Of any other (packed, a workbook, all levels of the country) it
is drawn from the figures that were kept, always the same way, so that anybody can repeat a division with it.
"""

import csv
from io import BytesIO, StringIO

from django.db.models import Q

from wijkaanzet.scans.models import Figure, FigureImport, FigurePlace
from wijkaanzet.scans.queries.imports import columns_of, content_of, file_layout
from wijkaanzet.scans.rules.figures import FiguresLayout

NAME = "_naam"


def open_file(figure_import: FigureImport) -> BytesIO:
    """The table, to be read."""
    return BytesIO(content_of(figure_import) if figure_import.plain else _drawn(figure_import))


def layout_of(figure_import: FigureImport) -> FiguresLayout:
    """How that table is read by the one parser of figures."""
    layout = file_layout(figure_import)
    plain = figure_import.plain
    return FiguresLayout(
        delimiter=layout.delimiter if plain else ",",
        decimal=layout.decimal if plain else ".",
        encoding=layout.encoding if plain else "utf-8",
        missing=tuple(layout.missing) if plain else ("",),
        code=figure_import.code_column,
        name=figure_import.name_column or NAME,
        inhabitants=figure_import.inhabitants_column,
    )


def _drawn(figure_import: FigureImport) -> bytes:
    """The rows of the municipality at the level of its areas, in the order of the file, in which they were kept."""
    own, columns = _of(figure_import, figure_import.level), columns_of(figure_import)
    known = Figure.objects.filter(own).values_list("cbs_code", "column_id", "value")
    values = {(code, column): value for code, column, value in known}
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([figure_import.code_column, figure_import.name_column or NAME, *(one.key for one in columns)])
    for code, name in FigurePlace.objects.filter(own).order_by("pk").values_list("cbs_code", "cbs_name"):
        writer.writerow([code, name or code, *(values[code, one.id] for one in columns)])
    return out.getvalue().encode()


def _of(figure_import: FigureImport, level: str) -> Q:
    """Of the municipality, at one level."""
    return Q(figure_import=figure_import, cbs_code__startswith=f"{level}{figure_import.municipality.code[2:]}")
