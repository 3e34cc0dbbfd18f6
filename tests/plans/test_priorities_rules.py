"""Priorities by the rules: what may be asked of whom, what may be said, and where a priority stands."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plans.wishes import COOK, GUIDE, PAY
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.plans.rules.asks import AskFacts, NewAsk, fitting_ask, fitting_ask_answer, move_of_ask
from wijkaanzet.plans.rules.base import NewBase, fitting_base
from wijkaanzet.plans.rules.contributions import (
    Bringer,
    ContributionFacts,
    ContributionKind,
    ContributionStatus,
    NewContribution,
    Per,
    check_informal_first,
    fitting_contribution,
    move_of_contribution,
)
from wijkaanzet.plans.rules.plans import LONGEST_YEARS
from wijkaanzet.plans.rules.priorities import (
    MOST_REASONS,
    AskStatus,
    InformalAnswer,
    KnownBy,
    NewPriority,
    NewReason,
    PlaceKind,
    ReasonKind,
    fitting_informal,
    fitting_priority,
    fitting_reasons,
    moved,
)

TODAY = date(2017, 10, 2)
WISH = NewPriority(title="Samen eten")


@pytest.mark.parametrize(
    ("new", "key"),
    [
        (replace(WISH, title="  "), "priority_without_title"),
        (replace(WISH, title=" … "), "priority_without_title"),
        (replace(WISH, title="x" * 100_000), "network_words_too_long"),
        (replace(WISH, place_kind=PlaceKind.STREET), "priority_without_place"),
        (replace(WISH, known_by=KnownBy.FIGURE), "known_by_which_figure"),
        (replace(WISH, known_by=KnownBy.LOOK_BACK), "look_back_without_day"),
        (replace(WISH, known_by=KnownBy.LOOK_BACK, look_back_on=date(1900, 1, 1)), "look_back_past"),
        (replace(WISH, known_by=KnownBy.LOOK_BACK, look_back_on=date(2117, 1, 1)), "look_back_far"),
    ],
)
def test_a_priority_that_cannot_be_kept_is_refused_with_its_reason(new: NewPriority, key: str):
    with pytest.raises(Refused) as refused:
        fitting_priority(new, today=TODAY)
    assert refused.value.key == key


@pytest.mark.done("6.wish-without-figure")
def test_a_wish_needs_nothing_but_its_words():
    kept = fitting_priority(WISH, today=TODAY)
    assert (kept.known_by, kept.figure, kept.function, kept.theme, kept.goal) == (None, "", "", "", "")
    assert fitting_reasons([]) == []


@pytest.mark.parametrize("known_by", [KnownBy.STORY, KnownBy.PROCESS, None])
def test_what_belongs_to_another_way_of_knowing_is_let_go(known_by: KnownBy | None):
    told = replace(WISH, known_by=known_by, figure="inwoners", look_back_on=date(2018, 1, 1))
    kept = fitting_priority(told, today=TODAY)
    assert (kept.figure, kept.look_back_on) == ("", None)


@pytest.mark.parametrize(
    ("new", "organisation", "key"),
    [
        (replace(COOK, what=""), False, "contribution_without_what"),
        (replace(COOK, group=" "), False, "contribution_without_group"),
        (COOK, True, "residents_are_no_organisation"),
        (replace(COOK, beyond_base=True), False, "residents_are_no_capacity"),
        (replace(COOK, hours=3), False, "hours_over_what"),
        (replace(COOK, per=Per.WEEK), False, "hours_over_what"),
        (replace(COOK, hours=0, per=Per.WEEK), False, "hours_count"),
        (replace(COOK, hours=10**9, per=Per.WEEK), False, "hours_count"),
        (replace(COOK, hours=-3), False, "hours_count"),
        (replace(COOK, hours=10**9), False, "hours_count"),
        (replace(COOK, cents=5), False, "amount_of_money_only"),
        (replace(COOK, money_from="de pot"), False, "amount_of_money_only"),
        (replace(COOK, from_area_money=True), False, "amount_of_money_only"),
        (replace(COOK, until=date(1900, 1, 1)), False, "until_past"),
        (replace(COOK, until=date(2117, 1, 1)), False, "until_far"),
        (replace(COOK, what="x" * 100_000), False, "network_words_too_long"),
        (
            replace(COOK, kind=ContributionKind.MONEY, cents=5, from_area_money=True),
            False,
            "residents_bring_own_money",
        ),
        (GUIDE, False, "contribution_without_organisation"),
        (replace(PAY, cents=None), True, "money_without_amount"),
        (replace(PAY, cents=0), True, "money_without_amount"),
        (replace(PAY, cents=-1), True, "money_without_amount"),
        (replace(PAY, cents=10**12 + 1), True, "money_too_much"),
        (replace(PAY, from_area_money=False), True, "money_from_what"),
        (replace(PAY, money_from="subsidie"), True, "money_from_what"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_its_reason(new: NewContribution, organisation: bool, key: str):
    with pytest.raises(Refused) as refused:
        fitting_contribution(new, has_organisation=organisation, today=TODAY)
    assert refused.value.key == key


def test_a_promise_lasts_as_long_as_the_longest_plan_that_begins_later():
    until = date(TODAY.year + 3 + LONGEST_YEARS, 1, 1)
    assert fitting_contribution(replace(COOK, until=until), has_organisation=False, today=TODAY).until == until


class TestFirstInformal:
    @pytest.mark.done("6.informal-first")
    def test_professionals_beyond_the_base_wait_for_the_question(self):
        with pytest.raises(Refused, match="informal_first"):
            check_informal_first(GUIDE, None)

    @pytest.mark.parametrize("answer", list(InformalAnswer))
    def test_every_answer_will_do(self, answer: InformalAnswer):
        check_informal_first(GUIDE, answer)
        assert answer in InformalAnswer

    @pytest.mark.parametrize("new", [COOK, PAY, replace(GUIDE, beyond_base=False)])
    def test_nothing_else_is_asked_about(self, new: NewContribution):
        check_informal_first(new, None)
        assert not (new.beyond_base and new.bringer is Bringer.ORGANISATION)

    def test_nothing_yet_needs_no_sentence_and_the_others_do(self):
        assert fitting_informal(InformalAnswer.NOTHING_YET, "") == ""
        with pytest.raises(Refused, match="informal_without_sentence"):
            fitting_informal(InformalAnswer.WANT, " ")


class TestMoves:
    FACTS = ContributionFacts(Bringer.RESIDENTS, ("area", 3), 1, None, TODAY, 10, date(2017, 11, 13))

    def test_residents_never_have_a_term(self):
        move = move_of_contribution(ContributionStatus.ASKED, self.FACTS)
        assert move is not None
        assert (move.role, move.scope, move.due_on) == ("coordinator", ("area", 3), None)
        assert move.resting is not None
        assert (move.resting.who, move.resting.look_again_on) == ("resident", date(2017, 11, 13))

    @pytest.mark.parametrize(
        ("bringer", "role", "scope"),
        [
            (Bringer.ORGANISATION, "provider", ("organisation", 7)),
            (Bringer.MUNICIPALITY, "policy_officer", ("municipality", 1)),
        ],
    )
    def test_who_is_paid_has_a_term(self, bringer: Bringer, role: str, scope: tuple[str, int]):
        facts = replace(self.FACTS, bringer=bringer, organisation_id=7, lapses_on=None)
        move = move_of_contribution(ContributionStatus.ASKED, facts)
        assert move is not None
        assert (move.role, move.scope, move.due_on) == (role, scope, date(2017, 10, 16))

    def test_where_nobody_has_an_account_any_more_the_coordinator_has_a_term_from_that_day(self):
        facts = replace(self.FACTS, bringer=Bringer.ORGANISATION, organisation_id=7, lapses_on=None)
        move = move_of_contribution(ContributionStatus.ASKED, replace(facts, no_account_since=date(2017, 10, 9)))
        assert move is not None
        assert (move.role, move.action, move.due_on) == ("coordinator", "plans.ask_by_letter", date(2017, 10, 23))

    @pytest.mark.parametrize("status", [one for one in ContributionStatus if one is not ContributionStatus.ASKED])
    def test_nobody_is_waited_for_once_there_is_an_answer(self, status: ContributionStatus):
        assert move_of_contribution(status, self.FACTS) is None

    def test_a_question_to_others_lies_with_the_policy_officer_while_it_is_needed(self):
        move = move_of_ask(AskStatus.ASKED, AskFacts(1, TODAY, 10))
        assert move is not None
        assert (move.role, move.due_on) == ("policy_officer", date(2017, 10, 16))
        assert move_of_ask(AskStatus.ANSWERED, AskFacts(1, TODAY, 10)) is None
        assert move_of_ask(AskStatus.ASKED, AskFacts(1, TODAY, 10, needed=False)) is None


FIGURE = NewReason(kind=ReasonKind.FIGURE, figure="inwoners")
STORY = NewReason(kind=ReasonKind.TOLD, subject=Subject("stories.story", 4))
WANT = NewReason(kind=ReasonKind.WISH, says="Wij willen dit.")


@pytest.mark.parametrize(
    ("reasons", "key"),
    [
        ([FIGURE, FIGURE], "reason_twice"),
        ([replace(WANT, says="  ")], "wish_without_words"),
        ([replace(WANT, says="x" * 100_000)], "network_words_too_long"),
        ([replace(FIGURE, figure=f"cijfer-{n}") for n in range(MOST_REASONS + 1)], "reasons_too_many"),
    ],
)
def test_reasons_that_cannot_be_kept_are_refused(reasons: list[NewReason], key: str):
    with pytest.raises(Refused) as refused:
        fitting_reasons(reasons)
    assert refused.value.key == key


def test_a_figure_a_story_and_a_wish_stand_beside_each_other_in_their_order():
    assert fitting_reasons([STORY, WANT, FIGURE]) == [STORY, WANT, FIGURE]


@given(st.lists(st.integers(1, 99), min_size=1, max_size=20, unique=True), st.data())
def test_moving_one_priority_keeps_all_and_the_order_of_the_others(ids: list[int], data: st.DataObject):
    one, to = data.draw(st.sampled_from(ids)), data.draw(st.integers(1, len(ids)))
    after = moved(ids, one=one, to=to)
    assert sorted(after) == sorted(ids)
    assert after[to - 1] == one
    assert [id_ for id_ in after if id_ != one] == [id_ for id_ in ids if id_ != one]


@pytest.mark.parametrize("to", [0, -1, 4])
def test_there_is_no_place_outside_the_plan(to: int):
    with pytest.raises(Refused, match="no_such_place"):
        moved([5, 6, 7], one=5, to=to)


@pytest.mark.parametrize(
    ("line", "key"),
    [
        (NewBase(organisation_id=1, what=" "), "base_without_what"),
        (NewBase(organisation_id=1, what="Opbouwwerk", hours_a_week=0), "base_hours"),
        (NewBase(organisation_id=1, what="Opbouwwerk", hours_a_week=10**6), "base_hours"),
        (NewBase(organisation_id=1, what="x" * 100_000), "network_words_too_long"),
    ],
)
def test_a_line_of_the_base_says_who_is_there(line: NewBase, key: str):
    with pytest.raises(Refused) as refused:
        fitting_base([line])
    assert refused.value.key == key


def test_a_base_may_do_without_a_number_of_hours():
    assert fitting_base([NewBase(organisation_id=1, what=" Het buurthuis  ")])[0].what == "Het buurthuis"


@pytest.mark.parametrize(
    ("new", "key"),
    [
        (NewAsk(to_whom="", question="Kan het licht aan?"), "ask_not_whole"),
        (NewAsk(to_whom="Afdeling Wegen", question=" "), "ask_not_whole"),
        (NewAsk(to_whom="Afdeling Wegen", question="x" * 100_000), "network_words_too_long"),
    ],
)
def test_a_question_to_others_is_whole(new: NewAsk, key: str):
    with pytest.raises(Refused) as refused:
        fitting_ask(new)
    assert refused.value.key == key


def test_an_answer_of_others_says_something():
    assert fitting_ask_answer(" Ja, in mei. ") == "Ja, in mei."
    with pytest.raises(Refused, match="ask_without_answer"):
        fitting_ask_answer("\n")


@given(st.dates(TODAY, TODAY + timedelta(days=3_660)))
def test_people_look_back_on_any_day_of_the_coming_ten_years(day: date):
    told = replace(WISH, known_by=KnownBy.LOOK_BACK, look_back_on=day)
    assert fitting_priority(told, today=TODAY).look_back_on == day
