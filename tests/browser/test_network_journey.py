"""A network that is only a name, a coordinator and a table gets to a report; a letter brings a resident."""

import re
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_axe import complaints
from tests.browser.test_networks import send
from wijkaanzet.demo.build import START
from wijkaanzet.kernel import clock
from wijkaanzet.networks import queries
from wijkaanzet.networks.models import Meeting, Network
from wijkaanzet.networks.rules import MeetingStatus

pytestmark = [pytest.mark.browser, pytest.mark.full, pytest.mark.usefixtures("demo")]

LookAt = Callable[[Page, str], Path]
NAME = "Tafel van de Kersentuin"
HERE = "/tilburg/netwerken/tafel-van-de-kersentuin/"
RESIDENT = "Bewoner E (oefening)"


@pytest.fixture(autouse=True)
def _on_the_day_of_the_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: START)


def coordinator(page: Page, start: str) -> None:
    """Log in as the coordinator of the demo."""
    page.goto(f"{start}/demo/")
    page.locator("form", has=page.locator("input[value='tilburg-coordinator']")).get_by_role("button").click()


def opened(page: Page, start: str) -> None:
    """A network that is only a name."""
    coordinator(page, start)
    page.goto(f"{start}/tilburg/wijken/noord/netwerken/")
    page.locator("#id_name").fill(NAME)
    send(page)
    expect(page).to_have_url(start + HERE)


def planned(page: Page, start: str) -> None:
    """A meeting three weeks from now, from the table of the network."""
    page.goto(f"{start}{HERE}tafel/")
    page.locator(".wz-move a").first.click()
    day = START.date() + timedelta(days=21)
    for part, value in zip(("0", "1", "2"), (day.day, day.month, day.year), strict=True):
        page.locator(f"#id_day_{part}").fill(str(value))
    page.locator("#id_time").fill("19.30")
    page.locator("#id_place").fill("Buurthuis (oefening)")
    send(page)


def written_down(page: Page, start: str) -> None:
    """Who came and in short what was said, from the table of the network."""
    page.goto(f"{start}{HERE}tafel/")
    page.locator(".wz-move a").first.click()
    page.locator("#id_residents").fill("11")
    send(page)
    page.locator("#id_minutes").fill("Iedere dinsdag soep.")
    send(page)


def code_in(letter: bytes) -> str:
    """The code that stands in a letter."""
    text = " ".join(PdfReader(BytesIO(letter)).pages[0].extract_text().split())
    found = re.search(r"\w{4}-\w{4}-\w{4}-\w{4}(?= )", text)
    assert found is not None
    return found.group()


def joined(page: Page, start: str, code: str, look: Callable[[str], None]) -> None:
    """Somebody at home types the code of a letter, and a name."""
    page.goto(f"{start}/tilburg/meedoen/")
    page.locator("#id_code").fill(code.upper())
    look("join-find")
    send(page)
    look("join")
    page.locator("#id_name").fill(RESIDENT)
    send(page)
    expect(page).to_have_url(start + HERE)
    look("joined")


@pytest.mark.done("6.light-network")
@pytest.mark.parametrize("width", [390, 1280])
def test_a_name_a_coordinator_and_a_table_are_enough_for_a_meeting_with_a_report(
    live_server: LiveServer, page: Page, width: int, look_at: LookAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    opened(page, live_server.url)
    planned(page, live_server.url)
    meeting = Meeting.objects.get(network__body__name=NAME)
    step = f"{HERE}bijeenkomst/{meeting.public_id}/"
    page.goto(f"{live_server.url}{step}uitnodigen/")
    send(page)
    look_at(page, f"light-network-table-{width}")
    for paper in ("brief.pdf", "affiche.pdf"):
        text = PdfReader(BytesIO(page.request.get(f"{live_server.url}{step}{paper}").body())).pages[0].extract_text()
        assert "Buurthuis (oefening)" in " ".join(text.split())
    monkeypatch.setattr(clock, "now", lambda: START + timedelta(days=21))
    written_down(page, live_server.url)
    page.context.clear_cookies()
    page.goto(live_server.url + step)
    expect(page.locator("main")).to_contain_text("Iedere dinsdag soep.")
    look_at(page, f"light-network-report-{width}")
    assert complaints(page) == []
    meeting.refresh_from_db()
    assert meeting.status == MeetingStatus.REPORTED


@pytest.mark.done("6.join-by-letter")
@pytest.mark.parametrize("width", [390, 1280])
def test_a_resident_joins_with_the_code_of_a_letter_and_has_no_account(
    live_server: LiveServer, page: Page, browser: Browser, width: int, look_at: LookAt
) -> None:
    wrong: list[str] = []

    def look(name: str, at: Page = page) -> None:
        look_at(at, f"network-{name}-{width}")
        wrong.extend(complaints(at))
        assert at.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name

    page.set_viewport_size({"width": width, "height": 900})
    opened(page, live_server.url)
    page.goto(f"{live_server.url}{HERE}uitnodigingen/")
    page.locator("#id_for_whom").fill("Buren van nummer 12")
    look("invitations")
    send(page)
    expect(page.locator("main")).to_contain_text("Buren van nummer 12")
    look("invitation")
    code = code_in(page.request.get(f"{page.url}brief.pdf").body())

    at_home = browser.new_context(viewport={"width": width, "height": 900}, locale="nl").new_page()
    joined(at_home, live_server.url, code, lambda name: look(name, at_home))
    page.goto(f"{live_server.url}{HERE}deelnemers/")
    expect(page.locator("main")).to_contain_text(RESIDENT)
    assert wrong == []
    (member,) = queries.members_of(Network.objects.get(body__name=NAME))
    assert (member.named.name, member.logs_in, member.as_resident) == (RESIDENT, False, True)
