"""Whose move it is in the year of an area."""

from datetime import date, timedelta

import pytest

from wijkaanzet.cycle.rules import (
    FINAL,
    NEXT,
    STEP_OF,
    AreaYearFacts,
    AreaYearStatus,
    Days,
    DivisionMove,
    When,
    move,
    starts,
    when,
)
from wijkaanzet.kernel.moves import Rest, check
from wijkaanzet.people.rules import INVITED, PAID

WEDNESDAY = date(2017, 10, 4)


def facts(*, money_decided: bool, division: DivisionMove | None = None) -> AreaYearFacts:
    return AreaYearFacts(
        municipality_id=3,
        area_id=8,
        since=date(2017, 9, 18),
        money_decided=money_decided,
        begin_days=28,
        division=division,
    )


@pytest.mark.parametrize(
    ("status", "decided", "role", "scope", "action"),
    [
        (AreaYearStatus.FIGURES, False, "policy_officer", ("municipality", 3), "cycle.bring_figures"),
        (AreaYearStatus.FIGURES, True, "policy_officer", ("municipality", 3), "cycle.bring_figures"),
        (AreaYearStatus.BUDGET, False, "policy_officer", ("municipality", 3), "cycle.prepare_money"),
        (AreaYearStatus.BUDGET, True, "coordinator", ("area", 8), "cycle.open_plan"),
    ],
)
def test_one_role_has_the_move_and_a_term(
    status: AreaYearStatus, decided: bool, role: str, scope: tuple[str, int], action: str
):
    found = move(status, facts(money_decided=decided))
    assert found is not None
    assert (found.role, found.scope, found.action) == (role, scope, action)
    assert found.due_on == date(2017, 10, 16)


@pytest.mark.parametrize("role", ["adviser", "policy_officer", "college_clerk"])
def test_a_year_rests_with_who_has_the_division_of_its_money(role: str):
    found = move(AreaYearStatus.BUDGET, facts(money_decided=False, division=DivisionMove(role, date(2017, 11, 13))))
    assert found is not None
    assert (found.action, found.due_on) == ("cycle.await_division", None)
    assert found.resting == Rest(role, "", date(2017, 11, 13))
    check(found, paid=frozenset(PAID))


@pytest.mark.parametrize(
    ("status", "decided", "action"),
    [(AreaYearStatus.FIGURES, False, "cycle.bring_figures"), (AreaYearStatus.BUDGET, True, "cycle.open_plan")],
)
def test_a_division_on_its_way_holds_up_nothing_else(status: AreaYearStatus, decided: bool, action: str):
    ahead = DivisionMove("college_clerk", date(2017, 11, 13))
    found = move(status, facts(money_decided=decided, division=ahead))
    assert found is not None
    assert (found.action, found.resting) == (action, None)


@pytest.mark.parametrize("status", sorted(FINAL))
def test_nobody_has_the_move_when_the_plan_is_open(status: AreaYearStatus):
    assert move(status, facts(money_decided=True)) is None
    assert NEXT[status] == set()


def test_every_state_is_a_step_of_the_wheel():
    assert set(STEP_OF) == set(NEXT) == set(AreaYearStatus)


@pytest.mark.parametrize(
    ("due_on", "soon"),
    [
        (date(2017, 10, 3), When.LATE),
        (WEDNESDAY, When.THIS_WEEK),
        (date(2017, 10, 8), When.THIS_WEEK),  # the Sunday
        (date(2017, 10, 9), When.LATER),
    ],
)
def test_a_paid_role_is_over_its_term_from_the_day_after_it(due_on: date, soon: When):
    assert {when(role, Days(due_on=due_on), today=WEDNESDAY) for role in PAID} == {soon}


@pytest.mark.parametrize("days_ago", [0, 1, 400])
def test_an_invited_role_is_never_over_a_term(days_ago: int):
    day = WEDNESDAY - timedelta(days=days_ago)
    for days in (Days(due_on=day), Days(lapses_on=day)):
        assert When.LATE not in {when(role, days, today=WEDNESDAY) for role in INVITED}


def test_an_invitation_stands_until_its_last_day_and_then_asks_who_takes_over():
    days = Days(lapses_on=WEDNESDAY)
    assert when("adviser", days, today=WEDNESDAY) is When.INVITED
    assert when("adviser", days, today=WEDNESDAY + timedelta(days=1)) is When.THIS_WEEK


def test_what_rests_asks_again_on_the_day_on_which_it_is_looked_at():
    days = Days(look_again_on=WEDNESDAY)
    assert when("controller", days, today=WEDNESDAY - timedelta(days=1)) is When.RESTING
    assert when("controller", days, today=WEDNESDAY) is When.THIS_WEEK


def test_a_network_starts_within_a_year_before_or_after_the_day_on_which_its_plan_opens():
    assert starts(WEDNESDAY) == (date(2016, 10, 4), date(2018, 10, 4))
