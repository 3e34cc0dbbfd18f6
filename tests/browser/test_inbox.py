"""Readers read, judge and answer what somebody told at the desk; axe looks at every state."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_axe import complaints
from tests.conftest import AT
from tests.stories.town import Town, build_town
from tests.web.division_town import browser
from tests.web.told import LIST, at, by_phone, told, with_files
from wijkaanzet.intake.models import Entry
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.stories.models import Story
from wijkaanzet.stories.rules import StoryStatus

pytestmark = pytest.mark.browser
LONG = "Elke dinsdag eten we samen in de tuin van buurvrouw Riet de Vries, Besterdstraat 12.\n\n" * 12


@pytest.fixture
def town(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Town:
    monkeypatch.setattr(clock, "now", lambda: AT)
    return build_town()


@dataclass
class Looker:
    """A browser that looks at each page on the way: axe, a picture, and nothing wider than the screen."""

    page: Page
    start: str
    width: int
    picture: Callable[[Page, str], Path]
    found: dict[str, list[str]] = field(default_factory=dict)

    def log_in(self, actor: Actor) -> None:
        """Go on as somebody else."""
        name = settings.SESSION_COOKIE_NAME
        value = browser(actor).cookies[name].value
        self.page.context.add_cookies([{"name": name, "value": value, "url": self.start}])

    def go(self, path: str, name: str = "") -> None:
        """Open a page; and look at it when it has a name."""
        self.page.goto(self.start + path)
        if name:
            self.look(name)

    def look(self, name: str) -> None:
        """Look at the page as it is now."""
        self.picture(self.page, f"inbox-{name}-{self.width}")
        if wrong := complaints(self.page):
            self.found[name] = wrong
        assert self.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name

    def press(self, act: str, *, refused: str = "") -> None:
        """Press the first button of an act; when that is too early, look at what is said."""
        self.page.locator(f"section[aria-labelledby=act-{act}]").get_by_role("button").first.click()
        alert = self.page.get_by_role("alert")
        if refused:
            expect(alert).to_be_visible()
            self.look(refused)
        else:
            expect(alert).to_have_count(0)


@pytest.mark.full
@pytest.mark.parametrize(("width", "language"), [(390, "nl"), (1280, "en")])
@pytest.mark.done("5.axe")
def test_axe_finds_nothing_where_readers_read(
    live_server: LiveServer, page: Page, town: Town, width: int, language: str, look_at: Callable[[Page, str], Path]
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.set_extra_http_headers({"Accept-Language": language})
    eyes = Looker(page, live_server.url, width, look_at)
    eyes.log_in(town.coordinator)
    eyes.go(LIST, "empty")
    idea = with_files(town, text=LONG, title="Samen eten", meaning="Zo ken ik iedereen.", place=town.street)
    story = by_phone(town, token="the form of who calls")
    told(town, token="the form of who calls again")
    eyes.go(LIST, "list")
    first_reader(eyes, idea, story)
    eyes.log_in(town.area_manager)
    second_reader(eyes, idea, story)
    teller(eyes, story)
    assert Story.objects.get(entry=story).status == StoryStatus.SHARED
    assert eyes.found == {}


def first_reader(eyes: Looker, idea: Entry, story: Entry) -> None:
    """Make an idea and a story ready."""
    eyes.go(at(idea), "received")
    eyes.press("prepare", refused="prepare-refused")
    eyes.page.locator("input[name=kind][value=idea]").check()
    eyes.page.locator("#id_prepare_text").fill("We eten samen in de tuin van Riet de Vries.")
    eyes.page.locator("#id_prepare_photo_alt").fill("Een lange tafel in een tuin.")
    eyes.press("prepare")
    eyes.go(at(idea), "own-prepared")
    eyes.go(at(story), "alike")
    eyes.page.locator("input[name=kind][value=story]").check()
    eyes.page.locator("#id_prepare_title").fill("Soep van de buurman")
    eyes.press("prepare")


def second_reader(eyes: Looker, idea: Entry, story: Entry) -> None:
    """Let both through, after looking at what may still point at a person."""
    eyes.go(at(idea), "prepared")
    eyes.press("place", refused="place-refused")
    for entry in (idea, story):
        eyes.go(at(entry))
        eyes.page.locator("input[name=risk][value='1']").check()
        for box in eyes.page.locator("input[name=finds_checked]").all():
            box.check()
        eyes.press("place")
    eyes.go(at(idea), "placed")


def teller(eyes: Looker, story: Entry) -> None:
    """The teller is on the phone: who may read it, and the answer."""
    eyes.go(at(story), "story-offered")
    eyes.press("share", refused="share-refused")
    eyes.page.locator("input[name=scopes][value=public]").check()
    eyes.page.locator("input[name=of_age]").check()
    eyes.press("share")
    eyes.go(at(story), "to-tell")
    eyes.press("tell")
    eyes.look("list-answered")
