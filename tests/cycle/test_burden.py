"""What was asked of networks and organisations is counted from what the product itself asked, and from nothing else."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import AT
from tests.networks.table import later
from tests.plans.wishes import GUIDE, Wishes, lay_wishes
from wijkaanzet.cycle.queries import asked_of_network, asked_of_organisation
from wijkaanzet.cycle.rules.burden import AskedKind, Burden, burdens
from wijkaanzet.decisions import operations as decisions
from wijkaanzet.decisions.rules import Step
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import operations as networks
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.rules.asks import NewAsk
from wijkaanzet.plans.rules.priorities import AskAnswer
from wijkaanzet.scans import operations as scans

THIS_YEAR = AT.year


@pytest.fixture
def wishes(db: None) -> Wishes:
    return lay_wishes()


def counted(burdens: list[Burden]) -> dict[int, dict[AskedKind, int]]:
    return {one.year: one.asked for one in burdens}


def seat_of_welfare(wishes: Wishes) -> None:
    """The organisation sits at the table from today on."""
    new = networks.NewSeat(name="sociaal werk")
    networks.add_seat(wishes.table.network, new=new, organisation=wishes.welfare, actor=wishes.coordinator, at=AT)


class TestCounting:
    @given(st.lists(st.tuples(st.sampled_from(AskedKind), st.dates(date(2016, 1, 1), date(2019, 12, 31)))))
    def test_every_question_is_counted_once_in_its_year(self, asked: list[tuple[AskedKind, date]]):
        found = burdens(asked)
        years = [one.year for one in found]
        assert years == sorted({day.year for _kind, day in asked}, reverse=True)
        for one in found:
            assert one.asked == Counter(kind for kind, day in asked if day.year == one.year)
            assert one.total == sum(day.year == one.year for _kind, day in asked)
            assert list(one.asked) == [kind for kind in AskedKind if kind in one.asked]


class TestOfANetwork:
    def test_a_plan_and_the_meetings_to_which_people_were_invited(self, wishes: Wishes):
        table = wishes.table
        table.planned()
        table.invited()
        table.held(starts_at=later(100))
        networks.cancel(table.invited(), actor=wishes.coordinator, at=AT)
        assert counted(asked_of_network(table.network)) == {
            THIS_YEAR: {AskedKind.MEETING: 1, AskedKind.PLAN: 1},
            THIS_YEAR + 1: {AskedKind.MEETING: 1},
        }

    def test_a_scan_that_lies_before_it_and_advice(self, wishes: Wishes):
        table = wishes.table
        scan = scans.start_scan(table.area, year=THIS_YEAR, actor=wishes.coordinator, at=AT)
        assert AskedKind.SCAN not in counted(asked_of_network(table.network))[THIS_YEAR]
        scans.ask_network(scan, actor=wishes.coordinator, at=AT)
        decisions.ask_advice(
            Subject("plans.plan", wishes.plan.pk),
            step=Step.PLAN,
            body=table.network.body,
            question="Wat vindt u?",
            asks="policy_officer",
            actor=wishes.officer,
            at=AT,
        )
        found = counted(asked_of_network(table.network))[THIS_YEAR]
        assert found == {AskedKind.SCAN: 1, AskedKind.ADVICE: 1, AskedKind.PLAN: 1}

    def test_nothing_of_another_network(self, wishes: Wishes):
        new = networks.Described(name="Jong in Zuid")
        other = networks.open_network(wishes.table.area, new=new, actor=wishes.officer, at=AT)
        assert asked_of_network(other) == []


class TestOfAnOrganisation:
    def test_what_it_was_asked_to_bring_also_when_it_said_no_or_sits_nowhere(self, wishes: Wishes):
        contribution = wishes.asked_welfare().contribution
        assert counted(asked_of_organisation(wishes.welfare)) == {THIS_YEAR: {AskedKind.CONTRIBUTION: 1}}
        wishes.ask(replace(GUIDE, what="Een tweede gids"), organisation=wishes.welfare)
        assert contribution.asked_on == AT.date()
        assert counted(asked_of_organisation(wishes.welfare)) == {THIS_YEAR: {AskedKind.CONTRIBUTION: 2}}

    def test_what_plans_ask_it_without_a_grant(self, wishes: Wishes):
        ask = plans.ask_others(
            wishes.priority,
            new=NewAsk(question="Mag de deur open?"),
            organisation=wishes.welfare,
            actor=wishes.coordinator,
            at=AT,
        )
        plans.ask_others(
            wishes.priority, new=NewAsk(to_whom="De school", question="Mag het?"), actor=wishes.coordinator, at=AT
        )
        plans.answer_ask(ask, kind=AskAnswer.NO, answer="Nee.", actor=wishes.officer, at=later(400))
        assert counted(asked_of_organisation(wishes.welfare)) == {THIS_YEAR: {AskedKind.QUESTION: 1}}

    def test_what_a_network_was_asked_while_it_sat_there(self, wishes: Wishes):
        seat_of_welfare(wishes)
        table = wishes.table
        table.held(starts_at=later(7))
        assert counted(asked_of_organisation(wishes.welfare)) == {THIS_YEAR: {AskedKind.MEETING: 1, AskedKind.PLAN: 1}}

    def test_nothing_from_before_it_came_or_after_it_left(self, wishes: Wishes):
        table = wishes.table
        member = table.member("Sociaal werker", organisation=wishes.welfare, at=later(10))
        for days in (5, 12, 40):
            table.held(starts_at=later(days))
        networks.end_membership(member, actor=wishes.coordinator, at=later(20))
        assert counted(asked_of_organisation(wishes.welfare)) == {THIS_YEAR: {AskedKind.MEETING: 1}}

    def test_two_people_and_a_seat_are_asked_once(self, wishes: Wishes):
        seat_of_welfare(wishes)
        for name in ("Sociaal werker", "Jongerenwerker"):
            wishes.table.member(name, organisation=wishes.welfare)
        wishes.table.held(starts_at=AT + timedelta(days=1))
        assert counted(asked_of_organisation(wishes.welfare))[THIS_YEAR][AskedKind.MEETING] == 1

    def test_costs_eight_queries_however_much_it_is(self, wishes: Wishes):
        seat_of_welfare(wishes)
        wishes.asked_welfare()
        for days in range(1, 9):
            wishes.table.held(starts_at=later(days))
        with CaptureQueriesContext(connection) as captured:
            assert asked_of_organisation(wishes.welfare)
        assert len(captured) == 8
