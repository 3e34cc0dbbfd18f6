"""The year of an area, from gathering figures to an open plan, through operations only."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import AT
from tests.cycle.conftest import YEAR, City, of_money
from tests.helpers.books import books_are_right
from wijkaanzet.budget.queries import money_of
from wijkaanzet.budget.rules.runs import RunStatus
from wijkaanzet.cycle import labels, operations, queries
from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.cycle.rules import PROCESS, AreaYearStatus, Step
from wijkaanzet.decisions.rules import Outcome
from wijkaanzet.decisions.rules import Step as DecisionStep
from wijkaanzet.kernel import subjects
from wijkaanzet.kernel.models import AuditEntry, OpenMove
from wijkaanzet.kernel.open_moves import differences
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.rules import Role
from wijkaanzet.plans.queries import holding_plan

NETWORK_STARTS = date(2018, 1, 22)
LATER = AT + timedelta(days=7)


def moves_of(city: City) -> set[tuple[str, str, str, date | None]]:
    """The different moves of all areas together."""
    ids = [one.pk for one in city.years()]
    rows = OpenMove.objects.filter(subject_kind=PROCESS, subject_id__in=ids)
    assert rows.count() in {0, len(ids)}
    return {(row.role, row.scope_kind, row.action, row.due_on) for row in rows}


def refused(act: Callable[[], object]) -> str:
    """The key of the refusal, after which nothing was kept."""
    before = (AuditEntry.objects.count(), list(OpenMove.objects.order_by("id").values()))
    with pytest.raises(Refused) as caught, transaction.atomic():
        act()
    assert (AuditEntry.objects.count(), list(OpenMove.objects.order_by("id").values())) == before
    return caught.value.key


def figures_ready(city: City) -> int:
    return operations.figures_ready(city.division, year=YEAR, actor=city.actors[Role.POLICY_OFFICER], at=AT)


def decide(city: City, *, outcome: Outcome = Outcome.ADOPTED) -> str:
    """Decide the proposal on a later day; the state it ends in."""
    minutes = city.minutes("college", DecisionStep.CITY_AREA, outcome=outcome)
    clerk = city.actors[Role.COLLEGE_CLERK]
    return operations.decide_division(city.propose(), minutes=minutes, actor=clerk, at=LATER).status


def open_plan(city: City, year: AreaYear) -> AreaYear:
    coordinator = city.actors[Role.COORDINATOR]
    return operations.open_plan(year, network_starts_on=NETWORK_STARTS, actor=coordinator, at=LATER)


@pytest.mark.done("2.moves")
def test_a_year_goes_round_and_at_each_step_one_role_has_the_move(city: City):
    assert moves_of(city) == {("policy_officer", "municipality", "cycle.bring_figures", date(2017, 10, 16))}
    assert figures_ready(city) == 11
    assert moves_of(city) == {("policy_officer", "municipality", "cycle.prepare_money", date(2017, 10, 30))}
    city.decide_frame()
    assert decide(city) == RunStatus.DECIDED
    assert moves_of(city) == {("coordinator", "area", "cycle.open_plan", date(2017, 11, 6))}
    for year in city.years():
        holds = holding_plan(year.area, year=year.year) is not None
        expected = AreaYearStatus.PLANNED if holds else AreaYearStatus.PLAN_OPENED
        assert open_plan(city, year).status == expected
    assert moves_of(city) == set()
    assert books_are_right()


def test_every_step_leaves_a_row_per_area_in_the_audit_log(city: City):
    figures_ready(city)
    rows = AuditEntry.objects.filter(action="cycle.area_year.budget", at=AT)
    assert rows.count() == 11
    assert {row.actor_id for row in rows} == {city.actors[Role.POLICY_OFFICER].user_id}


def test_the_moves_agree_with_the_rules_halfway_too(city: City):
    figures_ready(city)
    city.draft()
    assert list(differences()) == []
    city.propose()
    assert list(differences()) == []
    assert set(of_money().values_list("subject_kind", flat=True)) == {
        PROCESS,
        "budget.allocation_run",
    }


def test_an_area_has_money_only_after_the_decision(city: City):
    figures_ready(city)
    city.decide_frame()
    area = city.years()[0].area
    assert money_of(area, year=YEAR)[0] == []
    decide(city)
    assert sum(pot.free_cents for pot in money_of(area, year=YEAR)[0]) > 0


class TestWrongOrder:
    def test_a_year_starts_once(self, city: City):
        actor = city.actors[Role.POLICY_OFFICER]
        assert refused(lambda: operations.start_year(city.division, year=YEAR, actor=actor, at=AT)) == "year_started"

    def test_a_plan_does_not_open_while_figures_are_gathered(self, city: City):
        assert refused(lambda: open_plan(city, city.years()[0])) == "wrong_state"

    def test_a_plan_does_not_open_before_the_money_is_decided(self, city: City):
        figures_ready(city)
        city.propose()
        assert refused(lambda: open_plan(city, city.years()[0])) == "money_not_decided"

    def test_a_plan_opens_once(self, city: City):
        figures_ready(city)
        city.decide_frame()
        decide(city)
        stale = city.years()[0]
        open_plan(city, stale)
        assert refused(lambda: open_plan(city, stale)) == "wrong_state"

    @pytest.mark.parametrize("days", [-366, 366])
    def test_a_network_does_not_start_more_than_a_year_away(self, city: City, days: int):
        figures_ready(city)
        city.decide_frame()
        decide(city)
        actor, start = city.actors[Role.COORDINATOR], LATER.date() + timedelta(days=days)
        year = city.years()[0]
        assert refused(lambda: operations.open_plan(year, network_starts_on=start, actor=actor, at=LATER)) == (
            "start_out_of_reach"
        )

    def test_a_division_is_not_decided_before_it_was_proposed(self, city: City):
        figures_ready(city)
        run, minutes = city.draft(), city.minutes("college", DecisionStep.CITY_AREA)
        clerk = city.actors[Role.COLLEGE_CLERK]
        assert refused(lambda: operations.decide_division(run, minutes=minutes, actor=clerk, at=AT)) == "wrong_state"

    def test_money_is_not_divided_before_the_council_gave_it(self, city: City):
        figures_ready(city)
        assert refused(lambda: decide(city)) == "not_enough_money"

    def test_figures_that_are_in_are_in(self, city: City):
        assert (figures_ready(city), figures_ready(city)) == (11, 0)

    def test_every_refusal_of_the_cycle_has_words(self):
        assert set(labels.REFUSALS) >= {"year_started", "money_not_decided", "wrong_state", "start_out_of_reach"}


def test_money_that_is_decided_before_the_figures_waits_for_them(city: City):
    city.decide_frame()
    decide(city)
    assert {action for _, _, action, _ in moves_of(city)} == {"cycle.bring_figures"}
    figures_ready(city)
    assert {action for _, _, action, _ in moves_of(city)} == {"cycle.open_plan"}
    assert list(differences()) == []


def test_a_division_that_is_sent_back_waits_for_who_proposes_it(city: City):
    figures_ready(city)
    assert decide(city, outcome=Outcome.RETURNED) == RunStatus.RETURNED
    assert moves_of(city) == {("policy_officer", "municipality", "cycle.await_division", None)}
    assert list(differences()) == []


class TestReading:
    def test_the_turn_of_an_area_is_that_of_its_newest_year(self, city: City):
        turn = queries.turn_of(city.years()[0].area)
        assert turn is not None
        assert (turn.year, turn.status, turn.step) == (YEAR, AreaYearStatus.FIGURES, Step.SCAN)
        assert turn.move is not None
        assert turn.move.action == "cycle.bring_figures"

    def test_the_turn_of_a_city_is_the_move_with_the_first_term(self, city: City):
        figures_ready(city)
        city.decide_frame()
        decide(city)
        for year in city.years()[1:]:
            open_plan(city, year)
        turn = queries.first_turn_of(city.division)
        assert turn is not None
        assert turn.move is not None
        assert turn.move.subject_id == city.years()[0].pk

    def test_the_turn_of_a_city_without_moves_is_its_year(self, city: City):
        OpenMove.objects.all().delete()
        turn = queries.first_turn_of(city.division)
        assert turn is not None
        assert (turn.year, turn.move) == (YEAR, None)

    def test_a_year_is_called_by_area_and_year(self, city: City):
        year = city.years()[0]
        subject = Subject(PROCESS, year.pk)
        assert subjects.labels([subject], city.actors[Role.CONTROLLER]) == {subject: f"{year.area.name} 2018"}
        assert queries.area_slugs([year.pk]) == {year.pk: year.area.slug}


@pytest.mark.both_engines
class TestConstraints:
    def test_refuse_an_open_plan_without_a_start(self, city: City):
        with pytest.raises(IntegrityError, match="opened_plan_has_a_start"), transaction.atomic():
            AreaYear.objects.filter(year=YEAR).update(status=AreaYearStatus.PLAN_OPENED)

    def test_refuse_a_second_year_of_an_area(self, city: City):
        year = city.years()[0]
        year.pk = None
        with pytest.raises(IntegrityError), transaction.atomic():
            year.save(force_insert=True)
