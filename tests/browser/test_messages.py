"""Your move for who takes part, for a provider and for who stands in; messages, the own calendar; axe on the way."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_axe import complaints
from wijkaanzet.cycle.models import DigestChoice
from wijkaanzet.demo.build import START
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people.models import StandIn, User
from wijkaanzet.web.messages.stopping import stop_token

pytestmark = [pytest.mark.browser, pytest.mark.full, pytest.mark.usefixtures("demo")]

Look = Callable[[str], None]
MINE = "/tilburg/aan-zet/"
TODAY = START.date()


@pytest.fixture(params=[390, 1280])
def look(request: pytest.FixtureRequest, page: Page, look_at: Callable[[Page, str], Path]) -> Look:
    """Take a picture, and let axe and the width judge; on a phone and wide."""
    width = request.param
    page.set_viewport_size({"width": width, "height": 900})
    page.set_extra_http_headers({"Accept-Language": "nl"})

    def looked(name: str) -> None:
        look_at(page, f"messages-{name}-{width}")
        assert complaints(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name

    return looked


def become(page: Page, start: str, role: str) -> None:
    """Be somebody of the demo's Tilburg, and open Your move."""
    page.goto(f"{start}/demo/")
    page.locator("form", has=page.locator(f"input[value='tilburg-{role}']")).get_by_role("button").click()
    page.goto(start + MINE)


def fill_day(page: Page, name: str, day: date) -> None:
    for part, value in enumerate((day.day, day.month, day.year)):
        page.locator(f"#id_{name}_{part}").fill(str(value))


def send(page: Page) -> None:
    """Send the form of the page."""
    page.locator("main form.wz-form button[type=submit]").first.click()


@pytest.mark.done("6.whose-move")
def test_your_move_says_to_everybody_what_there_is_to_do(live_server: LiveServer, page: Page, look: Look) -> None:
    become(page, live_server.url, "network_member")
    expect(page.locator("main section[aria-labelledby=networks] article").first).to_be_visible()
    expect(page.locator("main .wz-turn-over-term, main .wz-badge-brick, main .wz-turn-term")).to_have_count(0)
    look("member")
    become(page, live_server.url, "provider")
    expect(page.locator("main h1")).to_be_visible()
    look("provider")
    become(page, live_server.url, "coordinator")
    expect(page.locator("main section[aria-labelledby=networks] article").first).to_be_visible()
    look("coordinator")


@pytest.mark.done("6.whose-move")
def test_a_colleague_stands_in_and_finds_what_waits(live_server: LiveServer, page: Page, look: Look) -> None:
    become(page, live_server.url, "coordinator")
    page.goto(f"{live_server.url}{MINE}vervanging/")
    look("stand-ins")
    send(page)
    look("stand-ins-refused")
    page.locator("#id_colleague").fill("tilburg-controller")
    fill_day(page, "first", TODAY)
    fill_day(page, "last", TODAY + timedelta(days=6))
    send(page)
    expect(page.locator("main li.wz-card")).to_have_count(1)
    look("stand-ins-arranged")
    become(page, live_server.url, "controller")
    expect(page.locator("main")).to_contain_text("tilburg-coordinator")
    asked = page.locator("main .wz-turns h3 a")
    expect(asked.first).to_be_visible()
    look("stands-in")
    asked.first.click()
    expect(page.locator("main h1")).to_be_visible()
    page.goto(f"{live_server.url}{MINE}vervanging/{StandIn.objects.get().pk}/beeindigen/")
    look("stand-in-end")
    send(page)
    page.goto(live_server.url + MINE)
    expect(page.locator("main")).not_to_contain_text("tilburg-coordinator")


@pytest.mark.done("6.whose-move")
def test_messages_are_tuned_stopped_and_read_in_an_own_calendar(
    live_server: LiveServer, page: Page, look: Look
) -> None:
    become(page, live_server.url, "coordinator")
    page.goto(f"{live_server.url}{MINE}berichten/")
    look("tune")
    page.locator("input[value=daily]").check()
    send(page)
    user = User.objects.get(username="tilburg-coordinator")
    assert DigestChoice.objects.get(user=user).rhythm == "daily"
    page.goto(f"{live_server.url}{MINE}agenda/")
    look("calendar-none")
    send(page)
    address = page.locator("main a[href$='.ics']").get_attribute("href")
    look("calendar")
    assert address
    read = Calendar.from_ical(page.request.get(address).body())
    assert len(read.walk("VEVENT")) > 8
    token = stop_token(Municipality.objects.get(slug="tilburg"), user.pk)
    page.context.clear_cookies()
    page.goto(f"{live_server.url}{MINE}berichten/stop/{token}/")
    look("stop")
    send(page)
    look("stopped")
    assert DigestChoice.objects.get(user=user).rhythm == "none"
