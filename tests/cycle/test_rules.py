"""Whose move it is in the year of an area."""

from datetime import date

import pytest

from wijkaanzet.cycle.rules import FINAL, NEXT, STEP_OF, AreaYearFacts, AreaYearStatus, move


def facts(*, money_decided: bool) -> AreaYearFacts:
    return AreaYearFacts(
        municipality_id=3, area_id=8, since=date(2017, 9, 18), money_decided=money_decided, begin_days=28
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


@pytest.mark.parametrize("status", FINAL)
def test_nobody_has_the_move_when_the_plan_is_open(status: AreaYearStatus):
    assert move(status, facts(money_decided=True)) is None
    assert NEXT[status] == set()


def test_every_state_is_a_step_of_the_wheel():
    assert set(STEP_OF) == set(NEXT) == set(AreaYearStatus)
