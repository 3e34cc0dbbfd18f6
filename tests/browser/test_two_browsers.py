"""Two browsers write on one part of a plan, and one loses the connection halfway: nobody's text disappears."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_axe import complaints
from tests.conftest import AT
from tests.factories import somebody
from tests.networks.table import Table, lay_table
from tests.web.division_town import browser as logged_in
from tests.web.writing_world import suggest
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.people.rules import Role
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans import queries
from wijkaanzet.plans.models import Plan, Section
from wijkaanzet.plans.operations import HandIn
from wijkaanzet.plans.rules.sections import SectionKey, TakenOver

pytestmark = [pytest.mark.browser, pytest.mark.both_engines, pytest.mark.django_db(transaction=True)]
TUIN = "Er is een buurttuin. De tuin is open."

Open = Callable[..., Page]


@pytest.fixture(name="table")
def table_with_a_plan(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Table:
    monkeypatch.setattr(clock, "now", lambda: AT)
    table = lay_table()
    first, last = AT.date().replace(year=2018), AT.date().replace(year=2020)
    plans.open_plan(table.network, starts_on=first, ends_before=last, actor=table.coordinator, at=AT)
    return table


@pytest.fixture(name="open_as")
def open_page_as_somebody(live_server: LiveServer, browser: Browser, table: Table) -> Iterator[Open]:
    """The page of the part, in a browser of its own: of the coordinator and of who sits at the table."""
    opened: list[BrowserContext] = []

    def open_page(who: Actor, *, script: bool = True, width: int = 390, page: str = "") -> Page:
        context = browser.new_context(java_script_enabled=script, locale="nl", viewport={"width": width, "height": 900})
        opened.append(context)
        name = settings.SESSION_COOKIE_NAME
        value = logged_in(who).cookies[name].value
        context.add_cookies([{"name": name, "value": value, "url": live_server.url}])
        shown = context.new_page()
        shown.goto(f"{live_server.url}{part_href()}{page}")
        return shown

    yield open_page
    for context in opened:
        context.close()


def part() -> Section:
    return Section.objects.select_related("plan").get(priority__isnull=True, key=SectionKey.THERE_IS)


def part_href() -> str:
    return f"/proefstad/plannen/{part().plan.public_id}/schrijven/{part().pk}/"


def fill(page: Page, text: str) -> None:
    page.locator("#id_text").fill(text)


def send(page: Page) -> None:
    page.locator("form.wz-writing button[type=submit]").click()


@pytest.mark.done("6.two-browsers-one-section")
@pytest.mark.parametrize("script", [True, False])
def test_what_two_browsers_wrote_stands_together_with_and_without_script(
    table: Table, open_as: Open, script: bool
) -> None:
    plans.write(part(), hand_in=HandIn(base=0, text=TUIN), actor=table.coordinator, at=AT)
    one, other = (open_as(who, script=script) for who in (table.coordinator, table.sits))
    fill(one, f"{TUIN} Er is soep.")
    fill(other, TUIN.replace("De tuin", "Kom langs. De tuin"))
    send(one)
    send(other)
    expect(other.locator("#id_text")).to_have_value("Er is een buurttuin. Kom langs. De tuin is open. Er is soep.")


@pytest.mark.done("6.two-browsers-one-section")
def test_without_script_both_texts_of_one_sentence_are_there_and_one_says_how_it_reads(
    table: Table, open_as: Open
) -> None:
    plans.write(part(), hand_in=HandIn(base=0, text=TUIN), actor=table.coordinator, at=AT)
    one, other = (open_as(who, script=False) for who in (table.coordinator, table.sits))
    fill(one, TUIN.replace("open", "elke dag open"))
    fill(other, TUIN.replace("open", "nooit open"))
    send(one)
    send(other)
    both = "Er is een buurttuin. De tuin is elke dag open. De tuin is nooit open."
    expect(other.locator("#id_text")).to_have_value(both)
    fill(other, "Er is een buurttuin. De tuin is vaak open.")
    send(other)
    expect(other.locator("#id_text")).to_have_value("Er is een buurttuin. De tuin is vaak open.")
    assert not queries.beside_of(part()).exists()


@pytest.mark.done("6.unsent-text-is-kept")
def test_who_loses_the_connection_gets_the_text_back_and_nothing_of_another_is_overwritten(
    table: Table, open_as: Open
) -> None:
    plans.write(part(), hand_in=HandIn(base=0, text=TUIN), actor=table.coordinator, at=AT)
    one, other = open_as(table.coordinator), open_as(table.sits)
    fill(other, f"Kom langs. {TUIN}")
    other.context.set_offline(True)
    send(other)
    expect(other.locator("[data-offline]")).to_be_visible()
    fill(one, f"{TUIN} Er is soep.")
    send(one)
    other.context.set_offline(False)
    again = other.context.new_page()  # the first one is closed by accident
    other.close()
    again.goto(one.url)
    expect(again.locator("[data-unsent-text]")).to_have_text(f"Kom langs. {TUIN}")
    again.locator("[data-unsent-use]").click()
    send(again)
    expect(again.locator("#id_text")).to_have_value(f"Kom langs. {TUIN} Er is soep.")
    expect(again.locator("[data-unsent]")).to_be_hidden()
    again.reload()
    expect(again.locator("[data-unsent]")).to_be_hidden()
    assert again.evaluate("Object.keys(localStorage).length") == 0


@pytest.mark.done("6.unsent-text-is-kept")
def test_a_text_whose_answer_never_came_is_offered_until_it_was_kept(table: Table, open_as: Open) -> None:
    page = open_as(table.sits)
    fill(page, "Wij koken samen.")
    page.route("**/*", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    send(page)
    page.unroute("**/*")
    again = page.context.new_page()
    again.goto(open_as(table.sits).url)
    expect(again.locator("[data-unsent-text]")).to_have_text("Wij koken samen.")
    again.locator("[data-unsent-drop]").click()
    expect(again.locator("[data-unsent]")).to_be_hidden()
    assert again.evaluate("Object.keys(localStorage).length") == 0


@pytest.mark.done("6.bad-input")
def test_what_is_too_long_is_still_there_after_the_answer_and_on_the_device(table: Table, open_as: Open) -> None:
    page = open_as(table.sits)
    fill(page, "x" * 100_000)
    send(page)
    expect(page.locator("#errors")).to_be_visible()
    expect(page.locator("#id_text")).to_have_value("x" * 100_000)
    url = page.url
    page.goto("about:blank")
    page.goto(url)
    expect(page.locator("[data-unsent]")).to_be_visible()


@pytest.mark.full
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_where_a_plan_is_written_together(
    table: Table, open_as: Open, width: int, look_at: Callable[[Page, str], Path], live_server: LiveServer
) -> None:
    _write_much(table)
    found: dict[str, list[str]] = {}
    page = open_as(table.coordinator, width=width)
    fill(page, "Niet verstuurd.")
    page.reload()
    plan = part().plan
    suggestion = plan.suggestions.order_by("pk")[0].pk
    ways = {
        "section": part_href(),
        "versions": f"{part_href()}versies/",
        "beside": f"{part_href()}ernaast/3/",
        "comments": f"{part_href()}opmerkingen/",
        "suggestions": f"/proefstad/plannen/{plan.public_id}/voorstellen/",
        "suggestion": f"/proefstad/plannen/{plan.public_id}/voorstellen/{suggestion}/",
        "tell": f"/proefstad/vertel/?over=plan-{plan.public_id}",
    }
    for name, path in ways.items():
        page.goto(live_server.url + path)
        look_at(page, f"plan-writing-{name}-{width}")
        if wrong := complaints(page):
            found[name] = wrong
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name
    assert found == {}


def _write_much(table: Table) -> None:
    """A part with versions, two texts of one sentence and a comment, and suggestions that wait and are answered."""
    other = somebody(Role.AREA_MANAGER, table.municipality, scope=table.area)
    for base, text, who in [
        (0, TUIN, table.sits),
        (1, f"{TUIN.replace('open', 'elke dag open')}\n\n- soep op dinsdag\n- Fatima Jansen kookt", table.coordinator),
        (1, TUIN.replace("open", "nooit open"), other),
    ]:
        plans.write(part(), hand_in=HandIn(base=base, text=text, said_by="bewoners aan tafel"), actor=who, at=AT)
    plans.comment(part(), text="Wie heeft de sleutel van de poort?", actor=other, at=AT)
    plan = Plan.objects.select_related("network__body__municipality", "network__body__area").get()
    suggest(plan, text="Zet een bankje bij de vijver.\n\nDan kunnen ouderen rusten.")
    answered, _code = suggest(plan, text="Meer bomen in de Besterdstraat.")
    told = plans.Answer(taken_over=TakenOver.NOT, answer="Dank u wel. De straat is te smal voor bomen.")
    plans.answer_suggestion(answered, answer=told, actor=table.coordinator, at=AT)
