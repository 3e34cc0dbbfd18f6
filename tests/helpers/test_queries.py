"""The query counter: a page whose cost grows with its list is caught, and so is a visit that writes."""

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from tests.helpers.queries import assert_same_queries, writes

rows = [1]


def page(request: HttpRequest, queries: int) -> HttpResponse:
    for _ in range(queries or len(rows)):
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    return HttpResponse("page")


urlpatterns = [path("<int:queries>/", page)]


@pytest.fixture
def client():
    with override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=[]):
        yield Client()


@pytest.mark.django_db
class TestAssertSameQueries:
    def test_passes_a_page_with_a_fixed_cost(self, client):
        assert assert_same_queries(client, "/3/", lambda: rows.append(1), at_most=3) == 3

    def test_catches_a_planted_query_for_each_row(self, client):
        with pytest.raises(AssertionError, match="after there was more to show"):
            assert_same_queries(client, "/0/", lambda: rows.append(1))

    def test_catches_a_page_over_its_limit(self, client):
        with pytest.raises(AssertionError, match="4 queries, at most 3"):
            assert_same_queries(client, "/4/", lambda: None, at_most=3)

    def test_catches_a_page_that_does_not_answer(self, client):
        with pytest.raises(AssertionError, match="answers 404"):
            assert_same_queries(client, "/x/", lambda: None)


@pytest.mark.parametrize(
    "statement",
    [
        'INSERT INTO "people_user" ("id") VALUES (1)',
        '  update "people_user" SET "name" = 1',
        'DELETE FROM "kernel_openmove"',
        'WITH old AS (SELECT 1) DELETE FROM "kernel_openmove"',
        'INSERT INTO "planted_django_session" ("id") VALUES (1)',
    ],
)
def test_a_planted_statement_that_writes_is_caught(statement: str):
    assert writes([statement]) == [statement]


@pytest.mark.parametrize(
    "statement",
    [
        'SELECT "update" FROM "people_user"',
        'SAVEPOINT "s1"',
        'WITH new AS (SELECT "deleted" FROM "people_user") SELECT * FROM new',
        'UPDATE "django_session" SET "session_data" = 1',
    ],
)
def test_a_statement_that_reads_or_keeps_the_session_passes(statement: str):
    assert writes([statement]) == []
