"""A test that is rolled back leaves no seal, but PostgreSQL does not take back the number it gave."""

from collections.abc import Iterator

import pytest
from django.db import connection


@pytest.fixture(autouse=True)
def numbers_of_seals_are_taken_back(request: pytest.FixtureRequest) -> Iterator[None]:
    """Else `verify_audit` in a later test would miss the seals of this one."""
    uses_database = request.node.get_closest_marker("django_db") is not None
    if uses_database:
        request.getfixturevalue("db")
        _take_back()  # those of tests elsewhere
    yield
    if uses_database:
        _take_back()


def _take_back() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT setval(pg_get_serial_sequence('kernel_auditseal', 'id'), 1, false)")
