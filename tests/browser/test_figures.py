"""A policy officer brings figures in through the screen, on a phone and on a desktop; axe looks at every state."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_axe import complaints
from wijkaanzet.demo.build import DATA

Look = Callable[[str], None]


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=pytest.mark.full)])
def test_figures_come_in_and_a_visitor_reads_them(
    live_server: LiveServer, page: Page, width: int, look_at: Callable[[Page, str], Path]
) -> None:
    found: dict[str, list[str]] = {}

    def look(name: str) -> None:
        look_at(page, f"figures-{name}-{width}")
        if wrong := complaints(page):
            found[name] = wrong
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name

    page.set_viewport_size({"width": width, "height": 900})
    page.set_extra_http_headers({"Accept-Language": "nl"})
    page.goto(f"{live_server.url}/demo/")
    page.locator("form", has=page.locator("input[value='tilburg-policy_officer']")).get_by_role("button").click()
    page.goto(f"{live_server.url}/tilburg/cijfers/inlezen/")
    fill_in(page, look)
    bring_in(page, look)
    page.goto(f"{live_server.url}/tilburg/wijken/noord/cijfers/")
    expect(page.get_by_text("nog niet besproken").first).to_be_visible()
    look("public")
    assert found == {}


def fill_in(page: Page, look: Look) -> None:
    """What is forgotten is said first."""
    page.get_by_role("button", name="Bekijk het bestand").click()
    expect(page.get_by_role("alert")).to_contain_text("Kies het bestand.")
    look("refused")
    page.get_by_label("Het bestand met cijfers").set_input_files(DATA / "tilburg-figures-2017.csv")
    page.get_by_label("Van wie zijn deze cijfers?").fill("Oefencijfers, opgezet als CBS-cijfers")
    page.get_by_label("Deze cijfers zijn verzonnen").check()
    look("list")
    page.get_by_role("button", name="Bekijk het bestand").click()


def bring_in(page: Page, look: Look) -> None:
    """The columns, what importing would do, the import."""
    look("uploaded")
    page.get_by_role("button", name="Controleer de cijfers").click()
    expect(page.get_by_text("30 rijen zijn van uw gemeente.")).to_be_visible()
    look("mapped")
    page.get_by_role("button", name="Lees de cijfers in").click()
    expect(page.get_by_text("De cijfers zijn ingelezen.")).to_be_visible()
    look("imported")
