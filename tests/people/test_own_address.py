"""Another e-mail address counts once its holder confirmed it; until then it opens nothing, and tells of nobody."""

import re
import time
from datetime import timedelta
from urllib.parse import quote

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.management import call_command
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.test import Client
from pytest_django import Settings

from tests.conftest import AT
from tests.factories import NOBODY, MunicipalityFactory, UserFactory, at_once
from wijkaanzet.kernel.models import AuditEntry, OutboxMessage
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.people import operations
from wijkaanzet.people.labels import REFUSALS
from wijkaanzet.people.models import User
from wijkaanzet.people.queries import address_asked
from wijkaanzet.people.rules import Role

OLD, NEW = "jan@example.nl", "jan.nieuw@example.nl"
PASSWORD = "paard fiets wolk 9"
CHANGE, LOGIN, RESET = "/account/email/", "/account/login/", "/account/password/reset/"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_no_demo")]


@pytest.fixture
def jan() -> User:
    return account("jan", OLD)


def account(name: str, email: str = "") -> User:
    user = UserFactory.create(username=name, email=email)
    user.set_password(PASSWORD)
    user.save()
    return user


def logged_in(name: str = "jan", *, proven: bool = True) -> Client:
    """Somebody who logged in, and typed the password again."""
    client = Client()
    assert client.post(LOGIN, {"login": name, "password": PASSWORD}).status_code == 302
    if proven:
        client.post("/account/reauthenticate/", {"password": PASSWORD})
    return client


def link_in(letter: mail.EmailMessage) -> str:
    (link,) = re.findall(r"http://testserver(\S+)", str(letter.body))
    return str(link)


def asked(client: Client, email: str = NEW) -> str:
    """The link in the mail that goes to another address."""
    mail.outbox.clear()
    assert client.post(CHANGE, {"email": email}).status_code == 302
    (letter,) = mail.outbox
    assert letter.to == [email.lower()]
    return link_in(letter)


def email_of(user: User) -> str:
    """The address of the account, which no other table gainsays: the one of allauth holds only what waits."""
    confirmed = EmailAddress.objects.filter(user=user, verified=True) | EmailAddress.objects.filter(
        user=user, primary=True
    )
    assert not confirmed.exists()
    return str(User.objects.get(pk=user.pk).email)


def actions() -> list[str]:
    rows = AuditEntry.objects.filter(subject_kind="people.account").order_by("id")
    return list(rows.values_list("action", flat=True))


def shown(told: HttpResponseBase) -> str:
    """What stands on a page, without the frame around it."""
    assert isinstance(told, HttpResponse)
    return told.content.decode().partition("<main")[2].partition("</main>")[0]


class TestOnThePages:
    def test_it_counts_once_the_link_was_opened_and_the_button_pressed(self, jan: User):
        client = logged_in()
        link = asked(client, NEW.upper())
        assert (email_of(jan), address_asked(jan)) == (OLD, NEW)
        assert NEW in client.get(CHANGE).content.decode()
        assert client.get(link).status_code == 200
        assert email_of(jan) == OLD, "a visit changes nothing"
        assert client.post(link).status_code == 302
        assert (email_of(jan), address_asked(jan)) == (NEW, "")

    def test_the_old_address_hears_of_it_and_not_of_the_new_one(self, jan: User):
        client = logged_in()
        link = asked(client)
        mail.outbox.clear()
        client.post(link)
        (letter,) = mail.outbox
        assert letter.to == [OLD]
        assert NEW not in str(letter.body)

    def test_no_message_to_the_old_address_is_no_change(self, jan: User, monkeypatch: pytest.MonkeyPatch):
        client = logged_in()
        link = asked(client)
        browser = Client(enforce_csrf_checks=True, raise_request_exception=False)
        browser.cookies = client.cookies
        (token,) = set(re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', browser.get(link).content.decode()))

        def fails(_letter: mail.EmailMessage) -> int:
            raise ConnectionRefusedError

        with monkeypatch.context() as patch:
            patch.setattr(mail.EmailMessage, "send", fails)
            assert browser.post(link, {"csrfmiddlewaretoken": token}).status_code == 500
        assert (email_of(jan), address_asked(jan)) == (OLD, NEW)
        assert browser.post(link, {"csrfmiddlewaretoken": token}).status_code == 302
        assert email_of(jan) == NEW

    def test_the_password_is_asked_again_first(self, jan: User):
        client = logged_in(proven=False)
        for told in (client.get(CHANGE), client.post(CHANGE, {"email": NEW})):
            assert told.headers["Location"].startswith("/account/reauthenticate/")
        assert address_asked(jan) == ""

    def test_what_was_filled_in_is_done_after_the_password(self, jan: User):
        client = logged_in(proven=False)
        again = client.post(CHANGE, {"email": NEW}).headers["Location"]
        assert client.post(again, {"password": PASSWORD}).status_code == 302
        assert address_asked(jan) == NEW

    def test_a_visitor_logs_in_first_and_comes_back(self, jan: User):
        link = asked(logged_in())
        told = Client().get(link)
        assert told.headers["Location"] == f"{LOGIN}?next={quote(link)}"

    def test_nobody_else_confirms_it_with_the_link(self, jan: User):
        link = asked(logged_in())
        account("piet", "piet@example.nl")
        other = logged_in("piet")
        too_old = shown(other.get("/account/confirm-email/verzonnen/"))
        for told in (other.get(link), other.post(link)):
            assert told.status_code == 404
            assert shown(told) == too_old
        assert email_of(jan) == OLD

    def test_a_link_works_once_and_no_longer_when_another_address_was_asked(self, jan: User):
        client = logged_in()
        first = asked(client)
        second = asked(client, "jan.derde@example.nl")
        client.post(first)
        assert email_of(jan) == OLD
        client.post(second)
        client.post(second)
        assert email_of(jan) == "jan.derde@example.nl"
        assert actions().count("people.account.address_changed") == 1

    def test_a_link_of_more_than_a_day_ago_works_no_more(self, jan: User, monkeypatch: pytest.MonkeyPatch):
        client = logged_in()
        link = asked(client)
        later = time.time() + timedelta(days=1, minutes=1).total_seconds()
        with monkeypatch.context() as patch:
            patch.setattr(time, "time", lambda: later)
            client.post(link)
        assert email_of(jan) == OLD

    @pytest.mark.parametrize("wrong", ["", "geen adres", f"{'x' * 250}@example.nl", "a@b\nBcc: c@d.nl", OLD.upper()])
    def test_bad_input_is_refused_at_the_question_and_nothing_is_sent(self, jan: User, wrong: str):
        client = logged_in()
        told = client.post(CHANGE, {"email": wrong})
        assert told.status_code in (409, 422)
        assert 'aria-invalid="true"' in told.content.decode()
        assert (mail.outbox, address_asked(jan)) == ([], "")

    def test_is_not_there_in_the_demo(self, jan: User, settings: Settings):
        client = logged_in()
        settings.WZ_DEMO = True
        for page in (CHANGE, "/account/confirm-email/verzonnen/"):
            assert client.get(page).status_code == 404


class TestNobodyLearnsWhoHasAnAddress:
    def test_that_of_another_account_is_asked_and_confirmed_as_any(self, jan: User):
        """One person may have two accounts, so who reads mail there may use the address for both."""
        account("jan.elders", NEW)
        client = logged_in()
        known, unknown = (client.post(CHANGE, {"email": email}) for email in (NEW, "niemand@example.nl"))
        assert (known.status_code, known.headers["Location"]) == (unknown.status_code, unknown.headers["Location"])
        assert len(mail.outbox) == 2
        one, two = (re.sub(r"http\S+", "", str(letter.body)) for letter in mail.outbox)
        assert one == two

    def test_both_accounts_can_have_it(self, jan: User):
        other = account("jan.elders", "elders@example.nl")
        for name in ("jan", "jan.elders"):
            held = User.objects.get(username=name)
            row = operations.ask_other_address(held, email=NEW, actor=NOBODY, at=AT)
            operations.confirm_address(held, asked_id=row.pk, actor=NOBODY, at=AT)
        assert email_of(jan) == email_of(other) == NEW


class TestUntilItIsConfirmed:
    def test_no_password_can_be_chosen_with_it(self, jan: User):
        asked(logged_in())
        mail.outbox.clear()
        Client().post(RESET, {"email": NEW})
        assert mail.outbox == []
        Client().post(RESET, {"email": OLD})
        assert [letter.to for letter in mail.outbox] == [[OLD]]

    def test_nobody_logs_in_with_it(self, jan: User):
        asked(logged_in())
        assert Client().post(LOGIN, {"login": NEW, "password": PASSWORD}).status_code == 422
        assert Client().post(LOGIN, {"login": OLD, "password": PASSWORD}).status_code == 302

    def test_a_link_for_a_password_that_went_to_the_old_address_works_no_more_afterwards(self, jan: User):
        client = logged_in()
        link = asked(client)
        mail.outbox.clear()
        Client().post(RESET, {"email": OLD})
        early = link_in(mail.outbox[0])
        client.post(link)
        assert Client().get(early).status_code == 200, "a page that says so, and no form"
        assert Client().post(LOGIN, {"login": NEW, "password": PASSWORD}).status_code == 302
        assert Client().post(LOGIN, {"login": OLD, "password": PASSWORD}).status_code == 422


class TestLimits:
    @pytest.fixture(autouse=True)
    def _counted(self, settings: Settings, request: pytest.FixtureRequest) -> None:
        cache = "django.core.cache.backends.locmem.LocMemCache"
        settings.CACHES = {"default": {"BACKEND": cache, "LOCATION": request.node.name}}

    def test_no_mailbox_is_filled_by_asking_again(self, jan: User):
        client = logged_in()
        asked(client)
        told = client.post(CHANGE, {"email": NEW})
        assert (told.status_code, len(mail.outbox)) == (422, 1)

    def test_too_many_requests_are_answered_with_a_sentence(self, jan: User):
        client = logged_in()
        answers = [client.post(CHANGE, {"email": f"jan{n}@example.nl"}).status_code for n in range(11)]
        assert answers == [302] * 10 + [429]


class TestOperations:
    def test_leave_rows_without_an_address(self, jan: User):
        row = operations.ask_other_address(jan, email=NEW, actor=NOBODY, at=AT)
        assert operations.confirm_address(jan, asked_id=row.pk, actor=NOBODY, at=AT) == OLD
        assert actions() == ["people.account.address_asked", "people.account.address_changed"]
        assert "example" not in str(list(AuditEntry.objects.values()))

    @pytest.mark.parametrize(
        ("email", "key"),
        [
            ("geen adres", "address_unfit"),
            (f"{'x' * 250}@example.nl", "address_unfit"),
            (OLD.upper(), "address_is_there"),
        ],
    )
    def test_refuse_with_a_sentence(self, jan: User, email: str, key: str):
        with pytest.raises(Refused) as caught:
            operations.ask_other_address(jan, email=email, actor=NOBODY, at=AT)
        assert str(REFUSALS[caught.value.key]) % caught.value.parameters
        assert (caught.value.key, address_asked(jan), actions()) == (key, "", [])

    def test_confirm_only_what_is_asked_for_this_account(self, jan: User):
        other = operations.ask_other_address(account("piet"), email=NEW, actor=NOBODY, at=AT)
        for number in (other.pk, 0):
            with pytest.raises(Refused, match="address_not_asked"):
                operations.confirm_address(jan, asked_id=number, actor=NOBODY, at=AT)
        assert email_of(jan) == OLD

    def test_send_what_waits_to_the_new_address(self, jan: User, settings: Settings):
        settings.WZ_SITE = "https://example.nl"
        town = MunicipalityFactory.create()
        operations.give_role(
            jan, role=Role.AUDITOR, municipality=town, scope=None, starts_on=AT.date(), actor=NOBODY, at=AT
        )
        row = operations.ask_other_address(jan, email=NEW, actor=NOBODY, at=AT)
        operations.confirm_address(jan, asked_id=row.pk, actor=NOBODY, at=AT)
        assert OutboxMessage.objects.filter(recipient=jan).count() == 1
        call_command("send_outbox", stdout=None)
        assert [letter.to for letter in mail.outbox] == [[NEW]]


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_of_two_who_confirm_at_once_one_is_refused():
    jan = account("jan", OLD)
    row = operations.ask_other_address(jan, email=NEW, actor=NOBODY, at=AT)

    def confirm() -> str:
        return operations.confirm_address(jan, asked_id=row.pk, actor=NOBODY, at=AT)

    answers = at_once(confirm, confirm)
    assert sorted(type(answer).__name__ for answer in answers) == ["Refused", "str"]
    assert email_of(jan) == NEW
