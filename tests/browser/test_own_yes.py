"""The own yes in a browser: residents with the code of a letter and no account, an organisation with its account."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_axe import complaints
from tests.factories import NOBODY
from tests.web.priorities_world import photo
from wijkaanzet.areas.models import Area
from wijkaanzet.demo.build import START
from wijkaanzet.kernel import clock
from wijkaanzet.networks import operations as networks
from wijkaanzet.people.models import Membership
from wijkaanzet.people.rules import Role
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Contribution, Plan, Priority

pytestmark = [pytest.mark.browser, pytest.mark.full, pytest.mark.usefixtures("demo")]

Look = Callable[..., None]
HERE = "/tilburg/plannen/"


@pytest.fixture
def plan(monkeypatch: pytest.MonkeyPatch, demo: None) -> Plan:
    """The plan that a new network in Noord has just begun."""
    monkeypatch.setattr(clock, "now", lambda: START)
    area = Area.objects.select_related("division__municipality").get(
        division__municipality__slug="tilburg", slug="noord"
    )
    network = networks.open_network(area, new=networks.Described(name="Koken in Noord"), actor=NOBODY, at=START)
    years = {"starts_on": date(2018, 1, 1), "ends_before": date(2020, 1, 1)}
    return plans.open_plan(network, **years, actor=NOBODY, at=START)


def log_in(page: Page, start: str, persona: str) -> None:
    """Become somebody of the demo."""
    page.goto(f"{start}/demo/")
    page.locator("form", has=page.locator(f"input[value='{persona}']")).get_by_role("button").click()


def send(page: Page) -> None:
    """Send the form of the page."""
    button(page).click()


def button(page: Page) -> Locator:
    """The first button of the form of the page."""
    return page.locator("main form button[type=submit]").first


def add_wish(page: Page, start: str, plan: Plan) -> Priority:
    """Put a wish in the plan, and answer what residents do."""
    page.goto(f"{start}{HERE}{plan.public_id}/prioriteit/nieuw/")
    page.locator("#id_title").fill("Samen eten")
    send(page)
    page.locator("input[name='informal'][value='want']").check()
    page.locator("#id_informal_says").fill("Wij willen elke week samen koken.")
    send(page)
    expect(page.locator("main")).to_contain_text("Wij willen elke week samen koken.")
    return Priority.objects.get(plan=plan)


def ask_residents(page: Page) -> str:
    """Ask a group of residents; the code on the letter."""
    page.locator("main a[href$='/bewoners-vragen/']").click()
    page.locator("#id_group").fill("De kookgroep")
    page.locator("#id_what").fill("Elke week koken")
    send(page)
    return "-".join(page.locator(".wz-code span").all_inner_texts())


def ask_provider(page: Page, start: str, priority: Priority) -> Contribution:
    """Ask the organisation of the demo for somebody on top of the base."""
    page.goto(f"{start}{HERE}{priority.plan.public_id}/prioriteit/{priority.public_id}/vragen/")
    organisation = Membership.objects.get(user__username="tilburg-provider", role=Role.PROVIDER).organisation_id
    page.locator("#id_organisation").select_option(str(organisation))
    page.locator("#id_what").fill("Een kok die het voordoet")
    page.locator("#id_beyond_base").check()
    send(page)
    return Contribution.objects.get(priority=priority, organisation=organisation)


@pytest.mark.done("6.own-yes")
def test_residents_say_yes_with_a_code_and_an_organisation_with_its_account(
    live_server: LiveServer, page: Page, plan: Plan, somebody_else: Callable[[int], BrowserContext]
) -> None:
    start = live_server.url
    log_in(page, start, "tilburg-coordinator")
    priority = add_wish(page, start, plan)
    code = ask_residents(page)
    with page.expect_download() as letter:
        send(page)
    assert letter.value.path().read_bytes().startswith(b"%PDF")
    asked = ask_provider(page, start, priority)
    say_yes_by_code(somebody_else(390).new_page(), start, code)
    say_yes_after_logging_in(somebody_else(1280).new_page(), start, asked)
    answered = Contribution.objects.filter(priority=priority).order_by("pk")
    assert [(one.status, one.answered_with) for one in answered] == [("confirmed", "code"), ("confirmed", "account")]
    page.goto(f"{start}{HERE}{plan.public_id}/prioriteit/{priority.public_id}/")
    expect(page.locator("section[aria-labelledby='bring'] li").first).to_contain_text("De kookgroep")
    expect(page.locator("main")).to_contain_text("Wij beginnen in mei.")


def say_yes_by_code(page: Page, start: str, code: str) -> None:
    """Somebody of the group types the code, without an account."""
    page.goto(f"{start}/tilburg/inbreng/")
    page.locator("#id_code").fill(code.upper())
    send(page)
    expect(page.locator("h1")).to_contain_text("Elke week koken")
    page.locator("#id_says").fill("Wij beginnen in mei.")
    page.locator("button[name='answer'][value='yes']").click()
    expect(page.locator("button[name='answer'][value='back']")).to_be_visible()


def say_yes_after_logging_in(page: Page, start: str, asked: Contribution) -> None:
    """Somebody of the organisation finds the question at home, and answers it."""
    log_in(page, start, "tilburg-provider")
    page.goto(f"{start}/tilburg/aan-zet/")
    page.locator(f"main a[href='/tilburg/inbreng/{asked.public_id}/']").first.click()
    page.locator("button[name='answer'][value='yes']").click()
    expect(page.locator("button[name='answer'][value='back']")).to_be_visible()


@pytest.mark.parametrize(("width", "language"), [(390, "nl"), (1280, "en")])
def test_axe_finds_nothing_on_the_pages_of_a_priority(
    live_server: LiveServer,
    page: Page,
    plan: Plan,
    width: int,
    language: str,
    look_at: Callable[[Page, str], Path],
) -> None:
    found: dict[str, list[str]] = {}

    def look(name: str, path: str = "") -> None:
        if path:
            page.goto(live_server.url + path)
        look_at(page, f"priority-{name}-{width}")
        if wrong := complaints(page):
            found[name] = wrong
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name

    page.set_viewport_size({"width": width, "height": 900})
    page.set_extra_http_headers({"Accept-Language": language})
    log_in(page, live_server.url, "tilburg-coordinator")
    whole = f"{HERE}{plan.public_id}/"
    look("new", f"{whole}prioriteit/nieuw/")
    send(page)
    look("new-refused")
    priority = add_wish(page, live_server.url, plan)
    code = look_at_the_priority(page, live_server.url, priority, look)
    look("base", f"{whole}basis/")
    look_at_photos(page, whole, look)
    look_at_the_answer(page, code, look)
    assert found == {}


def look_at_the_priority(page: Page, start: str, priority: Priority, look: Look) -> str:
    """All pages of one priority, and asking; the code of the letter."""
    whole = f"{HERE}{priority.plan.public_id}/"
    one = f"{whole}prioriteit/{priority.public_id}/"
    for step in ("wijzigen", "eerst-informeel", "plaats", "laten-gaan", "aanleiding", "anderen-vragen", "vragen"):
        look(step, f"{one}{step}/")
    look("bewoners-vragen", f"{one}bewoners-vragen/")
    page.goto(start + one)
    code = ask_residents(page)
    look("letter")
    asked = Contribution.objects.get(priority=priority)
    for step in ("brief", "verder-zonder", "intrekken"):
        look(step, f"{whole}inbreng/{asked.public_id}/{step}/")
    ask_provider(page, start, priority)
    look("whole", one)
    return code


def look_at_the_answer(page: Page, code: str, look: Look) -> None:
    """What somebody sees who has the code."""
    look("find", "/tilburg/inbreng/")
    look("answer", f"/tilburg/inbreng/code/{code}/")
    page.locator("button[name='answer'][value='yes']").click()
    look("answered")


def look_at_photos(page: Page, whole: str, look: Look) -> None:
    """Put a photo with the plan, and ask to delete it."""
    look("photos", f"{whole}fotos/")
    page.locator("#id_photo").set_input_files({"name": "tafel.png", "mimeType": "image/png", "buffer": photo()})
    page.locator("#id_alt").fill("Een lange tafel op straat")
    page.locator("#id_consent").fill("Niemand is te herkennen.")
    send(page)
    look("photos-one")
    page.locator("main a[href$='/weg/']").click()
    look("photo-delete")
