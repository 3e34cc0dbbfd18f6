"""A session that ends halfway a form: nothing that was filled in is lost, and nobody else sees it."""

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django import forms
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.test import Client
from django.urls import path
from pytest_django import Settings

from tests.factories import UserFactory
from wijkaanzet.config.urls import urlpatterns as all_patterns
from wijkaanzet.kernel import clock
from wijkaanzet.people.models import User
from wijkaanzet.web import kept
from wijkaanzet.web.acts import ActForm, answer, filled_in

PAGE = "/geheim/?jaar=2018"
PASSWORD = "paard fiets wolk 9"
FILLED = {"reasons": "Omdat het past.", "day": "3", "password": "mag niet mee"}


class Note(ActForm):
    """A form with a question that is easily forgotten."""

    reasons = forms.CharField(label="Reasons")
    day = forms.IntegerField(label="Day", max_value=2)


def secret(request: HttpRequest) -> HttpResponse:
    """A page for who is logged in."""
    if not request.user.is_authenticated:
        raise Http404
    form = Note(filled_in(request))
    if form.is_valid():
        return redirect("/")
    return answer(request, "account/login.html", page=None, form=form)  # type: ignore[arg-type]  # any page will do


urlpatterns = [path("geheim/", secret, name="secret"), path("knop/", secret, name="button"), *all_patterns]
pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__), pytest.mark.usefixtures("_not_public")]


@pytest.fixture
def _not_public(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    """The permission table as it would be with these pages in it."""
    settings.WZ_DEMO = False
    monkeypatch.setattr(kept, "is_for_everybody", lambda name, method: name not in {"secret", "button"})


@pytest.fixture
def jan() -> User:
    user = UserFactory.create(username="jan")
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def ended(client: Client, jan: User) -> Client:
    """A browser in which jan was logged in until his session ended."""
    client.force_login(jan)
    assert client.get(PAGE).status_code == 200
    Session.objects.update(expire_date=datetime(2017, 1, 1, tzinfo=UTC))
    return client


def log_in(client: Client, username: str = "jan", **extra: str) -> str:
    """Where one lands."""
    told = client.post("/account/login/", {"login": username, "password": PASSWORD, **extra})
    assert told.status_code == 302
    return told.headers["Location"]


def sent_away(client: Client, *, page: str = PAGE, data: dict[str, object] | None = None, **headers: str) -> str:
    """The page to come back to, after a form was sent."""
    told = client.post(page, FILLED if data is None else data, headers=headers)
    assert told.status_code == 302
    place = urlsplit(told.headers["Location"])
    assert place.path == "/account/login/"
    return parse_qs(place.query)["next"][0]


@pytest.mark.both_engines
@pytest.mark.done("3.session-expiry")
def test_what_was_filled_in_is_there_after_logging_in_again(ended: Client) -> None:
    next_page = sent_away(ended)
    assert next_page == PAGE
    assert log_in(ended, next=next_page) == PAGE
    seen = ended.get(PAGE)
    text = seen.content.decode()
    assert seen.status_code == 200
    assert "Omdat het past." in text
    assert 'value="3"' in text
    assert "U was intussen uitgelogd." in text
    assert "mag niet mee" not in text
    assert 'role="alert"' not in text  # what is wrong with it is said once it is sent
    assert ended.post(PAGE, FILLED).status_code == 422


def test_nobody_reads_it_in_the_database(ended: Client) -> None:
    sent_away(ended)
    kept_rows = [row.get_decoded() for row in Session.objects.order_by("session_key")]
    assert any(kept.FORM in row for row in kept_rows)
    assert "past" not in str(kept_rows)


def test_what_was_sealed_with_a_key_that_is_gone_is_not_shown(ended: Client, settings: Settings) -> None:
    settings.WZ_CONTENT_KEYS = ["sleutel van gisteren"]
    next_page = sent_away(ended)
    settings.WZ_CONTENT_KEYS = ["sleutel van vandaag"]
    log_in(ended, next=next_page)
    answered = ended.get(PAGE)
    assert answered.status_code == 200
    assert "Omdat het past." not in answered.content.decode()


def test_it_is_shown_once(ended: Client) -> None:
    log_in(ended, next=sent_away(ended))
    ended.get(PAGE)
    assert "Omdat het past." not in ended.get(PAGE).content.decode()


def test_another_page_shows_nothing_of_it(ended: Client) -> None:
    log_in(ended, next=sent_away(ended))
    assert "Omdat het past." not in ended.get("/geheim/?jaar=2019").content.decode()
    assert "Omdat het past." in ended.get(PAGE).content.decode()


def test_another_account_does_not_see_it(ended: Client) -> None:
    piet = UserFactory.create(username="piet")
    piet.set_password(PASSWORD)
    piet.save()
    log_in(ended, "piet", next=sent_away(ended))
    assert "Omdat het past." not in ended.get(PAGE).content.decode()


def test_it_is_gone_after_an_hour(ended: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    log_in(ended, next=sent_away(ended))
    later = clock.now() + timedelta(minutes=61)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert "Omdat het past." not in ended.get(PAGE).content.decode()


def test_too_long_a_text_is_not_kept_and_one_is_told(ended: Client) -> None:
    next_page = sent_away(ended, data={"reasons": "x" * kept.LARGEST, "day": "1"})
    assert "te lang om te bewaren" in ended.get("/account/login/").content.decode()
    log_in(ended, next=next_page)
    assert "xxx" not in ended.get(PAGE).content.decode()


def test_a_file_is_to_be_chosen_again(ended: Client) -> None:
    next_page = sent_away(ended, data={**FILLED, "file": SimpleUploadedFile("cijfers.csv", b"1;2")})
    log_in(ended, next=next_page)
    assert "kies uw bestand opnieuw" in ended.get(PAGE).content.decode()


def test_a_form_with_an_address_of_its_own_comes_back_on_the_page_it_stood_on(ended: Client) -> None:
    assert sent_away(ended, page="/knop/", referer=f"http://testserver{PAGE}") == PAGE


@pytest.mark.parametrize("referer", ["https://evil.example/geheim/", "//evil.example/", "javascript:alert(1)", "x"])
def test_one_never_comes_back_on_another_site(ended: Client, referer: str) -> None:
    assert sent_away(ended, page="/knop/", referer=referer) == "/knop/"


def test_a_visit_leads_to_log_in_too_also_in_a_second_tab(ended: Client) -> None:
    for _tab in range(2):
        assert ended.get(PAGE).headers["Location"] == "/account/login/?next=%2Fgeheim%2F%3Fjaar%3D2018"


def test_a_session_whose_row_is_gone_is_one_that_ended(ended: Client) -> None:
    Session.objects.all().delete()
    log_in(ended, next=sent_away(ended))
    assert "Omdat het past." in ended.get(PAGE).content.decode()


def test_a_new_session_lasts_as_long_as_any(ended: Client) -> None:
    log_in(ended, next=sent_away(ended))
    assert ended.session.get_expiry_age() == 8 * 3600


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_who_was_never_logged_in_gets_a_404(client: Client, method: str) -> None:
    assert client.generic(method, PAGE).status_code == 404
    assert "sessionid" not in client.cookies


class TestLoggingOutInAnotherTab:
    @pytest.fixture
    def left(self, client: Client, jan: User) -> Client:
        """A browser in which jan has a form open and logged out beside it."""
        client.force_login(jan)
        client.post("/account/logout/")
        return client

    def test_shows_no_page_any_more(self, left: Client) -> None:
        assert left.get(PAGE).status_code == 404

    def test_loses_nothing_of_a_form_that_is_sent_then(self, left: Client) -> None:
        assert sent_away(left) == PAGE
        assert log_in(left, next=PAGE) == PAGE
        assert "Omdat het past." in left.get(PAGE).content.decode()

    def test_shows_it_to_nobody_else(self, left: Client) -> None:
        other = UserFactory.create(username="els")
        other.set_password(PASSWORD)
        other.save()
        sent_away(left)
        log_in(left, "els", next=PAGE)
        assert "Omdat het past." not in left.get(PAGE).content.decode()

    def test_is_forgotten_once_somebody_logs_in(self, left: Client, jan: User) -> None:
        """Else what the next one fills in would be kept for who left."""
        left.force_login(jan)
        left.get(PAGE)
        assert left.cookies[kept.LEFT].value == ""

    def test_loses_nothing_while_logging_in_again_has_begun(self, left: Client) -> None:
        session = left.session
        session["half"] = "way"
        session.save()
        left.cookies["sessionid"] = str(session.session_key)
        assert sent_away(left) == PAGE

    def test_counts_in_the_demo_too(self, client: Client, jan: User, settings: Settings) -> None:
        settings.WZ_DEMO = True
        client.force_login(jan)
        client.post("/demo/uitloggen/")
        assert client.post(PAGE, FILLED).headers["Location"] == "/demo/?next=%2Fgeheim%2F%3Fjaar%3D2018"

    @pytest.mark.parametrize("mark", ["", "7", "7:aaaa:bbbb"])
    def test_is_known_by_what_we_signed_only(self, left: Client, mark: str) -> None:
        left.cookies[kept.LEFT] = mark
        assert left.post(PAGE, FILLED).status_code == 404

    def test_is_forgotten_after_an_hour(self, left: Client) -> None:
        assert left.cookies[kept.LEFT]["max-age"] == 3600
        assert (left.cookies[kept.LEFT]["httponly"], left.cookies[kept.LEFT]["samesite"]) == (True, "Lax")


@pytest.mark.parametrize("page", ["/nergens/is/dit/", "/onbekende-gemeente/wijken/"])
def test_what_is_not_there_is_a_404_also_when_the_session_ended(ended: Client, page: str) -> None:
    assert ended.get(page).status_code == 404


def test_in_the_demo_one_chooses_who_to_be(ended: Client, settings: Settings) -> None:
    settings.WZ_DEMO = True
    assert ended.get(PAGE).headers["Location"] == "/demo/?next=%2Fgeheim%2F%3Fjaar%3D2018"


class TestAnOldTab:
    """The token of a form is of before logging in again."""

    OURS = "http://testserver"

    @pytest.fixture
    def strict(self, jan: User) -> Client:
        client = Client(enforce_csrf_checks=True)
        client.force_login(jan)
        client.cookies["csrftoken"] = "a" * 32
        return client

    def send(self, client: Client, *, token: str = "b" * 32, page: str = PAGE, origin: str = OURS) -> int:
        data = {**FILLED, "csrfmiddlewaretoken": token}
        return client.post(page, data, headers={"origin": origin}).status_code

    def test_loses_nothing_and_does_nothing(self, strict: Client) -> None:
        assert self.send(strict) == 302
        text = strict.get(PAGE).content.decode()
        assert "Omdat het past." in text
        assert "bbb" not in text

    def test_is_refused_when_another_site_made_it(self, strict: Client) -> None:
        assert self.send(strict, origin="https://evil.example") == 403
        assert self.send(strict, origin="null") == 403
        assert "Omdat het past." not in strict.get(PAGE).content.decode()

    def test_is_refused_on_a_page_for_everybody(self, strict: Client) -> None:
        assert self.send(strict, page="/taal/") == 403

    def test_is_refused_when_nobody_is_logged_in(self, strict: Client) -> None:
        strict.cookies["sessionid"] = ""
        assert self.send(strict) == 403

    def test_with_the_right_token_it_acts(self, strict: Client) -> None:
        assert self.send(strict, token="a" * 32) == 422
