"""Who gets a role, loses it or is stood in for hears it by mail: calm, and nothing about anybody else."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils.timezone import localdate
from pytest_django import Settings

from tests.conftest import AT
from tests.factories import NOBODY, START, MunicipalityFactory, UserFactory
from wijkaanzet.kernel.models import Municipality, OutboxMessage
from wijkaanzet.people import operations
from wijkaanzet.people.models import Membership, StandIn, User
from wijkaanzet.people.rules import Role

TODAY = localdate(AT)
DAY = timedelta(days=1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(settings: Settings) -> Municipality:
    settings.WZ_SITE = "https://example.nl"
    return MunicipalityFactory.create(name="Berg & Dal", slug="berg-en-dal")


def appoint(town: Municipality) -> Membership:
    new = operations.NewRole(role=Role.CONTROLLER, scope=None, starts_on=TODAY)
    to = operations.AccountCalled(username="sam", email="sam@example.org")
    return operations.give_role_by_name(town, new=new, to=to, actor=NOBODY, at=AT)


def sent() -> list[mail.EmailMessage]:
    call_command("send_outbox", stdout=None)
    return mail.outbox


def test_who_has_no_password_yet_reads_where_to_get_one(town: Municipality):
    appoint(town)
    (letter,) = sent()
    assert letter.to == ["sam@example.org"]
    assert "\nhttps://example.nl/account/password/reset/\n" in letter.body
    assert "\nhttps://example.nl/berg-en-dal/aan-zet/\n" in letter.body


def test_on_the_host_of_the_municipality_both_pages_are_there(town: Municipality, settings: Settings):
    settings.WZ_HOSTS = {"samen.example.nl": town.slug}
    appoint(town)
    (letter,) = sent()
    assert "\nhttps://samen.example.nl/account/password/reset/\n" in letter.body
    assert "\nhttps://samen.example.nl/aan-zet/\n" in letter.body


def test_who_has_a_password_is_not_sent_to_choose_one(town: Municipality):
    user: User = appoint(town).user
    user.set_password("paard fiets wolk 9")
    user.save()
    (letter,) = sent()
    assert "/account/" not in letter.body


def test_an_end_says_the_last_day(town: Municipality):
    held = appoint(town)
    operations.end_role(held, ends_before=TODAY + DAY, actor=NOBODY, at=AT)
    _given, letter = sent()
    assert "2 oktober 2017" in letter.body
    assert "controller" in letter.body
    assert "sam" not in letter.body


@pytest.mark.parametrize("until", [None, DAY, 2 * DAY])
def test_an_end_says_that_what_waits_stays_with_others_only_when_there_are_any(
    town: Municipality, until: timedelta | None
):
    if until is not None:
        other = {"user": UserFactory.create(), "role": Role.CONTROLLER, "municipality": town}
        Membership.objects.create(**other, starts_on=START, ends_before=TODAY + until)
    operations.end_role(appoint(town), ends_before=TODAY + DAY, actor=NOBODY, at=AT)
    _given, letter = sent()
    assert ("blijft bij wie deze rol ook heeft" in letter.body) is (until == 2 * DAY)
    assert "\n\n\n\n" not in letter.body
    assert "Bedankt" in letter.body


def test_of_a_role_that_was_taken_back_only_that_is_told(town: Municipality):
    operations.take_back_role(appoint(town), actor=NOBODY, at=AT)
    (letter,) = sent()
    assert "Berg & Dal" in letter.body
    assert "controller" not in letter.body
    assert not OutboxMessage.objects.filter(sent_at__isnull=True).exists()


def stood_in_for(held: Membership, *, email: str = "") -> StandIn:
    """A colleague is asked to stand in; nobody has read it yet, nor anything else."""
    colleague, town = UserFactory.create(username="pim.jansen", email=email), held.municipality
    operations.give_role(
        colleague, role=Role.AUDITOR, municipality=town, scope=None, starts_on=START, actor=NOBODY, at=AT
    )
    OutboxMessage.objects.all().delete()
    return operations.ask_stand_in(
        held, user=colleague, starts_on=TODAY, ends_before=TODAY + 8 * DAY, actor=NOBODY, at=AT
    )


def test_of_a_stand_in_that_is_gone_before_the_mail_goes_nobody_hears(town: Municipality):
    operations.end_stand_in(stood_in_for(appoint(town), email="pim@example.org"), actor=NOBODY, at=AT)
    assert sent() == []
    assert not OutboxMessage.objects.filter(sent_at__isnull=True).exists()


def test_who_is_away_reads_that_a_colleague_stands_in_and_where_to_end_it(town: Municipality):
    stood_in_for(appoint(town))
    (letter,) = sent()
    assert letter.to == ["sam@example.org"]
    assert "controller, van 2 oktober 2017 tot en met 9 oktober 2017" in letter.body
    assert "\nhttps://example.nl/berg-en-dal/aan-zet/vervanging/\n" in letter.body
    assert "pim.jansen" not in letter.body
