"""Logging in: ten mistakes and the door shuts, nobody learns who has an account, and one lands on one's work."""

import re
from datetime import date, timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.core import mail
from django.db.models import F
from django.test import Client
from pytest_django import Settings

from tests.conftest import AT
from tests.factories import NOBODY, UserFactory, install
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.people import operations
from wijkaanzet.people.models import User
from wijkaanzet.people.rules import Role

PASSWORD = "paard fiets wolk 9"
WRONG = "paard fiets wolk 8"
LOGIN = "/account/login/"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_no_demo")]


@pytest.fixture
def jan() -> User:
    return account("jan")


def account(name: str) -> User:
    """Somebody with a password."""
    user = UserFactory.create(username=name, email=f"{name}@example.nl")
    user.set_password(PASSWORD)
    user.save()
    return user


def try_it(client: Client, name: str = "jan", password: str = WRONG, **more: str) -> int:
    """What one attempt answers."""
    address = more.pop("address", "192.0.2.1")
    return client.post(LOGIN, {"login": name, "password": password, **more}, REMOTE_ADDR=address).status_code


def ten_mistakes(client: Client) -> None:
    assert [try_it(client) for _ in range(9)] == [422] * 9
    assert try_it(client) == 429


def logged() -> list[tuple[str, int, int | None]]:
    """What the audit log holds about logging in."""
    rows = AuditEntry.objects.filter(action__startswith="people.login.").order_by("id")
    return list(rows.values_list("action", "subject_id", "actor_id"))


@pytest.mark.usefixtures("jan")
@pytest.mark.done("3.login-limits")
class TestTenMistakes:
    @pytest.mark.both_engines
    def test_after_ten_the_right_password_is_refused_with_a_sentence(self, client: Client) -> None:
        ten_mistakes(client)
        told = client.post(LOGIN, {"login": "jan", "password": PASSWORD}, REMOTE_ADDR="192.0.2.1")
        assert told.status_code == 429
        assert "Over 15 minuten kunt u het opnieuw proberen." in told.content.decode()
        assert "_auth_user_id" not in client.session

    def test_nine_and_then_the_right_one_is_fine_and_starts_the_count_again(self, client: Client) -> None:
        for _ in range(9):
            try_it(client)
        assert try_it(client, password=PASSWORD) == 302
        client.logout()
        assert [try_it(client) for _ in range(9)] == [422] * 9

    def test_another_account_is_not_shut_out(self, client: Client) -> None:
        account("piet")
        ten_mistakes(client)
        assert try_it(client, "piet", PASSWORD) == 302

    def test_another_address_is_not_shut_out(self, client: Client) -> None:
        ten_mistakes(client)
        assert try_it(client, password=PASSWORD, address="192.0.2.2") == 302

    @pytest.mark.parametrize(("minutes", "answer"), [(14, 429), (16, 302)])
    def test_it_opens_again_after_a_quarter_of_an_hour(self, client: Client, minutes: int, answer: int) -> None:
        ten_mistakes(client)
        AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(minutes=minutes))
        assert try_it(client, password=PASSWORD) == answer

    def test_trying_meanwhile_does_not_make_it_longer(self, client: Client) -> None:
        ten_mistakes(client)
        AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(minutes=14))
        assert try_it(client) == 429
        AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(minutes=2))
        assert try_it(client, password=PASSWORD) == 302

    def test_another_spelling_of_the_name_is_the_same_account(self, client: Client) -> None:
        names = ["jan", "JAN", " Jan ", "jan@example.nl", "JAN@EXAMPLE.NL"] * 2
        assert [try_it(client, name) for name in names][-1] == 429

    def test_an_unknown_account_is_shut_out_just_the_same(self, client: Client) -> None:
        assert [try_it(client, "nobody") for _ in range(11)] == [422] * 9 + [429] * 2

    @pytest.mark.usefixtures("jan")
    def test_behind_a_proxy_the_address_is_what_the_proxy_saw(self, client: Client, settings: Settings) -> None:
        settings.WZ_TRUST_PROXY = True
        for made_up in range(10):
            client.post(
                LOGIN,
                {"login": "jan", "password": WRONG},
                headers={"x-forwarded-for": f"10.0.0.{made_up}, 198.51.100.7"},
            )
        (attempt,) = AccessAttempt.objects.all()
        assert (attempt.ip_address, attempt.failures_since_start) == ("198.51.100.7", 10)

    def test_a_header_that_nobody_vouches_for_changes_nothing(self, client: Client) -> None:
        client.post(LOGIN, {"login": "jan", "password": WRONG}, headers={"x-forwarded-for": "198.51.100.7"})
        assert AccessAttempt.objects.get().ip_address == "127.0.0.1"

    def test_the_list_of_mistakes_holds_no_name_and_no_password(self, client: Client) -> None:
        for name in ("jan", "mijn-wachtwoord-per-ongeluk"):
            try_it(client, name, next="/tilburg/")
        kept = str(list(AccessAttempt.objects.values("username", "get_data", "post_data")))
        assert not re.search("jan|wolk|ongeluk|tilburg", kept)


def body(client: Client, url: str, **data: str) -> tuple[int, str]:
    """What somebody reads, without the token of the form and without what was typed."""
    told = client.post(url, data)
    text = re.sub(r'value="[^"]*"', "", told.content.decode())
    return told.status_code, text


@pytest.mark.usefixtures("jan")
class TestNobodyLearnsWhoHasAnAccount:
    def test_a_wrong_password_and_an_unknown_name_read_the_same(self, client: Client) -> None:
        known = body(client, LOGIN, login="jan", password=WRONG)
        assert known == body(client, LOGIN, login="nobody", password=WRONG)
        assert known == body(client, LOGIN, login="nobody@example.nl", password=WRONG)
        assert known[0] == 422
        assert "Deze naam en dit wachtwoord horen niet bij elkaar." in known[1]

    def test_a_closed_account_reads_as_one_that_is_not_there(self, client: Client) -> None:
        unknown = body(client, LOGIN, login="nobody", password=PASSWORD)
        User.objects.update(is_active=False)
        assert body(client, LOGIN, login="jan", password=PASSWORD) == unknown

    def test_asking_for_a_password_reads_the_same(self, client: Client) -> None:
        known = client.post("/account/password/reset/", {"email": "jan@example.nl"})
        assert len(mail.outbox) == 1
        unknown = client.post("/account/password/reset/", {"email": "nobody@example.nl"})
        assert len(mail.outbox) == 1
        assert known.headers["Location"] == unknown.headers["Location"]


class TestAudit:
    def test_each_login_leaves_a_row_without_names(self, client: Client, jan: User) -> None:
        try_it(client)
        try_it(client, "nobody")
        try_it(client, password=PASSWORD)
        assert logged() == [
            ("people.login.failed", jan.pk, None),
            ("people.login.failed", 0, None),
            ("people.login.done", jan.pk, jan.pk),
        ]
        assert "jan" not in str(list(AuditEntry.objects.values()))

    def test_a_shut_door_leaves_its_own_row(self, client: Client, jan: User) -> None:
        ten_mistakes(client)
        try_it(client, password=PASSWORD)
        assert [action for action, *_ in logged()][8:] == ["people.login.failed", *["people.login.locked"] * 2]

    def test_the_demo_leaves_one_too(self, client: Client, settings: Settings) -> None:
        settings.WZ_DEMO = True
        persona = UserFactory.create(username="tilburg-controller")
        client.post("/demo/inloggen/", {"persona": "tilburg-controller"})
        assert logged() == [("people.login.done", persona.pk, persona.pk)]


class TestWhereOneLands:
    @pytest.mark.parametrize("asked", ["https://evil.example/", "//evil.example/x", "/\\evil.example", "javascript:x"])
    def test_never_on_another_site(self, client: Client, jan: User, asked: str) -> None:
        told = client.post(f"{LOGIN}?next={asked}", {"login": "jan", "password": PASSWORD, "next": asked})
        assert told.headers["Location"] == "/"

    def test_never_on_another_host_that_is_ours(self, client: Client, jan: User, settings: Settings) -> None:
        settings.ALLOWED_HOSTS = ["testserver", "sb.example.nl"]
        data = {"login": "jan", "password": PASSWORD, "next": "https://sb.example.nl/"}
        assert client.post(LOGIN, data).headers["Location"] == "/"

    def test_on_the_page_that_was_asked_for(self, client: Client, jan: User) -> None:
        data = {"login": "jan", "password": PASSWORD, "next": "/toegankelijkheid/?x=1"}
        assert client.post(LOGIN, data).headers["Location"] == "/toegankelijkheid/?x=1"

    def test_in_the_municipality_where_one_has_a_role(self, client: Client, jan: User) -> None:
        town = install().municipality
        operations.give_role(
            jan,
            role=Role.AUDITOR,
            municipality=town,
            scope=None,
            starts_on=date(2016, 9, 1),
            actor=NOBODY,
            at=AT,
        )
        told = client.post(LOGIN, {"login": "jan", "password": PASSWORD})
        assert told.headers["Location"].startswith("/proefstad/")


class TestSession:
    def test_its_key_is_new_after_logging_in(self, client: Client, jan: User) -> None:
        client.post(LOGIN, {"login": "jan", "password": WRONG})
        session = client.session
        session["something"] = 1
        session.save()
        before = session.session_key
        client.cookies["sessionid"] = str(before)
        try_it(client, password=PASSWORD)
        assert client.session.session_key != before
        assert not Session.objects.filter(session_key=before).exists()

    def test_it_ends_eight_hours_after_the_last_sign_of_life(self, client: Client, jan: User) -> None:
        try_it(client, password=PASSWORD)
        assert client.session.get_expiry_age() == 8 * 3600
        assert client.cookies["sessionid"]["max-age"] == ""  # the browser keeps it, to show that there was one
        ends = Session.objects.get().expire_date
        client.get("/toegankelijkheid/")
        assert Session.objects.get().expire_date == ends  # no write at every page
        Session.objects.update(expire_date=ends - timedelta(minutes=6))
        client.get("/toegankelijkheid/")
        assert Session.objects.get().expire_date >= ends


class TestPassword:
    def test_who_has_none_chooses_one_with_a_link_by_mail(self, client: Client) -> None:
        operations.open_account(username="mia", email="mia@example.nl", actor=NOBODY, at=AT)
        client.post("/account/password/reset/", {"email": "MIA@example.nl"})
        (letter,) = mail.outbox
        assert letter.to == ["mia@example.nl"]
        assert "mia" in letter.body
        (link,) = re.findall(r"http://testserver(\S+)", str(letter.body))
        form = client.get(link).headers["Location"]
        assert link.split("-", 1)[1].strip("/") not in form  # the key is not in the address any more
        assert client.post(form, {"password1": "kort", "password2": "kort"}).status_code == 422
        assert client.post(form, {"password1": PASSWORD, "password2": PASSWORD}).status_code == 302
        assert try_it(client, "mia", PASSWORD) == 302
        assert "werkt niet meer" in client.get(link).content.decode()

    @pytest.mark.parametrize("weak", ["wachtwoord", "123456789012", "jan@example.nl"])
    def test_an_easy_one_is_refused(self, client: Client, jan: User, weak: str) -> None:
        try_it(client, password=PASSWORD)
        data = {"oldpassword": PASSWORD, "password1": weak, "password2": weak}
        assert client.post("/account/password/change/", data).status_code == 422

    def test_changing_it_ends_the_other_sessions(self, client: Client, jan: User) -> None:
        other = Client()
        other.force_login(jan)
        try_it(client, password=PASSWORD)
        new = "trein appel maandag 4"
        data = {"oldpassword": PASSWORD, "password1": new, "password2": new}
        assert client.post("/account/password/change/", data).status_code == 302
        assert client.get("/account/2fa/").status_code == 200
        assert other.get("/account/2fa/").status_code == 302


@pytest.mark.parametrize("page", ["", "signup/", "confirm-email/", "2fa/webauthn/", "login/code/", "inactive/"])
def test_what_we_do_not_offer_is_not_there(client: Client, page: str) -> None:
    assert client.get(f"/account/{page}").status_code == 404


def test_too_many_requests_are_answered_with_a_sentence(client: Client, settings: Settings) -> None:
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "limits"}}
    answers = [client.post("/account/password/reset/", {"email": "jan@example.nl"}) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [302] * 5 + [429]
    assert "Wacht vijf minuten" in answers[-1].content.decode()


def test_the_frame_offers_to_log_in_and_out(client: Client, jan: User) -> None:
    seen = client.get("/toegankelijkheid/?x=1").content.decode()
    assert 'href="/account/login/?next=%2Ftoegankelijkheid%2F%3Fx%3D1"' in seen
    try_it(client, password=PASSWORD)
    seen = client.get("/toegankelijkheid/").content.decode()
    assert "Inloggen" not in seen
    assert 'action="/account/logout/"' in seen
    client.post("/account/logout/")
    assert "Inloggen" in client.get("/toegankelijkheid/").content.decode()
