"""The guards of the test suite itself hold."""

import socket

import pytest
from django.contrib.sessions.models import Session
from django.core.management.color import no_style
from django.db import DatabaseError, connection, transaction
from django.utils.translation import get_language

from tests.conftest import is_local

TRIGGER = "CREATE TRIGGER keep BEFORE DELETE ON django_session BEGIN SELECT RAISE(ABORT, 'kept'); END"


def test_a_call_to_the_internet_fails() -> None:
    with pytest.raises(AssertionError, match="tried to reach"), socket.socket() as caller:
        caller.connect(("192.0.2.1", 80))


@pytest.mark.parametrize(
    ("address", "local"),
    [(("127.0.0.1", 1), True), (("::1", 1), True), ("/tmp/socket", True), (("example.org", 1), False)],
)
def test_only_this_machine_is_local(address: object, local: bool) -> None:
    assert is_local(address) is local


def test_tests_speak_dutch() -> None:
    assert get_language() == "nl"


@pytest.mark.django_db(transaction=True)
def test_emptying_the_tables_keeps_the_triggers() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL empties tables without asking row triggers")
    with connection.cursor() as cursor:
        cursor.execute(TRIGGER)
    try:
        Session.objects.create(session_key="k", session_data="", expire_date="2030-01-01T00:00:00Z")
        statements = connection.ops.sql_flush(no_style(), ["django_session"])
        connection.ops.execute_sql_flush(statements)
        assert not Session.objects.exists()
        Session.objects.create(session_key="l", session_data="", expire_date="2030-01-01T00:00:00Z")
        with pytest.raises(DatabaseError, match="kept"), transaction.atomic():
            Session.objects.all().delete()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TRIGGER keep")
