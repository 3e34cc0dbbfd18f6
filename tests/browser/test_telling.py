"""Somebody tells something, finds the answer, shares the story and takes it back; axe looks at every state."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_axe import complaints
from tests.web.telling import entry_of, offered, picture

pytestmark = [pytest.mark.browser, pytest.mark.full, pytest.mark.usefixtures("demo")]

Look = Callable[[str], None]


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.done("5.axe")
def test_axe_finds_nothing_from_telling_to_taking_back(
    live_server: LiveServer, page: Page, width: int, look_at: Callable[[Page, str], Path]
) -> None:
    found: dict[str, list[str]] = {}

    def look(name: str) -> None:
        look_at(page, f"telling-{name}-{width}")
        if wrong := complaints(page):
            found[name] = wrong
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name

    page.set_viewport_size({"width": width, "height": 900})
    page.set_extra_http_headers({"Accept-Language": "nl"})
    answer = tell(page, f"{live_server.url}/tilburg/vertel/?wijk=noord", look)
    find(page, f"{live_server.url}/tilburg/antwoord/", answer, look)
    offered(entry_of(answer.rstrip("/").split("/")[-1]))
    share(page, answer, look)
    take_back(page, answer, look)
    assert found == {}


def tell(page: Page, path: str, look: Look) -> str:
    """Fill in the form with a photo; what is forgotten is said first. Gives the address of the answer."""
    page.goto(path)
    look("empty")
    for fold in page.locator("summary").all():
        fold.click()
    look("open")
    page.get_by_role("button", name="Verstuur het").click()
    expect(page.get_by_role("alert")).to_be_visible()
    look("refused")
    page.get_by_label("Wat wilt u vertellen?").fill("Wij eten elke dinsdag samen in de tuin.")
    page.get_by_label("Ja, iedereen mag het lezen").check()
    page.locator("summary").first.click()
    photo = FilePayload(name="tuin.jpg", mimeType="image/jpeg", buffer=picture().read())
    page.get_by_label("Een foto").set_input_files(photo)
    page.get_by_role("button", name="Verstuur het").click()
    expect(page.get_by_role("heading", name="Bewaar uw code")).to_be_visible()
    look("receipt")
    return page.url.split("?")[0]


def find(page: Page, path: str, answer: str, look: Look) -> None:
    """A wrong code, and then the right one, in capitals and with spaces."""
    page.goto(path)
    page.get_by_label("Uw code").fill("abcd")
    page.get_by_role("button", name="Bekijk het antwoord").click()
    look("wrong-code")
    page.get_by_label("Uw code").fill(answer.rstrip("/").split("/")[-1].upper().replace("-", " "))
    page.get_by_role("button", name="Bekijk het antwoord").click()
    expect(page).to_have_url(answer)
    look("answer")


def share(page: Page, answer: str, look: Look) -> None:
    """Look at the edited story, share it, and see where it stands."""
    page.goto(answer)
    look("offered")
    page.get_by_role("link", name="Bekijk mijn verhaal").click()
    look("story")
    page.get_by_role("button", name="Deel het", exact=True).click()
    look("story-refused")
    page.get_by_label("iedereen, op deze site").check()
    page.get_by_label("Ik ben 16").check()
    page.get_by_role("button", name="Deel het", exact=True).click()
    expect(page.get_by_role("link", name="Samen eten")).to_be_visible()
    look("shared")


def take_back(page: Page, answer: str, look: Look) -> None:
    """Take it back; the browser sends the form as ours, from a page that no copy is kept of."""
    page.goto(answer)
    page.get_by_role("link", name="Neem het terug").click()
    look("take-back")
    page.get_by_role("button", name="Ja, neem het terug").click()
    expect(page.get_by_role("heading", name="U hebt dit teruggenomen")).to_be_visible()
    look("taken-back")
