"""What a plan says that people do and want, on the page of its neighbourhood: residents first, nothing of a draft."""

import pytest
from django.test import Client
from django.utils.translation import gettext

from tests.conftest import AT
from tests.helpers.queries import assert_same_queries
from tests.plans.life import Life
from tests.plans.whole import SECRET, Whole
from wijkaanzet.areas.models import Area
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Plan
from wijkaanzet.plans.rules.priorities import InformalAnswer, NewPriority
from wijkaanzet.web.parts.plans import PlanSection

pytestmark = pytest.mark.django_db


def here(life: Life) -> str:
    return f"/proefstad/wijken/{life.table.area.slug}/"


def shown(client: Client, life: Life) -> PlanSection:
    found = client.get(here(life)).context["page"].plan
    assert isinstance(found, PlanSection)
    return found


def titles(section: PlanSection) -> list[str]:
    return [card.title for card in section.cards]


@pytest.mark.done("6.plan-to-read")
def test_a_neighbourhood_tells_what_residents_do_first(client: Client, life: Life, whole: Whole) -> None:
    plan = whole.opened()
    whole.priority(plan, "Wie past er op?", InformalAnswer.NOTHING_YET, "")
    plan = whole.public(whole.written(plan))
    section = shown(client, life)
    assert titles(section) == ["Samen eten", "Een groen plein", "Wie past er op?"]
    assert section.cards[0].text == "Wij koken elke week samen."
    assert (section.more, section.href) == ("Er staat nog 1 ding in het plan.", f"/proefstad/plannen/{plan.public_id}/")
    page = client.get(section.href).content.decode()
    assert all(f'id="{card.href.partition("#")[2]}"' in page for card in section.cards)


@pytest.mark.done("6.nothing-of-a-draft-leaks")
def test_a_neighbourhood_tells_nothing_of_a_draft(client: Client, life: Life, whole: Whole) -> None:
    plan = whole.opened()
    plans.add_priority(plan, new=NewPriority(title=SECRET), actor=whole.keeper, at=AT)
    assert titles(shown(client, life)) == []
    whole.public(whole.written(plan))
    adopted = titles(shown(client, life))
    plans.amend(Plan.objects.get(), why="Er kwam iets bij.", actor=whole.keeper, at=AT)
    plans.add_priority(Plan.objects.get(), new=NewPriority(title=f"{SECRET} 2"), actor=whole.keeper, at=AT)
    assert titles(shown(client, life)) == adopted


def test_a_neighbourhood_without_a_plan_leads_to_what_a_plan_is(client: Client, life: Life, whole: Whole) -> None:
    whole.public(whole.written(whole.opened()))
    other = Area.objects.create(division=life.table.area.division, code="X1", slug="elders", name="Elders")
    answer = client.get(f"/proefstad/wijken/{other.slug}/")
    section = answer.context["page"].plan
    assert (section.cards, section.there, section.href) == ((), False, "/proefstad/plannen/")
    assert gettext("There is no plan for this neighbourhood yet.") in answer.content.decode()


@pytest.mark.done("2.queries")
def test_it_costs_no_query(client: Client, life: Life, whole: Whole) -> None:
    assert_same_queries(client, here(life), lambda: whole.public(whole.written(whole.opened())), at_most=15)
