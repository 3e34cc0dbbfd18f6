"""The engine that the run names is the engine that answers."""

import os

import pytest
from django.db import connection


@pytest.mark.both_engines
@pytest.mark.django_db
def test_the_engine_is_the_one_that_was_asked_for() -> None:
    wanted = "postgresql" if "WZ_TEST_DATABASE_URL" in os.environ else "sqlite"
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)
    assert connection.vendor == wanted
