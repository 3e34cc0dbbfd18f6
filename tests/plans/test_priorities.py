"""Priorities come into a plan, change, move and are let go, and say why they are there."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import AT
from tests.helpers.books import books_are_right
from tests.networks.table import later
from tests.plans.wishes import GUIDE, Wishes, lay_wishes
from wijkaanzet.kernel import subjects
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import AuditEntry, OpenMove
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans import queries
from wijkaanzet.plans.models import Ask, BaseCapacity, Contribution, Plan, Priority, Reason
from wijkaanzet.plans.rules.asks import NewAsk
from wijkaanzet.plans.rules.base import NewBase
from wijkaanzet.plans.rules.contributions import CONTRIBUTION, ContributionStatus, YesBy
from wijkaanzet.plans.rules.priorities import (
    ASK,
    MOST_PRIORITIES,
    PRIORITY,
    AskAnswer,
    InformalAnswer,
    KnownBy,
    NewPriority,
    NewReason,
    PlaceKind,
    ReasonKind,
)
from wijkaanzet.plans.rules.sections import OF_A_PRIORITY

VISITOR = Actor(user_id=None, channel=Channel.WEB)
YES, NO, BACK = ContributionStatus.CONFIRMED, ContributionStatus.DECLINED, ContributionStatus.WITHDRAWN
WANT = NewReason(kind=ReasonKind.WISH, says="Wij willen samen eten.")


@pytest.fixture(name="wishes")
def wishes_of_a_network(db: None) -> Wishes:
    return lay_wishes()


def added(wishes: Wishes, title: str) -> Priority:
    return plans.add_priority(wishes.plan, new=NewPriority(title=title), actor=wishes.coordinator, at=AT)


def titles(plan: Plan) -> list[str]:
    return [one.title for one in queries.standing_priorities(plan)]


class TestAdding:
    @pytest.mark.done("6.wish-without-figure")
    def test_a_title_is_enough(self, wishes: Wishes):
        (full,) = queries.priorities_of(wishes.plan, on=AT.date())
        assert full.priority.title == "Samen eten"
        assert set(full.sections) == set(OF_A_PRIORITY)
        assert (full.reasons, full.contributions, full.asks) == ((), (), ())

    def test_what_is_added_comes_last(self, wishes: Wishes):
        added(wishes, "Groen")
        added(wishes, "Jeugd")
        assert titles(wishes.plan) == ["Samen eten", "Groen", "Jeugd"]

    def test_a_plan_holds_no_more_than_a_meeting_can_talk_about(self, wishes: Wishes):
        rows = [
            Priority(plan=wishes.plan, position=n, title=str(n), place_kind="area", added_on=AT)
            for n in range(2, MOST_PRIORITIES + 1)
        ]
        Priority.objects.bulk_create(rows)
        with pytest.raises(Refused, match="priorities_too_many"):
            added(wishes, "Nog een")

    @pytest.mark.parametrize(
        "new",
        [
            NewPriority(title="Groen", function="verzonnen"),
            NewPriority(title="Groen", theme="verzonnen"),
            NewPriority(title="Groen", goal="verzonnen"),
        ],
    )
    def test_a_professional_puts_it_only_where_the_municipality_has_a_place(self, wishes: Wishes, new: NewPriority):
        with pytest.raises(Refused, match="not_listed"):
            plans.add_priority(wishes.plan, new=new, actor=wishes.coordinator, at=AT)

    def test_a_figure_of_elsewhere_is_refused(self, wishes: Wishes):
        new = NewPriority(title="Groen", known_by=KnownBy.FIGURE, figure="verzonnen")
        with pytest.raises(Refused, match="reason_not_here"):
            plans.add_priority(wishes.plan, new=new, actor=wishes.coordinator, at=AT)


class TestChanging:
    def test_it_may_belong_to_a_street_and_be_looked_back_on(self, wishes: Wishes):
        new = NewPriority(
            title="Eten op straat",
            place_kind=PlaceKind.STREET,
            place="Dorpsstraat",
            known_by=KnownBy.LOOK_BACK,
            look_back_on=date(2018, 6, 1),
        )
        plans.change_priority(wishes.priority, new=new, actor=wishes.coordinator, at=AT)
        kept = Priority.objects.get(pk=wishes.priority.pk)
        assert (kept.title, kept.place, kept.look_back_on) == ("Eten op straat", "Dorpsstraat", date(2018, 6, 1))

    @pytest.mark.parametrize(("to", "after"), [(1, "CAB"), (2, "ACB"), (3, "ABC")])
    def test_one_moves_and_the_others_make_room(self, wishes: Wishes, to: int, after: str):
        plans.change_priority(wishes.priority, new=NewPriority(title="A"), actor=wishes.coordinator, at=AT)
        added(wishes, "B")
        plans.move_priority(added(wishes, "C"), to=to, actor=wishes.coordinator, at=AT)
        assert "".join(titles(wishes.plan)) == after

    def test_the_one_sentence_of_residents_is_kept(self, wishes: Wishes):
        wishes.answered(InformalAnswer.DO, "De kookgroep kookt al elke week.")
        kept = Priority.objects.get(pk=wishes.priority.pk)
        assert (kept.informal, kept.informal_says) == ("do", "De kookgroep kookt al elke week.")

    @pytest.mark.parametrize("act", ["change", "move", "informal", "reasons", "ask", "others", "drop"])
    def test_what_was_let_go_does_not_change_any_more(self, wishes: Wishes, act: str):
        plans.drop_priority(wishes.priority, why="Het is er al.", actor=wishes.coordinator, at=AT)
        with pytest.raises(Refused, match="priority_dropped"):
            _act(wishes, act)

    @pytest.mark.parametrize("act", ["add", "change", "move", "informal", "reasons", "ask", "others", "drop", "base"])
    def test_a_plan_that_lies_with_who_decides_does_not_change(self, wishes: Wishes, act: str):
        Plan.objects.filter(pk=wishes.plan.pk).update(status="submitted")
        with pytest.raises(Refused, match="plan_not_open"):
            _act(wishes, act)

    @pytest.mark.parametrize("act", ["add", "change", "move", "informal", "reasons", "ask", "others", "drop", "base"])
    def test_every_change_ends_what_the_network_agreed_with(self, wishes: Wishes, act: str):
        Plan.objects.filter(pk=wishes.plan.pk).update(status="agreed")
        _act(wishes, act)
        assert Plan.objects.get(pk=wishes.plan.pk).status == "writing"

    def test_letting_go_says_why_and_asks_nobody_any_longer(self, wishes: Wishes):
        asked = wishes.asked_welfare().contribution
        plans.ask_others(wishes.priority, new=NewAsk(to_whom="Ruimte", question="Mag dat?"), actor=VISITOR, at=AT)
        plans.drop_priority(wishes.priority, why="Het is er al.", actor=wishes.coordinator, at=later(1))
        assert Contribution.objects.get(pk=asked.pk).status == ContributionStatus.WITHDRAWN
        assert not OpenMove.objects.filter(subject_kind__in=[CONTRIBUTION, ASK]).exists()
        assert titles(wishes.plan) == []
        assert [one.dropped_why for one in queries.dropped_priorities(wishes.plan)] == ["Het is er al."]
        assert books_are_right()

    def test_of_a_plan_that_is_over_nobody_is_asked_anything_any_longer(self, wishes: Wishes):
        yes, open_ = wishes.ask(), wishes.asked_welfare().contribution
        plans.answer_contribution(yes.contribution, answer=YES, by=YesBy.CODE, actor=VISITOR, at=AT)
        plans.ask_others(wishes.priority, new=NewAsk(to_whom="Ruimte", question="Mag dat?"), actor=VISITOR, at=AT)
        plans.end_plan(wishes.plan, actor=wishes.coordinator, at=later(1))
        statuses = dict(Contribution.objects.values_list("pk", "status"))
        assert statuses == {yes.contribution.pk: YES, open_.pk: ContributionStatus.WITHDRAWN}
        assert not OpenMove.objects.exists()
        assert books_are_right()

    def test_letting_go_without_a_reason_is_refused(self, wishes: Wishes):
        with pytest.raises(Refused, match="drop_without_why"):
            plans.drop_priority(wishes.priority, why=" ", actor=wishes.coordinator, at=AT)


def _act(wishes: Wishes, act: str) -> object:
    """Do one of the things that change what a plan says."""
    one, by = wishes.priority, dict[str, Any](actor=wishes.coordinator, at=AT)
    new, ask = NewPriority(title="Anders"), NewAsk(to_whom="Ruimte", question="Mag dat?")
    return {
        "add": lambda: plans.add_priority(wishes.plan, new=new, **by),
        "change": lambda: plans.change_priority(one, new=new, **by),
        "move": lambda: plans.move_priority(one, to=1, **by),
        "informal": lambda: wishes.answered(),
        "reasons": lambda: plans.set_reasons(one, reasons=[WANT], **by),
        "ask": lambda: wishes.ask(),
        "others": lambda: plans.ask_others(one, new=ask, **by),
        "drop": lambda: plans.drop_priority(one, why="Het is er al.", **by),
        "base": lambda: plans.set_base(wishes.plan, base=[], **by),
    }[act]()


class TestReasons:
    def test_a_wish_stands_by_itself(self, wishes: Wishes):
        plans.set_reasons(wishes.priority, reasons=[WANT], actor=wishes.coordinator, at=AT)
        (full,) = queries.priorities_of(wishes.plan, on=AT.date())
        assert [(one.reason.kind, one.reason.says) for one in full.reasons] == [("wish", "Wij willen samen eten.")]

    @pytest.mark.parametrize(
        "reason",
        [
            NewReason(kind=ReasonKind.FIGURE, figure="verzonnen"),
            NewReason(kind=ReasonKind.TOLD, subject=Subject("stories.story", 10**9)),
            NewReason(kind=ReasonKind.TOLD, subject=Subject("people.account", 1)),
        ],
    )
    def test_what_cannot_be_chosen_here_is_refused_and_nothing_changes(self, wishes: Wishes, reason: NewReason):
        plans.set_reasons(wishes.priority, reasons=[WANT], actor=wishes.coordinator, at=AT)
        with pytest.raises(Refused, match="reason_not_here"):
            plans.set_reasons(wishes.priority, reasons=[reason], actor=wishes.coordinator, at=AT)
        assert Reason.objects.get().says == WANT.says

    def test_what_stood_there_may_stay_and_the_rest_is_written_anew(self, wishes: Wishes):
        kept = Reason.objects.create(priority=wishes.priority, position=1, kind="figure", figure="verdwenen-cijfer")
        stays = NewReason(kind=ReasonKind.FIGURE, figure=kept.figure)
        plans.set_reasons(wishes.priority, reasons=[WANT, stays], actor=wishes.coordinator, at=AT)
        assert [one.kind for one in Reason.objects.order_by("position")] == ["wish", "figure"]


class TestBase:
    def test_who_is_there_in_any_case_is_shown_and_asked_of_nobody(self, wishes: Wishes):
        base = [NewBase(organisation_id=wishes.welfare.pk, what="Opbouwwerk", hours_a_week=24)]
        plans.set_base(wishes.plan, base=base, actor=wishes.coordinator, at=AT)
        plans.set_base(wishes.plan, base=base, actor=wishes.coordinator, at=AT)
        (one,) = queries.base_kept(wishes.plan)
        assert (one.organisation, one.what, one.hours_a_week) == ("Stichting Welzijn", "Opbouwwerk", 24)
        assert not OpenMove.objects.filter(subject_kind=CONTRIBUTION).exists()

    def test_an_organisation_of_elsewhere_is_refused(self, wishes: Wishes):
        base = [NewBase(organisation_id=10**6, what="Opbouwwerk")]
        with pytest.raises(Refused, match="organisation_not_here"):
            plans.set_base(wishes.plan, base=base, actor=wishes.coordinator, at=AT)


class TestAskingOthers:
    @pytest.fixture
    def ask(self, wishes: Wishes) -> Ask:
        new = NewAsk(to_whom="Afdeling Ruimte", question="Mag de stoep breder?")
        return plans.ask_others(wishes.priority, new=new, actor=wishes.coordinator, at=AT)

    def test_the_policy_officer_has_the_move_until_there_is_an_answer(self, wishes: Wishes, ask: Ask):
        assert OpenMove.objects.get(subject_kind=ASK).role == "policy_officer"
        Plan.objects.filter(pk=wishes.plan.pk).update(status="submitted")
        plans.answer_ask(ask, kind=AskAnswer.PARTLY, answer="De helft, in mei.", actor=wishes.officer, at=later(3))
        assert not OpenMove.objects.filter(subject_kind=ASK).exists()
        (kept,) = queries.priorities_kept(wishes.plan, on=AT.date())
        assert [(one.to_whom, one.kind, one.answer) for one in kept.asks] == [
            ("Afdeling Ruimte", AskAnswer.PARTLY, "De helft, in mei.")
        ]

    def test_the_same_question_once_more_is_one_question(self, wishes: Wishes, ask: Ask):
        new = NewAsk(to_whom=ask.to_whom, question=ask.question)
        assert plans.ask_others(wishes.priority, new=new, actor=wishes.coordinator, at=later(1)) == ask

    def test_it_is_answered_once(self, wishes: Wishes, ask: Ask):
        plans.answer_ask(ask, kind=AskAnswer.YES, answer="Ja.", actor=wishes.officer, at=AT)
        with pytest.raises(Refused, match="ask_answered"):
            plans.answer_ask(ask, kind=AskAnswer.NO, answer="Nee.", actor=wishes.officer, at=AT)


def test_an_edition_holds_what_stands_and_not_what_was_let_go(wishes: Wishes):
    plans.drop_priority(added(wishes, "Weg ermee"), why="Het is er al.", actor=wishes.coordinator, at=AT)
    plans.set_reasons(wishes.priority, reasons=[WANT], actor=wishes.coordinator, at=AT)
    yes = wishes.asked_welfare().contribution
    no = wishes.ask(replace(GUIDE, what="Nog een kok"), organisation=wishes.welfare).contribution
    by = YesBy.ACCOUNT
    plans.answer_contribution(yes, answer=YES, by=by, says="Graag.", actor=wishes.provider, at=AT)
    plans.answer_contribution(no, answer=NO, by=by, actor=wishes.provider, at=AT)
    (kept,) = queries.priorities_kept(wishes.plan, on=AT.date())
    assert kept.title == "Samen eten"
    assert [one.says for one in kept.reasons] == [WANT.says]
    assert [(one.who, one.status, one.says) for one in kept.contributions] == [
        ("Stichting Welzijn", ContributionStatus.CONFIRMED, "Graag.")
    ]


def test_the_log_holds_nothing_of_what_a_plan_says(wishes: Wishes):
    for act in ("change", "informal", "reasons", "ask", "others", "drop"):
        _act(wishes, act)
    logged = str([(one.reason, one.detail) for one in AuditEntry.objects.filter(action__startswith="plans.")])
    assert not [word for word in ("Samen", "Anders", "kookgroep", "Ruimte", "er al") if word in logged]


@pytest.mark.parametrize(("who", "sees"), [("coordinator", True), ("provider", False), ("officer", False)])
def test_a_priority_of_a_draft_is_named_to_who_writes_along_only(wishes: Wishes, who: str, sees: bool):
    subject = Subject(PRIORITY, wishes.priority.pk)
    assert bool(subjects.labels([subject], getattr(wishes, who))) is sees
    assert not subjects.labels([subject], VISITOR)


def test_reading_costs_the_same_however_many_priorities_there_are(wishes: Wishes, django_assert_num_queries):
    def read() -> int:
        return len(queries.priorities_of(wishes.plan, on=AT.date()))

    wishes.asked_welfare()
    plans.set_reasons(wishes.priority, reasons=[WANT], actor=wishes.coordinator, at=AT)
    for number in range(5):
        one = added(wishes, f"Wens {number}")
        plans.set_reasons(one, reasons=[WANT], actor=wishes.coordinator, at=AT)
    with django_assert_num_queries(6):
        assert read() == 6


@pytest.mark.both_engines
@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"title": ""}, "priority_has_title"),
        ({"place_kind": "street"}, "priority_names_its_place"),
        ({"known_by": "look_back"}, "looking_back_has_a_day"),
        ({"known_by": "figure"}, "known_by_which_figure"),
        ({"dropped_on": AT}, "dropped_priority_says_why"),
        ({"dropped_why": "Zomaar"}, "dropped_priority_says_why"),
    ],
)
def test_the_table_keeps_no_half_priority(wishes: Wishes, wrong: dict[str, object], constraint: str):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Priority.objects.filter(pk=wishes.priority.pk).update(**wrong)


@pytest.mark.both_engines
@pytest.mark.parametrize(
    ("row", "constraint"),
    [
        ({"kind": "wish"}, "reason_is_one_thing"),
        ({"kind": "figure"}, "reason_is_one_thing"),
        ({"kind": "told", "subject_kind": "stories.story"}, "reason_is_one_thing"),
        ({"kind": "figure", "figure": "a", "subject_kind": "b", "subject_id": 1}, "reason_is_one_thing"),
    ],
)
def test_the_table_keeps_no_reason_that_is_two_things(wishes: Wishes, row: dict[str, object], constraint: str):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Reason.objects.create(priority=wishes.priority, position=1, **row)


@pytest.mark.both_engines
def test_the_table_keeps_no_base_without_words(wishes: Wishes):
    with pytest.raises(IntegrityError, match="base_capacity_says_what"), transaction.atomic():
        BaseCapacity.objects.create(plan=wishes.plan, position=1, organisation=wishes.welfare, what="")


@pytest.mark.both_engines
def test_the_table_keeps_no_half_answer_of_others(wishes: Wishes):
    new = NewAsk(to_whom="Ruimte", question="Mag dat?")
    ask = plans.ask_others(wishes.priority, new=new, actor=wishes.coordinator, at=AT)
    with pytest.raises(IntegrityError, match="ask_answered_in_full"), transaction.atomic():
        Ask.objects.filter(pk=ask.pk).update(status="answered", kind="yes")
