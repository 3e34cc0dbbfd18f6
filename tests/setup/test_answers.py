"""Every kind of answer is as strict as a page, and says what went wrong in a sentence."""

import re
from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.test import Client
from django.utils.translation import gettext
from pytest_django import Settings

pytestmark = pytest.mark.django_db
PAGE = "/toegankelijkheid/"
FORM = "application/x-www-form-urlencoded"
TOO_LARGE = "language=" + "x" * 2_700_000
TOO_MANY = "&".join(f"field{number}=1" for number in range(1100))
STRICT = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
FORGED = {"host": "evil.example"}

ANSWERS: dict[str, tuple[int, Callable[[Client], HttpResponseBase]]] = {
    "page": (200, lambda client: client.get(PAGE)),
    "style": (200, lambda client: client.get("/static/web/tokens.css")),
    "missing slash": (301, lambda client: client.get(PAGE.rstrip("/"))),
    "choice": (302, lambda client: client.post("/taal/", {"language": "en"})),
    "forged host": (400, lambda client: client.get(PAGE, headers=FORGED)),
    "too many fields": (400, lambda client: client.post("/taal/", TOO_MANY, content_type=FORM)),
    "no token": (403, lambda client: Client(enforce_csrf_checks=True).post("/taal/")),
    "not there": (404, lambda client: client.get("/niet/hier/")),
    "wrong method": (405, lambda client: client.post(PAGE)),
    "too large": (413, lambda client: client.post("/taal/", TOO_LARGE, content_type=FORM)),
}


def assert_strict(answer: HttpResponseBase) -> None:
    assert {name: answer.headers.get(name) for name in STRICT} == STRICT
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "camera=()" in answer.headers["Permissions-Policy"]


@pytest.mark.parametrize("kind", ANSWERS)
def test_an_answer_has_every_header(client: Client, kind: str) -> None:
    status, ask = ANSWERS[kind]
    answer = ask(client)
    assert answer.status_code == status
    assert_strict(answer)
    answer.close()  # the stylesheet is an open file


@pytest.mark.parametrize(("headers", "status"), [({}, 301), (FORGED, 400)])
def test_an_answer_over_plain_http_has_every_header(
    client: Client, settings: Settings, headers: dict[str, str], status: int
) -> None:
    settings.SECURE_SSL_REDIRECT = True
    answer = client.get(PAGE, headers=headers)
    assert answer.status_code == status
    assert_strict(answer)


def test_a_failure_has_every_header(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object) -> HttpResponse:
        raise ValueError

    monkeypatch.setattr("wijkaanzet.web.site.views.render", broken)
    client.raise_request_exception = False
    answer = client.get(PAGE)
    assert answer.status_code == 500
    assert_strict(answer)


def test_who_sends_too_much_hears_how_much_is_allowed(client: Client) -> None:
    html = client.post("/taal/", TOO_LARGE, content_type=FORM).content.decode()
    assert gettext("This is too large") in html
    assert re.search(r"\b2[.,]5 MB", html)


def test_who_sends_too_many_fields_hears_that(client: Client) -> None:
    html = client.post("/taal/", TOO_MANY, content_type=FORM).content.decode()
    assert gettext("The form has more fields than we can read at once. Go back and send it in parts.") in html


def test_who_sends_something_else_that_is_wrong_hears_that(client: Client) -> None:
    html = client.get(PAGE, headers=FORGED).content.decode()
    assert gettext("Something in the address or the form is wrong. Go back and try again.") in html
