"""Tables to which rows are only added keep their triggers, whatever migrations came later."""

import ast
import re
from collections.abc import Iterable

import pytest
from django.db import connection

from tests.architecture import source
from tests.architecture.names import last, text
from wijkaanzet.kernel.append_only import create_sql, drop_sql

ADVICE = """A table that a migration guards with kernel.append_only has lost its triggers.

On SQLite Django changes a table by making it anew, and the triggers of the old one go with it. In a migration that
alters a guarded table, take the guard off first (drop_sql) and end on a new guard("…").
"""

pytestmark = [pytest.mark.both_engines, pytest.mark.django_db]


def guarded(files: Iterable[source.Source]) -> set[str]:
    """The tables that migrations guard, read from their calls of guard("…")."""
    return {
        text(node.args[0]) or ""
        for file in files
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Call) and last(node.func) == "guard" and node.args
    }


def wanted(table: str) -> set[str]:
    """The names of the triggers that guard a table on this engine."""
    statements = create_sql(table, vendor=connection.vendor)
    return {found[1] for one in statements if (found := re.match(r"CREATE TRIGGER (\w+)", one))}


def standing(table: str) -> set[str]:
    """The triggers that a table has and that are switched on."""
    if connection.vendor == "sqlite":
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s"
    else:
        query = "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND tgenabled <> 'D' AND NOT tgisinternal"
    with connection.cursor() as cursor:
        cursor.execute(query, [table])
        return {name for (name,) in cursor.fetchall()}


def lost(tables: Iterable[str]) -> list[str]:
    return [f"{table}: no {name}" for table in sorted(tables) for name in sorted(wanted(table) - standing(table))]


def test_every_guarded_table_has_its_triggers():
    tables = guarded(source.migrations())
    assert {"kernel_auditentry", "kernel_auditseal", "budget_posting"} <= tables
    assert not lost(tables), ADVICE


def test_planted_table_that_lost_its_triggers_is_caught():
    with connection.cursor() as cursor:
        for statement in drop_sql("budget_posting", vendor=connection.vendor):
            cursor.execute(statement)
    assert lost({"budget_posting", "kernel_auditentry"}) == [
        f"budget_posting: no {name}" for name in sorted(wanted("budget_posting"))
    ]


def test_planted_guard_of_a_new_table_is_found():
    migration = source.Source("m.py", 'operations = [append_only.guard("grants_grant"), guard("plans_plan")]')
    assert guarded([migration]) == {"grants_grant", "plans_plan"}
    assert lost(["kernel_municipality"])
