"""Log lines are data, and hold nothing about a person."""

import json
import logging
from io import StringIO

import pytest
import structlog
from django.test import Client
from pytest_django import Settings

from wijkaanzet.web.requestlog import HEADER

log = structlog.get_logger("test")
pytestmark = pytest.mark.usefixtures("bare_site")


def only(lines: StringIO, event: str) -> dict[str, object]:
    """The one line with this event."""
    found = [json.loads(line) for line in lines.getvalue().splitlines()]
    (line,) = [line for line in found if line["event"] == event]
    return dict(line)


def test_a_request_gives_one_line_with_its_route(client: Client, lines: StringIO) -> None:
    client.get("/gezond/leeft/")
    line = only(lines, "http.request.answered")
    assert (line["route"], line["method"], line["status"]) == ("health-live", "GET", 200)
    assert (line["user"], line["tenant"]) == (None, None)
    assert isinstance(line["ms"], int)


def test_a_secret_in_the_path_or_query_is_not_logged(client: Client, lines: StringIO) -> None:
    client.get("/inbreng/geheim-123/?email=jan@example.nl", headers={"user-agent": "Jan"})
    client.get("/bestaat-niet/geheim-123/")
    assert "geheim" not in lines.getvalue()
    assert "jan" not in lines.getvalue().lower()
    assert '"route": "unknown"' in lines.getvalue()


@pytest.mark.parametrize("given", ["0123456789abcdef" * 2, "123E4567-e89b-12d3-a456-426614174000"])
def test_the_id_of_a_trusted_proxy_comes_back_and_stands_in_the_line(
    client: Client, lines: StringIO, settings: Settings, given: str
) -> None:
    settings.WZ_TRUST_PROXY = True
    answer = client.get("/gezond/leeft/", headers={HEADER: given})
    assert answer.headers[HEADER] == given
    assert only(lines, "http.request.answered")["request_id"] == given


@pytest.mark.parametrize("given", ["", "short", "jan-jansen-tilburg", "123456782" * 4, "f" * 33, 'a"},{"b":12345'])
def test_a_request_id_that_could_carry_something_is_replaced(client: Client, settings: Settings, given: str) -> None:
    settings.WZ_TRUST_PROXY = True
    answer = client.get("/gezond/leeft/", headers={HEADER: given})
    assert answer.headers[HEADER] != given
    assert len(answer.headers[HEADER]) == 32


def test_the_request_id_of_a_visitor_is_replaced(client: Client) -> None:
    given = "0123456789abcdef" * 2
    assert client.get("/gezond/leeft/", headers={HEADER: given}).headers[HEADER] != given


def test_a_refused_form_is_logged_without_where_it_came_from(lines: StringIO, settings: Settings) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    referer = "https://evil.example/jan-jansen/?bsn=123456782"
    client = Client(enforce_csrf_checks=True, headers={"X-Forwarded-Proto": "https", "Referer": referer})
    assert client.post("/inbreng/geheim-123/").status_code == 403
    assert only(lines, "django.security.csrf refused a request")["level"] == "warning"
    for trace in ("jansen", "123456782", "evil", "geheim"):
        assert trace not in lines.getvalue()


def test_a_forged_host_is_logged_without_the_host(client: Client, lines: StringIO) -> None:
    assert client.get("/bestaat-niet/", headers={"host": "jan-jansen-123456782.example"}).status_code == 400
    assert only(lines, "django.security.DisallowedHost refused a request")["error"] == "DisallowedHost"
    assert "jansen" not in lines.getvalue()


@pytest.mark.parametrize("key", ["email", "name", "ip", "user_name", "remote_addr", "contact_email", "path", "query"])
def test_a_key_about_a_person_is_dropped(lines: StringIO, key: str) -> None:
    log.info("people.user.changed", user=7, **{key: "Jan Jansen"})
    line = only(lines, "people.user.changed")
    assert line["user"] == 7
    assert key not in line
    assert "Jansen" not in lines.getvalue()


def test_an_address_inside_a_text_is_hidden(lines: StringIO) -> None:
    logging.getLogger("some.package").warning("mail to %s bounced", "jan@example.nl")
    assert only(lines, "mail to [e-mail] bounced")


def test_a_failure_tells_its_type_and_place_but_not_its_message(client: Client, lines: StringIO) -> None:
    client.raise_request_exception = False
    assert client.get("/kapot/?wie=pietersen").status_code == 500
    line = only(lines, "Internal Server Error: …")
    assert line["error"] == "ValueError"
    assert "breaks" in str(line["frames"])
    assert "pietersen" not in lines.getvalue()
