"""A network meets in a browser, from its first seat to what became of an agreement; axe looks on the way."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_axe import complaints
from wijkaanzet.demo.build import START
from wijkaanzet.kernel import clock
from wijkaanzet.networks.models import Agreement, Meeting
from wijkaanzet.networks.rules import MeetingStatus

pytestmark = [pytest.mark.browser, pytest.mark.full, pytest.mark.usefixtures("demo")]

Look = Callable[..., None]
HERE = "/tilburg/netwerken/noord-in-beweging/"
EVENING = date(2017, 10, 24)
LEADS = re.compile("gespreksleider|leads the talk")


@pytest.mark.parametrize(("width", "language"), [(390, "nl"), (1280, "en")])
def test_axe_finds_nothing_on_the_way_of_a_network_that_is_a_name_and_a_table(
    live_server: LiveServer,
    page: Page,
    width: int,
    language: str,
    look_at: Callable[[Page, str], Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found: dict[str, list[str]] = {}

    def look(name: str, path: str = "") -> None:
        if path:
            page.goto(live_server.url + path)
        look_at(page, f"network-{name}-{width}")
        if wrong := complaints(page):
            found[name] = wrong
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name

    page.set_viewport_size({"width": width, "height": 900})
    page.set_extra_http_headers({"Accept-Language": language})
    monkeypatch.setattr(clock, "now", lambda: START)
    for name, path in (("area", "/tilburg/wijken/noord/netwerken/"), ("public", "/tilburg/netwerken/wijknetwerk/")):
        look(name, path)
    page.goto(f"{live_server.url}/demo/")
    page.locator("form", has=page.locator("input[value='tilburg-area_manager']")).get_by_role("button").click()
    look("table-full", "/tilburg/netwerken/wijknetwerk/tafel/")
    look("members-full", "/tilburg/netwerken/wijknetwerk/deelnemers/")
    gather(page, live_server.url, look)
    meet(page, live_server.url, look)
    monkeypatch.setattr(clock, "now", lambda: START + timedelta(days=22))
    report(page, look)
    look("settle", f"{HERE}afspraak/{Agreement.objects.latest('pk').pk}/")
    page.locator("#id_status_0").check()
    send(page)
    look("after", HERE)
    assert found == {}


def gather(page: Page, start: str, look: Look) -> None:
    """Say what it is for, put a seat at the table, and let somebody sit there."""
    look("opening", "/tilburg/wijken/noord/netwerken/")
    look("describe", f"{HERE}over/")
    page.locator("#id_purpose").fill("Samen bewegen.")
    send(page)
    look("table-bare")
    look("seats", f"{HERE}zetels/")
    page.locator("#id_name").fill("bewoner")
    send(page)
    look("seats-added")
    look("members", f"{HERE}deelnemers/")
    send(page)
    look("members-refused")
    page.locator("#id_name").fill("Bewoner D (oefening)")
    send(page)
    expect(page.locator("main")).to_contain_text("Bewoner D")
    put_right(page, look)
    page.locator("main a[href$='/gespreksleider/']").click()
    look("lead")
    page.locator("#id_leads").select_option(index=1)
    send(page)
    expect(page.locator("main .wz-person", has_text=LEADS)).to_have_count(1)
    page.locator("main a[href$='/beeindigen/']").first.click()
    look("member-stops")


def put_right(page: Page, look: Look) -> None:
    """A name stands there twice: they are two people, so one of them gets another name."""
    page.locator("#id_name").fill("Bewoner D (oefening)")
    page.locator("#id_phone").fill("013 123 45 67")
    send(page)
    look("members-twice")
    page.locator("main a[href$='/wijzigen/']").last.click()
    look("member-change")
    page.locator("#id_name").fill("Bewoner E (oefening)")
    send(page)
    expect(page.locator("main .wz-person-hint")).to_have_count(0)


def meet(page: Page, start: str, look: Look) -> None:
    """Plan a meeting, make its agenda, and invite."""
    look("new", f"{HERE}bijeenkomst/nieuw/")
    for part, value in zip(("0", "1", "2"), (EVENING.day, EVENING.month, EVENING.year), strict=True):
        page.locator(f"#id_day_{part}").fill(str(value))
    page.locator("#id_time").fill("19.30")
    page.locator("#id_place").fill("Gymzaal Noord (oefening)")
    send(page)
    look("planned")
    page.locator("input[name='title-0']").fill("Wandelen op dinsdag")
    page.locator("input[name='number-0']").fill("1")
    send(page)
    look("change", f"{at()}wijzigen/")
    page.locator("#id_place").fill("Gymzaal Noord, ingang achter (oefening)")
    send(page)
    look("changed")
    look("agenda", f"{at()}agenda/")
    look("invite", f"{at()}uitnodigen/")
    send(page)
    look("invited")
    look("not-yet", f"{at()}gehouden/")


def report(page: Page, look: Look) -> None:
    """Write down who came, what was said and what was agreed."""
    look("hold", f"{at()}gehouden/")
    page.locator("#id_came_0").check()
    page.locator("#id_residents").fill("11")
    send(page)
    look("report")
    page.locator("#id_minutes").fill("Wandelen kan iedereen.")
    page.locator("#id_text-1").fill("Elke dinsdag om tien uur wandelen.")
    page.locator("#id_by-1").fill("de wandelgroep")
    send(page)
    look("reported")
    assert Meeting.objects.latest("pk").status == MeetingStatus.REPORTED
    correct(page, look)
    look("correct", f"{at()}verslag/verbeteren/")
    page.locator("#id_minutes").fill("Wandelen kan met Fatima Jansen.")
    send(page)
    look("correct-looked")


def correct(page: Page, look: Look) -> None:
    """Take off a tick that was wrong, with the keyboard alone."""
    look("correct-held", f"{at()}gehouden/verbeteren/")
    first = page.locator("#id_came_0")
    expect(first).to_be_checked()
    first.focus()
    page.keyboard.press("Space")
    expect(first).not_to_be_checked()
    page.locator("main form.wz-form button[type=submit]").first.focus()
    with page.expect_navigation(url=f"**{at()}"):
        page.keyboard.press("Enter")
    look("corrected-held")
    assert Meeting.objects.latest("pk").presences.count() == 0


def at() -> str:
    """The address of the newest meeting."""
    return f"{HERE}bijeenkomst/{Meeting.objects.latest('pk').public_id}/"


def send(page: Page) -> None:
    """Send the form of the page."""
    page.locator("main form.wz-form button[type=submit]").first.click()
