"""Anybody reads what people tell, and a policy officer asks a question; axe looks at every page."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image, ImageDraw
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_axe import complaints
from tests.factories import NOBODY, somebody
from tests.web.division_town import browser
from wijkaanzet.areas.models import Area
from wijkaanzet.demo.build import START
from wijkaanzet.intake import operations as intake
from wijkaanzet.intake.rules import AttachmentKind, EntryKind, Tone
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.people.rules import Role
from wijkaanzet.stories import operations as stories
from wijkaanzet.stories.models import Story
from wijkaanzet.stories.rules import ConsentWay, Scope, Yes

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("demo")]
TEXT = "Op dinsdag eten we samen in de tuin. Wie wil, kookt mee.\n\nEerst kende ik niemand. Nu ken ik iedereen."


def garden() -> bytes:
    """A photo with something to see."""
    picture = Image.new("RGB", (900, 600), "#8fb58a")
    ImageDraw.Draw(picture).ellipse((300, 150, 600, 450), fill="#d9731a")
    held = BytesIO()
    picture.save(held, "JPEG")
    return held.getvalue()


def shared_story() -> Story:
    """A story with a photo beside a figure, that everybody may read."""
    area = Area.objects.select_related("division__municipality").get(
        division__municipality__slug="tilburg", slug="noord"
    )
    town = area.division.municipality
    told = intake.Telling(text=TEXT)
    photo = intake.SentFile(kind=AttachmentKind.PHOTO, pieces=[garden()])
    sending = intake.Sending(
        token="the form of the garden", told=told, may_share=True, area=area, figure="jonger-dan-15", files=[photo]
    )
    entry = intake.receive(town, sending=sending, actor=NOBODY, at=START).entry
    first, second = (somebody(Role.POLICY_OFFICER, town) for _ in range(2))
    made = intake.Prepared(
        kind=EntryKind.STORY,
        title="De tuin waar ik iedereen leerde kennen",
        text=TEXT,
        meaning="Ik hoor erbij.",
        tone=Tone.GOOD,
        photo_alt="Een tuin met een grote oranje bal",
    )
    intake.prepare(entry, prepared=made, actor=first, at=START)
    judged = intake.Judged(risk=1, answer="Dank u wel.", finds_checked=True)
    yes = Yes(scopes={Scope.PUBLIC, Scope.PHOTO}, way=ConsentWay.LINK, of_age=True)
    return stories.share(stories.offer(entry, judged=judged, actor=second, at=START), yes=yes, actor=NOBODY, at=START)


@pytest.mark.full
@pytest.mark.parametrize(("width", "language"), [(390, "nl"), (1280, "en")])
@pytest.mark.done("5.axe")
def test_axe_finds_nothing_where_people_read_and_are_asked(
    live_server: LiveServer, page: Page, width: int, language: str, look_at: Callable[[Page, str], Path]
) -> None:
    found: dict[str, list[str]] = {}
    story, here = shared_story(), f"{live_server.url}/tilburg/"

    def look(name: str, path: str | None = None) -> None:
        if path is not None:
            page.goto(here + path)
        look_at(page, f"told-{name}-{width}")
        if wrong := complaints(page):
            found[name] = wrong
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name

    page.set_viewport_size({"width": width, "height": 900})
    page.set_extra_http_headers({"Accept-Language": language})
    look("front", "")
    look("neighbourhood", "wijken/noord/")
    look("list", "verteld/")
    _find(page, story)
    look("one")
    look("nothing", "verteld/?zoek=zeemeeuw&soort=zorg")
    look("wrong", "verteld/?soort=roddel")
    _log_in(page, live_server.url, somebody(Role.POLICY_OFFICER, story.municipality))
    look("before-asking", "vragen/")
    _ask(page, look)
    assert found == {}


def _find(page: Page, story: Story) -> None:
    """Look for a story by its words, and open it."""
    page.locator("#id_zoek").fill("IEDEREEN leerde")
    page.locator(".wz-looking button").click()
    expect(page.locator(".wz-voice")).to_have_count(1)
    page.get_by_role("link", name=story.title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(story.title)
    expect(page.get_by_role("img", name=story.photo_alt)).to_be_visible()


def _log_in(page: Page, start: str, actor: Actor) -> None:
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": browser(actor).cookies[name].value, "url": start}])


def _ask(page: Page, look: Callable[[str], None]) -> None:
    """Put a question, too hastily at first, and end it."""
    ask = page.locator("form.wz-form button")
    ask.click()
    look("asking-too-early")
    page.locator("#id_question").fill("Waar komt u mensen tegen in uw straat of in uw buurt?")
    page.locator("#id_where").select_option("*")
    ask.click()
    look("asking")
    page.locator(".wz-prompt button").first.click()
    look("ended")
