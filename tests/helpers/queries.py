"""How many queries a page costs, that it does not cost more when there is more to show, and which of them write."""

import re
from collections.abc import Callable, Iterable

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def count_queries(client: Client, url: str) -> int:
    """The number of queries of one GET that answers 200."""
    with CaptureQueriesContext(connection) as captured:
        response = client.get(url)
        if response.streaming:
            b"".join(response)
    assert response.status_code == 200, f"{url} answers {response.status_code}"
    return len(captured)


def assert_same_queries(client: Client, url: str, grow: Callable[[], object], *, at_most: int | None = None) -> int:
    """The page costs as many queries after `grow` as before, and at most `at_most`; returns how many."""
    client.get(url)  # the first visit fills what is read once per process
    before = count_queries(client, url)
    grow()
    after = count_queries(client, url)
    assert after == before, f"{url}: {before} queries before, {after} after there was more to show"
    assert at_most is None or after <= at_most, f"{url}: {after} queries, at most {at_most}"
    return after


WRITE = re.compile(
    r"\s*(INSERT|UPDATE|DELETE|REPLACE|MERGE|TRUNCATE|CREATE|ALTER|DROP)\b"
    r"|\s*WITH\b.*\b(INSERT\s+INTO|UPDATE|DELETE\s+FROM)\b",
    re.IGNORECASE | re.DOTALL,
)
SESSION = re.compile(r'\s*(INSERT INTO|UPDATE|DELETE FROM) "django_session"')


def writes(statements: Iterable[str]) -> list[str]:
    """The statements that change the database, those of the session left out: a visit may keep its language."""
    return [sql for sql in statements if WRITE.match(sql) and not SESSION.match(sql)]


def visit(client: Client, url: str) -> tuple[int, list[str]]:
    """What a GET answers, and what it wrote to the database, also while its answer was streamed."""
    statements: list[str] = []

    def listen(execute: Callable[..., object], sql: str, *rest: object) -> object:
        statements.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(listen):
        response = client.get(url)
        if response.streaming:
            b"".join(response)
    return response.status_code, writes(statements)
