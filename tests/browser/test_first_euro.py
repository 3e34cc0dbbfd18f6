"""The first euro of 2018 in a real browser: as every role, in both municipalities, by hand and by keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, FilePayload, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.hands import Hands, Keyboard, Pointer
from tests.browser.test_axe import complaints
from wijkaanzet.budget.queries import imbalances
from wijkaanzet.demo.figures import DATA, file_name
from wijkaanzet.demo.first_euro import CITIES, POINTS, REASONS, NewYear
from wijkaanzet.kernel.open_moves import differences
from wijkaanzet.people.rules import Role

PHONE, DESK = 390, 1280
AMERSFOORT, TILBURG = CITIES
WAYS = [
    pytest.param(TILBURG, PHONE, Pointer, id="tilburg-phone"),
    pytest.param(TILBURG, DESK, Keyboard, id="tilburg-keyboard", marks=pytest.mark.full),
    pytest.param(TILBURG, DESK, Pointer, id="tilburg-desk", marks=pytest.mark.full),
    pytest.param(AMERSFOORT, PHONE, Pointer, id="amersfoort-phone", marks=pytest.mark.full),
    pytest.param(AMERSFOORT, DESK, Pointer, id="amersfoort-desk", marks=pytest.mark.full),
    pytest.param(AMERSFOORT, DESK, Keyboard, id="amersfoort-keyboard", marks=pytest.mark.full),
]


class Town:
    """One municipality, and who one is there now."""

    def __init__(self, server: LiveServer, city: NewYear, hands: Hands, look: Callable[[str], None]) -> None:
        self.server, self.city, self.hands, self.look = server, city, hands, look

    @property
    def page(self) -> Page:
        return self.hands.page

    def at(self, path: str) -> str:
        return f"/{self.city.slug}/{path}"

    def become(self, role: Role) -> None:
        """Step into a role; one lands on what waits for that role."""
        self.page.goto(f"{self.server.url}/demo/")
        self.hands.press(self.page.locator(f'form:has(input[value="{self.city.slug}-{role}"]) button'))
        expect(self.page).to_have_url(f"{self.server.url}{self.at('aan-zet/')}")
        self.look(f"aan-zet-{role}")

    def follow(self, href: str) -> None:
        """Follow the one way to a page."""
        self.hands.press(self.main.locator(f'a[href="{href}"]').first)
        self.fits()

    def to_the_money(self) -> None:
        """By the menu."""
        menu = self.page.get_by_role("navigation").locator(f'a[href="{self.at("verdeling/")}"]')
        self.hands.press(menu.first)
        self.fits()

    def press(self, name: str) -> None:
        self.hands.press(self.main.get_by_role("button", name=name).first)
        self.fits()

    def fill(self, name: str, text: str) -> None:
        self.hands.fill(self.main.locator(f'[name="{name}"]'), text)

    def choose(self, name: str, value: str) -> None:
        self.hands.choose(self.main.locator(f'[name="{name}"][value="{value}"]'))

    @property
    def main(self) -> Locator:
        return self.page.get_by_role("main")

    def fits(self) -> None:
        """Nothing sticks out sideways."""
        assert self.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), self.page.url

    def day(self, name: str, day: int, month: int, year: int) -> None:
        for part, value in (("day", day), ("month", month), ("year", year)):
            self.fill(f"{name}_{part}", str(value))

    def record_and_publish(self, href: str) -> str:
        """A clerk records that the body adopted it, and makes it known; the address of the decision."""
        self.follow(href)
        self.day("meeting_on", 2, 10, 2017)
        self.choose("outcome", "adopted")
        self.fill("reasons", REASONS)
        self.look("record")
        self.press("Leg het besluit vast")
        expect(self.main.get_by_text("nog niet bekendgemaakt").first).to_be_visible()
        self.press("Maak het bekend")
        expect(self.main.get_by_text("Dit besluit is bekendgemaakt op 2 oktober 2017")).to_be_visible()
        self.look("decision")
        return self.page.url


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize(("city", "width", "hand"), WAYS)
@pytest.mark.done("3.journey")
def test_the_first_euro_goes_from_the_council_to_a_neighbourhood(
    live_server: LiveServer,
    page: Page,
    somebody_else: Callable[[int], BrowserContext],
    look_at: Callable[[Page, str], Path],
    city: NewYear,
    width: int,
    hand: type[Pointer] | type[Keyboard],
) -> None:
    page.set_default_timeout(10_000)
    page.set_viewport_size({"width": width, "height": 900})
    page.set_extra_http_headers({"Accept-Language": "nl"})
    wrong: dict[str, list[str]] = {}

    def look(name: str) -> None:
        """Keep a picture; on a phone with a pointer also let axe look, once a page."""
        look_at(page, f"{city.slug}-{name}-{width}")
        if width == PHONE and (found := complaints(page)):
            wrong[name] = found

    town = Town(live_server, city, hand(page), look)
    _figures_and_frame(town)
    run = _division(town)
    if city.advised:
        _advice(town)
    decision = _decision(town, run)
    _council_and_plan(town, decision)
    _visitor(live_server, somebody_else(width), city, decision)
    assert not list(imbalances())
    assert not list(differences())
    assert wrong == {}


def _figures_and_frame(town: Town) -> None:
    town.become(Role.POLICY_OFFICER)
    town.follow(town.at("cijfers/inlezen/"))
    name = file_name(town.city.slug, 2017)
    file = FilePayload(name=name, mimeType="text/csv", buffer=(DATA / name).read_bytes())
    town.hands.attach(town.main.locator('[name="file"]'), file)
    town.fill("source", "Oefencijfers")
    town.fill("year", "2017")
    town.fill("for_year", "2018")
    town.press("Bekijk het bestand")
    town.look("mapping")
    town.press("Controleer de cijfers")
    town.press("Lees de cijfers in")
    expect(town.main.get_by_text("De cijfers zijn ingelezen").first).to_be_visible()
    if town.city.frame:  # else the council decided on it in an earlier year
        _frame(town)


def _frame(town: Town) -> None:
    town.to_the_money()
    town.follow(town.at("kader/2018/"))
    for key, euros in town.city.frame.items():
        town.fill(f"amount-{key}", euros)
    town.press("Leg dit voor aan de raad")
    town.look("frame")
    town.become(Role.COUNCIL_CLERK)
    town.record_and_publish(town.at("kader/2018/besluit/"))


def _division(town: Town) -> str:
    """A policy officer calculates twice and keeps the second; the address of the division."""
    town.become(Role.POLICY_OFFICER)
    town.follow(town.at("verdeling/"))  # what waits for this role
    town.follow(town.at("verdeling/nieuw/2018/"))
    expect(town.main.get_by_text("Dit is precies het kader van 2018")).to_be_visible()
    town.fill("name", "Voorstel")
    town.press("Reken door")
    expect(town.main.get_by_text("Dit is precies het kader van 2018")).to_be_visible()
    town.look("division-new")
    town.press("Bewaar deze berekening")
    town.look("division-run")
    return town.page.url


def _advice(town: Town) -> None:
    town.hands.press(town.main.get_by_role("link", name="Vraag advies"))
    town.fill("question", "Is dit eerlijk verdeeld?")
    town.press("Vraag advies")
    town.become(Role.ADVISER)
    town.hands.press(town.main.get_by_role("link", name="Geef advies"))
    for number, text in enumerate(POINTS, start=1):
        town.fill(f"point-{number}", text)
    town.look("advice-give")
    town.press("Geef het advies")
    town.become(Role.POLICY_OFFICER)
    town.hands.press(town.main.get_by_role("link", name="Beantwoord het advies"))
    for number in (1, 2):
        town.choose(f"follow-{number}", "fully")
        town.fill(f"answer-{number}", "Dat nemen we mee.")
    town.look("advice-answer")
    town.press("Beantwoord het advies")


def _decision(town: Town, run: str) -> str:
    """Proposed by the officer, recorded and published by the clerk; the address of the decision."""
    if town.page.url != run:
        town.page.goto(run)
    town.press("Leg voor aan")
    town.become(Role.COLLEGE_CLERK)
    return town.record_and_publish(f"{run.removeprefix(town.server.url)}besluit/")


def _council_and_plan(town: Town, decision: str) -> None:
    path = decision.removeprefix(town.server.url)
    town.become(Role.COUNCIL_CLERK)
    town.follow(path)
    town.press("Dit is gestuurd")
    town.become(Role.COUNCIL_MEMBER)
    town.hands.press(town.page.get_by_role("navigation").locator(f'a[href="{town.at("raad/")}"]'))
    expect(town.main.locator(f'a[href="{path}"]')).to_be_visible()
    town.look("council")
    town.become(Role.COORDINATOR)
    plan = town.at(f"wijken/{town.city.area}/plan/2018/")
    expect(town.main.locator(f'a[href="{plan}"]')).to_have_count(1)
    town.follow(plan)
    town.day("start", 15, 1, 2018)
    town.look("open-plan")
    town.press("Open het plan")
    expect(town.main.get_by_text("Het plan voor 2018 is open").first).to_be_visible()


def _visitor(server: LiveServer, stranger: BrowserContext, city: NewYear, decision: str) -> None:
    """Somebody who never logged in sees the new amount, why, and whose move it was."""
    page = stranger.new_page()
    page.goto(f"{server.url}/{city.slug}/wijken/{city.area}/")
    page.get_by_role("main").locator(f'a[href="/{city.slug}/wijken/{city.area}/waarom/2018/"]').first.click()
    expect(page.locator(".wz-answer")).to_contain_text("€")
    page.goto(decision)
    expect(page.get_by_text(REASONS)).to_be_visible()
    expect(page.get_by_text(POINTS[0])).to_have_count(int(city.advised))
