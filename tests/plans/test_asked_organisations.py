"""A question of a plan to an organisation that is known here lies with whoever logs in for it, while anybody does."""

from datetime import date, datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from tests.conftest import AT
from tests.factories import NOBODY, OrganisationFactory, somebody
from tests.helpers.books import books_are_right
from tests.networks.table import later
from tests.plans.wishes import Wishes, lay_wishes
from wijkaanzet.kernel.models import AuditEntry, OpenMove
from wijkaanzet.people import operations as people
from wijkaanzet.people.models import Membership, Organisation, User
from wijkaanzet.people.rules import Role
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Ask
from wijkaanzet.plans.rules.asks import AskFacts, NewAsk, move_of_ask
from wijkaanzet.plans.rules.contributions import PROVIDER
from wijkaanzet.plans.rules.priorities import ASK, AskAnswer, AskStatus

pytestmark = [pytest.mark.django_db, pytest.mark.both_engines]

GONE = date(2017, 10, 9)
SPRING = date(2018, 4, 10)


@pytest.fixture(name="wishes")
def wishes_of_a_network(db: None) -> Wishes:
    return lay_wishes()


def asked(wishes: Wishes, organisation: Organisation | None = None) -> Ask:
    new = NewAsk(question="Mag de deur open?")
    whom = organisation or wishes.welfare
    return plans.ask_others(wishes.priority, new=new, organisation=whom, actor=wishes.coordinator, at=AT)


def put_off(wishes: Wishes, ask: Ask) -> Ask:
    return plans.answer_ask(
        ask, kind=AskAnswer.LATER, answer="Na de winter.", again_on=SPRING, actor=wishes.provider, at=later(1)
    )


def waiting() -> OpenMove:
    return OpenMove.objects.get(subject_kind=ASK)


def follow(day: date) -> None:
    """The night comes."""
    plans.follow_accounts(actor=NOBODY, at=datetime.combine(day, AT.timetz()))


def ends(wishes: Wishes) -> None:
    """The only account of the organisation ends."""
    held = Membership.objects.filter(organisation=wishes.welfare).earliest("pk")
    people.end_role(held, ends_before=GONE, actor=NOBODY, at=AT)
    follow(GONE)


def test_who_works_for_it_has_the_move_with_the_same_term(wishes: Wishes) -> None:
    asked(wishes)
    move = waiting()
    assert (move.role, move.scope_kind, move.scope_id) == (PROVIDER, "organisation", wishes.welfare.pk)
    assert (move.action, move.due_on) == ("plans.answer_ask", date(2017, 10, 16))
    assert books_are_right()


def test_what_they_put_off_comes_back_to_them_on_its_day(wishes: Wishes) -> None:
    put_off(wishes, asked(wishes))
    move = waiting()
    assert (move.role, move.action, move.due_on) == (PROVIDER, "plans.answer_ask_again", None)
    assert (move.rest_who, move.rest_look_again_on) == (PROVIDER, SPRING)
    assert books_are_right()


def test_their_answer_ends_it(wishes: Wishes) -> None:
    plans.answer_ask(asked(wishes), kind=AskAnswer.YES, answer="Ja.", actor=wishes.provider, at=later(1))
    assert not OpenMove.objects.filter(subject_kind=ASK).exists()
    assert books_are_right()


def test_of_one_where_nobody_has_an_account_the_policy_officer_brings_the_answer(wishes: Wishes) -> None:
    whom = OrganisationFactory.create(municipality=wishes.table.municipality, name="Wonen Zuid")
    ask, move = asked(wishes, whom), waiting()
    assert (move.role, move.action, move.due_on) == ("policy_officer", "plans.answer_ask", date(2017, 10, 16))
    assert ask.no_account_since == AT.date()
    assert books_are_right()


class TestAccountsThatEnd:
    def test_the_policy_officer_goes_on_when_the_last_one_ends(self, wishes: Wishes) -> None:
        asked(wishes)
        ends(wishes)
        assert (waiting().role, waiting().due_on) == ("policy_officer", date(2017, 10, 23))
        assert AuditEntry.objects.filter(action="plans.ask.without_account").count() == 1
        assert books_are_right()

    def test_a_closed_account_is_none(self, wishes: Wishes) -> None:
        asked(wishes)
        User.objects.filter(pk=wishes.provider.user_id or 0).update(is_active=False)
        follow(GONE)
        assert waiting().role == "policy_officer"

    def test_it_goes_back_with_a_new_term_when_somebody_has_one_again(self, wishes: Wishes) -> None:
        asked(wishes)
        ends(wishes)
        again = date(2018, 3, 1)
        somebody(Role.PROVIDER, wishes.table.municipality, scope=wishes.welfare, starts_on=again)
        follow(again)
        assert (waiting().role, waiting().due_on) == (PROVIDER, date(2018, 3, 15))
        assert books_are_right()

    def test_what_was_put_off_keeps_its_day(self, wishes: Wishes) -> None:
        put_off(wishes, asked(wishes))
        ends(wishes)
        move = waiting()
        assert (move.role, move.action) == ("policy_officer", "plans.ask_others_again")
        assert move.rest_look_again_on == SPRING
        assert books_are_right()

    def test_a_second_night_and_an_answer_change_nothing(self, wishes: Wishes) -> None:
        ask = asked(wishes)
        ends(wishes)
        follow(date(2017, 10, 10))
        assert AuditEntry.objects.filter(action="plans.ask.without_account").count() == 1
        plans.answer_ask(ask, kind=AskAnswer.YES, answer="Ja.", actor=wishes.officer, at=later(9))
        somebody(Role.PROVIDER, wishes.table.municipality, scope=wishes.welfare)
        follow(date(2017, 10, 12))
        assert not OpenMove.objects.filter(subject_kind=ASK).exists()


def test_the_moves_of_before_are_put_right(wishes: Wishes) -> None:
    asked(wishes)
    here = wishes.table.municipality.pk
    OpenMove.objects.filter(subject_kind=ASK).update(role="policy_officer", scope_kind="municipality", scope_id=here)
    call_command("verify_moves", repair=True, stdout=StringIO())
    assert waiting().role == PROVIDER
    assert books_are_right()


def test_a_department_has_no_account_to_lose(wishes: Wishes) -> None:
    new = NewAsk(to_whom="Afdeling Ruimte", question="Mag dat?")
    ask = plans.ask_others(wishes.priority, new=new, actor=wishes.coordinator, at=AT)
    follow(GONE)
    assert Ask.objects.get().no_account_since is None
    assert waiting().role == "policy_officer"
    with pytest.raises(IntegrityError, match="no_account_of_a_known_organisation"), transaction.atomic():
        Ask.objects.filter(pk=ask.pk).update(no_account_since=GONE)


def test_without_an_account_the_term_begins_on_the_day_that_the_last_one_ended() -> None:
    facts = AskFacts(1, AT.date(), 10, organisation_id=7, no_account_since=GONE)
    move = move_of_ask(AskStatus.ASKED, facts)
    assert move is not None
    assert (move.role, move.scope, move.due_on) == ("policy_officer", ("municipality", 1), date(2017, 10, 23))
