"""Who brings what: nothing holds without an own yes, by an account or by the code of a letter."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import AT
from tests.factories import NOBODY, OrganisationFactory, at_once, somebody
from tests.helpers.books import books_are_right
from tests.networks.table import later
from tests.plans.wishes import COOK, GUIDE, PAY, Wishes, lay_wishes
from wijkaanzet.kernel import subjects
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import AuditEntry, Municipality, OpenMove
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people import operations as people
from wijkaanzet.people.models import Membership, User
from wijkaanzet.people.rules import Role
from wijkaanzet.plans import access, queries
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Contribution, Plan
from wijkaanzet.plans.rules.contributions import CONTRIBUTION, ContributionStatus, YesBy

VISITOR = Actor(user_id=None, channel=Channel.WEB)
YES, NO, BACK = ContributionStatus.CONFIRMED, ContributionStatus.DECLINED, ContributionStatus.WITHDRAWN


@pytest.fixture(name="wishes")
def wishes_of_a_network(db: None) -> Wishes:
    return lay_wishes()


def move() -> OpenMove | None:
    """Whose move the one contribution is."""
    return OpenMove.objects.filter(subject_kind=CONTRIBUTION).first()


class TestAsking:
    @pytest.mark.done("6.informal-first")
    def test_a_professional_beyond_the_base_is_asked_after_the_question_what_residents_do(self, wishes: Wishes):
        with pytest.raises(Refused, match="informal_first"):
            wishes.ask(GUIDE, organisation=wishes.welfare)
        wishes.answered()
        assert wishes.ask(GUIDE, organisation=wishes.welfare).contribution.status == "asked"

    def test_residents_get_a_code_that_is_kept_nowhere_and_no_term(self, wishes: Wishes):
        asked = wishes.ask()
        assert len(asked.code) == 16
        assert asked.code not in str(Contribution.objects.values())
        assert asked.code not in str(AuditEntry.objects.values())
        found = move()
        assert found is not None
        assert (found.role, found.due_on, found.rest_who) == ("coordinator", None, "resident")
        assert found.rest_look_again_on == asked.contribution.lapses_on == date(2017, 11, 13)

    def test_an_organisation_that_logs_in_has_the_move_and_gets_no_code(self, wishes: Wishes):
        asked, found = wishes.asked_welfare(), move()
        assert asked.code == ""
        assert found is not None
        assert (found.role, found.scope_id, found.due_on) == ("provider", wishes.welfare.pk, date(2017, 10, 16))

    def test_an_organisation_without_any_account_gets_a_letter(self, wishes: Wishes):
        church = OrganisationFactory.create(municipality=wishes.table.municipality, name="De kerk")
        asked, found = wishes.ask(replace(GUIDE, beyond_base=False), organisation=church), move()
        assert found is not None
        assert (found.role, found.rest_who, found.rest_look_again_on) == ("coordinator", "provider", date(2017, 11, 13))
        said = plans.answer_contribution(asked.contribution, answer=YES, by=YesBy.CODE, actor=VISITOR, at=AT)
        assert (said.status, said.answered_with) == ("confirmed", "code")

    def test_for_the_municipality_the_policy_officer_has_the_move(self, wishes: Wishes):
        asked, found = wishes.ask(PAY), move()
        assert found is not None
        assert (found.role, found.scope_kind) == ("policy_officer", "municipality")
        assert asked.contribution.organisation is not None
        assert asked.contribution.organisation.is_municipality

    def test_the_same_form_twice_is_one_question_with_one_code(self, wishes: Wishes):
        first, second = (
            plans.ask_contribution(wishes.priority, new=COOK, token="x" * 24, actor=wishes.coordinator, at=AT)
            for _ in range(2)
        )
        assert (first.code, first.contribution) == (second.code, second.contribution)

    def test_the_same_question_to_who_logs_in_is_asked_once_while_it_waits(self, wishes: Wishes):
        first, second = wishes.asked_welfare(), wishes.asked_welfare()
        assert first == second
        plans.answer_contribution(first.contribution, answer=NO, by=YesBy.ACCOUNT, actor=wishes.provider, at=AT)
        assert wishes.asked_welfare() != first

    def test_an_organisation_of_another_municipality_is_refused(self, wishes: Wishes):
        with pytest.raises(Refused, match="other_tenant"):
            wishes.ask(replace(GUIDE, beyond_base=False), organisation=OrganisationFactory.create())


@pytest.mark.done("6.own-yes")
class TestOwnYes:
    def test_residents_say_yes_by_code_without_an_account(self, wishes: Wishes):
        asked = wishes.ask()
        found = queries.contribution_of_code(wishes.table.municipality, asked.code)
        assert found == asked.contribution
        said = plans.answer_contribution(
            found, answer=YES, by=YesBy.CODE, says="Wij beginnen in mei.", actor=VISITOR, at=later(3)
        )
        assert (said.status, said.says, said.answered_by) == ("confirmed", "Wij beginnen in mei.", None)
        assert move() is None
        assert books_are_right()

    def test_an_organisation_says_yes_with_its_own_account(self, wishes: Wishes):
        asked = wishes.asked_welfare()
        said = plans.answer_contribution(asked.contribution, answer=YES, by=YesBy.ACCOUNT, actor=wishes.provider, at=AT)
        assert (said.status, said.answered_by_id) == ("confirmed", wishes.provider.user_id)
        assert move() is None

    @pytest.mark.parametrize("who", ["coordinator", "officer", "provider"])
    def test_nobody_says_yes_for_residents_with_an_account(self, wishes: Wishes, who: str):
        asked = wishes.ask()
        with pytest.raises(Refused, match="contribution_by_code_only"):
            plans.answer_contribution(
                asked.contribution, answer=YES, by=YesBy.ACCOUNT, actor=getattr(wishes, who), at=AT
            )
        assert Contribution.objects.get().status == "asked"

    @pytest.mark.parametrize("who", ["coordinator", "officer", "elsewhere"])
    def test_nobody_says_yes_for_an_organisation_of_others(self, wishes: Wishes, who: str):
        asked = wishes.asked_welfare()
        other = OrganisationFactory.create(municipality=wishes.table.municipality)
        people = {
            "coordinator": wishes.coordinator,
            "officer": wishes.officer,
            "elsewhere": somebody(Role.PROVIDER, wishes.table.municipality, scope=other),
        }
        with pytest.raises(Refused, match="contribution_by_code_only"):
            plans.answer_contribution(asked.contribution, answer=YES, by=YesBy.ACCOUNT, actor=people[who], at=AT)

    def test_who_logs_in_has_no_code_to_go_by(self, wishes: Wishes):
        with pytest.raises(Refused, match="contribution_not_asked_by_letter"):
            plans.answer_contribution(
                wishes.asked_welfare().contribution, answer=YES, by=YesBy.CODE, actor=VISITOR, at=AT
            )

    @pytest.mark.parametrize("status", ["writing", "agreed", "submitted", "adopted"])
    def test_a_yes_is_welcome_whatever_state_the_plan_is_in_and_changes_none(self, wishes: Wishes, status: str):
        asked = wishes.ask()
        Plan.objects.filter(pk=wishes.plan.pk).update(status=status)
        plans.answer_contribution(asked.contribution, answer=YES, by=YesBy.CODE, actor=VISITOR, at=AT)
        assert Plan.objects.get(pk=wishes.plan.pk).status == status

    def test_a_no_needs_no_reason_and_is_final(self, wishes: Wishes):
        asked = wishes.ask()
        plans.answer_contribution(asked.contribution, answer=NO, by=YesBy.CODE, actor=VISITOR, at=AT)
        for answer in (YES, NO, BACK):
            with pytest.raises(Refused, match="contribution_answered"):
                plans.answer_contribution(asked.contribution, answer=answer, by=YesBy.CODE, actor=VISITOR, at=AT)

    def test_a_yes_can_be_taken_back(self, wishes: Wishes):
        asked = wishes.ask()
        plans.answer_contribution(asked.contribution, answer=YES, by=YesBy.CODE, actor=VISITOR, at=AT)
        plans.answer_contribution(
            asked.contribution, answer=BACK, by=YesBy.CODE, says="Het lukt niet.", actor=VISITOR, at=later(9)
        )
        kept = Contribution.objects.get()
        assert (kept.status, kept.says) == ("withdrawn", "Het lukt niet.")

    def test_a_yes_can_be_taken_back_after_the_network_took_it_out_of_its_plan(self, wishes: Wishes):
        asked = wishes.ask()
        plans.answer_contribution(asked.contribution, answer=YES, by=YesBy.CODE, actor=VISITOR, at=AT)
        plans.withdraw_contribution(asked.contribution, actor=wishes.coordinator, at=AT)
        for answer in (YES, NO):
            with pytest.raises(Refused, match="contribution_answered"):
                plans.answer_contribution(asked.contribution, answer=answer, by=YesBy.CODE, actor=VISITOR, at=AT)
        plans.answer_contribution(asked.contribution, answer=BACK, by=YesBy.CODE, actor=VISITOR, at=later(1))
        kept = Contribution.objects.get()
        assert (kept.status, kept.status_since, kept.taken_out) == ("withdrawn", later(1).date(), False)
        assert books_are_right()

    def test_a_code_of_another_municipality_opens_nothing(self, wishes: Wishes):
        asked = wishes.ask()
        elsewhere = Municipality.objects.create(code="GM9999", slug="elders", name="Elders")
        assert queries.contribution_of_code(elsewhere, asked.code) is None
        assert queries.contribution_of_code(wishes.table.municipality, "") is None


class TestNoAnswer:
    def test_an_invitation_lapses_after_its_day_and_not_before(self, wishes: Wishes):
        asked = wishes.ask()
        with pytest.raises(Refused, match="contribution_not_lapsed"):
            plans.lapse_contribution(asked.contribution, actor=wishes.coordinator, at=later(42))
        plans.lapse_contribution(asked.contribution, actor=wishes.coordinator, at=later(43))
        assert Contribution.objects.get().status == ContributionStatus.LAPSED
        assert move() is None

    def test_who_is_asked_again_gets_another_code_and_the_first_one_stops(self, wishes: Wishes):
        first = wishes.ask()
        plans.lapse_contribution(first.contribution, actor=wishes.coordinator, at=later(43))
        again = plans.ask_again(first.contribution, actor=wishes.coordinator, at=later(44))
        municipality = wishes.table.municipality
        assert queries.contribution_of_code(municipality, first.code) is None
        assert queries.contribution_of_code(municipality, again.code) == first.contribution
        assert again.contribution.lapses_on == date(2017, 12, 27)
        assert books_are_right()

    def test_a_letter_that_was_lost_is_made_anew(self, wishes: Wishes):
        first = wishes.ask()
        again = plans.ask_again(first.contribution, actor=wishes.coordinator, at=later(1))
        assert again.code != first.code
        assert again.contribution.status == "asked"

    def test_there_is_no_letter_for_who_logs_in_nor_after_an_answer(self, wishes: Wishes):
        with pytest.raises(Refused, match="contribution_not_asked_by_letter"):
            plans.ask_again(wishes.asked_welfare().contribution, actor=wishes.coordinator, at=AT)
        asked = wishes.ask()
        plans.answer_contribution(asked.contribution, answer=NO, by=YesBy.CODE, actor=VISITOR, at=AT)
        with pytest.raises(Refused, match="contribution_answered"):
            plans.ask_again(asked.contribution, actor=wishes.coordinator, at=AT)

    def test_the_network_takes_a_question_out_of_its_plan(self, wishes: Wishes):
        asked = wishes.ask()
        plans.withdraw_contribution(asked.contribution, actor=wishes.coordinator, at=AT)
        for answer in (YES, BACK):
            with pytest.raises(Refused, match="contribution_not_asked"):
                plans.answer_contribution(asked.contribution, answer=answer, by=YesBy.CODE, actor=VISITOR, at=AT)

    def test_who_answers_after_the_network_went_on_without_is_asked_no_more(self, wishes: Wishes):
        asked = wishes.ask()
        plans.lapse_contribution(asked.contribution, actor=wishes.coordinator, at=later(43))
        with pytest.raises(Refused, match="contribution_not_asked"):
            plans.answer_contribution(asked.contribution, answer=YES, by=YesBy.CODE, actor=VISITOR, at=later(44))


@pytest.mark.both_engines
class TestAccountsThatEnd:
    GONE = date(2017, 10, 9)

    def ends(self, wishes: Wishes) -> None:
        """The first account of the organisation ends, and the night comes."""
        held = Membership.objects.filter(organisation=wishes.welfare).earliest("pk")
        people.end_role(held, ends_before=self.GONE, actor=NOBODY, at=AT)
        self.follow(self.GONE)

    def follow(self, day: date) -> None:
        plans.follow_accounts(actor=NOBODY, at=datetime.combine(day, AT.timetz()))

    def test_the_move_falls_back_to_who_keeps_the_plan_and_the_letter_still_brings_a_yes(self, wishes: Wishes):
        asked = wishes.asked_welfare().contribution
        self.ends(wishes)
        found = move()
        assert found is not None
        assert (found.role, found.action, found.due_on) == ("coordinator", "plans.ask_by_letter", date(2017, 10, 23))
        assert books_are_right()
        again = plans.ask_again(asked, actor=wishes.coordinator, at=later(8))
        assert (again.contribution.no_account_since, len(again.code)) == (None, 16)
        said = plans.answer_contribution(again.contribution, answer=YES, by=YesBy.CODE, actor=VISITOR, at=later(9))
        assert said.status == "confirmed"

    def test_a_closed_account_is_none(self, wishes: Wishes):
        wishes.asked_welfare()
        User.objects.filter(pk=Membership.objects.get(organisation=wishes.welfare).user_id).update(is_active=False)
        self.follow(self.GONE)
        assert Contribution.objects.get().no_account_since == self.GONE
        asked = wishes.asked_welfare()
        assert (len(asked.code), Contribution.objects.count()) == (16, 2), "the next question goes by letter"

    def test_the_network_goes_on_without(self, wishes: Wishes):
        asked = wishes.asked_welfare().contribution
        self.ends(wishes)
        assert plans.lapse_contribution(asked, actor=wishes.coordinator, at=later(8)).status == "lapsed"
        assert move() is None

    def test_the_question_goes_back_when_somebody_has_an_account_again(self, wishes: Wishes):
        wishes.asked_welfare()
        self.ends(wishes)
        again = date(2018, 3, 1)
        somebody(Role.PROVIDER, wishes.table.municipality, scope=wishes.welfare, starts_on=again)
        self.follow(date(2018, 2, 28))
        assert Contribution.objects.get().no_account_since == self.GONE, "not before that role begins"
        self.follow(again)
        found = move()
        assert found is not None
        assert (found.role, found.due_on) == ("provider", date(2018, 3, 15))
        assert books_are_right()

    def test_who_was_asked_by_letter_and_who_has_another_account_keep_their_question(self, wishes: Wishes):
        wishes.ask()
        wishes.asked_welfare()
        somebody(Role.PROVIDER, wishes.table.municipality, scope=wishes.welfare)
        self.ends(wishes)
        assert set(Contribution.objects.values_list("no_account_since", flat=True)) == {None}
        assert not AuditEntry.objects.filter(action="plans.contribution.without_account").exists()

    def test_a_second_night_changes_nothing(self, wishes: Wishes):
        wishes.asked_welfare()
        self.ends(wishes)
        self.follow(date(2017, 10, 10))
        assert AuditEntry.objects.filter(action="plans.contribution.without_account").count() == 1


@pytest.mark.parametrize(
    ("who", "sees"), [("coordinator", True), ("provider", True), ("officer", False), ("elsewhere", False)]
)
def test_who_is_asked_and_who_asks_see_a_question(wishes: Wishes, who: str, sees: bool):
    asked = wishes.asked_welfare().contribution
    actor = wishes.table.elsewhere if who == "elsewhere" else getattr(wishes, who)
    seen = access.seen_contributions(actor, wishes.table.municipality, on=AT.date())
    assert seen.filter(pk=asked.pk).exists() is sees
    assert bool(subjects.labels([Subject(CONTRIBUTION, asked.pk)], actor)) is sees
    assert not subjects.labels([Subject(CONTRIBUTION, asked.pk)], VISITOR)


@pytest.mark.both_engines
@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"what": ""}, "contribution_says_what"),
        ({"group": ""}, "contribution_of_a_group_or_an_organisation"),
        ({"kind": "money"}, "money_says_how_much_and_from_what"),
        ({"cents": 100}, "money_says_how_much_and_from_what"),
        ({"hours": 3}, "hours_say_over_what"),
        ({"status": "confirmed"}, "nothing_without_an_own_yes"),
        ({"status": "declined"}, "nothing_without_an_own_yes"),
        ({"status": "confirmed", "answered_with": "account"}, "nothing_without_an_own_yes"),
        ({"beyond_base": True}, "residents_are_no_capacity"),
        ({"no_account_since": date(2017, 10, 9)}, "no_account_of_who_was_asked_by_account"),
        ({"taken_out": True}, "only_a_promise_is_taken_out"),
        ({"taken_out": True, "status": "withdrawn"}, "only_a_promise_is_taken_out"),
    ],
)
def test_the_table_keeps_nothing_without_an_own_yes(wishes: Wishes, wrong: dict[str, object], constraint: str):
    asked = wishes.ask().contribution
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Contribution.objects.filter(pk=asked.pk).update(**wrong)


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_of_two_who_answer_at_once_one_is_first():
    wishes = lay_wishes()
    asked = wishes.ask().contribution
    answers = at_once(
        lambda: plans.answer_contribution(asked, answer=YES, by=YesBy.CODE, actor=VISITOR, at=AT),
        lambda: plans.answer_contribution(asked, answer=NO, by=YesBy.CODE, actor=VISITOR, at=AT),
    )
    assert sorted(type(one).__name__ for one in answers) == ["Contribution", "Refused"]
    assert (
        AuditEntry.objects.filter(action__in=["plans.contribution.confirmed", "plans.contribution.declined"]).count()
        == 1
    )


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_two_who_say_yes_to_two_questions_at_once_are_both_heard():
    wishes = lay_wishes()
    one, other = wishes.ask().contribution, wishes.ask(replace(COOK, group="De tuingroep")).contribution
    answers = at_once(
        lambda: plans.answer_contribution(one, answer=YES, by=YesBy.CODE, actor=VISITOR, at=AT),
        lambda: plans.answer_contribution(other, answer=YES, by=YesBy.CODE, actor=VISITOR, at=AT),
    )
    assert [type(answer).__name__ for answer in answers] == ["Contribution", "Contribution"]
    assert Contribution.objects.filter(status="confirmed").count() == 2
