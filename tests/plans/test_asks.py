"""What a plan asks of others: whom, what they answer, and when it is asked again."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import AT
from tests.factories import OrganisationFactory, somebody
from tests.helpers.books import books_are_right
from tests.networks.table import later
from tests.plans.wishes import Wishes, lay_wishes
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import AuditEntry, OpenMove
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.people.rules import Role
from wijkaanzet.plans import access, queries
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Ask
from wijkaanzet.plans.rules.asks import (
    WITH_WHO_IS_ASKED,
    AskFacts,
    NewAsk,
    check_ask_step,
    fitting_again,
    fitting_ask,
    move_of_ask,
    status_after,
)
from wijkaanzet.plans.rules.priorities import ASK, LOOK_BACK_DAYS, NEXT_ASK, AskAnswer, AskStatus

TODAY = AT.date()
SPRING = date(2018, 4, 10)
QUESTION = NewAsk(to_whom="Afdeling Ruimte", question="Mag de stoep breder?")


@pytest.fixture(name="wishes")
def wishes_of_a_network(db: None) -> Wishes:
    return lay_wishes()


@pytest.fixture
def ask(wishes: Wishes) -> Ask:
    return plans.ask_others(wishes.priority, new=QUESTION, actor=wishes.coordinator, at=AT)


def put_off(wishes: Wishes, ask: Ask, answer: str = "Na de winter.", *, again_on: date = SPRING, seen: str = "") -> Ask:
    return plans.answer_ask(
        ask, kind=AskAnswer.LATER, answer=answer, again_on=again_on, seen=seen, actor=wishes.officer, at=later(3)
    )


def waiting() -> OpenMove:
    return OpenMove.objects.get(subject_kind=ASK)


class TestRules:
    @pytest.mark.parametrize(
        ("status", "kind", "fits"),
        [
            *((AskStatus.ASKED, kind, True) for kind in AskAnswer),
            *((AskStatus.LATER, kind, True) for kind in AskAnswer),
            *((AskStatus.ANSWERED, kind, False) for kind in AskAnswer),
        ],
    )
    def test_only_what_waits_or_was_put_off_is_answered(self, status: AskStatus, kind: AskAnswer, fits: bool):
        assert (status_after(kind) in NEXT_ASK[status]) is fits
        if not fits:
            with pytest.raises(Refused, match="ask_answered"):
                check_ask_step(status, status_after(kind))

    def test_what_was_put_off_rests_with_who_is_asked_until_its_day(self):
        move = move_of_ask(AskStatus.LATER, AskFacts(1, TODAY, 10, again_on=SPRING))
        assert move is not None
        assert move.resting is not None
        assert (move.role, move.due_on, move.action) == ("policy_officer", None, "plans.ask_others_again")
        assert (move.resting.who, move.resting.look_again_on) == (WITH_WHO_IS_ASKED, SPRING)

    def test_without_a_day_it_is_the_move_of_the_policy_officer_at_once(self):
        move = move_of_ask(AskStatus.LATER, AskFacts(1, TODAY, 10))
        assert move is not None
        assert move.resting is not None
        assert move.resting.look_again_on == TODAY

    def test_nobody_asks_again_for_what_was_let_go(self):
        assert move_of_ask(AskStatus.LATER, AskFacts(1, TODAY, 10, needed=False, again_on=SPRING)) is None

    @given(st.integers(1, LOOK_BACK_DAYS))
    def test_later_goes_with_any_day_to_come(self, days: int):
        day = TODAY + timedelta(days=days)
        assert fitting_again(AskAnswer.LATER, day, today=TODAY) == day

    @pytest.mark.parametrize(
        ("again_on", "key"),
        [
            (None, "ask_again_when"),
            (TODAY, "ask_again_past"),
            (date(1900, 1, 1), "ask_again_past"),
            (TODAY + timedelta(days=LOOK_BACK_DAYS + 1), "ask_again_far"),
            (date.max, "ask_again_far"),
        ],
    )
    def test_later_without_a_day_that_fits_is_refused(self, again_on: date | None, key: str):
        with pytest.raises(Refused) as refused:
            fitting_again(AskAnswer.LATER, again_on, today=TODAY)
        assert refused.value.key == key

    @pytest.mark.parametrize("kind", [AskAnswer.YES, AskAnswer.PARTLY, AskAnswer.NO])
    def test_any_other_answer_has_no_such_day(self, kind: AskAnswer):
        assert fitting_again(kind, SPRING, today=TODAY) is None

    def test_an_organisation_is_called_by_its_name(self):
        assert fitting_ask(NewAsk(question="Mag het?"), organisation="Wonen Zuid").to_whom == "Wonen Zuid"
        same = NewAsk(to_whom="wonen zuid", question="Mag het?")
        assert fitting_ask(same, organisation="Wonen Zuid").to_whom == "Wonen Zuid"

    def test_somebody_else_besides_an_organisation_is_refused(self):
        with pytest.raises(Refused, match="ask_of_two"):
            fitting_ask(NewAsk(to_whom="De school", question="Mag het?"), organisation="Wonen Zuid")


class TestLater:
    def test_it_rests_until_the_day_and_nobody_is_late(self, wishes: Wishes, ask: Ask):
        put_off(wishes, ask)
        move = waiting()
        assert (move.role, move.due_on, move.rest_look_again_on) == ("policy_officer", None, SPRING)
        assert books_are_right()

    def test_it_is_answered_anew_and_only_the_newest_is_shown(self, wishes: Wishes, ask: Ask):
        put_off(wishes, put_off(wishes, ask), "Na de zomer.", again_on=date(2018, 9, 1))
        plans.answer_ask(ask, kind=AskAnswer.YES, answer="Ja.", actor=wishes.officer, at=later(4))
        (kept,) = queries.priorities_kept(wishes.plan, on=TODAY)
        assert [(one.kind, one.answer, one.again_on) for one in kept.asks] == [(AskAnswer.YES, "Ja.", None)]
        assert not OpenMove.objects.filter(subject_kind=ASK).exists()
        assert books_are_right()

    def test_the_log_says_which_answers_there_were_and_not_what_they_say(self, wishes: Wishes, ask: Ask):
        put_off(wishes, ask)
        plans.answer_ask(ask, kind=AskAnswer.NO, answer="Nee.", actor=wishes.officer, at=later(4))
        logged = AuditEntry.objects.filter(action="plans.ask.answered").order_by("id")
        told = [(one.detail["answer"], one.detail["again"]) for one in logged]
        assert told == [("later", SPRING.isoformat()), ("no", None)]
        assert "winter" not in str(list(logged.values()))

    def test_an_answer_that_came_in_meanwhile_is_not_overwritten(self, wishes: Wishes, ask: Ask):
        seen = queries.mark_of_ask(ask)
        put_off(wishes, ask, seen=seen)
        with pytest.raises(Refused, match="ask_answered"):
            put_off(wishes, ask, "Nooit.", seen=seen)
        assert Ask.objects.get().answer == "Na de winter."

    def test_without_a_day_nothing_is_kept(self, wishes: Wishes, ask: Ask):
        with pytest.raises(Refused, match="ask_again_when"):
            plans.answer_ask(ask, kind=AskAnswer.LATER, answer="Later.", actor=wishes.officer, at=AT)
        assert Ask.objects.get().status == AskStatus.ASKED

    def test_what_was_put_off_is_not_asked_again_once_its_priority_is_let_go(self, wishes: Wishes, ask: Ask):
        put_off(wishes, ask)
        plans.drop_priority(wishes.priority, why="Het is er al.", actor=wishes.coordinator, at=later(5))
        assert not OpenMove.objects.filter(subject_kind=ASK).exists()
        assert not queries.still_asked(Ask.objects.get())
        assert books_are_right()

    def test_the_same_question_while_it_is_put_off_is_one_question(self, wishes: Wishes, ask: Ask):
        put_off(wishes, ask)
        assert plans.ask_others(wishes.priority, new=QUESTION, actor=wishes.coordinator, at=later(5)) == ask

    @pytest.mark.parametrize(
        "columns",
        [
            {"status": "later", "kind": "yes", "answer": "Ja."},
            {"status": "later", "kind": "later", "answer": ""},
            {"status": "answered", "kind": "later", "answer": "Later."},
            {"status": "answered", "kind": "yes", "answer": "Ja.", "again_on": SPRING},
            {"status": "asked", "again_on": SPRING},
        ],
    )
    @pytest.mark.both_engines
    def test_the_database_keeps_no_half_an_answer(self, ask: Ask, columns: dict[str, object]):
        with pytest.raises(IntegrityError), transaction.atomic():
            Ask.objects.filter(pk=ask.pk).update(**columns)


class TestOrganisation:
    @pytest.fixture
    def ask(self, wishes: Wishes) -> Ask:
        new = NewAsk(question="Mag de deur open?")
        return plans.ask_others(
            wishes.priority, new=new, organisation=wishes.welfare, actor=wishes.coordinator, at=later(2)
        )

    def test_it_is_called_by_its_name_and_the_day_is_kept(self, wishes: Wishes, ask: Ask):
        assert (ask.to_whom, ask.organisation, ask.asked_on) == (wishes.welfare.name, wishes.welfare, later(2).date())
        assert waiting().role == "provider"

    def test_one_of_elsewhere_is_refused(self, wishes: Wishes):
        elsewhere = OrganisationFactory.create()
        with pytest.raises(Refused, match="organisation_not_here"):
            plans.ask_others(
                wishes.priority, new=NewAsk(question="Mag het?"), organisation=elsewhere, actor=wishes.officer, at=AT
            )

    def test_who_works_for_it_may_answer_and_who_works_for_another_sees_nothing(self, wishes: Wishes, ask: Ask):
        here = wishes.table.municipality
        other = somebody(Role.PROVIDER, here, scope=OrganisationFactory.create(municipality=here))
        plans.ask_others(wishes.priority, new=QUESTION, actor=wishes.coordinator, at=AT)

        def seen(actor: Actor) -> tuple[int, int]:
            own = access.asks_of_organisation(actor, wishes.welfare, on=TODAY)
            return access.asks_to_answer(actor, here, on=TODAY).count(), own.count()

        assert [seen(wishes.officer), seen(wishes.provider), seen(other)] == [(2, 1), (1, 1), (0, 0)]
        assert access.visible_asks(wishes.provider, [ask.pk], on=TODAY) == {ask.pk}
        assert not access.visible_asks(other, [ask.pk], on=TODAY)
