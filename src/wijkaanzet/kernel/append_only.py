"""Tables to which rows are only added: triggers on both engines refuse a change or a removal."""

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


def guard(table: str) -> migrations.RunPython:
    """A migration step that makes a table append-only."""

    def forwards(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        for statement in create_sql(table, vendor=editor.connection.vendor):
            editor.execute(statement)

    def backwards(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        for statement in drop_sql(table, vendor=editor.connection.vendor):
            editor.execute(statement)

    return migrations.RunPython(forwards, backwards)
