"""Who looks after the roles ends one and gives one by keyboard; who got it logs in and keeps the network."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core import mail
from django.core.management import call_command
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.hands import Keyboard
from tests.browser.test_axe import complaints
from tests.people.test_second_step import code_of
from wijkaanzet.people.models import Membership

pytestmark = [pytest.mark.browser, pytest.mark.full, pytest.mark.usefixtures("demo")]

Look = Callable[[Page, str], None]
ROLES = "/tilburg/beheer/rollen/"
NETWORK = "/tilburg/netwerken/noord-in-beweging/"
PASSWORD = "paard fiets wolk 9"
SEND = "main form.wz-form button[type=submit]"


@pytest.fixture
def look(look_at: Callable[[Page, str], Path]) -> Look:
    """Take a picture on a phone and wide, and let axe and the width judge."""

    def looked(page: Page, name: str) -> None:
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            look_at(page, f"roles-{name}-{width}")
            assert complaints(page) == [], name
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name

    return looked


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def becomes_admin(hands: Keyboard, start: str) -> None:
    page = hands.page
    page.set_extra_http_headers({"Accept-Language": "nl"})
    page.goto(f"{start}/demo/")
    card = page.locator("form", has=page.locator("input[value='tilburg-functional_admin']"))
    hands.press(card.get_by_role("button"))


def ends_the_coordinator(hands: Keyboard, look: Look) -> None:
    """From the menu to the list, and there the role of who coordinates that network, from today on."""
    page = hands.page
    hands.press(page.locator(f"nav a[href='{ROLES}']"))
    look(page, "matrix")
    hands.press(page.locator(f"main a[href='{ROLES}wie/']").first)
    look(page, "holders")
    hands.fill(page.locator("#id_zoek"), "noord in beweging")
    hands.press(page.locator("form[role=search] button"))
    row = page.locator("main .wz-roles > li", has_text="tilburg-coordinator-2")
    expect(page.locator("main .wz-roles > li")).to_have_count(1)
    hands.press(row.locator("a[href$='/beeindigen/']"))
    expect(page.locator("main a[href*='rol=coordinator']")).to_be_visible()
    look(page, "end")
    hands.press(page.locator(SEND))
    expect(page).to_have_url(re.compile(f"{ROLES}wie/$"))


def gives_the_role(hands: Keyboard, look: Look) -> None:
    """From the page of the network, where nobody has it now; a mistake first, and nothing is lost."""
    page = hands.page
    page.goto(page.url.split("/tilburg/")[0] + NETWORK)
    look(page, "network")
    hands.press(page.locator("main a[href*='rol=coordinator']"))
    expect(page.locator("#id_over option:checked")).to_have_text(re.compile("^Noord in beweging"))
    look(page, "give")
    hands.fill(page.locator("#id_username"), "sam de boer")
    hands.fill(page.locator("#id_email"), "sam@example.org")
    hands.press(page.locator(SEND))
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("#id_email")).to_have_value("sam@example.org")
    look(page, "give-refused")
    hands.fill(page.locator("#id_username"), "sam.deboer")
    hands.press(page.locator(SEND))
    expect(page.locator("main .wz-roles > li", has_text="sam.deboer")).to_have_count(1)
    look(page, "given")


def link_in(letter: mail.EmailMessage) -> str:
    """The path of the first address in a mail about the account."""
    found = re.search(r"https?://[^/\s]+(/account/\S+)", str(letter.body))
    assert found is not None
    return found[1]


def logs_in(page: Page, start: str, look: Look) -> None:
    """By the mail about the role to a password, and then in, with a second step."""
    call_command("send_outbox", stdout=None)
    (told,) = [one for one in mail.outbox if one.to == ["sam@example.org"]]
    page.goto(start + link_in(told))
    page.locator("#id_email").fill("sam@example.org")
    page.locator(SEND).click()
    page.wait_for_url("**/reset/done/")
    page.goto(start + link_in(mail.outbox[-1]))
    for name in ("password1", "password2"):
        page.locator(f"#id_{name}").fill(PASSWORD)
    page.locator(SEND).click()
    page.goto(f"{start}/account/login/")
    page.locator("[name=login]").fill("sam.deboer")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator(SEND).click()
    page.locator("[name=code]").fill(code_of(page.locator("code").inner_text()))
    page.locator(SEND).click()
    page.goto(f"{start}/tilburg/aan-zet/")
    look(page, "home-of-the-coordinator")


@pytest.mark.done("6.role-keeping")
def test_a_network_gets_another_coordinator_without_a_command(
    live_server: LiveServer, page: Page, look: Look, somebody_else: Callable[[int], BrowserContext]
) -> None:
    hands = Keyboard(page)
    becomes_admin(hands, live_server.url)
    ends_the_coordinator(hands, look)
    page.goto(f"{live_server.url}/tilburg/aan-zet/")
    expect(page.locator("main a[href*='rol=coordinator']")).to_have_count(1)
    look(page, "home-of-the-administrator")
    gives_the_role(hands, look)
    theirs = somebody_else(1280).new_page()
    logs_in(theirs, live_server.url, look)
    theirs.goto(f"{live_server.url}{NETWORK}tafel/")
    expect(theirs.get_by_role("heading", level=1)).to_be_visible()
    look(theirs, "table")
    assert Membership.objects.get(user__username="sam.deboer").body is not None


@pytest.mark.done("6.role-keeping")
def test_a_role_that_was_given_by_mistake_is_taken_back(live_server: LiveServer, page: Page, look: Look) -> None:
    hands, start = Keyboard(page), live_server.url
    becomes_admin(hands, start)
    page.goto(f"{start}{ROLES}geven/")
    look(page, "choose")
    hands.press(page.locator("main a[href$='rol=network_member']"))
    hands.pick(page.locator("#id_over"), "Noord in beweging")
    hands.fill(page.locator("#id_username"), "tilburg-controller")
    hands.press(page.locator(SEND))
    hands.press(page.locator("main .wz-roles a[href$='/terugnemen/']"))
    look(page, "take-back")
    hands.press(page.locator(SEND))
    expect(page.locator("main a[href$='/terugnemen/']")).to_have_count(0)


@pytest.mark.done("6.role-keeping")
def test_who_fell_ill_gets_a_stand_in(live_server: LiveServer, page: Page, look: Look) -> None:
    hands, start = Keyboard(page), live_server.url
    becomes_admin(hands, start)
    page.goto(f"{start}{ROLES}wie/?rol=policy_officer")
    hands.press(page.locator("main .wz-roles a[href$='/vervanging/']"))
    hands.fill(page.locator("#id_colleague"), "tilburg-controller")
    for part, text in enumerate(("31", "12", "2017")):
        hands.fill(page.locator(f"#id_last_{part}"), text)
    look(page, "stand-in")
    hands.press(page.locator(SEND))
    ending = page.locator("main a[href$='/beeindigen/']")
    expect(ending).to_have_count(1)
    hands.press(ending)
    look(page, "stand-in-end")
    hands.press(page.locator(SEND))
    page.goto(f"{start}{ROLES}wie/?rol=policy_officer&zoek=xyz")
    look(page, "nothing")
    expect(page.locator("main .wz-roles")).to_have_count(0)
