"""The table at which a plan is written: what stands there, and what can be done now and by whom."""

import pytest
from django.test import Client

from tests.conftest import AT
from tests.helpers.queries import assert_same_queries
from tests.networks.table import later
from tests.plans.life import Life, lay_life
from tests.web.division_town import browser
from tests.web.network_pages import Page, text
from tests.web.test_plan_life import at
from wijkaanzet.kernel import clock
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.rules.plans import PlanStatus
from wijkaanzet.plans.rules.priorities import NewPriority

pytestmark = pytest.mark.django_db


@pytest.fixture(name="life")
def life_today(monkeypatch: pytest.MonkeyPatch) -> Life:
    monkeypatch.setattr(clock, "now", lambda: AT)
    return lay_life()


@pytest.fixture
def coordinator(life: Life) -> Client:
    return browser(life.coordinator)


class TestTable:
    def test_leads_who_looks_back_when_its_years_are_over_to_its_end(
        self, life: Life, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        plan = life.brought_to(PlanStatus.ADOPTED)
        monkeypatch.setattr(clock, "now", lambda: later(2_000))
        assert browser(life.coordinator).get(at(plan, "terugkijken/"))["Location"] == at(plan, "beeindigen/")

    def test_says_what_was_let_go_and_why(self, life: Life, coordinator: Client) -> None:
        plan = life.written()
        one = plans.add_priority(plan, new=NewPriority(title="Een fontein"), actor=life.coordinator, at=AT)
        plans.drop_priority(one, why="Er is geen water.", actor=life.coordinator, at=AT)
        said = text(coordinator, at(plan))
        assert all(words in said for words in ("Een fontein", "Er is geen water."))

    def test_shows_who_keeps_it_the_one_act_and_others_none(self, life: Life, coordinator: Client) -> None:
        plan = life.written()
        kept: Page = coordinator.get(at(plan))
        assert [one.href for one in kept.context["page"].card.actions] == [at(plan, "instemmen/")]
        sits: Page = browser(life.table.sits).get(at(plan))
        assert (sits.context["page"].card.actions, sits.context["page"].acts) == ((), ())

    @pytest.mark.parametrize(
        ("status", "days", "acts"),
        [
            (PlanStatus.WRITING, 0, ["instemmen/", "rusten/", "beeindigen/"]),
            (PlanStatus.RESTING, 0, ["oppakken/", "beeindigen/"]),
            (PlanStatus.AGREED, 0, ["indienen/"]),
            (PlanStatus.SUBMITTED, 0, []),
            (PlanStatus.ADOPTED, 0, ["terugkijken/", "wijzigen/"]),
            (PlanStatus.ADOPTED, 2_000, ["beeindigen/"]),
            (PlanStatus.ENDED, 0, []),
        ],
    )
    def test_offers_what_can_be_done_now(
        self, life: Life, monkeypatch: pytest.MonkeyPatch, status: PlanStatus, days: int, acts: list[str]
    ) -> None:
        plan = life.brought_to(status)
        monkeypatch.setattr(clock, "now", lambda: later(days))
        page = browser(life.coordinator).get(at(plan)).context["page"]
        assert [one.href for one in (*page.card.actions, *page.acts)] == [at(plan, step) for step in acts]

    def test_says_what_it_asks_of_the_money_and_what_is_short(self, life: Life, coordinator: Client) -> None:
        plan = life.written()
        page = coordinator.get(at(plan)).context["page"]
        assert page.money
        assert page.changes.lines == ()

    def test_makes_no_list_of_everything_for_who_looks_for_the_first_time(self, life: Life) -> None:
        plan = life.written()
        client = browser(life.table.sits)
        assert client.get(at(plan)).context["page"].changes.all_new
        client.post(at(plan, "gezien/"))
        seen = client.get(at(plan)).context["page"].changes
        assert not seen.all_new
        assert seen.lines == ()

    def test_costs_as_many_queries_with_many_priorities_as_with_one(self, life: Life, coordinator: Client) -> None:
        plan = life.written()
        plans.add_priority(plan, new=NewPriority(title="Samen eten"), actor=life.coordinator, at=AT)

        def grow() -> None:
            for number in range(20):
                plans.add_priority(plan, new=NewPriority(title=f"Wens {number}"), actor=life.coordinator, at=AT)

        assert assert_same_queries(coordinator, at(plan), grow) > 0
