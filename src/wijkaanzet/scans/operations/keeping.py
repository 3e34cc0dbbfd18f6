"""Keeping the figures of a whole table: rows go by one at a time, so that the size of a file costs time, not memory."""

from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import connection, transaction

from wijkaanzet.kernel.progress import Step
from wijkaanzet.scans.models import Figure, FigureImport, FigurePlace
from wijkaanzet.scans.rules.rows import Row

BATCH = 500
"""Regions; a wide table has some two hundred figures of each."""
PLACE_FIELDS = ("figure_import_id", "cbs_code", "cbs_name", "line", "unchanged")
FIGURE_FIELDS = ("figure_import_id", "column_id", "cbs_code", "value", "reason", "low", "high", "respondents")

Values = tuple[str | int | bool, ...]


@transaction.atomic
def keep_rows(figure_import: FigureImport, *, rows: Iterable[Row], columns: list[int], step: Step) -> int:
    """Keep every figure of the rows; `columns` are the ids of the columns in the order of the cells. Returns how many.

    Called in the transaction of the import; `step` hears how many rows are kept. Rows are copied in bulk: a table of
    the country has six hundred thousand figures.
    """
    kept = 0
    rows = iter(rows)
    while batch := list(islice(rows, BATCH)):
        _insert(FigurePlace, PLACE_FIELDS, _places(figure_import, batch))
        _insert(Figure, FIGURE_FIELDS, _figures(figure_import, batch, columns))
        kept += len(batch) * len(columns)
        step(len(batch))
    return kept


def _places(figure_import: FigureImport, batch: Iterable[Row]) -> Iterator[Values]:
    for row in batch:
        yield figure_import.pk, row.code, row.name, row.line, row.unchanged


def _figures(figure_import: FigureImport, batch: Iterable[Row], columns: list[int]) -> Iterator[Values]:
    pk = figure_import.pk
    for row in batch:
        code = row.code
        for column, cell in zip(columns, row.cells, strict=True):
            yield pk, column, code, *cell


def _insert(model: type[Figure] | type[FigurePlace], fields: tuple[str, ...], rows: Iterable[Values]) -> None:
    """PostgreSQL copies, SQLite runs one statement over all; both do it in the transaction that is open."""
    table, names = connection.ops.quote_name(model._meta.db_table), ", ".join(map(connection.ops.quote_name, fields))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with connection.wrap_database_errors, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        marks = ", ".join(["%s"] * len(fields))
        cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(rows))  # noqa: S608 - our own names
