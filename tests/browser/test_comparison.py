"""The charts that compare, in a browser: names by keyboard, nothing sticks out, axe finds nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_axe import complaints

pytestmark = [pytest.mark.browser, pytest.mark.full]


@pytest.mark.parametrize(("width", "language"), [(390, "nl"), (1280, "en"), (1280, "nl")])
@pytest.mark.done("4.charts")
def test_axe_finds_nothing_and_nothing_sticks_out(
    live_server: LiveServer, page: Page, look_at: Callable[[Page, str], Path], width: int, language: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.set_extra_http_headers({"Accept-Language": language})
    page.goto(f"{live_server.url}/stijl/")
    look_at(page, f"comparing-{width}-{language}")
    assert complaints(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_tab_shows_the_name_of_a_neighbourhood_beside_its_dot(live_server: LiveServer, page: Page) -> None:
    page.goto(f"{live_server.url}/stijl/")
    spots = page.locator(".wz-funnel .wz-spot")
    spots.first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")  # from here on the browser knows that the keyboard is used
    for place, name in enumerate(names := spots.locator("text").all_text_contents()):
        expect(page.locator(".wz-funnel .wz-spot:focus text")).to_have_text(name)
        expect(spots.nth(place).locator("text")).to_be_visible()
        page.keyboard.press("Tab")
    assert names == sorted(names)
    expect(spots.last.locator("text")).to_be_hidden()


@pytest.mark.parametrize("media", ["print", "forced"])
def test_hatchings_and_signs_stay_on_paper_and_in_colours_of_the_reader(
    live_server: LiveServer, page: Page, look_at: Callable[[Page, str], Path], media: str
) -> None:
    if media == "print":
        page.emulate_media(media="print")
    else:
        page.emulate_media(forced_colors="active")
    page.goto(f"{live_server.url}/stijl/#shaded_map")
    look_at(page, f"comparing-{media}")
    shaded = page.locator(".wz-shaded > svg").first
    expect(shaded).to_be_visible()
    dark, light = (shaded.locator(f".wz-on-{kind} .wz-area").first for kind in ("5", "1"))
    fills = [one.evaluate("area => getComputedStyle(area).fill") for one in (dark, light)]
    assert fills[0] != fills[1]
    expect(shaded.locator(".wz-hatch")).to_have_count(4)


def test_a_link_in_the_table_of_a_map_can_be_seen_and_shows_its_focus(live_server: LiveServer, page: Page) -> None:
    page.goto(f"{live_server.url}/stijl/")
    link = page.locator(".wz-shaded .wz-twin[open] a").first
    link.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")  # from here on the browser knows that the keyboard is used
    expect(link).to_have_css("text-decoration-line", "underline")
    expect(link).to_have_css("outline-style", "solid")
