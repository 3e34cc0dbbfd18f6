"""What the imported tables say of one area."""

from collections.abc import Collection
from fractions import Fraction

from wijkaanzet.areas.models import Area, AreaPart
from wijkaanzet.scans.models import Figure, FigureColumn
from wijkaanzet.scans.rules.importing import FigureImportStatus
from wijkaanzet.scans.rules.mapping import ColumnKind
from wijkaanzet.scans.rules.roll_up import Part, Whole, added, share


def figure_columns(area: Area) -> list[FigureColumn]:
    """Every figure that there is of an area: the newest year first; of the same figure of a year the newest table."""
    public = FigureColumn.objects.filter(
        figure_import__division=area.division_id, figure_import__status=FigureImportStatus.IMPORTED
    )
    columns = public.select_related("figure_import").defer("figure_import__content")
    newest: dict[tuple[int, str], FigureColumn] = {}
    for column in columns.order_by("-figure_import__year", "-figure_import__id", "position"):
        newest.setdefault((column.figure_import.year, column.label.casefold()), column)
    return list(newest.values())


def figures_of(area: Area, columns: Collection[FigureColumn]) -> dict[int, Whole]:
    """What is known of an area, by id of the column; two queries, however many columns."""
    parts = _parts_by_year(area)
    imports = {column.figure_import_id: column.figure_import for column in columns}
    values: dict[tuple[int, str, str], str] = {}
    codes = {code for codes in parts.values() for code in codes}
    found = Figure.objects.filter(figure_import__in=imports, cbs_code__in=codes)
    for import_id, key, code, value in found.values_list("figure_import_id", "column__key", "cbs_code", "value"):
        values[import_id, key, code] = value
    known = _Known(values)
    return {column.id: known.whole(column, _held(parts, imports[column.figure_import_id].year)) for column in columns}


class _Known:
    """The figures of the parts of one area, of any number of tables."""

    def __init__(self, values: dict[tuple[int, str, str], str]) -> None:
        self.values = values

    def whole(self, column: FigureColumn, codes: Collection[str]) -> Whole:
        """Add one column up over the parts of the area."""
        parts = [self._part(column, code) for code in codes]
        return share(parts) if column.kind == ColumnKind.PERCENTAGE else added(parts)

    def _part(self, column: FigureColumn, code: str) -> Part:
        people = self._number(column.figure_import_id, column.figure_import.inhabitants_column, code)
        base = self._number(column.figure_import_id, column.of, code) if column.of else None
        value = self._number(column.figure_import_id, column.key, code)
        return Part(value=value, base=base, lived_in=people != 0)

    def _number(self, import_id: int, key: str, code: str) -> Fraction | None:
        value = self.values.get((import_id, key, code), "")
        return Fraction(value) if value else None


def _parts_by_year(area: Area) -> dict[int, list[str]]:
    """The CBS codes of an area by region year; "" for a place that is in it for a part: of that nothing is known."""
    found: dict[int, list[str]] = {}
    for part in AreaPart.objects.filter(area=area).order_by("year", "cbs_code"):
        found.setdefault(part.year, []).append(part.cbs_code if part.weight == 1 else "")
    return found


def _held(parts: dict[int, list[str]], year: int) -> list[str]:
    before = [one for one in sorted(parts) if one <= year] or sorted(parts)[:1]
    return parts[before[-1]] if before else []
