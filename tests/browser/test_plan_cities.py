"""The plans of four municipalities in a browser, each in its own way, from nothing to adopted and made known."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.hands import Hands, Keyboard, Pointer
from tests.browser.test_axe import complaints
from tests.helpers.books import books_are_right
from wijkaanzet.decisions.models import Decision
from wijkaanzet.demo.build import START
from wijkaanzet.plans.models import Edition, Plan, Section
from wijkaanzet.plans.rules.plans import EDITION, PlanStatus
from wijkaanzet.plans.rules.sections import SectionKey

pytestmark = [pytest.mark.browser, pytest.mark.full, pytest.mark.usefixtures("demo")]

LookAt = Callable[[Page, str], Path]
SUMMARY = "Wij koken samen en wij lopen samen. Wie alleen is, halen wij op."
WISH = "Elke week samen aan tafel"


@dataclass
class Town:
    """One municipality of the demo, through the hands of whoever is logged in."""

    hands: Hands
    start: str
    slug: str
    plan_id: str = ""

    @property
    def page(self) -> Page:
        """What is on the screen."""
        return self.hands.page

    @property
    def plan(self) -> Plan:
        """The plan of this journey, as it is now."""
        return Plan.objects.get(public_id=self.plan_id)

    @property
    def edition(self) -> Edition:
        """What was handed in last."""
        return self.plan.editions.latest("number")

    def become(self, role: str) -> None:
        """Log in as somebody of the demo; nobody is a visitor."""
        self.page.context.clear_cookies()
        self.page.set_extra_http_headers({"Accept-Language": "nl"})
        if role:
            self.page.goto(f"{self.start}/demo/")
            button = self.page.locator(f"form:has(input[value='{self.slug}-{role}']) button")
            button.click()

    def go(self, path: str) -> None:
        """Open a page of this municipality."""
        self.page.goto(f"{self.start}/{self.slug}/{path}")
        assert complaints(self.page) == []

    def at(self, step: str = "") -> str:
        """The address of the plan."""
        return f"plannen/{self.plan_id}/{step}"

    def send(self) -> None:
        """Send the form of the page."""
        self.hands.press(self.page.locator("main form.wz-form button[type=submit]").first)

    def begin(self, network: str, *, first: int, years: int) -> None:
        """Open a plan, write a part, add a wish, and say what people want."""
        before = set(Plan.objects.values_list("pk", flat=True))
        self.go(f"netwerken/{network}/plan/nieuw/")
        self.hands.fill(self.page.locator("#id_first"), str(first))
        self.hands.fill(self.page.locator("#id_years"), str(years))
        self.send()
        self.plan_id = Plan.objects.exclude(pk__in=before).get().public_id
        self.write(SUMMARY)
        self.go(self.at("prioriteit/nieuw/"))
        self.hands.fill(self.page.locator("#id_title"), WISH)
        self.send()
        self.hands.choose(self.page.locator("input[name=informal][value=want]"))
        self.hands.fill(self.page.locator("#id_informal_says"), "Bewoners willen elke week samen eten.")
        self.send()

    def write(self, text: str) -> None:
        """Put this in the summary."""
        section = Section.objects.get(plan=self.plan, priority__isnull=True, key=SectionKey.SUMMARY)
        self.go(self.at(f"schrijven/{section.pk}/"))
        self.hands.fill(self.page.locator("#id_text"), text)
        self.send()

    def agree_and_hand_in(self, way: str, *, in_favour: int = 0, against: int = 0) -> None:
        """The network agrees by its own rule, and hands the plan in."""
        self.go(self.at("instemmen/"))
        self.hands.choose(self.page.locator(f"input[name=way][value={way}]"))
        if in_favour:
            self.hands.fill(self.page.locator("#id_in_favour"), str(in_favour))
            self.hands.fill(self.page.locator("#id_against"), str(against))
        self.send()
        self.go(self.at("indienen/"))
        self.send()
        assert self.plan.status == PlanStatus.SUBMITTED

    def decide(self, outcome: str, *, remark: str = "") -> None:
        """The clerk records what the executive decided, and makes it known when it was adopted."""
        self.become("college_clerk")
        self.go(self.at(f"uitgave/{self.edition.number}/besluit/"))
        for number, value in enumerate((START.day, START.month, START.year)):
            self.hands.fill(self.page.locator(f"#id_meeting_on_{number}"), str(value))
        self.hands.choose(self.page.locator(f"input[name=outcome][value={outcome}]"))
        self.hands.fill(self.page.locator("#id_reasons"), "Het begint bij wat bewoners zelf willen.")
        if remark:
            self.page.locator("main details summary").first.click()
            self.hands.fill(self.page.locator("#id_remark-summary"), remark)
        self.send()
        if outcome == "adopted":
            decision = Decision.objects.get(subject_kind=EDITION, subject_id=self.edition.pk)
            self.go(f"besluiten/{decision.public_id}/")
            self.hands.press(self.page.locator("main form button[type=submit]").first)

    def read(self, *words: str) -> None:
        """A visitor reads the plan."""
        self.become("")
        self.go(self.at())
        for one in words:
            expect(self.page.locator("main")).to_contain_text(one)


@pytest.mark.done("6.journey-tilburg")
def test_in_tilburg_another_party_keeps_the_second_network_of_an_area(live_server: LiveServer, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    town = Town(Keyboard(page), live_server.url, "tilburg")
    town.become("coordinator")
    refused = page.goto(f"{town.start}/tilburg/netwerken/noord-in-beweging/tafel/")
    assert refused is not None
    assert refused.status == 404  # another party keeps it
    town.become("coordinator-2")
    town.begin("noord-in-beweging", first=2020, years=2)
    town.agree_and_hand_in("everybody")
    town.decide("adopted")
    town.read(SUMMARY, WISH, "Noord in beweging")
    town.go("wijken/noord/netwerken/")
    for name in ("Wijknetwerk Noord", "Noord in beweging"):
        expect(page.locator("main")).to_contain_text(name)
    assert books_are_right()


@pytest.mark.done("6.journey-amersfoort")
def test_in_amersfoort_the_plan_of_a_year_comes_back_once(live_server: LiveServer, page: Page) -> None:
    town = Town(Pointer(page), live_server.url, "amersfoort")
    town.become("coordinator")
    town.begin("wijknetwerk", first=2018, years=1)
    assert town.plan.ends_before == date(2019, 1, 1)
    town.agree_and_hand_in("majority", in_favour=12, against=2)
    town.decide("returned", remark="Schrijf op wie mensen ophaalt.")
    town.become("coordinator")
    town.go(town.at("schrijven/"))
    expect(page.locator("main")).to_contain_text("Schrijf op wie mensen ophaalt.")
    town.write(f"{SUMMARY} De fietsgroep doet dat.")
    town.agree_and_hand_in("majority", in_favour=14, against=1)
    town.decide("adopted")
    town.read("De fietsgroep doet dat.", WISH)
    assert [one.status for one in town.plan.editions.order_by("number")] == ["returned", "adopted"]
    assert books_are_right()


@pytest.mark.done("6.journey-amsterdam")
def test_in_amsterdam_a_plan_is_changed_after_a_quarter(live_server: LiveServer, page: Page) -> None:
    town = Town(Pointer(page), live_server.url, "amsterdam")
    town.become("coordinator")
    town.begin("wijknetwerk", first=2018, years=1)
    town.agree_and_hand_in("consent")
    town.decide("adopted")
    assert town.plan.look_again_on is not None
    assert (town.plan.look_again_on - START.date()).days < 100  # a quarter
    town.become("coordinator")
    town.go(town.at("terugkijken/"))
    town.go(town.at("wijzigen/"))
    town.hands.fill(page.locator("#id_why"), "Na een kwartaal: er is meer vraag naar samen lopen.")
    town.send()
    town.read(SUMMARY)  # what was adopted holds
    town.become("coordinator")
    town.write(f"{SUMMARY} Op zondag lopen wij ook.")
    town.agree_and_hand_in("consent")
    town.decide("adopted")
    town.read("Op zondag lopen wij ook.")
    town.go(town.at("verschil/"))
    expect(page.locator("main ins").first).to_contain_text("Op zondag lopen wij ook.")
    assert books_are_right()


@pytest.mark.done("6.journey-zaanstad")
def test_in_zaanstad_a_new_table_makes_a_plan_and_says_who_is_missed(live_server: LiveServer, page: Page) -> None:
    town = Town(Pointer(page), live_server.url, "zaanstad")
    town.become("coordinator")
    town.go("wijken/zaandam-zuid/netwerken/")
    town.hands.fill(page.locator("#id_name"), "Het plein")
    town.send()
    town.begin("het-plein", first=2018, years=4)
    town.agree_and_hand_in("everybody")
    town.decide("adopted")
    town.read(SUMMARY, WISH)
    town.go("netwerken/wijknetwerk/wie-doet-mee/")
    expect(page.locator("main")).to_contain_text("15 tot en met 24 jaar")
    expect(page.locator("main details table").first).to_be_attached()
    assert books_are_right()
