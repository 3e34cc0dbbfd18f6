"""A role given under a wrong address is taken back and given again; nobody at the wrong address gets in."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils.timezone import localdate
from pytest_django import Settings

from tests.conftest import AT
from tests.factories import NOBODY, START, MunicipalityFactory, UserFactory
from wijkaanzet.kernel.models import AuditEntry, Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.people import operations
from wijkaanzet.people.models import Membership, StandIn, User
from wijkaanzet.people.rules import Role

TODAY, DAY = localdate(AT), timedelta(days=1)
WRONG, RIGHT = "smit@example.org", "sam@example.org"
RESET, LOGIN = "/account/password/reset/", "/account/login/"
PASSWORD = "paard fiets wolk 9"

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(settings: Settings) -> Municipality:
    settings.WZ_SITE = "https://example.nl"
    return MunicipalityFactory.create()


def appoint(town: Municipality, email: str = "", *, name: str = "sam", role: Role = Role.CONTROLLER) -> Membership:
    new = operations.NewRole(role=role, scope=None, starts_on=TODAY)
    to = operations.AccountCalled(username=name, email=email)
    return operations.give_role_by_name(town, new=new, to=to, actor=NOBODY, at=AT)


def take_back(held: Membership) -> None:
    operations.take_back_role(held, actor=NOBODY, at=AT)


def link_for(email: str) -> str:
    """The link that comes by mail to who asks for a password at this address; empty when none comes."""
    mail.outbox.clear()
    Client().post(RESET, {"email": email})
    links = [re.findall(r"http://testserver(\S+)", str(letter.body)) for letter in mail.outbox]
    assert all(letter.to == [email] for letter in mail.outbox)
    return links[0][0] if links else ""


def opens(link: str) -> bool:
    """Whether one chooses a password with this link, and logs in with it."""
    client = Client()
    answer = client.get(link)
    if answer.status_code == 302:
        client.post(answer.headers["Location"], {"password1": PASSWORD, "password2": PASSWORD})
    answer = client.post(LOGIN, {"login": "sam", "password": PASSWORD})
    return answer.status_code == 302


def test_the_right_address_gets_the_account_and_the_wrong_one_never_gets_in(town: Municipality):
    wrong = appoint(town, WRONG)
    early, number = link_for(WRONG), wrong.user_id
    take_back(wrong)
    assert not User.objects.get().is_active
    assert link_for(WRONG) == ""
    assert not opens(early)
    held = appoint(town, RIGHT)
    assert (held.user_id, held.user.email, held.user.is_active) == (number, RIGHT, True)
    assert link_for(WRONG) == ""
    assert not opens(early)
    assert opens(link_for(RIGHT))
    actions = AuditEntry.objects.filter(subject_kind="people.account", subject_id=number).order_by("id")
    told = [action for action in actions.values_list("action", flat=True) if action.startswith("people.account")]
    assert told == ["people.account.opened", "people.account.closed", "people.account.opened_again"]


def test_a_password_that_was_chosen_at_the_wrong_address_opens_nothing(town: Municipality):
    wrong = appoint(town, WRONG)
    form = (client := Client()).get(link_for(WRONG)).headers["Location"]
    client.post(form, {"password1": PASSWORD, "password2": PASSWORD})
    assert User.objects.get().has_usable_password()
    take_back(wrong)
    appoint(town, RIGHT)
    assert not opens(LOGIN)


def test_mail_for_the_wrong_address_does_not_go_to_the_right_one(town: Municipality):
    take_back(appoint(town, WRONG))
    appoint(town, RIGHT)
    call_command("send_outbox", stdout=None)
    (letter,) = mail.outbox
    assert letter.to == [RIGHT]
    assert "controller" in letter.body


def test_who_was_told_at_the_wrong_address_hears_that_it_does_not_go_on(town: Municipality):
    wrong = appoint(town, WRONG)
    call_command("send_outbox", stdout=None)
    take_back(wrong)
    call_command("send_outbox", stdout=None)
    _given, letter = mail.outbox
    assert letter.to == [WRONG]
    assert "controller" not in letter.body


@pytest.mark.parametrize("email", [RIGHT, RIGHT.upper()])
def test_the_same_address_opens_it_again_too(town: Municipality, email: str):
    take_back(appoint(town, RIGHT))
    held = appoint(town, email)
    assert (held.user.email, held.user.is_active) == (RIGHT, True)
    assert opens(link_for(RIGHT))


def test_the_name_alone_asks_for_the_address(town: Municipality):
    take_back(appoint(town, WRONG))
    with pytest.raises(Refused) as caught:
        appoint(town)
    assert caught.value.key == "not_known_here"


def test_an_account_that_stayed_open_without_a_role_gets_the_address_as_well(town: Municipality):
    left = operations.open_account(username="sam", email=WRONG, actor=NOBODY, at=AT)
    early = link_for(WRONG)
    assert appoint(town, RIGHT, name="Sam").user == left
    assert link_for(WRONG) == ""
    assert not opens(early)


def test_an_address_that_is_none_opens_nothing(town: Municipality):
    take_back(appoint(town, WRONG))
    with pytest.raises(Refused) as caught:
        appoint(town, "geen adres")
    assert caught.value.key == "address_unfit"
    assert not User.objects.get().is_active


class TestUsed:
    def test_an_account_with_which_somebody_logged_in_stays_open_and_its_name_is_taken(self, town: Municipality):
        wrong = appoint(town, WRONG)
        assert opens(link_for(WRONG))
        take_back(wrong)
        assert User.objects.get().is_active
        self.refuses(town)

    @pytest.mark.parametrize("ended", [False, True])
    def test_so_does_one_with_a_role_elsewhere(self, town: Municipality, ended: bool):
        wrong = appoint(town, WRONG)
        elsewhere = {"municipality": MunicipalityFactory.create(), "role": Role.AUDITOR}
        period = {"starts_on": START, "ends_before": START + DAY if ended else None}
        Membership.objects.create(user=wrong.user, **elsewhere, **period)
        take_back(wrong)
        assert User.objects.get().is_active
        self.refuses(town)

    def test_one_with_a_password_is_not_given_to_another(self, town: Municipality):
        user = UserFactory.create(username="sam", email=WRONG)
        user.set_password(PASSWORD)
        user.save()
        self.refuses(town)
        assert opens(LOGIN)

    def refuses(self, town: Municipality) -> None:
        with pytest.raises(Refused) as caught:
            appoint(town, RIGHT)
        assert caught.value.key == "name_taken"
        assert User.objects.get().email == WRONG


def test_who_stood_in_with_that_account_does_so_no_more(town: Municipality):
    away = appoint(town, "pim@example.org", name="pim")
    wrong = appoint(town, WRONG, role=Role.AUDITOR)
    operations.ask_stand_in(away, user=wrong.user, starts_on=TODAY, ends_before=TODAY + DAY, actor=NOBODY, at=AT)
    take_back(wrong)
    assert not StandIn.objects.exists()
    assert AuditEntry.objects.filter(action="people.stand_in.ended").count() == 1
    assert appoint(town, RIGHT, role=Role.AUDITOR).user == wrong.user
