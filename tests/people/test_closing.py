"""An account is closed: its roles end, every session with it ends, and nothing is left to reach its holder by."""

from datetime import date, timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from django.utils.timezone import localdate
from pytest_django import Settings

from tests.conftest import AT
from tests.factories import NOBODY, START, MunicipalityFactory, UserFactory, at_once, install
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import AuditEntry, Municipality, OutboxMessage
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.people import access, operations, queries
from wijkaanzet.people.labels import REFUSALS
from wijkaanzet.people.models import Membership, StandIn, User
from wijkaanzet.people.rules import Role

EMAIL, PASSWORD = "jan@example.nl", "paard fiets wolk 9"
LOGIN, CLOSE = "/account/login/", "/account/close/"
TODAY, DAY = localdate(AT), timedelta(days=1)
ADMIN = Role.FUNCTIONAL_ADMIN

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> Municipality:
    return install().municipality


@pytest.fixture
def jan() -> User:
    """Somebody who logged in before."""
    user = UserFactory.create(username="jan", email=EMAIL, last_login=AT)
    user.set_password(PASSWORD)
    user.save()
    return user


def held_by(user: User, role: Role, town: Municipality, *, starts_on: date = START) -> Membership:
    return operations.give_role(
        user, role=role, municipality=town, scope=None, starts_on=starts_on, actor=NOBODY, at=AT
    )


def as_(user: User) -> Actor:
    return Actor(user.pk, Channel.WEB)


def close(user: User) -> None:
    operations.close_account(user, actor=as_(user), at=AT)


def count(action: str) -> int:
    return AuditEntry.objects.filter(action=action, result=AuditEntry.Result.DONE).count()


class TestRoles:
    def test_end_today_wherever_they_are_and_what_had_not_begun_is_taken_back(self, jan: User, town: Municipality):
        elsewhere = MunicipalityFactory.create()
        runs, longer = held_by(jan, Role.AUDITOR, town), held_by(jan, Role.CONTROLLER, elsewhere)
        Membership.objects.filter(pk=longer.pk).update(ends_before=TODAY + 40 * DAY)
        ended = held_by(jan, Role.POLICY_OFFICER, town)
        operations.end_role(ended, ends_before=TODAY - DAY, actor=NOBODY, at=AT)
        for first in (TODAY, TODAY + DAY):
            held_by(jan, Role.ACCOUNT_MANAGER, town if first == TODAY else elsewhere, starts_on=first)
        close(jan)
        left = Membership.objects.order_by("pk").values_list("pk", "ends_before")
        assert list(left) == [(runs.pk, TODAY), (longer.pk, TODAY), (ended.pk, TODAY - DAY)]
        assert (count("people.role.taken_back"), count("people.account.closed")) == (2, 1)
        assert not access.own_roles(as_(jan), on=TODAY).exists()

    def test_end_with_who_stands_in_and_for_whom_one_stands_in(self, jan: User, town: Municipality):
        colleague = UserFactory.create()
        own, other = held_by(jan, Role.AUDITOR, town), held_by(colleague, Role.CONTROLLER, town)
        for held, by in ((own, colleague), (other, jan)):
            week = TODAY + 7 * DAY
            operations.ask_stand_in(held, user=by, starts_on=TODAY, ends_before=week, actor=NOBODY, at=AT)
        close(jan)
        assert not StandIn.objects.filter(user=jan).exists()
        assert [one.pk for one in access.memberships(as_(colleague), town, on=TODAY)] == [other.pk]

    @pytest.mark.parametrize("starts_on", [START, TODAY])
    def test_the_last_administrator_of_a_municipality_stays(self, jan: User, town: Municipality, starts_on: date):
        auditor = held_by(jan, Role.AUDITOR, MunicipalityFactory.create())
        held_by(jan, ADMIN, town, starts_on=starts_on)
        with pytest.raises(Refused) as caught:
            close(jan)
        assert str(REFUSALS[caught.value.key]) % caught.value.parameters
        auditor.refresh_from_db()
        assert (caught.value.key, auditor.ends_before, User.objects.get(pk=jan.pk).email) == ("last_admin", None, EMAIL)
        held_by(UserFactory.create(), ADMIN, town)
        close(jan)
        assert not User.objects.get(pk=jan.pk).is_active

    def test_end_once(self, jan: User, town: Municipality):
        held_by(jan, Role.AUDITOR, town)
        close(jan)
        with pytest.raises(Refused) as caught:
            close(jan)
        assert str(REFUSALS[caught.value.key]) % caught.value.parameters
        assert (caught.value.key, count("people.account.closed")) == ("account_closed", 1)


class TestWhatIsLeft:
    def test_is_a_number_and_a_name_and_no_way_to_reach_anybody(self, jan: User, town: Municipality):
        held_by(jan, Role.AUDITOR, town)
        Authenticator.objects.create(user=jan, type=Authenticator.Type.TOTP, data={"secret": "x"})
        operations.ask_other_address(jan, email="jan.nieuw@example.nl", actor=NOBODY, at=AT)
        close(jan)
        left = User.objects.get(pk=jan.pk)
        assert (left.username, left.email, left.is_active, left.has_usable_password()) == ("jan", "", False, False)
        for table in (EmailAddress, Authenticator):
            assert not table.objects.filter(user=jan).exists()
        assert not OutboxMessage.objects.filter(recipient=jan).exists(), "nobody is there to read it"
        rows = str(list(AuditEntry.objects.values()))
        assert "example" not in rows
        assert "jan" not in rows

    def test_nobody_gets_the_name_again(self, jan: User, town: Municipality):
        held_by(jan, Role.AUDITOR, town)
        close(jan)
        new = operations.NewRole(role=Role.AUDITOR, scope=None, starts_on=TODAY)
        for email, key in (("", "not_known_here"), (EMAIL, "name_taken"), ("piet@example.nl", "name_taken")):
            to = operations.AccountCalled(username="Jan", email=email)
            with pytest.raises(Refused, match=key):
                operations.give_role_by_name(town, new=new, to=to, actor=NOBODY, at=AT)

    def test_the_address_is_free_for_another_account(self, jan: User, town: Municipality):
        held_by(jan, Role.AUDITOR, town)
        close(jan)
        new = operations.NewRole(role=Role.AUDITOR, scope=None, starts_on=TODAY)
        to = operations.AccountCalled(username="jan.jansen", email=EMAIL)
        assert operations.give_role_by_name(town, new=new, to=to, actor=NOBODY, at=AT).user != jan
        assert queries.account_logging_in(EMAIL) != jan.pk


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_of_two_administrators_who_close_at_once_one_stays():
    town = MunicipalityFactory.create()
    one, two = (UserFactory.create(last_login=AT) for _time in range(2))
    for user in (one, two):
        held_by(user, ADMIN, town)
    answers = at_once(lambda: close(one), lambda: close(two))
    assert sorted(type(answer).__name__ for answer in answers) == ["NoneType", "Refused"]
    assert User.objects.filter(is_active=True).count() == 1
    assert Membership.objects.filter(ends_before__isnull=True).count() == 1


@pytest.mark.usefixtures("_no_demo")
class TestOnThePage:
    @pytest.fixture(autouse=True)
    def _one_step(self, settings: Settings) -> None:
        settings.WZ_REQUIRE_SECOND_FACTOR = False

    def proven(self) -> Client:
        client = Client()
        assert client.post(LOGIN, {"login": "jan", "password": PASSWORD}).status_code == 302
        client.post("/account/reauthenticate/", {"password": PASSWORD})
        return client

    def test_it_says_what_ends_and_a_visit_changes_nothing(self, jan: User, town: Municipality):
        held_by(jan, Role.AUDITOR, town)
        page = self.proven().get(CLOSE).content.decode()
        assert "Proefstad" in page
        assert User.objects.get().is_active

    def test_every_session_ends_at_once_and_nobody_logs_in_again(self, jan: User, town: Municipality):
        held_by(jan, Role.AUDITOR, town)
        client, other = self.proven(), self.proven()
        assert client.post(CLOSE).headers["Location"] == "/"
        for browser in (client, other):
            assert browser.get("/account/2fa/").headers["Location"].startswith(LOGIN)
        told = Client().post(LOGIN, {"login": "jan", "password": PASSWORD})
        assert told.status_code == 422
        mail.outbox.clear()
        Client().post("/account/password/reset/", {"email": EMAIL})
        assert mail.outbox == []

    def test_its_holder_hears_it_once_more(self, jan: User):
        client = self.proven()
        client.post(CLOSE)
        assert [letter.to for letter in mail.outbox] == [[EMAIL]]

    def test_the_password_is_asked_again_first(self, jan: User):
        client = Client()
        client.post(LOGIN, {"login": "jan", "password": PASSWORD})
        for told in (client.get(CLOSE), client.post(CLOSE)):
            assert told.headers["Location"].startswith("/account/reauthenticate/")
        assert User.objects.get().is_active

    def test_the_last_administrator_reads_what_to_do_first(self, jan: User, town: Municipality):
        held_by(jan, ADMIN, town)
        told = self.proven().post(CLOSE)
        assert told.status_code == 409
        assert "Maak daar eerst iemand anders functioneel beheerder" in told.content.decode()
        assert AuditEntry.objects.filter(action="people.account.closed", result=AuditEntry.Result.REFUSED).count() == 1
        assert User.objects.get().is_active

    def test_is_not_there_in_the_demo_and_asks_a_visitor_to_log_in(self, jan: User, settings: Settings):
        assert Client().get(CLOSE).headers["Location"].startswith(LOGIN)
        client = self.proven()
        settings.WZ_DEMO = True
        assert client.get(CLOSE).status_code == 404
        assert client.post(CLOSE).status_code == 404
        assert User.objects.get().is_active
