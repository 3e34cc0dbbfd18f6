"""A yes to a suggestion changes no plan: its sender reads what is true, who keeps the plan reads what comes next."""

from datetime import date, timedelta
from html import unescape
from importlib import import_module

import pytest
from django.apps import apps
from django.test import Client

from tests.conftest import AT
from tests.plans.life import Life
from tests.plans.whole import Whole
from tests.web.division_town import browser
from tests.web.importing import words
from tests.web.writing_world import suggest
from wijkaanzet.kernel import clock
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Plan, Suggestion
from wijkaanzet.plans.rules.plans import PlanStatus

pytestmark = [pytest.mark.django_db, pytest.mark.done("6.suggestions-are-each-answered")]
ANSWER = "Dank u wel. Dat doen wij."
WITH_PLAN = "het netwerk neemt dit mee in het plan"
WITH_CHANGE = "het netwerk neemt dit mee in de volgende wijziging van het plan"
ONLY_WHEN = "Het staat pas in het plan als u het plan wijzigt."


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: AT)


@pytest.fixture(name="plan")
def plan_that_is_written(whole: Whole) -> Plan:
    return whole.written(whole.opened())


@pytest.fixture(name="coordinator")
def browser_of_the_coordinator(life: Life) -> Client:
    return browser(life.coordinator)


def at(plan: Plan, page: str = "voorstellen/") -> str:
    return f"/proefstad/plannen/{plan.public_id}/{page}"


def read(client: Client, href: str) -> str:
    answer = client.get(href)
    assert answer.status_code == 200
    return unescape(words(answer))


def answered(client: Client, plan: Plan, **told: str) -> tuple[str, str]:
    """The page to which the answer leads, and the code of who suggested it."""
    one, code = suggest(plan)
    given = {"taken_over": "fully", "answer": ANSWER, **told}
    answer = client.post(at(plan, f"voorstellen/{one.pk}/"), given, follow=True)
    assert answer.status_code == 200
    return answer.content.decode(), code


def everybody_reads(plan: Plan, code: str) -> tuple[str, str]:
    """What stands about it for everybody, and for who suggested it."""
    return read(Client(), at(plan)), read(Client(), f"/proefstad/antwoord/{code}/")


def said_of(plan: Plan, code: str, state: str) -> bool:
    return all(state in page for page in everybody_reads(plan, code))


class TestWhileItIsWritten:
    def test_the_way_leads_to_the_priority_for_which_it_is(self, coordinator: Client, plan: Plan) -> None:
        one = plan.priorities.order_by("pk")[0]
        page, code = answered(coordinator, plan, priority=str(one.pk))
        way = f'<a href="{at(plan, f"prioriteit/{one.public_id}/")}">Schrijf het op bij “{one.title}”</a>'
        message, line = page.split('class="wz-list', 1)
        assert way in message
        assert way.partition(">")[0] in line
        assert said_of(plan, code, WITH_PLAN)
        assert not said_of(plan, code, "overgenomen")

    @pytest.mark.parametrize("priority", ["", "dropped"])
    def test_without_a_priority_it_leads_to_the_plan(
        self, whole: Whole, coordinator: Client, plan: Plan, priority: str
    ) -> None:
        one = plan.priorities.order_by("pk")[0]
        page, _code = answered(coordinator, plan, priority=str(one.pk) if priority else "")
        if priority:
            plans.drop_priority(one, why="Het is er al.", actor=whole.keeper, at=AT)
            page = coordinator.get(at(plan)).content.decode()
        assert f'<a href="{at(plan, "schrijven/")}">Schrijf het in het plan</a>' in page

    def test_a_part_of_it_comes_along_too(self, coordinator: Client, plan: Plan) -> None:
        page, code = answered(coordinator, plan, taken_over="partly")
        assert said_of(plan, code, "het netwerk neemt een deel hiervan mee in het plan")
        assert "Schrijf het in het plan" in page

    def test_a_no_leads_nowhere(self, coordinator: Client, plan: Plan) -> None:
        page, code = answered(coordinator, plan, taken_over="not")
        assert said_of(plan, code, "niet overgenomen")
        assert "Schrijf het" not in page

    def test_it_is_taken_over_once_everybody_reads_the_plan(
        self, whole: Whole, coordinator: Client, plan: Plan
    ) -> None:
        _page, code = answered(coordinator, plan)
        edition = whole.adopted(whole.submitted(whole.agreed(plan)))
        assert said_of(plan, code, WITH_PLAN), "the decision is not made known yet"
        whole.made_known(edition)
        assert said_of(plan, code, "overgenomen")
        assert "Schrijf het" not in coordinator.get(at(plan)).content.decode()


class TestOfAnAdoptedPlan:
    @pytest.fixture(autouse=True)
    def _adopted(self, whole: Whole, plan: Plan) -> None:
        whole.public(plan)

    def test_the_way_leads_to_a_change_of_it(self, coordinator: Client, plan: Plan) -> None:
        page, _code = answered(coordinator, plan)
        way = f'<a href="{at(plan, "wijzigen/")}">Wijzig het plan</a>'
        message, line = page.split('class="wz-list', 1)
        for said in (message, line):
            assert ONLY_WHEN in said
            assert way in said
        assert ONLY_WHEN not in read(Client(), at(plan))

    def test_its_sender_reads_that_it_comes_with_the_next_change(self, coordinator: Client, plan: Plan) -> None:
        _page, code = answered(coordinator, plan)
        assert said_of(plan, code, WITH_CHANGE)
        assert not said_of(plan, code, "overgenomen")

    def test_who_answers_reads_so_before_the_answer(self, coordinator: Client, plan: Plan) -> None:
        one, _code = suggest(plan)
        page = read(coordinator, at(plan, f"voorstellen/{one.pk}/"))
        assert "Wat u overneemt, gaat mee in de volgende wijziging van het plan." in page

    def test_it_is_taken_over_once_that_change_is_made_known(
        self, whole: Whole, coordinator: Client, plan: Plan
    ) -> None:
        _page, code = answered(coordinator, plan)
        changed = whole.amended(plan)
        assert "Schrijf het in het plan" in coordinator.get(at(plan)).content.decode()
        edition = whole.submitted(whole.agreed(changed))
        assert said_of(plan, code, WITH_CHANGE)
        assert "Schrijf het" not in coordinator.get(at(plan)).content.decode()
        whole.made_known(whole.adopted(edition))
        assert said_of(plan, code, "overgenomen")

    def test_a_yes_while_a_change_lies_there_comes_with_the_one_after(
        self, whole: Whole, coordinator: Client, plan: Plan
    ) -> None:
        edition = whole.submitted(whole.agreed(whole.amended(plan)))
        page, code = answered(coordinator, plan)
        assert "Het plan ligt er voor een besluit." in page
        whole.made_known(whole.adopted(edition))
        assert said_of(plan, code, WITH_CHANGE)

    def test_of_a_plan_that_is_over_nobody_reads_that_it_still_comes(self, coordinator: Client, plan: Plan) -> None:
        _page, code = answered(coordinator, plan)
        Plan.objects.filter(pk=plan.pk).update(status=PlanStatus.ENDED)
        assert said_of(plan, code, "het netwerk zei ja, en dit plan is voorbij")
        assert ONLY_WHEN not in read(coordinator, at(plan))

    def test_nobody_is_led_to_change_a_plan_of_which_the_last_day_has_been(
        self, coordinator: Client, plan: Plan, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        _page, code = answered(coordinator, plan)
        Plan.objects.filter(pk=plan.pk).update(starts_on=date(2017, 1, 1), ends_before=date(2017, 10, 4))
        monkeypatch.setattr(clock, "now", lambda: AT + timedelta(days=2))
        assert said_of(plan, code, "het netwerk zei ja, en dit plan is voorbij")
        assert ONLY_WHEN not in read(coordinator, at(plan))


def test_of_what_was_answered_before_the_first_edition_after_that_day_counts(
    whole: Whole, coordinator: Client, plan: Plan
) -> None:
    answered(coordinator, plan)
    before = Suggestion.objects.get(plan=plan)
    whole.public(plan)
    migration = import_module("wijkaanzet.plans.migrations.0013_suggestion_comes_with")
    for day, first in ((AT.date().replace(year=2016), 1), (AT.date(), 2)):
        Suggestion.objects.filter(pk=before.pk).update(status_since=day, comes_with=None)
        migration.first_after(apps, None)
        before.refresh_from_db()
        assert before.comes_with == first
