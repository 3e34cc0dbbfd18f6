"""The border map in a browser: it can be reached and seen by keyboard, fits a phone, and axe finds nothing."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.areas.border_files import collection, feature, square
from tests.browser.test_axe import complaints
from tests.conftest import AT
from tests.factories import NOBODY
from wijkaanzet.areas.models import Division
from wijkaanzet.areas.operations.borders import import_borders

pytestmark = pytest.mark.browser


@pytest.fixture
def borders(demo: None) -> list[str]:
    """Tilburg with made-up borders: the last areas too narrow for their names. Gives the names in order."""
    division = Division.objects.get(municipality__slug="tilburg")
    codes = list(division.areas.order_by("code").values_list("code", flat=True))
    wide = [feature(code, square(place, 0)) for place, code in enumerate(codes[:4])]
    narrow = [feature(code, square(4 + place / 5, 0, width=0.2)) for place, code in enumerate(codes[4:])]
    import_borders(division, text=collection(*wide, *narrow), source="Oefengrenzen", year=2016, actor=NOBODY, at=AT)
    return list(division.areas.order_by("name").values_list("name", flat=True))


@pytest.mark.parametrize(
    "path", ["/tilburg/", *(pytest.param(f"/tilburg/wijken/{rest}", marks=pytest.mark.full) for rest in ("", "noord/"))]
)
@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=pytest.mark.full)])
def test_axe_finds_nothing_and_nothing_sticks_out(
    live_server: LiveServer, page: Page, borders: list[str], width: int, path: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{live_server.url}{path}")
    expect(page.locator(".wz-borders svg a")).to_have_count(len(borders))
    assert complaints(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.full
def test_tab_goes_by_name_with_a_ring_that_is_seen(live_server: LiveServer, page: Page, borders: list[str]) -> None:
    page.goto(f"{live_server.url}/tilburg/wijken/")
    page.locator(".wz-borders > svg > a").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")  # from here on the browser knows that the keyboard is used
    reached = []
    for _ in borders:
        focused = page.locator(".wz-borders > svg > a:focus")
        reached.append(focused.locator("title").text_content())
        path = focused.locator(".wz-area")
        assert path.evaluate("shape => parseFloat(getComputedStyle(shape).strokeWidth)") >= 6
        page.keyboard.press("Tab")
    assert reached == borders
