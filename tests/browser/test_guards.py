"""The browser works here, and is watched."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer


@pytest.fixture(autouse=True)
def bare_site(settings: Settings) -> None:
    """Only the layers that the set-up owns."""
    settings.ROOT_URLCONF = "tests.setup.urls"
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "tenancy" not in name]


def test_a_page_is_shown_and_pictured(
    live_server: LiveServer, page: Page, look_at: Callable[[Page, str], Path]
) -> None:
    page.goto(f"{live_server.url}/gezond/leeft/")
    expect(page.locator("body")).to_have_text("leeft")
    assert look_at(page, "gezond").stat().st_size > 0


def test_a_page_that_calls_elsewhere_is_noticed(page: Page, outside: list[str]) -> None:
    page.route("**/*", lambda route: route.abort())
    with pytest.raises(Error):
        page.goto("http://elsewhere.invalid/")
    assert outside == ["http://elsewhere.invalid/"]
    outside.clear()
