"""A scan is made, discussed and published in a browser; axe looks at every page on the way, on a phone and wide."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_axe import complaints
from tests.conftest import AT
from tests.scans.scan_town import ScanTown, build_town, later
from tests.web.division_town import browser
from tests.web.scan_pages import AREA, at
from wijkaanzet.intake.rules import EntryKind
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.scans.models import Scan
from wijkaanzet.scans.rules.scan import ScanStatus

pytestmark = [pytest.mark.browser, pytest.mark.full]
YEAR_BEFORE = 2016


@pytest.fixture
def town(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> ScanTown:
    monkeypatch.setattr(clock, "now", lambda: AT)
    town = build_town()
    town.lonely(12)
    town.published(year=YEAR_BEFORE, at=later(-30))
    return town


class Eyes:
    """Somebody in a browser; each page with a name is looked at."""

    def __init__(self, page: Page, start: str, picture: Callable[[Page, str], Path], width: int) -> None:
        self.page, self.start, self.picture, self.width = page, start, picture, width
        self.found: dict[str, list[str]] = {}

    def be(self, actor: Actor) -> None:
        """Go on as somebody else."""
        name = settings.SESSION_COOKIE_NAME
        self.page.context.clear_cookies(name=name)
        self.page.context.add_cookies([{"name": name, "value": browser(actor).cookies[name].value, "url": self.start}])

    def see(self, name: str, path: str = "") -> None:
        """Open a page, or look at the one that is there."""
        if path:
            self.page.goto(self.start + path)
        self.picture(self.page, f"scan-{name}-{self.width}")
        if wrong := complaints(self.page):
            self.found[name] = wrong
        assert self.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name

    def send(self, path: str = "") -> None:
        """Send the form of the page, or the one that goes to an address."""
        form = self.page.locator(f"form[action='{path}']" if path else "main form.wz-form")
        form.get_by_role("button").first.click()


@pytest.mark.parametrize(("width", "language"), [(390, "nl"), (1280, "en")])
@pytest.mark.done("5.axe")
def test_a_scan_is_made_and_axe_finds_nothing_on_the_way(
    live_server: LiveServer, page: Page, town: ScanTown, width: int, language: str, look_at: Callable[[Page, str], Path]
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.set_extra_http_headers({"Accept-Language": language})
    town.told(title="De buurttuin aan de Generaal Winkelmanstraat")
    town.told(EntryKind.SIGNAL, title="Het pad is donker", may_share=False)
    gone = town.story(title="Samen koken")
    eyes = Eyes(page, live_server.url, look_at, width)
    eyes.see("none", AREA.replace("noord", "oost"))
    eyes.be(town.coordinator)
    compose(eyes)
    town.withdraw(gone)
    discuss(eyes, town)
    eyes.see("publish", at("uitgeven/"))
    eyes.send()
    page.context.clear_cookies()
    eyes.see("public", at())
    eyes.see("year", "/proefstad/wijkscans/2017/")
    assert Scan.objects.get(year=2017).status == ScanStatus.PUBLISHED
    assert eyes.found == {}


def compose(eyes: Eyes) -> None:
    """Begin, choose, and put it before the network."""
    page = eyes.page
    page.goto(eyes.start + at(year=YEAR_BEFORE))
    eyes.send(at("beginnen/"))
    eyes.see("compose")
    fill(eyes)
    expect(page).to_have_url(eyes.start + at("samenstellen/"))
    page.goto(eyes.start + at("onderdeel/concerns/"))
    page.locator("input[type=checkbox]").first.check()
    eyes.send()
    eyes.see("draft", at())
    eyes.see("ask", at("voorleggen/"))
    eyes.send()


def fill(eyes: Eyes) -> None:
    """Choose for one part, write too much, and then less; what a figure means is asked once it is chosen."""
    page = eyes.page
    page.goto(eyes.start + at("onderdeel/strengths/"))
    page.locator("input[type=checkbox]").first.check()
    page.locator("details").last.evaluate("one => { one.open = true }")
    meaning = page.locator("#id_figure-eenzaam-meaning")
    expect(meaning).to_be_hidden()
    page.locator("#id_figure-eenzaam").check()
    meaning.fill("Dat zijn vooral mensen die net verhuisd zijn.")
    page.locator("#id_words").fill("Wij groeten elkaar. " * 100)
    eyes.send()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(meaning).to_have_value("Dat zijn vooral mensen die net verhuisd zijn.")
    eyes.see("section-refused")
    page.locator("#id_words").fill("Wij groeten elkaar.")
    eyes.send()


def discuss(eyes: Eyes, town: ScanTown) -> None:
    """Somebody of the network comments on a part, and is answered."""
    eyes.be(town.member)
    eyes.see("commenting", at())
    eyes.page.locator("a[href='?onderdeel=strengths#comment']").click()
    eyes.page.locator("#id_text").fill("De lift van de flat mist nog.")
    eyes.send(at("reageren/"))
    eyes.be(town.coordinator)
    eyes.page.goto(eyes.start + at())
    eyes.page.locator(".wz-scan-comment textarea").fill("Die staat er nu bij.")
    eyes.see("answering")
    eyes.send(at("beantwoorden/"))
    eyes.see("answered")
