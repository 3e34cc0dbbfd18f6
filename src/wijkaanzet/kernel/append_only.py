"""Tables to which rows are only added: triggers on both engines refuse a change or a removal."""

from collections.abc import Callable

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_EVENTS = ("update", "delete")


def create_sql(table: str, *, vendor: str) -> list[str]:
    """The statements that guard a table."""
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER {table}_no_{event} BEFORE {event.upper()} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            for event in _EVENTS
        ]
    refuse = f"RAISE EXCEPTION '{table} is append-only' USING ERRCODE = 'integrity_constraint_violation'"
    name = f"{table}_append_only"
    return [
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {refuse}; END $$",
        f"CREATE TRIGGER {name} BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()",
    ]


def drop_sql(table: str, *, vendor: str) -> list[str]:
    """The statements that take the guard off, for a migration that goes back."""
    if vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {table}_no_{event}" for event in _EVENTS]
    return [
        f"DROP TRIGGER IF EXISTS {table}_append_only ON {table}",
        f"DROP FUNCTION IF EXISTS {table}_append_only()",
    ]


def create_hole_sql(table: str, *, vendor: str, unique: tuple[str, ...] = ("id",)) -> list[str]:
    """The statements that guard a table against what passes the triggers on rows.

    PostgreSQL's TRUNCATE asks no row; SQLite's INSERT OR REPLACE removes the row that has one of the `unique` values
    without a trigger, unless the connection asked for that.
    """
    if vendor == "sqlite":
        taken = " OR ".join(f"{column} = NEW.{column}" for column in unique)
        when = f"EXISTS (SELECT 1 FROM {table} WHERE {taken})"  # noqa: S608  names from a migration, never from outside
        refuse = f"SELECT RAISE(ABORT, '{table} is append-only')"
        return [f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {when} BEGIN {refuse}; END"]
    refuse = f"RAISE EXCEPTION '{table} is append-only' USING ERRCODE = 'integrity_constraint_violation'"
    name = f"{table}_no_truncate"
    return [
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {refuse}; END $$",
        f"CREATE TRIGGER {name} BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {name}()",
    ]


def drop_hole_sql(table: str, *, vendor: str) -> list[str]:
    """The statements that take this second guard off."""
    if vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {table}_no_replace"]
    name = f"{table}_no_truncate"
    return [f"DROP TRIGGER IF EXISTS {name} ON {table}", f"DROP FUNCTION IF EXISTS {name}()"]


def guard(table: str) -> migrations.RunPython:
    """A migration step that makes a table append-only, row by row."""
    return _step(lambda vendor: create_sql(table, vendor=vendor), lambda vendor: drop_sql(table, vendor=vendor))


def guard_holes(table: str, *, unique: tuple[str, ...] = ("id",)) -> migrations.RunPython:
    """A migration step that guards a table against being emptied or replaced past its rows; follows `guard`."""
    return _step(
        lambda vendor: create_hole_sql(table, vendor=vendor, unique=unique),
        lambda vendor: drop_hole_sql(table, vendor=vendor),
    )


def _step(create: Callable[[str], list[str]], drop: Callable[[str], list[str]]) -> migrations.RunPython:
    def forwards(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        for statement in create(editor.connection.vendor):
            editor.execute(statement)

    def backwards(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        for statement in drop(editor.connection.vendor):
            editor.execute(statement)

    return migrations.RunPython(forwards, backwards)
