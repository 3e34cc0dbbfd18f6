"""What a table would change in what was imported before: the same figures of the same year."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q

from wijkaanzet.areas.models import Division
from wijkaanzet.scans.models import Figure, FigureColumn, FigureImport
from wijkaanzet.scans.rules.columns import Column
from wijkaanzet.scans.rules.difference import Differences, differences
from wijkaanzet.scans.rules.importing import FigureImportStatus


@dataclass(frozen=True)
class SinceBefore:
    """The tables that said it before, the newest first, and what differs of the municipality's own areas."""

    tables: tuple[FigureImport, ...]
    differences: Differences


def since_before(
    division: Division, *, year: int, columns: Iterable[Column], values: Mapping[tuple[str, str], str]
) -> SinceBefore | None:
    """Compare the values of a dry run, by code and header, with the newest tables; None when nothing came before.

    Of a figure that the table before did not have everything is new, and that is not told: it is no difference.
    """
    slugs = {column.key: column.slug for column in columns}
    earlier = _newest(division, year, slugs.values())
    if not earlier:
        return None
    before = _values(division, earlier)
    after = {(code, slugs[key]): value for (code, key), value in values.items() if slugs[key] in earlier}
    tables = {column.figure_import_id: column.figure_import for column in earlier.values()}
    newest_first = tuple(tables[pk] for pk in sorted(tables, reverse=True))
    return SinceBefore(newest_first, differences(before, after))


def _newest(division: Division, year: int, slugs: Iterable[str]) -> dict[str, FigureColumn]:
    """The newest imported column of each figure of a year."""
    imported = FigureColumn.objects.filter(
        figure_import__division=division,
        figure_import__status=FigureImportStatus.IMPORTED,
        figure_import__year=year,
        slug__in=set(slugs),
    )
    columns = imported.select_related("figure_import").defer("figure_import__content")
    return {column.slug: column for column in columns.order_by("figure_import_id", "pk")}


def _values(division: Division, columns: Mapping[str, FigureColumn]) -> dict[tuple[str, str], str]:
    """What these columns say of the municipality and its own areas."""
    code = division.municipality.code
    own = Q(cbs_code=code) | Q(cbs_code__startswith=f"WK{code[2:]}") | Q(cbs_code__startswith=f"BU{code[2:]}")
    slugs = {column.pk: column.slug for column in columns.values()}
    known = Figure.objects.filter(own, column__in=slugs).values_list("cbs_code", "column_id", "value")
    return {(cbs_code, slugs[column]): value for cbs_code, column, value in known}
