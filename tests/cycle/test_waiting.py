"""While a division of the money goes to a decision its areas wait for it, and everybody reads who is really to move."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.conftest import AT
from tests.cycle.conftest import YEAR, City, of_money
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.cycle import operations, queries
from wijkaanzet.cycle.rules import AWAIT_DIVISION, PROCESS
from wijkaanzet.decisions import operations as decisions
from wijkaanzet.decisions.queries import advice_on
from wijkaanzet.decisions.rules import Outcome, Step
from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.kernel.open_moves import differences
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.rules import Role
from wijkaanzet.web import turns

TODAY = AT.date()
Walk = Callable[[City], AllocationRun]


@pytest.fixture(name="town")
def city_with_figures(city: City) -> City:
    operations.figures_ready(city.division, year=YEAR, actor=city.actors[Role.POLICY_OFFICER], at=AT)
    return city


def asked(city: City) -> AllocationRun:
    return operations.ask_advice(city.draft(), question="Eerlijk?", actor=city.actors[Role.POLICY_OFFICER], at=AT)


def given(city: City) -> AllocationRun:
    run = asked(city)
    for request in advice_on(Subject("budget.allocation_run", run.id)):
        decisions.give_advice(request, points=["Ja."], actor=city.actors[Role.ADVISER], at=AT)
    return run


def returned(city: City) -> AllocationRun:
    minutes = city.minutes("college", Step.CITY_AREA, outcome=Outcome.RETURNED)
    return operations.decide_division(city.propose(), minutes=minutes, actor=city.actors[Role.COLLEGE_CLERK], at=AT)


def without_advice(city: City) -> AllocationRun:
    run = asked(city)
    lapsed = AT + timedelta(days=60)
    return operations.go_on_without(run, actor=city.actors[Role.POLICY_OFFICER], at=lapsed)


def resting(city: City) -> set[tuple[str, str, date | None]]:
    """The moves of all areas together."""
    rows = OpenMove.objects.filter(subject_kind=PROCESS, subject_id__in=[one.pk for one in city.years()])
    assert rows.count() == 11
    return {(row.action, row.rest_who, row.rest_look_again_on) for row in rows}


WALKS = [
    pytest.param(asked, "adviser", date(2017, 11, 13), "decisions.give_advice", "Het adviesorgaan", id="asked"),
    pytest.param(given, "adviser", date(2017, 11, 13), "decisions.answer_advice", "De gemeente", id="given"),
    pytest.param(
        City.advised, "policy_officer", date(2017, 10, 16), "budget.propose_division", "De gemeente", id="advised"
    ),
    pytest.param(
        City.propose, "college_clerk", date(2017, 10, 30), "budget.decide_division", "Het college", id="proposed"
    ),
    pytest.param(
        returned, "policy_officer", date(2017, 10, 16), "budget.propose_division", "De gemeente", id="returned"
    ),
    pytest.param(
        without_advice, "policy_officer", date(2017, 12, 15), "budget.propose_division", "De gemeente", id="lapsed"
    ),
]


@pytest.mark.parametrize(("walk", "rests_with", "until", "action", "who"), WALKS)
def test_an_area_shows_the_move_of_the_division(
    town: City, walk: Walk, rests_with: str, until: date, action: str, who: str
):
    walk(town)
    assert resting(town) == {(AWAIT_DIVISION, rests_with, until)}
    areas = [one.area for one in town.years()]
    found = [queries.turn_of(areas[0]), queries.first_turn_of(town.division), *queries.turns_of(areas).values()]
    for turn in found:
        assert turn is not None
        assert turn.move is not None
        assert (turn.move.action, turn.move.subject_kind != PROCESS) == (action, True)
        card, wheel = (turns.card(turn, today=TODAY, desk=True), turns.wheel(turn, today=TODAY))
        assert card.who == who
        assert card.resting == ""
        assert " ".join(line for line, _y in wheel.centre) == who
        assert "%(" not in card.text
        assert card.note.startswith("U hoeft nu niets te doen.")
    assert not list(differences())


def test_an_area_of_which_the_division_is_laid_aside_is_the_municipalitys_again(town: City):
    run = returned(town)
    operations.keep(run, actor=town.actors[Role.POLICY_OFFICER], at=AT)
    assert resting(town) == {("cycle.prepare_money", "", None)}
    assert not list(differences())


def test_a_first_calculation_leaves_the_move_of_the_area(town: City):
    town.draft()
    assert resting(town) == {("cycle.prepare_money", "", None)}
    assert not list(differences())


def test_the_division_on_its_way_goes_before_one_that_came_back(town: City):
    back = returned(town)
    again = asked(town)
    assert queries.division_ahead(town.division.pk, YEAR) == again
    assert resting(town) == {(AWAIT_DIVISION, "adviser", date(2017, 11, 13))}
    assert back.status == "returned"
    assert not list(differences())


def test_an_invitation_that_lapsed_is_the_municipalitys_turn(town: City):
    asked(town)
    turn = queries.turn_of(town.years()[0].area)
    assert turn is not None
    assert "tot en met 13 november 2017" in turns.card(turn, today=TODAY, desk=True).text
    after = turns.card(turn, today=date(2017, 11, 14), desk=True)
    assert after.who == "De gemeente"
    assert "Er kwam geen advies" in after.text
    assert after.term == ""


def test_what_waits_for_a_division_is_no_act_of_its_own(town: City):
    town.propose()
    acts = queries.acts(of_money().filter(municipality=town.municipality).order_by("id"))
    assert [(act.move.action, len(act.subject_ids)) for act in acts] == [("budget.decide_division", 1)]


def test_a_stored_move_that_tells_another_story_is_found(town: City):
    town.propose()
    OpenMove.objects.filter(subject_kind=PROCESS, subject_id=town.years()[0].pk).update(rest_who="adviser")
    (found,) = differences()
    assert "other rest_who" in found
