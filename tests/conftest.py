"""Shared by all tests: one fixed moment, Dutch as the language, no way to the internet, an emptied database."""

import os
import socket
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from ipaddress import ip_address

import pytest
from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations
from django.utils import translation
from hypothesis import HealthCheck, settings
from pytest_django import DjangoDbBlocker

from tools.messages import compile_stale


def pytest_configure() -> None:
    """The Dutch texts are as in the .po file, also when pytest is called without ./run.

    Hypothesis takes a busy machine for a slow rule, so it keeps no time. Where a change is judged it tries the same
    examples every time; at a developer's it goes on looking for others.
    """
    compile_stale()
    patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ)
    settings.register_profile("patient", patient)
    settings.load_profile("patient")


DATABASE = {"db", "transactional_db", "live_server"}
"""The fixtures by which a test asks for a database; others ask for it by the mark django_db."""


@pytest.hookimpl(tryfirst=True)  # before -m chooses by marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what touches a database: a test that does not is the same on both engines, and runs once."""
    for item in items:
        asks = set(getattr(item, "fixturenames", ())) & DATABASE
        if asks or item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.database)


AT = datetime(2017, 10, 2, 9, 0, tzinfo=UTC)
"""The moment at which the demo's year starts; pass it, or a later one, as `at`."""


def is_local(address: object) -> bool:
    """Whether a socket address stays on this machine: a Unix socket or the loopback range."""
    if not isinstance(address, tuple):
        return True
    try:
        return ip_address(address[0]).is_loopback
    except ValueError:  # a name
        return bool(address[0] == "localhost")


@pytest.fixture(autouse=True)
def no_internet(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that calls out fails: it would depend on somebody else's machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: tuple[str, int] | str) -> None:
        if not is_local(address):
            raise AssertionError(f"A test tried to reach {address}; tests stay on this machine.")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def dutch() -> Iterator[None]:
    """Every test starts in Dutch, whatever the one before it asked for."""
    with translation.override("nl"):
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """PostgreSQL removes no database in which somebody still is: a thread of a server that has just stopped may be."""
    yield
    if connection.vendor != "postgresql":
        return
    others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_terminate_backend(pid) {others}")


@pytest.fixture(autouse=True, scope="session")
def emptying_lifts_triggers() -> Iterator[None]:
    """Tests with threads empty the tables afterwards; the triggers of append-only tables would refuse that."""
    original = type(connection.ops).execute_sql_flush
    lifted = _without_triggers_of_sqlite if connection.vendor == "sqlite" else _without_triggers_of_postgresql

    def without_triggers(self: BaseDatabaseOperations, statements: Iterable[str]) -> None:
        with lifted():
            original(self, statements)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(connection.ops), "execute_sql_flush", without_triggers)
        yield


@contextmanager
def _without_triggers_of_sqlite() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
        yield
        for _, statement in triggers:
            cursor.execute(statement)


@contextmanager
def _without_triggers_of_postgresql() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal")
        triggers = cursor.fetchall()
        for table, name in triggers:
            cursor.execute(f'ALTER TABLE {table} DISABLE TRIGGER "{name}"')
        yield
        for table, name in triggers:
            cursor.execute(f'ALTER TABLE {table} ENABLE TRIGGER "{name}"')
