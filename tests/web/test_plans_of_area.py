"""Where several networks of a neighbourhood have a plan, its page leads to all of them; never because of a draft."""

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.utils.translation import gettext

from tests.conftest import AT
from tests.factories import AreaFactory
from tests.helpers.queries import assert_same_queries
from tests.plans.life import Life
from wijkaanzet.areas.models import Area
from wijkaanzet.networks import operations as networks
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Plan
from wijkaanzet.web.paging import PER_PAGE
from wijkaanzet.web.parts.plans import PlanSection

pytestmark = pytest.mark.django_db
ALL = "/proefstad/plannen/"


def beside(life: Life, area: Area | None = None, name: str = "De andere tafel") -> Life:
    """Another network, of the same neighbourhood unless told otherwise."""
    new = networks.Described(name=name)
    network = networks.open_network(area or life.table.area, new=new, actor=life.coordinator, at=AT)
    return replace(life, table=replace(life.table, network=network))


def adopted(life: Life) -> Plan:
    """A plan of which everybody knows that it was adopted."""
    return life.made_known(life.decided(life.submitted(life.agreed(life.written())))).plan


def here(life: Life) -> str:
    return f"/proefstad/wijken/{life.table.area.slug}/"


def of_area(life: Life) -> str:
    return f"{ALL}?wijk={life.table.area.slug}"


def shown(life: Life) -> PlanSection:
    found = Client().get(here(life)).context["page"].plan
    assert isinstance(found, PlanSection)
    return found


def test_the_plan_that_stands_there_stays_and_a_second_link_leads_to_all(life: Life) -> None:
    first = adopted(life)
    assert shown(life).all_href == ""
    adopted(beside(life))
    section = shown(life)
    assert (section.href, section.all_href) == (f"{ALL}{first.public_id}/", of_area(life))
    assert section.all_label in Client().get(here(life)).content.decode()


@pytest.mark.done("6.nothing-of-a-draft-leaks")
def test_a_plan_that_is_not_known_to_be_adopted_makes_no_second_link(life: Life) -> None:
    adopted(life)
    other = beside(life)
    edition = other.submitted(other.agreed(other.written()))
    assert shown(life).all_href == ""
    other.decided(edition)
    assert shown(life).all_href == ""
    other.made_known(edition)
    assert shown(life).all_href == of_area(life)
    plans.end_plan(Plan.objects.get(pk=edition.plan_id), actor=life.coordinator, at=AT.replace(year=2023))
    assert shown(life).all_href == ""


def test_a_plan_of_another_neighbourhood_makes_no_second_link(life: Life) -> None:
    adopted(life)
    adopted(beside(life, life.table.other_area))
    assert shown(life).all_href == ""


def test_a_next_plan_that_is_written_makes_no_second_link(life: Life) -> None:
    adopted(life)
    life.opened(starts_on=date(2022, 1, 1), ends_before=date(2023, 1, 1), at=AT.replace(year=2020))
    assert shown(life).all_href == ""


def test_the_list_of_a_neighbourhood_holds_its_own_plans_and_leads_to_all_others(life: Life) -> None:
    own = [adopted(life), adopted(beside(life))]
    elsewhere = adopted(beside(life, life.table.other_area))
    answer = Client().get(of_area(life))
    page, text = answer.context["page"], answer.content.decode()
    assert [one.area for one in page.areas] == [life.table.area.name]
    assert {row.href for row in page.areas[0].rows} == {f"{ALL}{one.public_id}/" for one in own}
    assert elsewhere.public_id not in text
    assert f'href="{ALL}"' in text
    assert gettext("See the plans of all neighbourhoods") in text
    everything = Client().get(ALL)
    assert elsewhere.public_id in everything.content.decode()
    assert everything.context["page"].of_area == ""


def test_a_long_list_of_a_neighbourhood_stays_with_it_on_the_next_page(life: Life) -> None:
    for year in range(PER_PAGE + 1):
        start, end = date(2018 + year, 1, 1), date(2019 + year, 1, 1)
        life.opened(starts_on=start, ends_before=end, at=AT.replace(year=2017 + year))
    pagination = Client().get(of_area(life)).context["page"].pagination
    assert pagination.next_href == f"?wijk={life.table.area.slug}&pagina=2"
    assert len(Client().get(f"{ALL}{pagination.next_href}").context["page"].areas[0].rows) == 1


@pytest.mark.parametrize("slug", ["nergens", "<script>", "elders"])
def test_a_neighbourhood_that_is_not_there_has_no_list(life: Life, slug: str) -> None:
    AreaFactory.create(slug="elders")
    assert Client().get(ALL, {"wijk": slug}).status_code == 404


@pytest.mark.done("2.queries")
def test_more_plans_cost_no_query_more(life: Life) -> None:
    adopted(life)

    def grow() -> None:
        for number in range(4):
            adopted(beside(life, name=f"Tafel {number}"))

    assert_same_queries(Client(), here(life), grow, at_most=15)
