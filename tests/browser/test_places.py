"""A policy officer keeps places and divides the municipality on the screen; axe looks at every state."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_axe import complaints
from wijkaanzet.areas.models import Division

pytestmark = [pytest.mark.browser, pytest.mark.full, pytest.mark.usefixtures("demo")]

Look = Callable[[str], None]


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_where_places_and_divisions_are_kept(
    live_server: LiveServer, page: Page, width: int, look_at: Callable[[Page, str], Path]
) -> None:
    found: dict[str, list[str]] = {}

    def look(name: str) -> None:
        look_at(page, f"places-{name}-{width}")
        if wrong := complaints(page):
            found[name] = wrong
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name

    page.set_viewport_size({"width": width, "height": 900})
    page.set_extra_http_headers({"Accept-Language": "nl"})
    page.goto(f"{live_server.url}/demo/")
    page.locator("form", has=page.locator("input[value='tilburg-policy_officer']")).get_by_role("button").click()
    town = f"{live_server.url}/tilburg"
    keep(page, f"{town}/wijken/noord/plekken/", "group", look)
    keep(page, f"{town}/gemeenschappen/", "community", look)
    divide(page, f"{town}/indeling", look)
    assert found == {}


def keep(page: Page, path: str, kind: str, look: Look) -> None:
    """Add a group or a community; what is forgotten is said first."""
    page.goto(path)
    look(f"{kind}-none")
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.get_by_role("alert")).to_be_visible()
    look(f"{kind}-refused")
    if kind == "group":
        page.get_by_label("groep").check()
    page.get_by_label("Hoe heet het?").fill("De Tuinploeg")
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.locator("main")).to_contain_text("De Tuinploeg")
    look(f"{kind}-added")


def divide(page: Page, path: str, look: Look) -> None:
    """Every page on which areas are drawn, and what it says when nothing was filled in."""
    page.goto(f"{path}/")
    look("divisions")
    key = Division.objects.get(municipality__slug="tilburg").key
    for step in ("nieuw", "omnummering", f"{key}/grenzen", f"{key}/samenstelling"):
        page.goto(f"{path}/{step}/")
        name = step.rpartition("/")[-1]
        look(name)
        page.locator("main form button[type=submit]").first.click()
        expect(page.get_by_role("alert")).to_be_visible()
        look(f"{name}-refused")
