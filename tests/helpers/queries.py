"""How many queries a page costs, and that it does not cost more when there is more to show."""

from collections.abc import Callable

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
