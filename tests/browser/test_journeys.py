"""The main line as far as it is built, in a real browser, on a phone and on a desk, with mouse and with keyboard."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from wijkaanzet.kernel.money import parse_euros

Look = Callable[[Page, str], Path]
PHONE, DESK = 390, 1280
WIDTHS = [PHONE, pytest.param(DESK, marks=pytest.mark.full)]
PLACES = [("Tilburg", "Noord"), pytest.param("Amersfoort", "Soesterkwartier", marks=pytest.mark.full)]


def opened(page: Page, server: LiveServer, path: str, *, width: int) -> Page:
    page.set_viewport_size({"width": width, "height": 900})
    page.set_extra_http_headers({"Accept-Language": "nl"})
    page.goto(f"{server.url}{path}")
    return page


def fits(page: Page) -> bool:
    """Whether nothing sticks out sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@pytest.mark.usefixtures("demo")
class TestVisitor:
    @pytest.mark.parametrize("width", WIDTHS)
    @pytest.mark.parametrize(("city", "area"), PLACES)
    @pytest.mark.done("2.journey")
    def test_finds_out_why_the_neighbourhood_gets_its_amount(
        self, live_server: LiveServer, page: Page, look_at: Look, width: int, city: str, area: str
    ) -> None:
        def look(name: str) -> None:
            assert fits(page)
            look_at(page, f"{city.lower()}-{name}-{width}")

        opened(page, live_server, "/", width=width)
        look("home")
        page.get_by_role("main").get_by_role("link", name=city, exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(city)
        look("municipality")
        page.get_by_role("link", name="Wijken").first.click()
        look("areas")
        page.get_by_role("main").get_by_role("link", name=area, exact=True).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(area)
        expect(page.get_by_role("heading", name="De gemeente is aan zet")).to_be_visible()
        look("area")
        page.get_by_role("link", name=f"Waarom krijgt {area} dit bedrag?").click()
        expect(page.locator(".wz-answer")).to_contain_text("€")
        look("why")
        self._lines_add_up(page)

    def _lines_add_up(self, page: Page) -> None:
        amount = parse_euros(page.locator(".wz-answer .wz-money").inner_text().replace("\u00a0", " "))
        cells = page.locator("#lines ~ div tbody .wz-amount").all_inner_texts()
        assert sum(parse_euros(cell.replace("\u00a0", " ")) for cell in cells) == amount

    @pytest.mark.parametrize(("city", "area"), PLACES)
    @pytest.mark.done("2.keyboard")
    def test_gets_there_with_tab_and_enter_only(
        self, live_server: LiveServer, page: Page, city: str, area: str
    ) -> None:
        opened(page, live_server, "/", width=DESK)
        page.keyboard.press("Tab")
        assert focused(page) == "Ga naar de inhoud"
        for wanted in (city, "Wijken", area, f"Waarom krijgt {area} dit bedrag?"):
            tab_to(page, wanted)
            assert has_focus_ring(page)
            with page.expect_navigation():
                page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text(f"Waarom krijgt {area} dit bedrag?")

    def test_reads_it_in_english_after_one_click(self, live_server: LiveServer, page: Page) -> None:
        opened(page, live_server, "/tilburg/wijken/noord/", width=PHONE)
        page.get_by_role("button", name="English").click()
        expect(page.get_by_role("heading", name="It is the municipality’s move")).to_be_visible()
        page.get_by_role("button", name="Nederlands").click()
        expect(page.get_by_role("heading", name="De gemeente is aan zet")).to_be_visible()

    def test_manages_without_javascript(self, live_server: LiveServer, browser: Browser) -> None:
        context = browser.new_context(java_script_enabled=False, locale="nl")
        page = context.new_page()
        page.goto(f"{live_server.url}/tilburg/wijken/noord/")
        page.get_by_role("link", name=re.compile("Waarom krijgt Noord")).click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Waarom krijgt Noord dit bedrag?")
        context.close()


@pytest.mark.usefixtures("demo")
class TestAdministrator:
    @pytest.mark.parametrize("width", WIDTHS)
    def test_sees_who_may_do_what_and_logs_out(
        self, live_server: LiveServer, page: Page, look_at: Look, width: int
    ) -> None:
        opened(page, live_server, "/demo/", width=width)
        look_at(page, f"demo-{width}")
        page.get_by_role("button", name="Functioneel beheerder, Tilburg").click()
        page.get_by_role("link", name="Wie mag wat").first.click()
        expect(page.get_by_role("table")).to_be_visible()
        assert fits(page)
        look_at(page, f"roles-{width}")
        page.get_by_role("button", name="Uitloggen").click()
        expect(page.get_by_role("link", name="Wie mag wat")).to_have_count(0)


def focused(page: Page) -> str:
    """What the focused thing is called."""
    name: str = page.evaluate(
        "(() => { const e = document.activeElement; return (e.getAttribute('aria-label') || e.textContent || '')"
        ".replace(/\\s+/g, ' ').trim() })()"
    )
    return name


def tab_to(page: Page, name: str, *, at_most: int = 60) -> None:
    """Press Tab until the thing with this name has the focus."""
    for _ in range(at_most):
        page.keyboard.press("Tab")
        if focused(page) == name:
            return
    raise AssertionError(f"{name} cannot be reached with Tab on {page.url}")


def has_focus_ring(page: Page) -> bool:
    """Whether one can see where the focus is."""
    style: str = page.evaluate(
        "(() => { const s = getComputedStyle(document.activeElement);"
        " return s.outlineStyle + ' ' + s.outlineWidth + ' ' + s.boxShadow })()"
    )
    return not style.startswith(("none", "auto 0px", "solid 0px")) or not style.endswith("none")
