"""People look back together on the day of a priority: it comes up for the network until they did."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import AT
from tests.factories import NOBODY
from tests.helpers.books import books_are_right
from tests.networks.table import later
from tests.plans.life import TODAY, Life, lay_life, move_of
from wijkaanzet.arrangements.rules import Rhythm
from wijkaanzet.networks.queries import what_waits
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans import queries
from wijkaanzet.plans.models import Plan, Priority
from wijkaanzet.plans.rules.plans import PlanStatus, next_look_back
from wijkaanzet.plans.rules.priorities import KnownBy, NewPriority

SOON = TODAY + timedelta(days=40)
BY_THE_RHYTHM = date(2018, 10, 1)


@pytest.fixture
def life(db: None) -> Life:
    return lay_life()


def adopted(life: Life, *days: date) -> Plan:
    """A plan that holds, with a priority to look back at on each of these days."""
    plan = life.written()
    for number, day in enumerate(days, start=1):
        new = NewPriority(title=f"Wens {number}", known_by=KnownBy.LOOK_BACK, look_back_on=day)
        plans.add_priority(plan, new=new, actor=NOBODY, at=AT)
    return life.decided(life.submitted(life.agreed(plan))).plan


def waits(life: Life, on: date) -> list[str]:
    return [one.action for one in what_waits(life.table.network, viewer=life.coordinator, on=on)]


@given(st.dates(date(2017, 1, 1), date(2040, 1, 1)), st.lists(st.dates(date(2017, 1, 1), date(2040, 1, 1))))
def test_the_first_of_the_rhythm_and_the_days_that_people_want(day: date, wanted: list[date]):
    ends = date(2041, 1, 1)
    regular = next_look_back(day, Rhythm.YEARLY, ends_before=ends)
    assert next_look_back(day, Rhythm.YEARLY, wanted=wanted, ends_before=ends) == min(regular, *wanted, date.max)


def test_it_waits_for_the_agenda_of_a_meeting_of_that_day_and_not_before(life: Life):
    plan = adopted(life, SOON)
    move = move_of(plan)
    assert plan.look_again_on == SOON
    assert move is not None
    assert (move.role, move.due_on, move.rest_look_again_on) == ("coordinator", None, SOON)
    assert "plans.look_back" not in waits(life, SOON - timedelta(days=1))
    assert "plans.look_back" in waits(life, SOON)
    assert queries.to_look_back_at([plan.pk], today=SOON - timedelta(days=1)) == {}
    assert queries.to_look_back_at([plan.pk], today=SOON) == {plan.pk: ("Wens 1",)}
    assert books_are_right()


def test_once_people_looked_back_the_next_day_comes_up(life: Life):
    second = SOON + timedelta(days=60)
    plan = adopted(life, second, SOON)
    plan = plans.look_back(plan, actor=life.coordinator, at=later(41))
    assert (plan.look_again_on, queries.to_look_back_at([plan.pk], today=later(41).date())) == (second, {})
    plan = plans.look_back(plan, actor=life.coordinator, at=later(110))
    assert plan.look_again_on == date(2019, 1, 1)
    assert books_are_right()


def test_looking_back_early_does_not_pass_over_the_day(life: Life):
    plan = plans.look_back(adopted(life, SOON), actor=life.coordinator, at=later(10))
    assert plan.look_again_on == SOON


def test_a_day_that_was_before_the_plan_held_comes_up_at_once(life: Life):
    plan = life.written()
    new = NewPriority(title="Samen eten", known_by=KnownBy.LOOK_BACK, look_back_on=TODAY)
    plans.add_priority(plan, new=new, actor=NOBODY, at=AT)
    Priority.objects.filter(title="Samen eten").update(look_back_on=TODAY - timedelta(days=5))
    plan = life.decided(life.submitted(life.agreed(plan))).plan
    assert plan.look_again_on == TODAY - timedelta(days=5)
    assert "plans.look_back" in waits(life, TODAY)


def test_nothing_comes_up_of_a_priority_that_was_let_go_or_without_a_day(life: Life):
    plan = life.written()
    new = NewPriority(title="Samen eten", known_by=KnownBy.LOOK_BACK, look_back_on=SOON)
    priority = plans.add_priority(plan, new=new, actor=NOBODY, at=AT)
    plans.drop_priority(priority, why="Het is er al.", actor=NOBODY, at=AT)
    plan = life.decided(life.submitted(life.agreed(plan))).plan
    assert (plan.status, plan.look_again_on) == (PlanStatus.ADOPTED, BY_THE_RHYTHM)
    assert queries.to_look_back_at([plan.pk], today=date(2030, 1, 1)) == {}


def test_while_a_plan_is_written_no_day_comes_up(life: Life):
    plan = life.written()
    new = NewPriority(title="Samen eten", known_by=KnownBy.LOOK_BACK, look_back_on=SOON)
    plans.add_priority(plan, new=new, actor=NOBODY, at=AT)
    assert "plans.look_back" not in waits(life, SOON)
