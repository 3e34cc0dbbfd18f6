"""A plan from its beginning to its end: who is to move, what changes it, and what stays."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import AT
from tests.factories import NOBODY, at_once
from tests.networks.table import later, refused_key
from tests.plans.life import ENDS_BEFORE, STARTS_ON, TODAY, Life, lay_life, move_of
from wijkaanzet.kernel import moves
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.kernel.open_moves import differences
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Dissent, Plan, PlanAgreement, Section
from wijkaanzet.plans.rules.plans import NEXT, PLAN, AgreementWay, PlanStatus
from wijkaanzet.plans.rules.priorities import NewPriority
from wijkaanzet.plans.rules.sections import OF_THE_PLAN, SectionKey

CONSENT = plans.Agreed(way=AgreementWay.CONSENT)


def test_a_network_writes_before_there_is_a_scan_or_money(life: Life) -> None:
    plan = life.opened()
    assert (plan.status, plan.round, plan.begun_on) == (PlanStatus.WRITING, 1, TODAY)
    assert set(plan.sections.values_list("key", flat=True)) == set(OF_THE_PLAN)
    move = move_of(plan)
    assert move is not None
    assert (move.role, move.scope_kind, move.scope_id) == ("coordinator", "area", life.table.area.pk)
    assert (move.action, move.due_on) == ("plans.write", date(2018, 4, 3))


@pytest.mark.parametrize(
    ("status", "action", "rests_with", "day"),
    [
        (PlanStatus.WRITING, "plans.write", "", date(2018, 4, 3)),
        (PlanStatus.RESTING, "plans.take_up", "network", TODAY + timedelta(days=30)),
        (PlanStatus.AGREED, "plans.submit", "", date(2017, 10, 16)),
        (PlanStatus.SUBMITTED, "plans.await_decision", "college_clerk", date(2017, 10, 30)),
        (PlanStatus.ADOPTED, "plans.look_back", "network", date(2018, 10, 1)),
    ],
)
def test_the_coordinator_moves_or_it_rests_with_a_day(
    life: Life, status: PlanStatus, action: str, rests_with: str, day: date
) -> None:
    plan = life.brought_to(status)
    move = move_of(plan)
    assert move is not None
    assert (plan.status, move.action, move.role) == (status, action, "coordinator")
    assert (move.rest_who, move.rest_look_again_on or move.due_on) == (rests_with, day)


def test_what_is_over_waits_for_nobody(life: Life) -> None:
    assert move_of(life.brought_to(PlanStatus.ENDED)) is None


@pytest.mark.parametrize("status", PlanStatus)
def test_the_stored_moves_are_those_of_the_rules(life: Life, status: PlanStatus) -> None:
    life.brought_to(status)
    assert [one for one in differences() if one.startswith("plans.")] == []
    assert moves.PROCESSES[PLAN].transitions == NEXT


@pytest.mark.parametrize(
    ("status", "opens"),
    [
        (PlanStatus.WRITING, True),
        (PlanStatus.AGREED, True),
        (PlanStatus.RESTING, False),
        (PlanStatus.SUBMITTED, False),
        (PlanStatus.ADOPTED, False),
        (PlanStatus.ENDED, False),
    ],
)
def test_a_plan_changes_while_it_is_written_or_was_just_agreed(life: Life, status: PlanStatus, opens: bool) -> None:
    plan = life.brought_to(status)
    if opens:
        assert plans.open_for_change(plan, actor=NOBODY, at=AT).status == PlanStatus.WRITING
        assert not PlanAgreement.objects.filter(plan=plan, over_on__isnull=True).exists()
        return
    with pytest.raises(Refused) as caught:
        plans.open_for_change(plan, actor=NOBODY, at=AT)
    assert caught.value.key == "plan_not_open"


ACTS = {
    "rest": lambda plan: plans.rest(
        plan, why="Even niet.", look_again_on=TODAY + timedelta(days=9), actor=NOBODY, at=AT
    ),
    "take_up": lambda plan: plans.take_up(plan, actor=NOBODY, at=AT),
    "agree": lambda plan: plans.agree(plan, agreed=CONSENT, actor=NOBODY, at=AT),
    "submit": lambda plan: plans.submit(plan, shortfall_from="", actor=NOBODY, at=AT),
    "amend": lambda plan: plans.amend(plan, why="De school sluit.", actor=NOBODY, at=AT),
    "look_back": lambda plan: plans.look_back(plan, actor=NOBODY, at=AT),
    "end_plan": lambda plan: plans.end_plan(plan, actor=NOBODY, at=AT),
}
FROM = {
    "rest": {PlanStatus.WRITING},
    "take_up": {PlanStatus.RESTING},
    "agree": {PlanStatus.WRITING},
    "submit": {PlanStatus.AGREED},
    "amend": {PlanStatus.ADOPTED},
    "look_back": {PlanStatus.ADOPTED},
    "end_plan": {PlanStatus.WRITING, PlanStatus.RESTING},
}


@pytest.mark.parametrize("status", PlanStatus)
@pytest.mark.parametrize("act", ACTS)
def test_each_act_has_its_states(life: Life, act: str, status: PlanStatus) -> None:
    plan = life.brought_to(status)
    if status in FROM[act]:
        assert ACTS[act](plan)
        return
    with pytest.raises(Refused) as caught:
        ACTS[act](plan)
    expected = "plan_still_runs" if (act, status) == ("end_plan", PlanStatus.ADOPTED) else "wrong_state"
    assert caught.value.key == expected
    plan.refresh_from_db()
    assert plan.status == status


def test_a_network_has_one_plan_at_a_time(life: Life) -> None:
    plan = life.opened()
    with pytest.raises(Refused) as caught:
        life.opened(starts_on=date(2020, 1, 1), ends_before=date(2024, 1, 1))
    assert refused_key(caught.value) == ("plan_overlaps", {"first": STARTS_ON, "last": date(2021, 12, 31)})
    plans.end_plan(plan, actor=NOBODY, at=AT)
    assert life.opened(starts_on=date(2019, 1, 1)).status == PlanStatus.WRITING


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_of_two_who_begin_at_once_one_begins() -> None:
    life = lay_life()
    answers = at_once(life.opened, life.opened)
    assert sorted(type(one).__name__ for one in answers) == ["Plan", "Refused"]
    assert Plan.objects.count() == 1


def test_a_rest_says_why_and_when_and_is_taken_up(life: Life) -> None:
    plan = life.brought_to(PlanStatus.RESTING)
    move = move_of(plan)
    assert move is not None
    assert move.rest_why == "Wij wachten."
    plan = plans.take_up(plan, actor=life.coordinator, at=later(30))
    assert (plan.status, plan.rest_why, plan.look_again_on) == (PlanStatus.WRITING, "", None)


def test_a_network_agrees_by_its_rule_with_the_other_voices(life: Life) -> None:
    meeting = life.table.held()
    agreed = plans.Agreed(
        way=AgreementWay.MAJORITY,
        rule="Meer dan de helft van wie er is.",
        meeting=meeting,
        in_favour=14,
        against=3,
        dissents=[plans.NewDissent(text="Liever eerst het park.", by_whom="Vrienden van het park")],
    )
    plan = life.agreed(agreed=agreed, at=later(30))
    (kept,) = PlanAgreement.objects.filter(plan=plan)
    assert (kept.agreed_on, kept.round, kept.in_favour, kept.over_on) == (date(2017, 10, 23), 1, 14, None)
    assert list(Dissent.objects.values_list("text", "by_whom")) == [("Liever eerst het park.", "Vrienden van het park")]


def test_a_meeting_of_others_or_one_to_come_agrees_with_nothing(life: Life) -> None:
    plan = life.written()
    for meeting in (life.table.planned(), life.table.invited()):
        with pytest.raises(Refused) as caught:
            life.agreed(plan, agreed=replace(CONSENT, meeting=meeting))
        assert caught.value.key == "meeting_elsewhere"


@pytest.mark.parametrize(
    "changes",
    [
        lambda plan, at: plans.write(
            plan.sections.get(key=SectionKey.SUMMARY), hand_in=plans.HandIn(base=1, text="Anders."), actor=NOBODY, at=at
        ),
        lambda plan, at: plans.add_priority(plan, new=NewPriority(title="Samen wandelen"), actor=NOBODY, at=at),
    ],
    ids=["a text", "a priority"],
)
def test_a_meeting_agrees_with_nothing_that_changed_after_it(
    life: Life, changes: Callable[[Plan, datetime], object]
) -> None:
    plan = life.written()
    before, after = life.table.held(), life.table.held(starts_at=later(25))
    changes(plan, later(25))
    with pytest.raises(Refused) as caught:
        life.agreed(plan, agreed=replace(CONSENT, meeting=before), at=later(30))
    assert refused_key(caught.value) == ("meeting_before_change", {"day": later(25).date()})
    assert life.agreed(plan, agreed=replace(CONSENT, meeting=after), at=later(30)).status == PlanStatus.AGREED


def test_a_meeting_before_a_change_was_begun_does_not_agree_with_it(life: Life) -> None:
    meeting, plan = life.table.held(), life.brought_to(PlanStatus.ADOPTED)
    plan = plans.amend(plan, why="De school sluit.", actor=NOBODY, at=later(40))
    with pytest.raises(Refused) as caught:
        life.agreed(plan, agreed=replace(CONSENT, meeting=meeting), at=later(41))
    assert refused_key(caught.value) == ("meeting_before_change", {"day": later(40).date()})


def test_nobody_agrees_with_nothing_or_with_a_long_summary(life: Life) -> None:
    plan = life.opened()
    with pytest.raises(Refused) as caught:
        life.agreed(plan)
    assert caught.value.key == "plan_empty"
    Section.objects.filter(plan=plan, key=SectionKey.SUMMARY).update(text="woord " * 151)
    with pytest.raises(Refused) as caught:
        life.agreed(plan)
    assert refused_key(caught.value) == ("summary_too_long", {"words": 151, "most": 150})


def test_an_agreement_is_over_as_soon_as_a_word_changes(life: Life) -> None:
    plan = life.agreed()
    section = Section.objects.get(plan=plan, key=SectionKey.SUMMARY)
    plans.write(section, hand_in=plans.HandIn(base=1, text="Anders."), actor=life.coordinator, at=later(3))
    plan.refresh_from_db()
    assert (plan.status, plan.status_since) == (PlanStatus.WRITING, later(3).date())
    assert PlanAgreement.objects.get(plan=plan).over_on == later(3).date()
    again = life.agreed(plan, at=later(4))
    assert again.agreements.filter(over_on__isnull=True).count() == 1


def test_the_network_looks_back_by_the_rhythm_and_ends_after_the_last_day(life: Life) -> None:
    plan = life.brought_to(PlanStatus.ADOPTED)
    plan = plans.look_back(plan, actor=life.coordinator, at=later(400))
    assert (plan.status, plan.look_again_on) == (PlanStatus.ADOPTED, date(2019, 11, 1))
    with pytest.raises(Refused) as caught:
        plans.end_plan(plan, actor=life.coordinator, at=later(1_000))
    assert refused_key(caught.value) == ("plan_still_runs", {"day": date(2021, 12, 31)})
    over = later((ENDS_BEFORE - TODAY).days)
    for act in (plans.look_back, lambda plan, **named: plans.amend(plan, why="Te laat.", **named)):
        with pytest.raises(Refused) as caught:
            act(plan, actor=life.coordinator, at=over)
        assert caught.value.key == "plan_is_over"
    assert plans.end_plan(plan, actor=life.coordinator, at=over).status == PlanStatus.ENDED


def test_what_is_written_down_of_an_act_holds_no_words(life: Life) -> None:
    life.brought_to(PlanStatus.RESTING)
    rows = AuditEntry.objects.filter(subject_kind=PLAN).order_by("id")
    assert [row.action for row in rows] == ["plans.plan.opened", "plans.plan.resting"]
    assert not any("wachten" in f"{row.reason} {row.detail}" for row in rows)


@pytest.mark.both_engines
@pytest.mark.parametrize(
    "wrong",
    [
        {"ends_before": None},
        {"ends_before": STARTS_ON},
        {"status": PlanStatus.RESTING, "rest_why": "", "look_again_on": TODAY},
        {"status": PlanStatus.RESTING, "rest_why": "Zo.", "look_again_on": None},
    ],
)
def test_the_database_keeps_a_plan_whole(life: Life, wrong: dict[str, object]) -> None:
    plan = life.opened()
    with pytest.raises(IntegrityError), transaction.atomic():
        Plan.objects.filter(pk=plan.pk).update(**wrong)
    assert Plan.objects.filter(pk=plan.pk, status=PlanStatus.WRITING).exists()


@pytest.mark.both_engines
@pytest.mark.parametrize(
    "wrong",
    [
        {"way": AgreementWay.MAJORITY},
        {"way": AgreementWay.MAJORITY, "in_favour": 4, "against": 4},
        {"way": AgreementWay.OTHER, "rule": ""},
    ],
)
def test_the_database_keeps_an_agreement_by_its_rule(life: Life, wrong: dict[str, object]) -> None:
    plan = life.agreed()
    with pytest.raises(IntegrityError), transaction.atomic():
        PlanAgreement.objects.filter(plan=plan).update(**wrong)
    assert PlanAgreement.objects.get(plan=plan).way == AgreementWay.CONSENT


@pytest.mark.both_engines
def test_the_database_keeps_one_agreement_at_a_time(life: Life) -> None:
    plan = life.agreed()
    with pytest.raises(IntegrityError), transaction.atomic():
        PlanAgreement.objects.create(plan=plan, round=1, agreed_on=TODAY, way=AgreementWay.CONSENT)
    assert plan.agreements.count() == 1
