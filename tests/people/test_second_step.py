"""Who is paid to act proves more than a password: an app on a phone, or a spare code when it is lost."""

import hmac
import re
import struct
import time
from base64 import b32decode
from datetime import date

import pytest
from django.core import mail
from django.test import Client
from pytest_django import Settings

from tests.conftest import AT
from tests.factories import NOBODY, UserFactory, install
from wijkaanzet.kernel.models import AuditEntry, Municipality
from wijkaanzet.people import operations
from wijkaanzet.people.models import User
from wijkaanzet.people.rules import Role

PASSWORD = "paard fiets wolk 9"
SET_UP = "/account/2fa/totp/activate/"
PAGE = "/proefstad/besluiten/"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_no_demo")]


@pytest.fixture
def town() -> Municipality:
    return install().municipality


@pytest.fixture
def ria(town: Municipality) -> User:
    """An auditor with a password."""
    return holder_of(Role.AUDITOR, town)


def holder_of(role: Role | None, town: Municipality) -> User:
    user = UserFactory.create(username="ria")
    user.set_password(PASSWORD)
    user.save()
    if role is not None:
        operations.give_role(
            user, role=role, municipality=town, scope=None, starts_on=date(2016, 9, 1), actor=NOBODY, at=AT
        )
    return user


def code_of(secret: str, moment: float | None = None) -> str:
    """What the app on the phone shows at a moment, now if none is given (RFC 6238)."""
    counter = struct.pack(">Q", int(time.time() if moment is None else moment) // 30)
    digest = hmac.digest(b32decode(secret), counter, "sha1")
    place = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[place : place + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def next_code(secret: str) -> str:
    """What the app shows half a minute from now, which counts already: the code of now may have been used."""
    return code_of(secret, time.time() + 30)


class Watch:
    """The clock of the machine, which allauth reads, where a test puts it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 1_480_000_000.0  # ten seconds in a step of thirty
        monkeypatch.setattr(time, "time", lambda: self.now)


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    return Watch(monkeypatch)


def log_in(client: Client) -> str:
    told = client.post("/account/login/", {"login": "ria", "password": PASSWORD, "next": PAGE})
    assert told.status_code == 302
    return told.headers["Location"]


def set_up(client: Client) -> tuple[str, list[str]]:
    """The key in the app, and the spare codes; on the way to a page."""
    assert client.get(PAGE).headers["Location"] == SET_UP
    (secret,) = re.findall(r'<code translate="no">(\w+)</code>', client.get(SET_UP).content.decode())
    done = client.post(SET_UP, {"code": code_of(secret)})
    assert done.headers["Location"] == "/account/2fa/recovery-codes/"
    page = client.get(done.headers["Location"]).content.decode()
    assert f'href="{PAGE}"' in page  # on to what one came for
    return secret, re.findall(r'<code translate="no">(\w+)</code>', page)


@pytest.mark.usefixtures("ria")
class TestWhoIsPaid:
    @pytest.mark.parametrize("method", ["GET", "POST"])
    def test_comes_nowhere_before_the_second_step_is_set_up(self, client: Client, method: str) -> None:
        log_in(client)
        for page in (PAGE, "/proefstad/beheer/rollen/", "/"):
            assert client.generic(method, page).headers["Location"] == SET_UP

    def test_can_still_log_out_and_read_how_accessible_we_are(self, client: Client) -> None:
        log_in(client)
        assert client.get("/toegankelijkheid/").status_code == 200
        assert client.post("/account/logout/").headers["Location"] == "/"

    def test_goes_on_once_it_is_set_up(self, client: Client) -> None:
        assert client.get(log_in(client)).headers["Location"] == SET_UP
        _, spare = set_up(client)
        assert len(spare) == 10
        assert client.get(PAGE).status_code == 200

    def test_sets_it_up_after_choosing_the_password_with_a_link_by_mail(self, client: Client) -> None:
        User.objects.update(email="ria@example.nl")
        client.post("/account/password/reset/", {"email": "ria@example.nl"})
        (link,) = re.findall(r"http://testserver(\S+)", str(mail.outbox[0].body))
        form = client.get(link).headers["Location"]
        assert client.post(form, {"password1": PASSWORD, "password2": PASSWORD}).status_code == 302
        log_in(client)
        set_up(client)
        assert client.get(PAGE).status_code == 200

    def test_gets_a_picture_that_the_content_policy_allows(self, client: Client) -> None:
        log_in(client)
        page = client.get(SET_UP).content.decode()
        assert re.search(r'<path d="M4,4H5V5H4z[^"]{1000,}" fill="#000" />', page)
        assert "data:" not in page

    def test_is_not_let_in_with_a_wrong_first_code(self, client: Client) -> None:
        log_in(client)
        client.get(SET_UP)
        assert client.post(SET_UP, {"code": "000000"}).status_code == 422
        assert client.get(PAGE).headers["Location"] == SET_UP

    @pytest.mark.both_engines
    @pytest.mark.done("3.second-step")
    def test_gives_a_code_at_the_next_login(self, client: Client) -> None:
        log_in(client)
        secret, _ = set_up(client)
        client.post("/account/logout/")
        assert log_in(client) == "/account/2fa/authenticate/"
        assert client.get("/proefstad/beheer/rollen/").status_code == 404  # not logged in yet
        wrong = client.post("/account/2fa/authenticate/", {"code": "000000"})
        assert wrong.status_code == 422
        assert "Deze code klopt niet" in wrong.content.decode()
        assert AuditEntry.objects.latest("id").action == "people.login.failed"
        right = client.post("/account/2fa/authenticate/", {"code": next_code(secret)})
        assert right.headers["Location"] == PAGE
        assert client.get("/proefstad/beheer/rollen/").status_code == 200

    @pytest.mark.parametrize(
        ("age", "answer"),
        [
            pytest.param(-30, 302, id="of the step that comes"),
            pytest.param(0, 302, id="now"),
            pytest.param(30, 302, id="of the step before"),
            pytest.param(60, 422, id="too old"),
            pytest.param(-60, 422, id="too far ahead"),
        ],
    )
    def test_may_type_as_slowly_as_one_step(self, client: Client, watch: Watch, age: int, answer: int) -> None:
        log_in(client)
        secret, _ = set_up(client)
        client.post("/account/logout/")
        log_in(client)
        watch.now += 300  # the code of the set-up is long gone
        code = code_of(secret, watch.now - age)
        assert client.post("/account/2fa/authenticate/", {"code": code}).status_code == answer

    @pytest.mark.both_engines
    def test_gets_in_once_with_a_code_for_as_long_as_it_counts(self, client: Client, watch: Watch) -> None:
        log_in(client)
        secret, _ = set_up(client)
        code = code_of(secret, watch.now + 30)
        spaced = f"{code[:3]} {code[3:]}"
        for later, typed, answer in ((0, code, 302), (31, code, 422), (18, spaced, 422)):
            watch.now += later
            client.post("/account/logout/")
            log_in(client)
            told = client.post("/account/2fa/authenticate/", {"code": typed})
            assert told.status_code == answer
        assert "Deze code klopt niet" in told.content.decode()
        assert AuditEntry.objects.latest("id").action == "people.login.failed"

    def test_does_not_get_in_with_the_code_of_the_set_up(self, client: Client, watch: Watch) -> None:
        log_in(client)
        secret, _ = set_up(client)
        client.post("/account/logout/")
        log_in(client)
        code = code_of(secret, watch.now)
        assert client.post("/account/2fa/authenticate/", {"code": code}).status_code == 422

    def test_gets_no_new_guesses_by_a_code_that_was_used(
        self, client: Client, settings: Settings, watch: Watch
    ) -> None:
        settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "codes"}}
        log_in(client)
        secret, _ = set_up(client)
        used = code_of(secret, watch.now)
        client.post("/account/logout/")
        log_in(client)
        for code in ("000000", used, "000000", used, "000000"):
            assert client.post("/account/2fa/authenticate/", {"code": code}).status_code == 422
        told = client.post("/account/2fa/authenticate/", {"code": code_of(secret, watch.now + 30)})
        assert "Wacht vijf minuten" in told.content.decode()

    def test_gets_in_once_with_a_spare_code(self, client: Client) -> None:
        log_in(client)
        _, (spare, *_others) = set_up(client)
        for answer in (302, 422):
            client.post("/account/logout/")
            log_in(client)
            assert client.post("/account/2fa/authenticate/", {"code": spare}).status_code == answer

    def test_cannot_take_it_away(self, client: Client) -> None:
        log_in(client)
        set_up(client)
        told = client.post("/account/2fa/totp/deactivate/")
        assert told.status_code == 422
        assert "Met uw rol hebt u een tweede stap nodig" in told.content.decode()

    def test_types_the_password_again_before_seeing_the_spare_codes(self, client: Client) -> None:
        log_in(client)
        secret, _ = set_up(client)
        client.post("/account/logout/")
        log_in(client)
        client.post("/account/2fa/authenticate/", {"code": next_code(secret)})
        asked = client.get("/account/2fa/recovery-codes/").headers["Location"]
        assert asked.startswith("/account/reauthenticate/")
        assert client.get(asked).status_code == 200
        assert client.post(asked, {"password": "iets anders"}).status_code == 422
        told = client.post(asked, {"password": PASSWORD})
        assert told.headers["Location"] == "/account/2fa/recovery-codes/"
        assert client.get("/account/2fa/recovery-codes/download/").headers["Content-Type"].startswith("text/plain")

    def test_needs_none_where_the_installation_says_so(self, client: Client, settings: Settings) -> None:
        settings.WZ_REQUIRE_SECOND_FACTOR = False
        log_in(client)
        assert client.get(PAGE).status_code == 200


class TestOthers:
    def test_need_no_second_step(self, client: Client, town: Municipality) -> None:
        holder_of(None, town)
        log_in(client)
        assert client.get(PAGE).status_code == 200

    def test_are_asked_from_the_day_they_get_a_paid_role(self, client: Client, town: Municipality) -> None:
        user = holder_of(None, town)
        log_in(client)
        starts_on = date(2016, 9, 1)
        operations.give_role(
            user, role=Role.AUDITOR, municipality=town, scope=None, starts_on=starts_on, actor=NOBODY, at=AT
        )
        assert client.get(PAGE).headers["Location"] == SET_UP

    def test_may_have_one_and_take_it_away(self, client: Client, town: Municipality) -> None:
        holder_of(None, town)
        log_in(client)
        secret, _ = set_up_alone(client)
        assert secret
        assert client.get("/account/2fa/totp/deactivate/").status_code == 200
        assert client.post("/account/2fa/totp/deactivate/").headers["Location"] == "/account/2fa/"


def set_up_alone(client: Client) -> tuple[str, int]:
    """The key in the app of somebody who was not on the way to a page."""
    (secret,) = re.findall(r'<code translate="no">(\w+)</code>', client.get(SET_UP).content.decode())
    return secret, client.post(SET_UP, {"code": code_of(secret)}).status_code
