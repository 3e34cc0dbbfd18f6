"""A long plan on a phone: its contents after the summary, and what is folded says what is inside."""

import re
from dataclasses import replace

import pytest
from django.test import Client
from django.utils.translation import gettext as _

from tests.plans.whole import COOK, OWN, PAY, Whole
from wijkaanzet.plans.models import Plan
from wijkaanzet.web.pages.plan_reading import BaseLine, PlanPage
from wijkaanzet.web.plan_reading.contents import with_contents

pytestmark = [pytest.mark.django_db, pytest.mark.done("6.plan-to-read")]


@pytest.fixture
def plan(whole: Whole) -> Plan:
    """A plan that everybody may read."""
    return whole.public(whole.written(whole.opened()))


def at(plan: Plan) -> str:
    return f"/proefstad/plannen/{plan.public_id}/"


def shown(client: Client, plan: Plan) -> PlanPage:
    page = client.get(at(plan)).context["page"]
    assert isinstance(page, PlanPage)
    return page


def test_contents_lead_to_the_parts_that_are_there_in_the_order_of_the_page(client: Client, plan: Plan) -> None:
    html = client.get(at(plan)).content.decode()
    parts = [one.href.removeprefix("#") for one in shown(client, plan).contents]
    places = [html.index(f'id="{one}"') for one in parts]
    assert parts == ["to-do", "where", "priorities", "base", "money", "next"]
    assert places == sorted(places)
    assert html.index("wz-contents") < places[0]


def test_what_there_is_to_do_and_who_does_it_is_never_folded(client: Client, plan: Plan) -> None:
    open_ = re.sub(r"<details.*?</details>", "", client.get(at(plan)).content.decode(), flags=re.DOTALL)
    assert "De kookgroep" in open_
    assert COOK.what in open_
    assert PAY.what in open_
    assert next(iter(OWN.values())) not in open_


def test_a_fold_says_what_is_inside(client: Client, plan: Plan) -> None:
    page = shown(client, plan)
    assert page.folds is not None
    assert page.folds.base == _("Who they are: %(names)s") % {"names": "Stichting Samen"}
    assert page.folds.money.endswith("1 regel")
    assert page.priorities[0].more == "1 reden · 1 vraag aan anderen"


def test_a_fold_names_three_and_counts_the_others(client: Client, plan: Plan) -> None:
    lines = tuple(BaseLine(organisation=f"Club {one}", what="Koken", hours="") for one in "AABCDE")
    folds = with_contents(replace(shown(client, plan), base=lines)).folds
    assert folds is not None
    assert folds.base.endswith("Club A, Club B, Club C en nog 2")
