"""Tables of figures that came in: how each is read, what its columns mean, what importing it would do."""

from django.db.models import QuerySet

from wijkaanzet.areas.models import Area, AreaPart, Division
from wijkaanzet.scans.models import FigureColumn, FigureImport
from wijkaanzet.scans.rules.columns import Column, ColumnKind
from wijkaanzet.scans.rules.dry_run import DryRun, try_out
from wijkaanzet.scans.rules.importing import FigureImportStatus, Origin
from wijkaanzet.scans.rules.mapping import ColumnMapping, ToldWith, fingerprint
from wijkaanzet.scans.rules.overview import LIMITS, Overview, look_at
from wijkaanzet.scans.rules.reading.layout import Layout
from wijkaanzet.scans.rules.reading.table import open_table

DIVIDABLE = (ColumnKind.COUNT.value, ColumnKind.PERCENTAGE.value)
WORDS = ("key", "label", "of", "unit", "rounding", "indicator", "low", "high", "respondents", "times")


def usable(division: Division, *, for_year: int) -> list[FigureImport]:
    """The imported tables with which money of a year can be divided, the newest first: those that count inhabitants.

    None that the municipality counted itself: small numbers are hidden there, and the lines of a sum would show them.
    """
    imported = FigureImport.objects.filter(division=division, for_year=for_year, status=FigureImportStatus.IMPORTED)
    counting = imported.exclude(origin=Origin.OWN).exclude(inhabitants_column="").exclude(level="")
    return list(counting.select_related("municipality").defer("content").order_by("-id"))


def file_layout(figure_import: FigureImport) -> Layout:
    """How the file of a table is written, as it was found or confirmed."""
    return Layout.from_json(figure_import.layout)


def content_of(figure_import: FigureImport) -> bytes:
    """The file to the letter; empty once it was thrown away."""
    return bytes(figure_import.content or b"")


def columns_of(figure_import: FigureImport) -> list[FigureColumn]:
    """What the table says of every area, in the order of the file; the inhabitants are one of them."""
    return list(FigureColumn.objects.filter(figure_import=figure_import).order_by("position"))


def dividable_columns(figure_import: FigureImport) -> list[FigureColumn]:
    """The columns by which money can be divided: counts, and percentages of a count that the table has too."""
    return [
        one for one in columns_of(figure_import) if one.kind == ColumnKind.COUNT or (one.of and one.kind in DIVIDABLE)
    ]


def mapping_of(figure_import: FigureImport) -> ColumnMapping:
    """What the columns of a mapped table mean."""
    return ColumnMapping(
        code=figure_import.code_column,
        name=figure_import.name_column,
        inhabitants=figure_import.inhabitants_column,
        columns=tuple(_column(one) for one in columns_of(figure_import)),
        decimal=file_layout(figure_import).decimal,
        only=tuple((key, value) for key, value in figure_import.only),
        changed=figure_import.changed_column,
    )


def overview_of(figure_import: FigureImport) -> Overview:
    """What the file seems to be. Raises BadInput, which cannot happen to a file that was taken in."""
    layout = file_layout(figure_import)
    return look_at(content_of(figure_import), municipality=figure_import.municipality.code, layout=layout)


def kept_overview(figure_import: FigureImport) -> Overview | None:
    """What was kept of how a file was understood, so that it need not be read again; None when nothing was.

    The facts of its columns and the code are not among it.
    """
    if figure_import.rows is None or not figure_import.sample:
        return None
    header, *rows = (tuple(cells) for cells in figure_import.sample)
    return Overview(file_layout(figure_import), header, (), "", tuple(rows), figure_import.rows)


def fingerprint_of(figure_import: FigureImport) -> str:
    """The fingerprint of a mapped table: what it is known by once it is imported."""
    told = ToldWith(
        source=figure_import.source,
        table=figure_import.table,
        origin=Origin(figure_import.origin),
        provisional=figure_import.provisional,
        fictional=figure_import.fictional,
        year=figure_import.year,
        region_year=figure_import.region_year,
        for_year=figure_import.for_year,
    )
    return fingerprint(mapping_of(figure_import), sha256=figure_import.sha256, told=told)


def imported_as(figure_import: FigureImport) -> FigureImport | None:
    """The table that was imported from the same file, read the same way, of which the same was told; None if none."""
    same = fingerprint_of(figure_import)
    imported = FigureImport.objects.filter(division=figure_import.division_id, status=FigureImportStatus.IMPORTED)
    return imported.filter(fingerprint=same).defer("content").first()


def header_of(figure_import: FigureImport) -> tuple[str, ...]:
    """The names of the columns of the file."""
    return open_table(content_of(figure_import), file_layout(figure_import), limits=LIMITS).header


def known_columns(division: Division) -> dict[str, Column]:
    """The columns of the tables that were imported before, by header: the same header probably means the same again."""
    imported = FigureColumn.objects.filter(
        figure_import__division=division, figure_import__status=FigureImportStatus.IMPORTED
    )
    return {one.key: _column(one) for one in imported.order_by("figure_import_id", "position")}


def dry_run(figure_import: FigureImport) -> DryRun:
    """What importing a mapped table would do."""
    lying: dict[str, list[str]] = {}
    for part in _held(figure_import.division, year=figure_import.region_year):
        lying.setdefault(part.cbs_code, []).append(part.area.name)
    return try_out(
        content_of(figure_import),
        mapping_of(figure_import),
        layout=file_layout(figure_import),
        municipality=figure_import.municipality.code,
        places={code: ", ".join(names) for code, names in lying.items()},
    )


def places(division: Division, *, year: int) -> dict[str, Area]:
    """For each CBS code the area that it wholly belongs to, by the composition that held in a year."""
    return {part.cbs_code: part.area for part in _held(division, year=year) if part.weight == 1}


def shared_places(division: Division, *, year: int) -> dict[str, tuple[str, ...]]:
    """For each CBS code that lies in several areas, or for a part in one, their names, by what held in a year."""
    found: dict[str, tuple[str, ...]] = {}
    for part in _held(division, year=year):
        if part.weight != 1:
            found[part.cbs_code] = (*found.get(part.cbs_code, ()), part.area.name)
    return found


def _held(division: Division, *, year: int) -> QuerySet[AreaPart]:
    """Of which CBS areas a division is made up in a year, by code and area.

    CBS renumbers, so the year matters: the newest composition that is not after it, else the oldest there is.
    """
    parts = AreaPart.objects.filter(area__division=division)
    years = sorted(set(parts.values_list("year", flat=True)))
    held = [one for one in years if one <= year] or years[:1]
    return parts.filter(year__in=held[-1:]).select_related("area").order_by("cbs_code", "area__name")


def _column(row: FigureColumn) -> Column:
    words = {name: getattr(row, name) for name in WORDS}
    return Column(kind=ColumnKind(row.kind), **words)
