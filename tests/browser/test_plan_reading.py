"""A plan as everybody reads it in a browser: by axe and on a phone, before and after it is adopted."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_axe import complaints
from tests.browser.test_tools import log_in
from tests.conftest import AT
from tests.plans.life import lay_life
from tests.plans.whole import Whole
from wijkaanzet.areas.models import Area
from wijkaanzet.decisions.rules import Outcome
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Plan
from wijkaanzet.plans.rules.priorities import NewReason, ReasonKind

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.full]
WIDTHS = (390, 1280)
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
UNFOLD = "document.querySelectorAll('details').forEach(one => { one.open = true })"


@pytest.fixture
def whole(transactional_db: None) -> Whole:
    """Who keeps a plan of Proefstad and who decides on it."""
    life = lay_life()
    return Whole(network=life.table.network, keeper=life.coordinator, clerk=life.clerk, college=life.college)


@pytest.fixture
def plan(whole: Whole) -> Plan:
    """A plan that is being written."""
    return whole.written(whole.opened())


def wrong_on(page: Page, address: str) -> list[str]:
    """What axe finds and what is too wide, on a phone and wide, folded and unfolded."""
    page.goto(address)
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"{width}: {one}" for one in complaints(page)]
        if page.evaluate(TOO_WIDE):
            found.append(f"{width}: too wide")
    page.evaluate(UNFOLD)
    return [*found, *(f"unfolded: {one}" for one in complaints(page))]


@pytest.mark.done("6.axe-on-plans")
def test_axe_finds_nothing_from_the_first_words_to_the_difference_between_two_editions(
    live_server: LiveServer, page: Page, whole: Whole, plan: Plan
) -> None:
    site = f"{live_server.url}/proefstad/plannen/"
    here = f"{site}{plan.public_id}/"
    wrong = {"being written": wrong_on(page, here)}
    whole.public(plan)
    wrong["adopted"] = wrong_on(page, here)
    whole.public(whole.amended(plan))
    wrong["changed"] = wrong_on(page, f"{here}verschil/")
    wrong["earlier"] = wrong_on(page, f"{here}uitgave/1/")
    wrong["all plans"] = wrong_on(page, site)
    assert {name: found for name, found in wrong.items() if found} == {}


@pytest.mark.done("6.axe-on-plans")
def test_axe_finds_nothing_where_who_decides_reads_what_changed(
    live_server: LiveServer, page: Page, whole: Whole, plan: Plan
) -> None:
    site = f"{live_server.url}/proefstad/"
    whole.adopted(whole.submitted(whole.agreed(whole.amended(whole.public(plan)))), outcome=Outcome.RETURNED)
    plan.refresh_from_db()
    supper = plan.priorities.get(title="Samen eten")
    reasons = [NewReason(kind=ReasonKind.WISH, says="Samen eten is gezellig.")]
    plans.set_reasons(supper, reasons=reasons, actor=whole.keeper, at=AT)
    whole.submitted(whole.agreed(plan))
    log_in(page.context, whole.clerk, site)
    here = f"{site}plannen/{plan.public_id}/ingediend/3/"
    wrong = {step: wrong_on(page, f"{here}{step}") for step in ("", "verschil/2/", "verschil/1/")}
    assert {step: found for step, found in wrong.items() if found} == {}


def test_pictures_of_an_adopted_plan_are_seen_and_its_papers_can_be_taken_away(
    live_server: LiveServer, page: Page, whole: Whole, plan: Plan
) -> None:
    whole.public(plan)
    page.goto(f"{live_server.url}/proefstad/plannen/{plan.public_id}/")
    area = Area.objects.get(bodies__network__plans=plan).slug
    photos = page.locator(".wz-plan-photo img")
    sources = [photos.nth(at).get_attribute("src") for at in range(photos.count())]
    answers = [page.request.get(f"{live_server.url}{one}") for one in sources]
    assert [(one.status, one.headers["content-type"]) for one in answers] == [(200, "image/jpeg")] * 2
    for kind in ("pdf", "docx"):
        with page.expect_download() as taken:
            page.locator(f"a[download][href$='.{kind}']").click()
        assert taken.value.suggested_filename == f"proefstad-{area}-wijkplan-2018.{kind}"


def test_a_keyboard_goes_from_what_there_is_to_do_to_its_priority(
    live_server: LiveServer, page: Page, whole: Whole, plan: Plan
) -> None:
    whole.public(plan)
    page.goto(f"{live_server.url}/proefstad/plannen/{plan.public_id}/")
    page.get_by_role("link", name="Een groen plein").first.focus()
    page.keyboard.press("Enter")
    green = plan.priorities.get(title="Een groen plein").public_id
    expect(page).to_have_url(f"{live_server.url}/proefstad/plannen/{plan.public_id}/#prioriteit-{green}")
