"""The books are right after the main line, and after each way back: undone figures, and what a body returned."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.conftest import AT
from tests.cycle.conftest import YEAR, City, of_money
from tests.helpers.books import books_are_right
from tests.web.figures_2018 import bring_in
from wijkaanzet.budget import operations as budget
from wijkaanzet.budget.models import AllocationRun, BudgetFrame
from wijkaanzet.budget.queries import imbalances
from wijkaanzet.cycle import operations
from wijkaanzet.decisions import operations as decisions
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.queries import notices_of
from wijkaanzet.decisions.rules import CLERKS, Outcome, Step
from wijkaanzet.kernel.models import AuditEntry, OpenMove
from wijkaanzet.people.rules import Role

LATER = AT + timedelta(days=7)


def returned(city: City, run: AllocationRun) -> AllocationRun:
    minutes = city.minutes("college", Step.CITY_AREA, outcome=Outcome.RETURNED)
    return operations.decide_division(run, minutes=minutes, actor=city.actors[Role.COLLEGE_CLERK], at=AT)


def decided(city: City, run: AllocationRun) -> Decision:
    minutes = replace(city.minutes("college", Step.CITY_AREA), meeting_on=LATER.date())
    run = operations.decide_division(run, minutes=minutes, actor=city.actors[Role.COLLEGE_CLERK], at=LATER)
    assert run.decision is not None
    return run.decision


def made_known_and_told(city: City, decision: Decision) -> None:
    decision = decisions.publish(decision, actor=city.actors[Role.COLLEGE_CLERK], at=LATER)
    for notice in notices_of(decision):
        decisions.send_notice(notice, actor=city.actors[Role(CLERKS[notice.sender.kind])], at=LATER)


@pytest.mark.done("3.verified")
def test_after_the_line_from_figures_to_open_plans(city: City):
    bring_in(city.division, city.actors[Role.POLICY_OFFICER])
    city.decide_frame()
    made_known_and_told(city, decided(city, city.propose()))
    for year in city.years():
        operations.open_plan(year, network_starts_on=date(2018, 1, 22), actor=city.actors[Role.COORDINATOR], at=LATER)
    waits = set(of_money().values_list("action", flat=True))
    assert waits == {"decisions.publish"}  # the frame, of which the council's clerk makes the decision known
    assert books_are_right()


@pytest.mark.done("3.verified")
def test_after_an_import_was_undone(city: City):
    officer = city.actors[Role.POLICY_OFFICER]
    table = bring_in(city.division, officer)
    city.draft()
    operations.undo_figures(table, reason="Verkeerd jaar", actor=officer, at=AT)
    assert set(OpenMove.objects.filter(subject_kind="cycle.area_year").values_list("action", flat=True)) == {
        "cycle.bring_figures"
    }
    assert books_are_right()


@pytest.mark.done("3.verified")
def test_after_a_proposal_was_returned_and_after_it_was_adopted_in_the_end(city: City):
    bring_in(city.division, city.actors[Role.POLICY_OFFICER])
    city.decide_frame()
    run = returned(city, city.propose())
    assert books_are_right()
    run = operations.propose(run, actor=city.actors[Role.POLICY_OFFICER], at=AT)
    assert decided(city, run).outcome == Outcome.ADOPTED
    assert books_are_right()


@pytest.mark.done("3.verified")
def test_after_a_frame_was_returned(city: City):
    officer, clerk = city.actors[Role.POLICY_OFFICER], city.actors[Role.COUNCIL_CLERK]
    frame = budget.draft_frame(city.municipality, year=YEAR, lines={"jeugd": 100}, actor=officer, at=AT)
    budget.decide_frame(frame, minutes=city.minutes("raad", Step.FRAME, outcome=Outcome.RETURNED), actor=clerk, at=AT)
    assert books_are_right()
    budget.prepare_frame(city.municipality, year=YEAR, lines={"jeugd": 200}, actor=officer, at=AT)
    assert BudgetFrame.objects.get(year=YEAR).status == "draft"
    assert books_are_right()


def test_the_proof_notices_what_was_changed_behind_its_back(city: City):
    assert books_are_right()
    OpenMove.objects.filter(subject_kind="cycle.area_year").update(role=Role.CONTROLLER)
    with pytest.raises(Exception, match="other role"):
        books_are_right()
    assert not list(imbalances())
    assert AuditEntry.objects.exists()
