"""Somebody who never saw this before brings the published files in through the screen; kept as it was tried."""

import gzip
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

import wijkaanzet.arrangements
from tests.factories import NOBODY
from wijkaanzet.areas.models import Area
from wijkaanzet.kernel import clock
from wijkaanzet.people import operations as people
from wijkaanzet.people.rules import Role
from wijkaanzet.scans.models import Figure

TODAY = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
ARRANGEMENT = Path(wijkaanzet.arrangements.__file__).parent / "data" / "tilburg.toml"
WIJKEN = 59
REGIONS = 17_341

pytestmark = pytest.mark.full


@pytest.fixture
def files() -> Path:
    folder = os.environ.get("WZ_REAL_DATA")
    if not folder:
        pytest.skip("WZ_REAL_DATA does not name the folder with the real figures")
    return Path(folder) / "neighbourhoods"


@pytest.fixture
def officer(
    transactional_db: None, live_server: LiveServer, context: BrowserContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A policy officer of a municipality that has nothing here yet, and who is logged in."""
    monkeypatch.setattr(clock, "now", lambda: TODAY)
    text = ARRANGEMENT.read_text(encoding="utf-8")
    municipality = people.install_arrangement(text, file_name="tilburg.toml", actor=NOBODY, at=TODAY).municipality
    user = people.open_account(username="beleid", email="", actor=NOBODY, at=TODAY)
    people.give_role(
        user,
        role=Role.POLICY_OFFICER,
        municipality=municipality,
        scope=None,
        starts_on=TODAY.date(),
        actor=NOBODY,
        at=TODAY,
    )
    client = Client()
    client.force_login(user)
    session = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    context.set_extra_http_headers({"Accept-Language": "nl"})


@pytest.mark.done("4.new-user")
def test_the_published_files_go_in_through_the_screen(
    live_server: LiveServer, page: Page, files: Path, officer: None, look_at: Callable[[Page, str], Path]
) -> None:
    page.set_default_timeout(60_000)
    town = f"{live_server.url}/tilburg"
    bring_in(page, town, files / "wijken_2022.csv", source="CBS, Kerncijfers wijken en buurten", year=2022, found=59)
    borders_come_in(page, town, files / "wijken_2022.geojson.gz")
    rivm = "rivm_50090NED_{}_18plus_untyped.csv.gz"
    bring_in(page, town, files / rivm.format(2020), source="RIVM, Gezondheidsmonitor", year=2020, found=58)
    slugs = list(Area.objects.order_by("name").values_list("slug", flat=True))
    assert len(slugs) == WIJKEN
    for slug in slugs:
        answer = page.request.get(f"{town}/wijken/{slug}/cijfers/")
        assert (answer.status, "Mensen die zich eenzaam voelen" in answer.text()) == (200, True), slug
    bring_in(page, town, files / rivm.format(2016), source="RIVM, Gezondheidsmonitor", year=2016, found=58)
    assert Figure.objects.filter(column__indicator="eenzaam").count() == 2 * REGIONS
    a_series_says_what_may_be_compared(page, town, look_at)


def bring_in(page: Page, town: str, file: Path, *, source: str, year: int, found: int) -> None:
    """What the page asks for, and nothing more; RIVM's map is of before Biezenmortel came to Tilburg."""
    page.goto(f"{town}/cijfers/inlezen/")
    page.get_by_label("Het bestand met cijfers").set_input_files(file)
    page.get_by_label("Van wie zijn deze cijfers?").fill(source)
    page.get_by_label("Van welk jaar zijn de cijfers?").fill(str(year))
    if not Area.objects.exists():
        page.locator('[name="draw"]').check()
    page.get_by_role("button", name="Bekijk het bestand").click()
    page.get_by_role("button", name="Controleer de cijfers").click()
    expect(page.get_by_text(f"{found} van de 59 CBS-gebieden van uw indeling hebben cijfers")).to_be_visible()
    page.get_by_role("button", name="Lees de cijfers in").click()
    expect(page.get_by_text("De cijfers zijn ingelezen.")).to_be_visible()


def borders_come_in(page: Page, town: str, file: Path) -> None:
    """From the page of divisions; the file is of the whole country."""
    assert len(gzip.decompress(file.read_bytes())) > 1_000_000
    page.goto(f"{town}/indeling/")
    page.locator('a[href$="/grenzen/"]').first.click()
    page.locator('input[type="file"]').set_input_files(file)
    page.locator('[name="source"]').fill("CBS en Kadaster")
    page.locator('[name="year"]').fill("2022")
    page.get_by_role("main").locator('button[type="submit"]').click()
    expect(page).to_have_url(f"{town}/indeling/")
    page.goto(f"{town}/wijken/")
    expect(page.locator(".wz-borders svg a")).to_have_count(WIJKEN)


def a_series_says_what_may_be_compared(page: Page, town: str, look_at: Callable[[Page, str], Path]) -> None:
    """Two years for one map are joined, and called no trend; a wijk with twenty people shows nothing."""
    page.goto(f"{town}/wijken/binnenstad/cijfers/")
    page.get_by_role("link", name="Mensen die zich eenzaam voelen").first.click()
    main = page.get_by_role("main")
    expect(main.get_by_text("50,4%").first).to_be_visible()
    expect(main.get_by_text("Dit cijfer komt uit een rekenmodel.", exact=False).first).to_be_visible()
    expect(main.get_by_text("Te weinig metingen voor een trend.", exact=False)).to_be_visible()
    expect(main.locator(".wz-break")).to_have_count(0)
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        look_at(page, f"new-user-figure-{width}")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.goto(f"{town}/wijken/de-katsbogten/cijfers/jonger-dan-15/")
    expect(main.get_by_text("hier wonen te weinig mensen om dit te laten zien").first).to_be_visible()
