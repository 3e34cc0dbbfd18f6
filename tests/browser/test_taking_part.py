"""Mostly the same people come to a table, and nobody sees it: until the cards are counted; axe looks on the way."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.utils.translation import gettext
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_axe import complaints
from tests.factories import NOBODY
from wijkaanzet.demo.build import START
from wijkaanzet.kernel import clock
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks.models import CardTally, Meeting, Member, Network
from wijkaanzet.networks.rules import CardGroup, MeetingStatus

pytestmark = [pytest.mark.browser, pytest.mark.full, pytest.mark.usefixtures("demo")]

HERE = "/tilburg/netwerken/wijknetwerk/"
PAGE = f"{HERE}wie-doet-mee/"
SAME, ALL, OTHERS = 10, 12, 12
BEFORE = [datetime(*day, 19, tzinfo=UTC) for day in ((2016, 12, 8), (2017, 5, 11), (2017, 6, 8))]
CARDS = {CardGroup.FROM_45_TO_65: 8, CardGroup.FROM_65: 16, CardGroup.WITH_CHILDREN: 3}
NUMBERS = "main figure.wz-seen"


@pytest.mark.done("6.zaanstad-who-takes-part")
@pytest.mark.parametrize("width", [390, 1280])
def test_after_some_meetings_the_page_says_that_it_is_mostly_the_same_people_and_whom_nobody_sees(
    live_server: LiveServer,
    page: Page,
    width: int,
    look_at: Callable[[Page, str], Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found: dict[str, list[str]] = {}

    def look(name: str) -> None:
        look_at(page, f"taking-part-{name}-{width}")
        if wrong := complaints(page):
            found[name] = wrong
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name

    page.set_viewport_size({"width": width, "height": 900})
    page.set_extra_http_headers({"Accept-Language": "nl"})
    page.goto(live_server.url + HERE)
    page.locator(f"main a[href='{PAGE}']").click()
    look("nothing-yet")
    expect(page.locator(NUMBERS)).to_have_count(0)
    came = met_before()
    monkeypatch.setattr(clock, "now", lambda: START + timedelta(days=11))
    page.goto(f"{live_server.url}/demo/")
    page.locator("form", has=page.locator("input[value='tilburg-coordinator']")).get_by_role("button").click()
    hold(page, live_server.url, came)
    count(page, look)
    expect(page.locator("main")).to_contain_text(gettext("So it is mostly the same people who come."))
    look("told")
    page.context.clear_cookies()
    page.goto(live_server.url + PAGE)
    told_to_everybody(page)
    look("visitor")
    assert found == {}


def met_before() -> list[Member]:
    """Who takes part, of whom ten came to three meetings before; nobody counted a card yet."""
    network = Network.objects.get(body__municipality__slug="tilburg", body__key="wijknetwerk")
    people = [
        networks.take_seat(
            network,
            joining=networks.Joining(named=networks.Named(name=f"Deelnemer {number} (oefening)"), as_resident=True),
            actor=NOBODY,
            at=BEFORE[0],
        )
        for number in range(1, ALL + 1)
    ]
    attended = networks.Attended(members=[one.pk for one in people[:SAME]])
    for on in BEFORE:
        meeting = networks.plan_meeting(network, new=networks.NewMeeting(starts_at=on), actor=NOBODY, at=on)
        networks.hold(meeting, attended=attended, actor=NOBODY, at=on)
    return people


def hold(page: Page, start: str, came: list[Member]) -> None:
    """Write down who came to the meeting that everybody was invited to."""
    meeting = Meeting.objects.get(
        status=MeetingStatus.INVITED, network__body__key="wijknetwerk", network__body__municipality__slug="tilburg"
    )
    page.goto(f"{start}{HERE}bijeenkomst/{meeting.public_id}/gehouden/")
    for member in came:
        page.locator(f"input[name='came'][value='{member.pk}']").check()
    page.locator("#id_residents").fill(str(OTHERS))
    page.locator("main form.wz-form button[type=submit]").click()
    page.goto(f"{start}{HERE}bijeenkomst/{meeting.public_id}/")


def count(page: Page, look: Callable[[str], None]) -> None:
    """Type what the cards say, once with a slip of the pen."""
    page.locator("main a[href$='/kaartjes/']").click()
    look("cards")
    for group, number in CARDS.items():
        page.locator(f"#id_{group}").fill(str(number))
    page.locator("#id_new_here").fill("-1")
    page.locator("main form.wz-form button[type=submit]").click()
    look("cards-refused")
    page.locator("#id_new_here").fill("")
    page.locator("main form.wz-form button[type=submit]").click()
    here = CardTally.objects.filter(meeting__network__body__municipality__slug="tilburg")
    assert dict(here.values_list("group", "count")) == CARDS


def told_to_everybody(page: Page) -> None:
    """A visitor reads that it is mostly the same people, whom nobody sees, the same as a table, and no small number."""
    expect(page.locator("main .wz-missed li")).to_have_count(2)
    expect(page.locator(NUMBERS)).to_have_count(1)  # three cards with children tell of nobody
    years = page.locator("#came ~ details.wz-twin")
    years.locator("summary").click()
    cells = [row.locator("td").all_inner_texts() for row in years.locator("tbody tr").all()]
    half, same = gettext("at least half had come before"), gettext("yes")
    assert cells[-1][1:4] == ["15", half, same]  # sixteen: four of the demo came as well
    ages = page.locator(f"{NUMBERS} details.wz-twin")
    ages.locator("summary").click()
    shares = [row.locator("td").first.inner_text() for row in ages.locator("tbody tr").all()]
    assert shares == ["0", "0", "0", "40", "60"]
    expect(page.locator("#came ~ p").first).not_to_contain_text("(oefening)")


@pytest.mark.done("6.zaanstad-who-takes-part")
@pytest.mark.parametrize("width", [390, 1280])
def test_the_demo_shows_it_in_zaanstad(
    live_server: LiveServer, page: Page, width: int, look_at: Callable[[Page, str], Path]
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.set_extra_http_headers({"Accept-Language": "nl"})
    page.goto(f"{live_server.url}/zaanstad/netwerken/wijknetwerk/wie-doet-mee/")
    look_at(page, f"taking-part-zaanstad-{width}")
    expect(page.locator("main .wz-missed li")).not_to_have_count(0)
    main = page.locator("main")
    expect(main).to_contain_text(gettext("So it is mostly the same people who come."))
    expect(main).to_contain_text(gettext("At least half of them had come in a year before."))
    expect(main).not_to_contain_text(re.compile(r"\b[1-4] van hen\b"))
    assert complaints(page) == []


@pytest.mark.parametrize(("width", "language"), [(390, "nl"), (1280, "en")])
def test_axe_finds_nothing_where_it_says_what_was_asked_of_organisations(
    live_server: LiveServer, page: Page, width: int, language: str, look_at: Callable[[Page, str], Path]
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.set_extra_http_headers({"Accept-Language": language})
    page.goto(f"{live_server.url}/demo/")
    page.locator("form", has=page.locator("input[value='zaanstad-policy_officer']")).get_by_role("button").click()
    page.goto(f"{live_server.url}/zaanstad/netwerken/wijknetwerk/gevraagd/")
    wrong = complaints(page)
    look_at(page, f"asked-network-{width}")
    page.locator("main a[href='/zaanstad/gevraagd/']").click()
    wrong += complaints(page)
    page.locator("main .wz-list a").first.click()
    wrong += complaints(page)
    look_at(page, f"asked-organisation-{width}")
    assert wrong == []
