"""Walking through what people tell, what its readers do with it, and the scan that a network makes of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from django.urls import resolve
from django.utils.translation import gettext
from playwright.sync_api import Locator, Page, Response, expect
from pypdf import PdfReader

from tests.browser.hands import Hands
from tests.browser.test_axe import PATHS, complaints
from wijkaanzet.demo.build import START
from wijkaanzet.demo.profile import morning
from wijkaanzet.people.rules import Role

PHONE, DESK = 390, 1280
TODAY = "2 oktober 2017"
"""The day on which the demo starts, as a page writes it."""


@dataclass
class Calendar:
    """The day it is in the demo."""

    moment: datetime = START

    def now(self) -> datetime:
        return self.moment

    def turn_to(self, day: date) -> None:
        self.moment = morning(day)


@dataclass
class Journey:
    """One municipality, the pictures of what was seen there, and what axe found on the way."""

    server: str
    slug: str
    picture: Callable[[Page, str], Path]
    wrong: dict[str, list[str]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=lambda: set(PATHS))
    """The names of the pages that axe saw."""


class Somebody:
    """Somebody who walks through the pages of a municipality, as a visitor or in a role."""

    def __init__(self, journey: Journey, hands: Hands) -> None:
        self.journey, self.hands = journey, hands
        self.page.set_default_timeout(10_000)

    @property
    def page(self) -> Page:
        return self.hands.page

    @property
    def main(self) -> Locator:
        return self.page.get_by_role("main")

    def at(self, path: str) -> str:
        return f"/{self.journey.slug}/{path}"

    def go(self, path: str = "") -> Response:
        """Type an address of this municipality."""
        found = self.page.goto(f"{self.journey.server}{self.at(path)}")
        assert found is not None, path
        self._fits()
        return found

    def become(self, role: Role) -> None:
        """Step into a role; one lands on what waits for that role."""
        self.page.goto(f"{self.journey.server}/demo/")
        self.hands.press(self.page.locator(f'form:has(input[value="{self.journey.slug}-{role}"]) button'))
        expect(self.page).to_have_url(f"{self.journey.server}{self.at('aan-zet/')}")

    def follow(self, words: str) -> None:
        """Follow the first link with these words, which are given in English."""
        self.hands.press(self.link(gettext(words)).first)
        self._fits()

    def link(self, name: str | re.Pattern[str]) -> Locator:
        return self.main.get_by_role("link", name=name)

    def follow_to(self, path: str) -> None:
        """Follow the first link that leads there."""
        self.hands.press(self.main.locator(f'a[href="{self.at(path)}"]').first)
        self._fits()

    def press(self, words: str) -> None:
        """Press the button with these words, which are given in English."""
        self.hands.press(self.main.get_by_role("button", name=gettext(words), exact=True).first)
        self._fits()

    def fill(self, name: str, text: str) -> None:
        self.hands.fill(self.main.locator(f'[name="{name}"]'), text)

    def choose(self, name: str, *values: str) -> None:
        for value in values:
            self.hands.choose(self.main.locator(f'[name="{name}"][value="{value}"]'))

    def tick(self, name: str) -> None:
        self.hands.choose(self.main.locator(f'[name="{name}"]'))

    def sees(self, *texts: str) -> None:
        for text in texts:
            expect(self.main.get_by_text(gettext(text)).first, text).to_be_visible()

    def look(self, name: str) -> None:
        """Keep a picture; and let axe look, once, at a page that it does not see elsewhere without an account."""
        self._fits()
        width = (self.page.viewport_size or {"width": 0})["width"]
        self.journey.picture(self.page, f"voices-{name}-{width}")
        route = resolve(urlsplit(self.page.url).path).url_name or ""
        if route not in self.journey.seen and (found := complaints(self.page)):
            self.journey.wrong[name] = found
        self.journey.seen.add(route)

    def text_of(self, path: str) -> str:
        """What stands in a file or page of this municipality, as a browser gets it that downloads it."""
        answer = self.page.request.get(f"{self.journey.server}{self.at(path)}")
        assert answer.ok, path
        return _in_pdf(answer.body()) if path.endswith(".pdf") else answer.text()

    def is_there(self, path: str) -> bool:
        """Whether there is a page at an address."""
        return self.page.request.get(f"{self.journey.server}{self.at(path)}").status != 404

    def _fits(self) -> None:
        """Nothing sticks out sideways."""
        assert self.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), self.page.url


def _in_pdf(content: bytes) -> str:
    """The words of a PDF, with one space wherever a line ends."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


def tells(teller: Somebody, *, text: str, title: str = "", meaning: str = "") -> str:
    """Tell something on the form that is open; the code that one gets."""
    teller.look("tell")
    teller.fill("text", text)
    if title:
        teller.main.locator("details:has([name=title]) summary").click()
        teller.fill("title", title)
        teller.fill("meaning", meaning)
    teller.choose("may_share", "yes")
    teller.press("Send it")
    return keeps_code(teller)


def keeps_code(somebody: Somebody) -> str:
    """Copy the code of the receipt, as people write it down."""
    somebody.sees("Keep your code")
    somebody.look("receipt")
    return " ".join(somebody.main.locator(".wz-code").first.inner_text().upper().split())


def opens_answer(teller: Somebody, code: str) -> None:
    """Type the code of the receipt, days later."""
    teller.go("antwoord/")
    teller.fill("code", code)
    teller.press("Look at the answer")
    expect(teller.main.locator(".wz-code")).to_be_visible()


def opens_entry(reader: Somebody, role: Role, name: str) -> None:
    """Be a reader, and open what came in today from the list of what came in."""
    reader.become(role)
    reader.look(f"{name}-aan-zet")
    reader.go("binnengekomen/")
    reader.hands.press(reader.link(re.compile(rf", {TODAY}$")).first)
    reader.look(name)


def lets_through(reader: Somebody, button: str) -> None:
    """Judge as the second reader that nobody can be recognised."""
    reader.choose("risk", "1")
    for box in reader.main.locator("[name=finds_checked]").all():
        reader.hands.choose(box)
    reader.press(button)
    expect(reader.page.get_by_role("alert")).to_have_count(0)


def takes_along(maker: Somebody, title: str) -> None:
    """Choose something for the part of a scan that is open, also when its group is folded."""
    pick = maker.main.locator(".wz-pick", has_text=title)
    group = maker.main.locator("details").filter(has_text=title)
    if group.get_attribute("open") is None:
        group.locator("summary").first.click()
    maker.hands.choose(pick.get_by_role("checkbox"))


def asks_network(maker: Somebody) -> None:
    """Put the scan before the network."""
    maker.follow("Put it before the network")
    maker.look("scan-ask")
    maker.press("Put it before them")


def answers(maker: Somebody, words: str) -> None:
    """Answer what was said of the scan that is open and has no answer yet."""
    maker.hands.fill(maker.main.locator("details[open] [name=answer]"), words)
    maker.look("scan-answering")
    maker.press("Keep the answer")


def publishes(maker: Somebody, scan: str) -> None:
    """Publish the scan."""
    maker.go(f"{scan}uitgeven/")
    maker.look("scan-publish")
    maker.press("Publish it for everybody")
    maker.sees("It is published. Everybody can read it.")
