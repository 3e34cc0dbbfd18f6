"""A session is opened only with a key that we gave, and what is made with it is kept by nobody."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from wijkaanzet.people.models import User

PAGE = "/toegankelijkheid/"
pytestmark = pytest.mark.django_db


@pytest.mark.both_engines
@pytest.mark.parametrize(
    "key", [r'"\000\000"', "a" * 31, "A" * 32, r'"' + "a" * 31 + r'\000"', "jan-jansen@example.nl-1234567890"]
)
def test_a_key_that_we_never_gave_counts_as_none_and_is_taken_away(client: Client, key: str) -> None:
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(PAGE, headers={"cookie": f"sessionid={key}"})
    assert answer.status_code == 200
    assert not [query for query in asked if "django_session" in query["sql"]]
    assert answer.cookies["sessionid"]["max-age"] == 0


@pytest.mark.both_engines
def test_a_key_that_we_gave_opens_its_session(client: Client) -> None:
    client.force_login(User.objects.create(username="jan"))
    assert client.get(PAGE).wsgi_request.user.is_authenticated


def test_what_somebody_who_is_logged_in_sees_is_kept_nowhere(client: Client) -> None:
    client.force_login(User.objects.create(username="jan"))
    for path in (PAGE, "/niet/hier/"):
        assert set(client.get(path).headers["Cache-Control"].split(", ")) == {"private", "no-store"}


def test_what_everybody_sees_may_be_kept(client: Client) -> None:
    assert "Cache-Control" not in client.get(PAGE).headers
