"""A plan that came back: who writes it hears so wherever the move stands, with the way to the reasons."""

import pytest
from django.test import Client
from django.utils.translation import gettext as _

from tests.conftest import AT
from tests.plans.life import Life, lay_life
from tests.web.division_town import browser
from tests.web.network_pages import text
from tests.web.test_plan_life import at
from wijkaanzet.decisions.rules import Outcome
from wijkaanzet.kernel import clock
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Plan
from wijkaanzet.plans.rules.plans import PlanStatus
from wijkaanzet.web.plan_life.words import CAME_BACK

pytestmark = pytest.mark.django_db
MINE = "/proefstad/aan-zet/"
OF_WHOLE = plans.Remark(text="Kort en goed.")
OF_PART = plans.Remark(text="Zeg ook wie.", about="summary")


@pytest.fixture(name="life")
def life_today(monkeypatch: pytest.MonkeyPatch) -> Life:
    monkeypatch.setattr(clock, "now", lambda: AT)
    return lay_life()


@pytest.fixture
def coordinator(life: Life) -> Client:
    return browser(life.coordinator)


def came_back(life: Life, *remarks: plans.Remark) -> Plan:
    """A plan that the executive returned."""
    minutes, why = life.minutes(Outcome.RETURNED), remarks or [OF_WHOLE]
    return plans.decide(life.submitted(), minutes=minutes, remarks=why, actor=life.clerk, at=AT).plan


def test_your_move_says_that_it_came_back_and_leads_to_the_reasons(life: Life, coordinator: Client) -> None:
    plan = came_back(life)
    page = coordinator.get(MINE).content.decode()
    assert f'href="{at(plan)}#returned"' in page
    assert _("Change the plan: it came back with reasons") in page
    assert _("The plan came back, with the reasons. You write it again together.") in page
    assert 'id="returned"' in coordinator.get(at(plan)).content.decode()


def test_it_is_a_plan_to_hand_in_once_the_network_agrees_again(life: Life, coordinator: Client) -> None:
    life.agreed(came_back(life))
    page = text(coordinator, MINE)
    assert _("Hand in the plan") in page
    assert _("Change the plan: it came back with reasons") not in page


@pytest.mark.parametrize("who", ["coordinator", "sits"])
def test_the_card_at_the_table_says_so_to_who_writes_along(life: Life, who: str) -> None:
    plan = came_back(life)
    card = browser(getattr(life.table, who)).get(at(plan)).context["page"].card
    assert "#returned" in [one.href for one in card.actions]
    assert card.text == str(CAME_BACK)


@pytest.mark.parametrize("status", [PlanStatus.WRITING, PlanStatus.AGREED, PlanStatus.SUBMITTED, PlanStatus.ADOPTED])
def test_a_plan_that_did_not_come_back_does_not_say_so(life: Life, coordinator: Client, status: PlanStatus) -> None:
    page = coordinator.get(at(life.brought_to(status))).context["page"]
    assert page.returned is None
    assert "#returned" not in [one.href for one in page.card.actions]


@pytest.mark.parametrize(
    ("remarks", "of_parts"), [((OF_WHOLE,), False), ((OF_PART,), True), ((OF_WHOLE, OF_PART), True)]
)
def test_it_says_that_parts_have_reasons_only_when_one_has(
    life: Life, coordinator: Client, remarks: tuple[plans.Remark, ...], *, of_parts: bool
) -> None:
    answer = coordinator.get(at(came_back(life, *remarks)))
    assert answer.context["page"].returned.of_parts is of_parts
    assert all(one.text in answer.content.decode() for one in remarks)
