"""Tables of figures that came in: how each is read, what its columns mean, what importing it would do."""

from io import BytesIO

from wijkaanzet.areas.models import Area, AreaPart, Division
from wijkaanzet.scans.models import FigureColumn, FigureImport
from wijkaanzet.scans.rules.dry_run import DryRun, layout_for, try_out
from wijkaanzet.scans.rules.figures import FiguresLayout
from wijkaanzet.scans.rules.importing import FigureImportStatus
from wijkaanzet.scans.rules.mapping import Column, ColumnKind, ColumnMapping
from wijkaanzet.scans.rules.overview import Overview, look_at


def usable(division: Division, *, for_year: int) -> list[FigureImport]:
    """The imported tables that are meant for a year of a division, the newest first."""
    imported = FigureImport.objects.filter(division=division, for_year=for_year, status=FigureImportStatus.IMPORTED)
    return list(imported.select_related("municipality").defer("content").order_by("-id"))


def layout_of(figure_import: FigureImport) -> FiguresLayout:
    """How the file of a mapped table is read by the one parser of figures."""
    return FiguresLayout(
        delimiter=figure_import.delimiter,
        decimal=figure_import.decimal,
        encoding=figure_import.encoding,
        missing=tuple(figure_import.missing),
        code=figure_import.code_column,
        name=figure_import.name_column,
        inhabitants=figure_import.inhabitants_column,
    )


def content_of(figure_import: FigureImport) -> bytes:
    """The file to the letter; empty once it was thrown away."""
    return bytes(figure_import.content or b"")


def open_file(figure_import: FigureImport) -> BytesIO:
    """The file, to be read."""
    return BytesIO(content_of(figure_import))


def columns_of(figure_import: FigureImport) -> list[FigureColumn]:
    """What the table says of every area, in the order of the file; the inhabitants are one of them."""
    return list(FigureColumn.objects.filter(figure_import=figure_import).order_by("position"))


def mapping_of(figure_import: FigureImport) -> ColumnMapping:
    """What the columns of a mapped table mean."""
    return ColumnMapping(
        code=figure_import.code_column,
        name=figure_import.name_column,
        inhabitants=figure_import.inhabitants_column,
        columns=tuple(_column(one) for one in columns_of(figure_import)),
        decimal=figure_import.decimal,
    )


def overview_of(figure_import: FigureImport) -> Overview:
    """What the file seems to be. Raises BadInput, which cannot happen to a file that was taken in."""
    return look_at(content_of(figure_import), municipality=figure_import.municipality.code)


def known_columns(division: Division) -> dict[str, Column]:
    """The columns of the table that was imported last, by header: the same header probably means the same again."""
    last = FigureImport.objects.filter(division=division, status=FigureImportStatus.IMPORTED).order_by("-id").first()
    return {} if last is None else {one.key: _column(one) for one in columns_of(last)}


def dry_run(figure_import: FigureImport) -> DryRun:
    """What importing a mapped table would do."""
    mapping = mapping_of(figure_import)
    layout = layout_for(
        mapping,
        delimiter=figure_import.delimiter,
        encoding=figure_import.encoding,
        missing=figure_import.missing,
    )
    places = {code: area.name for code, area in places_of(figure_import).items()}
    municipality = figure_import.municipality.code
    return try_out(content_of(figure_import), mapping, layout=layout, municipality=municipality, places=places)


def places_of(figure_import: FigureImport) -> dict[str, Area]:
    """For each CBS code the area of the division that it wholly belongs to, in the region year of the figures."""
    return places(figure_import.division, year=figure_import.year)


def places(division: Division, *, year: int) -> dict[str, Area]:
    """For each CBS code the area that it wholly belongs to, by the composition that held in a year.

    CBS renumbers, so the year matters: the newest composition that is not after it, else the oldest there is.
    """
    parts = AreaPart.objects.filter(area__division=division)
    years = sorted(set(parts.values_list("year", flat=True)))
    held = [one for one in years if one <= year] or years[:1]
    wholly = parts.filter(year__in=held[-1:], weight=1).select_related("area")
    return {part.cbs_code: part.area for part in wholly}


def _column(row: FigureColumn) -> Column:
    return Column(row.key, row.label, ColumnKind(row.kind), of=row.of, unit=row.unit, rounding=row.rounding)
