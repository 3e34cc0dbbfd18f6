"""Sheets in a browser: two people fill in one screen, axe looks, and each prints on one page on its side."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib import resources
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_axe import complaints
from tests.conftest import AT
from tests.factories import NOBODY, AreaFactory, DivisionFactory, somebody
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.networks import operations as networks
from wijkaanzet.people import operations as people
from wijkaanzet.people.models import User
from wijkaanzet.people.rules import Role
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Plan

pytestmark = [pytest.mark.browser, pytest.mark.full, pytest.mark.django_db(transaction=True)]
HOPE, WORDS = "textarea[name='note.hoop.gemeenschappelijk']", "Dat buren elkaar kennen."
FIELD = "textarea[name='note.voorliggend%20veld.']"
FILE = "oude-ijsselstreek.toml"
LANDSCAPE = (842, 595)


def log_in(context: BrowserContext, actor: Actor, address: str) -> None:
    client = Client()
    assert actor.user_id is not None
    client.force_login(User.objects.get(pk=actor.user_id))
    context.clear_cookies()
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": address}])


def printed(page: Page) -> tuple[int, tuple[int, int]]:
    """On how many pages it prints, and how large they are in points."""
    pages = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    return len(pages), (round(pages[0].mediabox.width), round(pages[0].mediabox.height))


@dataclass(frozen=True)
class Sheets:
    """A plan in Oude IJsselstreek, who writes along, who speaks for the municipality, and a browser."""

    page: Page
    start: str
    plan: Plan
    coordinator: Actor
    officer: Actor

    def at(self, name: str) -> str:
        """The address of a sheet."""
        return f"{self.start}/oude-ijsselstreek/plannen/{self.plan.public_id}/{name}/"

    def keep(self) -> None:
        """Send the form."""
        self.page.locator(".wz-sheet-form button[type=submit]").click()


@pytest.fixture
def sheets(live_server: LiveServer, page: Page, monkeypatch: pytest.MonkeyPatch) -> Sheets:
    monkeypatch.setattr(clock, "now", lambda: AT)
    text = resources.files("wijkaanzet.arrangements").joinpath(f"data/{FILE}").read_text(encoding="utf-8")
    here = people.install_arrangement(text, file_name=FILE, actor=NOBODY, at=AT).municipality
    area = AreaFactory.create(division=DivisionFactory.create(municipality=here))
    network = networks.open_network(area, new=networks.Described(name="Tafel van Zuid"), actor=NOBODY, at=AT)
    years = {"starts_on": date(2018, 1, 1), "ends_before": date(2022, 1, 1)}
    page.set_extra_http_headers({"Accept-Language": "nl"})
    return Sheets(
        page=page,
        start=live_server.url,
        plan=plans.open_plan(network, **years, actor=NOBODY, at=AT),
        coordinator=somebody(Role.COORDINATOR, here, scope=area),
        officer=somebody(Role.POLICY_OFFICER, here),
    )


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_on_sheets_and_words(sheets: Sheets, width: int, look_at: Callable[[Page, str], Path]):
    found: dict[str, list[str]] = {}
    sheets.page.set_viewport_size({"width": width, "height": 900})
    words = f"{sheets.start}/oude-ijsselstreek/woorden/"
    for who, path in (
        (sheets.coordinator, sheets.at("kringen")),
        (sheets.coordinator, sheets.at("woorden")),
        (sheets.coordinator, sheets.at("trap")),
        (sheets.officer, sheets.at("trap")),
        (sheets.officer, words),
    ):
        log_in(sheets.page.context, who, sheets.start)
        sheets.page.goto(path)
        look_at(sheets.page, f"tools-{who.user_id}-{path.rstrip(chr(47)).rpartition(chr(47))[2]}-{width}")
        if wrong := complaints(sheets.page):
            found[path] = wrong
        assert sheets.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
    assert found == {}


@pytest.mark.done("6.three-spheres")
def test_what_is_said_about_the_circles_is_kept_and_prints_on_one_page(sheets: Sheets):
    log_in(sheets.page.context, sheets.coordinator, sheets.start)
    sheets.page.goto(sheets.at("kringen"))
    sheets.page.locator(HOPE).fill(WORDS)
    sheets.keep()
    expect(sheets.page.locator(HOPE)).to_have_value(WORDS)
    assert printed(sheets.page) == (1, LANDSCAPE)


@pytest.mark.done("6.own-words")
def test_what_words_mean_here_is_kept_and_prints_on_one_page(sheets: Sheets):
    log_in(sheets.page.context, sheets.coordinator, sheets.start)
    sheets.page.goto(sheets.at("woorden"))
    sheets.page.locator(FIELD).fill(WORDS)
    sheets.keep()
    expect(sheets.page.locator(FIELD)).to_have_value(WORDS)
    assert printed(sheets.page) == (1, LANDSCAPE)


@pytest.mark.done("6.staircase")
def test_staircase_is_set_and_prints_on_one_page(sheets: Sheets):
    log_in(sheets.page.context, sheets.officer, sheets.start)
    sheets.page.goto(sheets.at("trap"))
    safety = sheets.page.locator("input[name='steps.veiligheid']")
    safety.first.check()
    sheets.keep()
    expect(sheets.page.locator("input[name='steps.veiligheid']:checked")).to_have_count(2)
    expect(sheets.page.locator(".wz-crossed")).to_have_count(4 + 3 + 3 + 1 + 1 + 2 + 2)
    assert printed(sheets.page) == (1, LANDSCAPE)
