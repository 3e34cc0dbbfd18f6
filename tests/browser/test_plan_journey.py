"""A plan in a browser from nothing to adopted, read and changed: a network writes, the executive returns it once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_axe import complaints
from tests.conftest import AT
from tests.plans.life import Life, lay_life
from tests.web.division_town import browser as logged_in
from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.cycle.rules import AreaYearStatus
from wijkaanzet.decisions.models import Decision
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.plans.models import Edition, Plan, Section
from wijkaanzet.plans.rules.plans import PlanStatus
from wijkaanzet.plans.rules.sections import SectionKey

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser, pytest.mark.full]

TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
SUMMARY = "Wij eten samen. Wij houden het plein schoon."
PLAN_OPEN = ("Het plan voor 2018 is open.", "The plan for 2018 is open.")
PLAN_THERE = ("Er is een plan voor 2018", "There is a plan for 2018")
MENDED = "Wij eten elke week samen, en de kookgroep begint. Wij houden het plein schoon."


class Journey:
    """Somebody's browser, in which every page on the way is looked at by axe."""

    def __init__(self, context: BrowserContext, start: str, look_at: Callable[[Page, str], Path], width: int) -> None:
        self.context, self.start, self.look_at, self.width = context, start, look_at, width
        self.page = context.new_page()
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.set_extra_http_headers({"Accept-Language": "nl" if width < 400 else "en"})
        self.wrong: dict[str, list[str]] = {}

    def become(self, actor: Actor | None) -> None:
        """Log in as somebody, or be a visitor again."""
        self.context.clear_cookies()
        if actor is not None:
            cookie = logged_in(actor).cookies["sessionid"].value
            self.context.add_cookies([{"name": "sessionid", "value": cookie, "url": self.start}])

    def go(self, path: str, name: str = "") -> None:
        """Open a page, and look at it."""
        self.page.goto(f"{self.start}/proefstad/{path}")
        self.look(name or path)

    def look(self, name: str) -> None:
        """Look at the page as it is now."""
        name = name.strip("/").replace("/", "-")
        self.look_at(self.page, f"plan-{name}-{self.width}")
        found = complaints(self.page)
        if self.page.evaluate(TOO_WIDE):
            found.append("too wide")
        if found:
            self.wrong[name] = found

    def send(self) -> None:
        """Send the form of the page."""
        self.page.locator("main form.wz-form button[type=submit]").first.click()


@pytest.mark.done("6.journey-plan")
@pytest.mark.parametrize("width", [390, 1280])
def test_a_plan_goes_from_nothing_to_adopted_and_is_changed(
    live_server: LiveServer,
    context: BrowserContext,
    look_at: Callable[[Page, str], Path],
    monkeypatch: pytest.MonkeyPatch,
    width: int,
) -> None:
    monkeypatch.setattr(clock, "now", lambda: AT)
    life = lay_life()
    AreaYear.objects.create(
        area=life.table.area,
        year=2018,
        status=AreaYearStatus.PLAN_OPENED,
        status_since=AT.date(),
        network_starts_on=AT.date(),
    )
    way = Journey(context, live_server.url, look_at, width)
    way.become(life.coordinator)
    begin(way, life)
    hand_in(way)
    way.become(life.clerk)
    decide(way, "returned", remark="Zeg ook wie er begint.")
    way.become(life.coordinator)
    mend(way)
    way.become(life.clerk)
    decide(way, "adopted")
    way.become(None)
    look_at_the_wheel(way, life, says=PLAN_OPEN)
    way.become(life.clerk)
    make_known(way)
    way.become(None)
    look_at_the_wheel(way, life, says=PLAN_THERE)
    read(way)
    way.become(life.coordinator)
    look_back_and_change(way)
    assert way.wrong == {}


def at(step: str = "") -> str:
    """The address of the plan."""
    return f"plannen/{Plan.objects.get().public_id}/{step}"


def part(key: SectionKey) -> str:
    """Where a part is written."""
    return at(f"schrijven/{Section.objects.get(key=key, priority__isnull=True).pk}/")


def begin(way: Journey, life: Life) -> None:
    """The coordinator opens the plan, writes a part and adds a wish without a figure."""
    page = way.page
    way.go(f"netwerken/{life.table.network.body.key}/tafel/", "network")
    page.locator("main a[href$='/plan/nieuw/']").click()
    way.look("new")
    page.locator("#id_years").fill("0")
    way.send()
    way.look("new-refused")
    page.locator("#id_years").fill("4")
    way.send()
    expect(page).to_have_url(f"{way.start}/proefstad/{at('schrijven/')}")
    way.look("table-empty")
    way.go(part(SectionKey.SUMMARY), "part")
    page.locator("#id_text").fill(SUMMARY)
    way.send()
    way.go(at("prioriteit/nieuw/"), "priority-new")
    page.locator("#id_title").fill("Samen eten")
    way.send()
    page.locator("input[name=informal][value=want]").check()
    page.locator("#id_informal_says").fill("Wij willen elke week samen koken.")
    way.send()
    way.look("priority")
    way.go(at("schrijven/"), "table")
    expect(page.locator("main")).to_contain_text("Samen eten")
    rest(way)


def rest(way: Journey) -> None:
    """The plan rests for a while, and goes on."""
    page = way.page
    way.go(at("rusten/"), "rest")
    page.locator("#id_why").fill("Wij wachten op de nieuwe zaal.")
    for number, value in enumerate(("1", "12", "2017")):
        page.locator(f"#id_look_again_on_{number}").fill(value)
    way.send()
    way.look("table-rests")
    way.go(at("oppakken/"), "take-up")
    way.send()
    assert Plan.objects.get().status == PlanStatus.WRITING


def hand_in(way: Journey) -> None:
    """The network agrees by its own rule, with another voice, and hands the plan in."""
    page = way.page
    way.go(at("instemmen/"), "agree")
    page.locator("input[name=way][value=majority]").check()
    way.send()
    way.look("agree-refused")
    page.locator("#id_in_favour").fill("14")
    page.locator("#id_against").fill("3")
    page.locator("#id_voice-1").fill("Liever eerst het park.")
    page.locator("#id_by-1").fill("Vrienden van het park")
    way.send()
    way.look("table-agreed")
    way.go(at("indienen/"), "submit")
    way.send()
    way.look("table-handed-in")
    assert Plan.objects.get().status == PlanStatus.SUBMITTED


def decide(way: Journey, outcome: str, *, remark: str = "") -> None:
    """The clerk reads the whole edition and writes down what the executive decided."""
    page, edition = way.page, Edition.objects.latest("number")
    way.go(at(f"ingediend/{edition.number}/"), f"handed-in-{edition.number}")
    way.go(at(f"uitgave/{edition.number}/besluit/"), f"decide-{edition.number}")
    for number, value in enumerate(("2", "10", "2017")):
        page.locator(f"#id_meeting_on_{number}").fill(value)
    page.locator(f"input[name=outcome][value={outcome}]").check()
    page.locator("#id_reasons").fill("Het past bij wat wij samen willen.")
    if remark:
        way.send()
        expect(page.locator("#id_remark-whole_error")).to_be_visible()
        way.look(f"decide-why-{edition.number}")
        page.locator("#id_remark-summary").fill(remark)
    way.send()
    way.look(f"decided-{edition.number}")


def mend(way: Journey) -> None:
    """The coordinator reads why it came back, mends that, and hands in again."""
    page = way.page
    way.go(at("schrijven/"), "table-returned")
    expect(page.locator("main")).to_contain_text("Zeg ook wie er begint.")
    way.go(part(SectionKey.SUMMARY), "part-returned")
    page.locator("#id_text").fill(MENDED)
    way.send()
    way.go(at("instemmen/"), "agree-again")
    page.locator("input[name=way][value=everybody]").check()
    way.send()
    way.go(at("indienen/"), "submit-again")
    way.send()
    assert Edition.objects.latest("number").number == 2


def make_known(way: Journey) -> None:
    """The clerk makes the decision known."""
    decision = Decision.objects.latest("pk")
    way.go(f"besluiten/{decision.public_id}/", "decision")
    way.page.locator("main form button[type=submit]").first.click()
    decision.refresh_from_db()
    assert decision.published_on == AT.date()


def look_at_the_wheel(way: Journey, life: Life, *, says: tuple[str, str]) -> None:
    """A visitor reads on the page of the neighbourhood where its year stands."""
    way.go(f"wijken/{life.table.area.slug}/", "neighbourhood")
    expect(way.page.locator("main")).to_contain_text(says[0 if way.width < 400 else 1])


def read(way: Journey) -> None:
    """A visitor reads the plan."""
    way.go(at(), "public")
    expect(way.page.locator("main")).to_contain_text("de kookgroep begint")
    expect(way.page.locator("main")).to_contain_text("Wij willen elke week samen koken.")


def look_back_and_change(way: Journey) -> None:
    """The network looks back, and changes the plan while what was adopted holds."""
    way.go(at("schrijven/"), "table-adopted")
    way.go(at("terugkijken/"), "look-back")
    way.send()
    way.go(at("wijzigen/"), "amend")
    way.page.locator("#id_why").fill("Er komt een nieuwe school.")
    way.send()
    way.look("table-changing")
    assert Plan.objects.get().status == PlanStatus.WRITING
    way.become(None)
    way.go(at(), "public-while-changing")
    expect(way.page.locator("main")).to_contain_text("de kookgroep begint")
