"""Logging in in a real browser: with a password and an app, and again when a session ended; axe looks at every page."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_axe import complaints
from tests.browser.test_journeys import DESK, PHONE, fits, opened
from tests.conftest import AT
from tests.factories import NOBODY, UserFactory
from tests.people.test_second_step import code_of, next_code
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people import operations
from wijkaanzet.people.models import User
from wijkaanzet.people.rules import Role

Look = Callable[[Page, str], Path]
PASSWORD = "paard fiets wolk 9"


@pytest.fixture
def ria(demo: None, settings: Settings) -> User:
    """An auditor of Tilburg with a password, in an installation that is no demo."""
    settings.WZ_DEMO = False
    user = UserFactory.create(username="ria", email="ria@example.nl")
    user.set_password(PASSWORD)
    user.save()
    town = Municipality.objects.get(slug="tilburg")
    starts_on = date(2016, 9, 1)
    operations.give_role(
        user, role=Role.AUDITOR, municipality=town, scope=None, starts_on=starts_on, actor=NOBODY, at=AT
    )
    return user


def give(page: Page, **answers: str) -> None:
    """Fill in a form by its labels and send it."""
    for label, value in answers.items():
        page.get_by_label(re.compile(label.replace("_", " "), re.IGNORECASE)).fill(value)
    page.locator("form.wz-form button[type=submit]").click()


@pytest.fixture
def look(page: Page, look_at: Look) -> Callable[[str], None]:
    """Look at a page: nothing sticks out, axe finds nothing, and a picture is kept."""

    def taken(name: str) -> None:
        assert fits(page)
        assert complaints(page) == []
        width = page.evaluate("window.innerWidth")
        look_at(page, f"login-{name}-{width}")

    return taken


def title(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


@pytest.mark.usefixtures("ria")
@pytest.mark.parametrize("width", [PHONE, pytest.param(DESK, marks=pytest.mark.full)])
class TestWhoIsPaid:
    def test_sets_up_a_second_step_on_the_way_to_a_page(
        self, live_server: LiveServer, page: Page, look: Callable[[str], None], width: int
    ) -> None:
        opened(page, live_server, "/tilburg/besluiten/", width=width)
        page.get_by_role("link", name="Inloggen").click()
        look("name-and-password")
        give(page, naam="ria", wachtwoord="verkeerd")
        expect(page.get_by_role("alert")).to_contain_text("horen niet bij elkaar")
        look("wrong")
        give(page, naam="ria", wachtwoord=PASSWORD)
        title(page, "Stel uw tweede stap in")
        look("set-up")
        give(page, code=code_of(page.locator("code").inner_text()))
        title(page, "Uw reservecodes")
        look("spare-codes")
        page.get_by_role("link", name="Verder").click()
        expect(page).to_have_url(f"{live_server.url}/tilburg/besluiten/")

    def test_gives_a_code_at_the_next_login(
        self, live_server: LiveServer, page: Page, look: Callable[[str], None], width: int
    ) -> None:
        opened(page, live_server, "/account/login/", width=width)
        give(page, naam="ria", wachtwoord=PASSWORD)
        secret = page.locator("code").inner_text()
        give(page, code=code_of(secret))
        for name in ("password/change", "2fa", "2fa/totp/deactivate", "email", "confirm-email/too-old", "close"):
            page.goto(f"{live_server.url}/account/{name}/")
            look(name.replace("/", "-"))
        page.get_by_role("button", name="Uitloggen").click()
        page.goto(f"{live_server.url}/account/login/?next=/tilburg/beheer/rollen/")
        give(page, naam="ria", wachtwoord=PASSWORD)
        title(page, "Uw tweede stap")
        look("code")
        give(page, code=next_code(secret))
        expect(page).to_have_url(f"{live_server.url}/tilburg/beheer/rollen/")
        page.goto(f"{live_server.url}/account/2fa/recovery-codes/generate/")
        title(page, "Typ nog een keer uw wachtwoord")
        look("password-again")
        page.goto(f"{live_server.url}/account/2fa/reauthenticate/")
        look("code-again")


@pytest.mark.usefixtures("ria")
def test_ten_mistakes_shut_the_door_with_a_sentence(live_server: LiveServer, page: Page, look_at: Look) -> None:
    opened(page, live_server, "/account/login/", width=PHONE)
    for _ in range(10):
        give(page, naam="ria", wachtwoord="verkeerd")
    expect(page.get_by_role("heading", level=1)).to_have_text("Inloggen is even gesloten")
    assert complaints(page) == []
    look_at(page, "login-locked")
