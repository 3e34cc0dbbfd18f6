"""An account is closed, or gets another address or password, while something else is under way."""

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings as configured
from django.core.mail import EmailMessage
from django.test import Client

from tests.conftest import AT
from tests.factories import NOBODY, MunicipalityFactory, UserFactory, at_once
from tests.people.test_closing import ADMIN, CLOSE, close, held_by
from tests.people.test_own_address import CHANGE, NEW, OLD, PASSWORD, RESET, account, asked, link_in, logged_in
from wijkaanzet.kernel.models import OutboxMessage
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.people import operations
from wijkaanzet.people.models import Membership, User
from wijkaanzet.people.queries import address_asked
from wijkaanzet.people.rules import Role

OTHER = "heel ander woord 77"
TOLD = {"oldpassword": PASSWORD, "password1": OTHER, "password2": OTHER}

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_no_demo")]


@pytest.fixture
def jan() -> User:
    return account("jan", OLD)


@pytest.mark.usefixtures("jan")
def test_who_thought_twice_closes_nothing_by_coming_back_to_look() -> None:
    client = logged_in(proven=False)
    assert client.post(CLOSE).headers["Location"].startswith("/account/reauthenticate/")
    again = client.get(CLOSE).headers["Location"]
    assert client.post(again, {"password": PASSWORD}).headers["Location"] == CLOSE
    assert User.objects.get().is_active


class TestAPasswordThatIsChosenMeanwhile:
    """The row was read before the account was closed, or got another address."""

    def chosen(self, monkeypatch: pytest.MonkeyPatch, meanwhile: object) -> User:
        client, set_password = logged_in(), User.set_password

        def slowly(user: User, raw: str | None) -> None:
            monkeypatch.setattr(User, "set_password", set_password)
            meanwhile()  # type: ignore[operator]
            user.set_password(raw)

        monkeypatch.setattr(User, "set_password", slowly)
        client.post("/account/password/change/", TOLD)
        return User.objects.get()

    def test_does_not_open_an_account_again(self, jan: User, monkeypatch: pytest.MonkeyPatch) -> None:
        left = self.chosen(monkeypatch, lambda: close(User.objects.get(pk=jan.pk)))
        assert (left.is_active, left.email, left.has_usable_password()) == (False, "", False)

    def test_does_not_put_an_address_back(self, jan: User, monkeypatch: pytest.MonkeyPatch) -> None:
        row = operations.ask_other_address(jan, email=NEW, actor=NOBODY, at=AT)
        kept = self.chosen(monkeypatch, lambda: operations.confirm_address(jan, asked_id=row.pk, actor=NOBODY, at=AT))
        assert (kept.email, kept.check_password(OTHER)) == (NEW, True)


class TestOnlyAskedAddressesWait:
    def test_asking_for_a_password_asks_no_address(self, jan: User) -> None:
        Client().post(RESET, {"email": OLD})
        assert address_asked(jan) == ""

    def test_a_link_of_before_leaves_no_address(self, jan: User, mailoutbox: list[EmailMessage]) -> None:
        Client().post(RESET, {"email": OLD})
        early, client = link_in(mailoutbox[-1]), logged_in()
        client.post(asked(client))
        Client().get(early)
        assert address_asked(jan) == ""
        assert not EmailAddress.objects.exists()


class TestAClosedAccount:
    def test_asks_and_confirms_no_address(self, jan: User) -> None:
        row = operations.ask_other_address(jan, email=NEW, actor=NOBODY, at=AT)
        close(jan)
        for act in (
            lambda: operations.ask_other_address(jan, email=NEW, actor=NOBODY, at=AT),
            lambda: operations.confirm_address(jan, asked_id=row.pk, actor=NOBODY, at=AT),
        ):
            with pytest.raises(Refused) as caught:
                act()
            assert caught.value.key == "account_closed"
        assert not EmailAddress.objects.exists()

    def test_gets_no_role(self, jan: User) -> None:
        close(jan)
        with pytest.raises(Refused) as caught:
            held_by(jan, Role.AUDITOR, MunicipalityFactory.create())
        assert caught.value.key == "account_closed"
        assert not Membership.objects.exists()
        assert not OutboxMessage.objects.exists()


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_two_who_administer_the_roles_of_the_same_towns_close_at_once() -> None:
    here, there = MunicipalityFactory.create(), MunicipalityFactory.create()
    one, other, stays = (UserFactory.create(last_login=AT) for _ in range(3))
    for user, town in ((one, here), (other, there), (one, there), (other, here), (stays, here), (stays, there)):
        held_by(user, ADMIN, town)
    assert at_once(lambda: close(one), lambda: close(other)) == [None, None]


def test_a_mail_server_that_hangs_holds_others_up_for_seconds_only() -> None:
    assert configured.EMAIL_TIMEOUT <= 5


def test_the_address_is_asked_of_who_has_an_account() -> None:
    assert Client().get(CHANGE).status_code == 302
