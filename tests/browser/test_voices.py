"""What people tell, from their telephone to the scan of their neighbourhood and back: whole journeys in a browser."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.utils.translation import gettext
from playwright.sync_api import BrowserContext, FilePayload, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.hands import Keyboard, Pointer
from tests.browser.voices_hands import (
    DESK,
    PHONE,
    Calendar,
    Journey,
    Somebody,
    answers,
    asks_network,
    keeps_code,
    lets_through,
    opens_answer,
    opens_entry,
    publishes,
    takes_along,
    tells,
)
from tests.conftest import AT
from tests.helpers.books import books_are_right
from tests.stories.town import Town, build_town
from wijkaanzet.demo.figures import DATA, SOURCE, file_name
from wijkaanzet.intake.models import Entry
from wijkaanzet.kernel import clock
from wijkaanzet.people.rules import Role
from wijkaanzet.web.inbox.words import answer_when_placed

pytestmark = pytest.mark.browser

TITLE = "Taalles aan de keukentafel"
TOLD = (
    "Elke donderdag geef ik taalles aan vier vrouwen uit mijn flat. Riet de Vries komt ook. "
    "Eerst zei niemand iets. Nu lachen we het hele uur."
)
EDITED = "Elke donderdag geef ik taalles aan vier vrouwen uit mijn flat. Eerst zei niemand iets. Nu lachen we veel."
MEANING = "Je leert een taal door samen te lachen."
SCAN = "wijken/noord/wijkscan/2018/"
ON_THE_SITE = {"verteld/", "wijken/noord/", "search", "its page", "verteld.csv", "verteld.json"}
IN_THE_SCAN = {
    SCAN,
    *(f"wijken/noord/wijkscan/2018.{kind}" for kind in ("pdf", "csv", "json")),
    *(f"wijkscans/2018.{kind}" for kind in ("pdf", "csv", "json")),
}
FILES = IN_THE_SCAN | {"verteld.csv", "verteld.json"}
NUMBER = "06-12345678"
STRENGTH, STRENGTH_TEXT = (
    "Een moestuin voor de hele flat",
    "Achter de flat is een moestuin. Wie oogst, deelt met de buren.",
)
FIRST_WORDS = "De huiskamer is nu ook open op zondag."
NEXT_WORDS = "Er is een tweede huiskamer bij de flats."
FIRST_TOLD, NEXT_TOLD = "De huiskamer die nooit dicht is", "Leren fietsen op je zestigste"
FIGURE = "Mensen met een laag inkomen"
COMMENT, ANSWERED = "De lift van de flat mist nog.", "Die staat er volgend jaar bij."
TAKEN_BACK = "Door de verteller ingetrokken"


@pytest.fixture
def calendar(demo: None, monkeypatch: pytest.MonkeyPatch) -> Calendar:
    """The demo, on a day that a journey can turn."""
    calendar = Calendar()
    monkeypatch.setattr(clock, "now", calendar.now)
    return calendar


@pytest.fixture
def amersfoort(live_server: LiveServer, calendar: Calendar, look_at: Callable[[Page, str], Path]) -> Journey:
    """Amersfoort, where Soesterkwartier published a scan last winter."""
    return Journey(live_server.url, "amersfoort", look_at)


@pytest.fixture
def small_town(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Town:
    """A town that is built in a moment."""
    monkeypatch.setattr(clock, "now", lambda: AT)
    return build_town()


@pytest.fixture
def tilburg(live_server: LiveServer, calendar: Calendar, look_at: Callable[[Page, str], Path]) -> Journey:
    """Tilburg, where Noord made a scan and is at work on the next."""
    return Journey(live_server.url, "tilburg", look_at)


def test_who_tells_something_reads_what_happens_with_it(
    live_server: LiveServer, small_town: Town, page: Page, look_at: Callable[[Page, str], Path]
) -> None:
    journey = Journey(live_server.url, small_town.municipality.slug, look_at)
    teller = _somebody(journey, page, PHONE)
    teller.go(f"vertel/?wijk={small_town.area.slug}")
    code = tells(teller, text="Er staat een bank bij de vijver waar altijd iemand zit.")
    opens_answer(teller, code)
    teller.sees(f"U vertelde dit op 2 oktober 2017, over {small_town.area.name}.")
    assert books_are_right()
    assert journey.wrong == {}


@pytest.mark.full
@pytest.mark.done("5.journey-story")
def test_a_volunteer_tells_a_story_and_takes_it_back(
    tilburg: Journey, calendar: Calendar, page: Page, somebody_else: Callable[[int], BrowserContext]
) -> None:
    teller = _somebody(tilburg, page, PHONE)
    staff = _somebody(tilburg, somebody_else(DESK).new_page(), DESK)
    teller.go("wijken/noord/")
    teller.follow("Tell something yourself")
    code = tells(teller, text=TOLD, title=TITLE, meaning=MEANING)
    _story_is_made_ready(staff)
    voice = _teller_shares(teller, code)
    assert _where_it_stands(teller, voice) == ON_THE_SITE
    _story_goes_into_the_scan(staff)
    assert _where_it_stands(teller, voice) == ON_THE_SITE | IN_THE_SCAN
    calendar.turn_to(date(2018, 3, 5))
    _teller_takes_it_back(teller, code)
    assert _where_it_stands(teller, voice) == set()
    teller.go(SCAN)
    expect(teller.main.locator(".wz-quote-gone")).to_contain_text(TAKEN_BACK)
    teller.look("scan-taken-back")
    assert TAKEN_BACK.lower() in teller.text_of(f"{SCAN[:-1]}.pdf").lower()
    assert books_are_right()
    assert tilburg.wrong == {}


@pytest.mark.full
@pytest.mark.done("5.journey-desk")
def test_a_strength_that_was_told_at_the_desk_is_answered(
    tilburg: Journey, page: Page, somebody_else: Callable[[int], BrowserContext]
) -> None:
    resident = _somebody(tilburg, somebody_else(PHONE).new_page(), PHONE)
    staff = _somebody(tilburg, page, DESK, Keyboard)
    code = _is_written_down(staff)
    _strength_is_made_ready(staff)
    opens_entry(staff, Role.AREA_MANAGER, "strength-prepared")
    lets_through(staff, "Give it its place")
    opens_entry(staff, Role.COORDINATOR, "strength-to-tell")
    staff.sees(NUMBER)
    staff.press("I told the answer")
    staff.look("strength-told")
    opens_answer(resident, code)
    resident.sees(answer_when_placed(Entry(may_share=True)))
    resident.look("strength-answer")
    resident.follow(STRENGTH)
    resident.sees(STRENGTH_TEXT)
    assert books_are_right()
    assert tilburg.wrong == {}


@pytest.mark.full
@pytest.mark.done("5.journey-scan")
def test_a_network_makes_a_scan_and_next_year_reads_what_changed(
    amersfoort: Journey, calendar: Calendar, page: Page, somebody_else: Callable[[int], BrowserContext]
) -> None:
    visitor = _somebody(amersfoort, page, PHONE)
    maker = _somebody(amersfoort, somebody_else(DESK).new_page(), DESK)
    member = _somebody(amersfoort, somebody_else(PHONE).new_page(), PHONE)
    _scan_is_begun(maker, 2018)
    _parts_are_filled(maker, 2018, words=FIRST_WORDS, told=FIRST_TOLD)
    asks_network(maker)
    _member_comments(member)
    _comment_is_answered(maker)
    publishes(maker, _scan(2018))
    _visitor_reads(visitor, 2018, FIRST_WORDS)
    calendar.turn_to(date(2018, 9, 24))
    _new_figures_come_in(maker)
    _scan_is_begun(maker, 2019)
    _parts_are_filled(maker, 2019, words=NEXT_WORDS, told=NEXT_TOLD)
    asks_network(maker)
    publishes(maker, _scan(2019))
    _visitor_reads(visitor, 2019, NEXT_WORDS)
    _visitor_reads_what_changed(visitor)
    assert books_are_right()
    assert amersfoort.wrong == {}


def _somebody(journey: Journey, page: Page, width: int, hands: type[Pointer] | type[Keyboard] = Pointer) -> Somebody:
    page.set_viewport_size({"width": width, "height": 900})
    page.set_extra_http_headers({"Accept-Language": "nl"})
    return Somebody(journey, hands(page))


def _story_is_made_ready(staff: Somebody) -> None:
    """The coordinator reads it first and the area manager second; a name that was told does not stay."""
    opens_entry(staff, Role.COORDINATOR, "story-received")
    staff.sees("Riet de Vries")
    staff.choose("kind", "story")
    staff.fill("title", TITLE)  # its first word was taken for a name
    staff.fill("text", EDITED)
    staff.press("Give it to the second reader")
    opens_entry(staff, Role.AREA_MANAGER, "story-prepared")
    lets_through(staff, "Let the teller look at it")
    staff.sees("It lies with the teller. Nobody else reads it before the teller says so.")


def _teller_shares(teller: Somebody, code: str) -> str:
    """The teller reads the edited story and shares it; its address."""
    opens_answer(teller, code)
    teller.look("story-offered")
    teller.follow("Look at my story")
    teller.sees(TITLE, EDITED, MEANING)
    teller.look("story-share")
    teller.choose("scopes", "network", "public")
    teller.tick("of_age")
    teller.press("Share it")
    teller.look("story-shared")
    teller.follow(TITLE)
    teller.sees(EDITED)
    teller.look("story-voice")
    return teller.page.url.removeprefix(teller.journey.server + teller.at(""))


def _story_goes_into_the_scan(staff: Somebody) -> None:
    """The coordinator takes the scan back, puts the story in, asks again, answers what was said and publishes it."""
    staff.become(Role.COORDINATOR)
    staff.go(SCAN)
    staff.follow("What is left to do")
    staff.look("scan-open")
    staff.press("Work on it again")
    staff.follow_to(f"{SCAN}onderdeel/strengths/")
    staff.look("scan-section")
    takes_along(staff, TITLE)
    staff.press("Keep this part")
    asks_network(staff)
    answers(staff, "De ontbijtclub staat er volgend jaar bij.")
    publishes(staff, SCAN)


def _teller_takes_it_back(teller: Somebody, code: str) -> None:
    """Months later the teller sees what was done with the story, and takes it back."""
    opens_answer(teller, code)
    teller.sees("De wijkscan van Noord van 2018")
    teller.look("story-used")
    teller.follow("Take it back")
    teller.look("story-take-back")
    teller.press("Yes, take it back")
    teller.sees("You took this back")
    teller.look("story-taken-back")


def _where_it_stands(visitor: Somebody, voice: str) -> set[str]:
    """Where a visitor finds the story now."""
    found = {path for path in FILES if visitor.is_there(path) and TITLE in visitor.text_of(path)}
    link = visitor.main.locator(f'a[href="{visitor.at(voice)}"]')
    for path in ("verteld/", "wijken/noord/"):
        visitor.go(path)
        found |= {path} if link.count() else set()
    visitor.go("verteld/")
    visitor.fill("zoek", "taalles KEUKENTAFEL")
    visitor.press("Look")
    found |= {"search"} if link.count() else set()
    return found | ({"its page"} if visitor.is_there(voice) else set())


def _is_written_down(staff: Somebody) -> str:
    """The coordinator writes down what somebody tells at the desk; the code on the receipt."""
    staff.become(Role.COORDINATOR)
    staff.go("wijken/noord/")
    staff.follow("Tell something yourself")
    staff.look("desk-tell")
    staff.choose("route_told", "desk")
    staff.fill("text", STRENGTH_TEXT)
    staff.choose("may_share", "yes")
    staff.fill("phone", NUMBER)
    staff.press("Send it")
    return keeps_code(staff)


def _strength_is_made_ready(staff: Somebody) -> None:
    """The coordinator makes it ready, and is not asked to be the second reader of the same words."""
    opens_entry(staff, Role.COORDINATOR, "strength-received")
    staff.choose("kind", "strength")
    staff.choose("strength_kind", "places")
    staff.fill("title", STRENGTH)
    staff.press("Give it to the second reader")
    opens_entry(staff, Role.COORDINATOR, "strength-own")
    staff.sees("You made this ready. Somebody else reads it too before it has its place.")
    expect(staff.main.locator("[name=risk]")).to_have_count(0)


def _scan(year: int) -> str:
    return f"wijken/soesterkwartier/wijkscan/{year}/"


def _scan_is_begun(maker: Somebody, year: int) -> None:
    """From the newest scan of the neighbourhood, by the coordinator."""
    maker.become(Role.COORDINATOR)
    maker.go("wijken/soesterkwartier/wijkscan/")
    maker.look(f"scan-before-{year}")
    maker.press(gettext("Begin the scan of %(year)s") % {"year": year})
    maker.look(f"scan-begun-{year}")


def _parts_are_filled(maker: Somebody, year: int, *, words: str, told: str) -> None:
    """New words and something that people told about what is strong; and a figure beside what worries them."""
    maker.follow_to(f"{_scan(year)}onderdeel/strengths/")
    maker.fill("words", words)
    takes_along(maker, told)
    maker.press("Keep this part")
    maker.follow_to(f"{_scan(year)}onderdeel/concerns/")
    takes_along(maker, FIGURE)
    maker.press("Keep this part")
    maker.look(f"scan-made-{year}")


def _member_comments(member: Somebody) -> None:
    """Somebody of the network finds the scan among what waits, and says what is missing."""
    member.become(Role.NETWORK_MEMBER)
    member.look("scan-asked-aan-zet")
    member.follow_to(_scan(2018))
    member.look("scan-asked")
    member.fill("text", COMMENT)
    member.press("Send your comment")
    member.sees(COMMENT)


def _comment_is_answered(maker: Somebody) -> None:
    maker.go(_scan(2018))
    maker.sees(COMMENT)
    answers(maker, ANSWERED)
    maker.sees(ANSWERED)


def _new_figures_come_in(staff: Somebody) -> None:
    """A policy officer brings in the figures of the next year."""
    staff.become(Role.POLICY_OFFICER)
    staff.go("cijfers/inlezen/")
    name = file_name("amersfoort", 2017)
    file = FilePayload(name=name, mimeType="text/csv", buffer=(DATA / name).read_bytes())
    staff.hands.attach(staff.main.locator("[name=file]"), file)
    staff.fill("source", SOURCE)
    staff.fill("year", "2017")
    staff.fill("for_year", "2018")
    for button in ("Look at the file", "Check the figures", "Bring the figures in"):
        staff.press(button)


def _visitor_reads(visitor: Somebody, year: int, words: str) -> None:
    """By the page of the neighbourhood; what the network said of it is not for everybody."""
    visitor.go("wijken/soesterkwartier/")
    visitor.follow_to(_scan(year))
    visitor.sees(words)
    expect(visitor.main.get_by_text(COMMENT)).to_have_count(0)
    visitor.look(f"scan-{year}")


def _visitor_reads_what_changed(visitor: Somebody) -> None:
    changed = visitor.main.locator("section[aria-labelledby=changed]")
    told = (f"Nieuw hier: “{NEXT_TOLD}”.", f"Staat hier niet meer: “{FIRST_TOLD}”.")
    for line in ("De woorden zijn nieuw.", *told, re.compile(rf"{FIGURE}: .+ in 2016, .+ in 2017\.")):
        expect(changed.get_by_text(line)).to_be_visible()
    assert told[0] in visitor.text_of(f"{_scan(2019)[:-1]}.pdf")
