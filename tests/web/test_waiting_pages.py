"""While a division goes to a decision, every page names who is really to move, and nobody reads it twice."""

import re

import pytest
from django.test import Client

from tests.cycle.conftest import YEAR, City
from tests.helpers.queries import assert_same_queries
from tests.web.division_town import browser, words
from tests.web.world import World
from wijkaanzet.areas.models import Division
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.cycle import operations
from wijkaanzet.decisions.queries import advice_on
from wijkaanzet.demo.build import START
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.rules import Role

pytestmark = pytest.mark.django_db
AREA, HOME, CITY = "/tilburg/wijken/noord/", "/tilburg/aan-zet/", "/tilburg/"


@pytest.fixture(name="city")
def city_with_figures(world: World, monkeypatch: pytest.MonkeyPatch) -> City:
    monkeypatch.setattr(clock, "now", lambda: START)
    OpenMove.objects.filter(subject_kind="stories.story").delete()  # a story of the world waits for its teller
    division = Division.objects.select_related("municipality").get(municipality__slug="tilburg")
    city = City(division.municipality, division)
    operations.figures_ready(division, year=YEAR, actor=city.actors[Role.POLICY_OFFICER], at=START)
    return city


def asked(city: City) -> AllocationRun:
    return operations.ask_advice(city.draft(), question="Eerlijk?", actor=city.actors[Role.POLICY_OFFICER], at=START)


def titles(client: Client) -> list[str]:
    """What waits for somebody."""
    found = re.findall(r"<h3>\s*(.+?)\s*</h3>", client.get(HOME).content.decode().split("wz-glance")[0], re.DOTALL)
    return [re.sub(r"<[^>]+>", "", one).strip() for one in found]


@pytest.fixture
def no_plans(city: City) -> None:
    """Nothing waits for plans: only what is about the division counts here."""
    OpenMove.objects.filter(subject_kind__startswith="plans.").delete()


@pytest.mark.usefixtures("no_plans")
def test_who_advises_is_named_without_a_term(city: City):
    asked(city)
    for page in (AREA, CITY):
        told = words(Client().get(page))
        assert "Het adviesorgaan is aan zet" in told
        assert (
            "Over de verdeling van het geld voor 2018 is advies gevraagd. Dat kan tot en met 13 november 2017." in told
        )
        assert "De gemeente is aan zet" not in told
    assert "Het adviesorgaan" in words(Client().get(AREA)).split("Aan zet:")[1][:40]
    assert titles(browser(city.actors[Role.POLICY_OFFICER])) == ["Wacht op het advies dat is gevraagd"]


def test_who_advises_gets_the_button_to_the_advice(city: City):
    run = asked(city)
    (request,) = advice_on(Subject("budget.allocation_run", run.id))
    page = browser(city.actors[Role.ADVISER]).get(AREA)
    assert f'href="/tilburg/advies/{request.public_id}/"' in page.content.decode()
    assert "Geef advies" in words(page)


@pytest.mark.usefixtures("no_plans")
def test_the_executive_is_named_with_its_term_and_its_clerk_gets_the_button(city: City):
    run = city.propose()
    for page in (AREA, CITY):
        told = words(Client().get(page))
        assert "Het college is aan zet" in told
        assert "nog 28 dagen, tot en met 30 oktober 2017" in told
        assert "De gemeente is aan zet" not in told
    clerk, officer = browser(city.actors[Role.COLLEGE_CLERK]), browser(city.actors[Role.POLICY_OFFICER])
    assert titles(clerk) == ["Leg vast wat er over de verdeling is besloten"]
    assert titles(officer) == ["U bent klaar"]
    assert "Het college is aan zet." in words(officer.get(HOME))
    decide = f'href="/tilburg/verdeling/{run.public_id}/besluit/"'
    assert decide in clerk.get(AREA).content.decode()
    assert decide not in officer.get(AREA).content.decode()


@pytest.mark.parametrize("role", [None, Role.COLLEGE_CLERK])
def test_costs_at_most_fifteen_queries(city: City, role: Role | None):
    city.propose()
    client = browser(city.actors[role] if role else None)
    assert_same_queries(client, AREA, lambda: None, at_most=15)
