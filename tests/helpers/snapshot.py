"""A database that took long to build, kept to be put back in a moment: each journey starts from the same demo."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any, Generic, TypeVar

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction

Built = TypeVar("Built")
NOT_OURS = {"contenttypes", "auth"}
Rows = list[tuple[Any, ...]]


class Snapshot(Generic[Built]):
    """What stands in all our tables once it was built, to be put back in tables where nothing of ours stands."""

    def __init__(self, build: Callable[[], Built]) -> None:
        self._build = build
        self._kept: tuple[Built, dict[str, Rows | bytes]] | None = None

    def put_back(self) -> Built:
        """Build it the first time; after that the same rows, numbers included, and what the build gave as it was."""
        if self._kept is None:
            given = self._build()
            self._kept = (given, {table: _read(table) for table in _tables()})
            return deepcopy(given)
        given, rows = self._kept
        with transaction.atomic(), connection.constraint_checks_disabled():
            for table, kept in rows.items():
                _write(table, kept)
        with connection.cursor() as cursor:
            for statement in _sequences():
                cursor.execute(statement)
        return deepcopy(given)


def _models() -> list[type[models.Model]]:
    """All tables, sessions and second steps too; Django fills the names of its content types itself."""
    every = apps.get_models(include_auto_created=True)
    return [one for one in every if one._meta.app_label not in NOT_OURS and one._meta.managed]


def _tables() -> list[str]:
    return [one._meta.db_table for one in _models()]


def _sequences() -> list[str]:
    """Let the numbers go on after the highest that stands there, whatever an earlier test gave out."""
    if connection.vendor == "postgresql":
        return connection.ops.sequence_reset_sql(no_style(), _models())
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_sequence")
        numbered = {name for (name,) in cursor.fetchall()} & set(_tables())
    highest = "UPDATE sqlite_sequence SET seq = (SELECT COALESCE(MAX(id), 0) FROM {table}) WHERE name = '{table}'"
    return [highest.format(table=table) for table in sorted(numbered)]


def _read(table: str) -> Rows | bytes:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} TO STDOUT") as out:
                return b"".join(bytes(piece) for piece in out)
        cursor.execute(f"SELECT * FROM {table}")
        return [tuple(row) for row in cursor.fetchall()]


def _write(table: str, kept: Rows | bytes) -> None:
    if not kept:
        return
    with connection.cursor() as cursor:
        if isinstance(kept, bytes):
            with cursor.copy(f"COPY {table} FROM STDIN") as into:
                into.write(kept)
            return
        places = ", ".join(["%s"] * len(kept[0]))
        cursor.executemany(f"INSERT INTO {table} VALUES ({places})", kept)
