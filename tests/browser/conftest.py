"""Chromium for the journeys: found on this machine, watched for calls to elsewhere, and asked for pictures."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Concatenate, ParamSpec
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, expect

from tests.browser.demo import demo

__all__ = ["demo"]

How = ParamSpec("How")
LOOKS = Path(__file__).resolve().parents[2] / "test-results" / "looks"
QUIET = [
    "--no-sandbox",  # in a container there is no user namespace to build one with
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LOCAL = {"localhost", "127.0.0.1", None}  # data: and about: have no host

# A machine that does much at once answers late. Waiting ends as soon as what is expected is there.
expect.set_options(timeout=20_000)


def chromium() -> str | None:
    """The browser to use: the one in WZ_CHROMIUM, or Debian's."""
    return shutil.which(os.environ.get("WZ_CHROMIUM", "/usr/bin/chromium"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests of this folder need the browser; without one they are skipped with a reason, or fail when demanded."""
    here = [item for item in items if Path(__file__).parent in item.path.parents]
    for item in here:
        item.add_marker(pytest.mark.browser)
    if chromium() is None and "WZ_REQUIRE_BROWSER" not in os.environ:
        for item in here:
            item.add_marker(pytest.mark.skip(reason="no Chromium: install it, or point WZ_CHROMIUM at one"))


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """How playwright starts the browser."""
    path = chromium()
    assert path is not None, "WZ_REQUIRE_BROWSER is set and there is no Chromium; install it, or set WZ_CHROMIUM."
    # Playwright keeps an event loop in this thread; Django then takes every query for one made in a coroutine.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    return {"executable_path": path, "args": QUIET}


@pytest.fixture(scope="session", autouse=True)
def arriving() -> Iterator[None]:
    """A click is over when the page that it leads to is there, whole: what is read next is read on that page.

    Playwright lets go of a click as soon as the browser has asked for the next page. Locators wait for what they
    want to see, but axe, a count and a width are taken at once, and found a page without a body when we were busy.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Locator, "click", _then_arrive(Locator.click))
        yield


def _then_arrive(click: Callable[Concatenate[Locator, How], None]) -> Callable[Concatenate[Locator, How], None]:
    def arrive(self: Locator, /, *args: How.args, **how: How.kwargs) -> None:
        click(self, *args, **how)
        self.page.wait_for_load_state()

    return arrive


@pytest.fixture(autouse=True)
def outside(context: BrowserContext) -> Iterator[list[str]]:
    """What the pages of a test asked of another machine; anything fails the test."""
    asked: list[str] = []
    _watch(context, asked)
    yield asked
    assert asked == [], f"The page asked another machine for {asked}"


@pytest.fixture
def somebody_else(browser: Browser, outside: list[str]) -> Iterator[Callable[[int], BrowserContext]]:
    """Open the browser of somebody else, on a screen of that width; it is watched for calls to elsewhere too."""
    opened: list[BrowserContext] = []

    def open_context(width: int) -> BrowserContext:
        context = browser.new_context(locale="nl", viewport={"width": width, "height": 900})
        _watch(context, outside)
        opened.append(context)
        return context

    yield open_context
    for context in opened:
        context.close()


def _watch(context: BrowserContext, asked: list[str]) -> None:
    def note(request: Request) -> None:
        if urlsplit(request.url).hostname not in LOCAL:
            asked.append(request.url)

    context.on("request", note)


@pytest.fixture
def look_at() -> Callable[[Page, str], Path]:
    """Save a picture of the whole page in test-results/looks/, for people to look at."""

    def save(page: Page, name: str) -> Path:
        LOOKS.mkdir(parents=True, exist_ok=True)
        path = LOOKS / f"{name}.png"
        page.screenshot(path=path, full_page=True)
        return path

    return save
