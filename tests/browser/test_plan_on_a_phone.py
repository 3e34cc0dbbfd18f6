"""A long plan on a phone: short enough to read, folds that open for who is led into them, and whole on paper."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.demo import demo
from tests.browser.test_plan_reading import wrong_on
from wijkaanzet.plans.models import Plan

__all__ = ["demo"]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser, pytest.mark.done("6.plan-to-read")]
FOLDED = "details.wz-fold"


@pytest.fixture
def address(demo: None, live_server: LiveServer, page: Page) -> str:
    """The plan of Noord, on a phone."""
    plan = Plan.objects.get(network__body__municipality__slug="tilburg", network__body__key="wijknetwerk")
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(reduced_motion="reduce")  # two scrolls that run at once would end anywhere
    return f"{live_server.url}/tilburg/plannen/{plan.public_id}/"


def test_an_address_that_points_into_a_fold_opens_it(address: str, page: Page) -> None:
    page.goto(f"{address}#figures-all")
    expect(page.locator("#figures-all")).to_be_visible()
    expect(page.locator(FOLDED).first).not_to_have_attribute("open", "")


def test_the_way_from_a_priority_to_its_figures_opens_them(address: str, page: Page) -> None:
    page.goto(address)
    page.locator(".wz-priority summary").last.click()
    page.locator(".wz-priority a[href='#figures-all']").last.click()
    expect(page.locator("#figures-all")).to_be_visible()


def test_a_keyboard_goes_through_the_contents_and_opens_a_fold(address: str, page: Page) -> None:
    page.goto(address)
    page.locator(".wz-contents a[href='#money']").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#money")).to_be_in_viewport()
    page.locator("section[aria-labelledby=money] summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("section[aria-labelledby=money] table").first).to_be_visible()


def test_on_paper_nothing_is_folded_and_the_contents_are_left_out(address: str, page: Page) -> None:
    page.goto(address)
    page.emulate_media(media="print")
    expect(page.locator(".wz-contents")).to_be_hidden()
    expect(page.locator("#figures-all")).to_be_visible()
    expect(page.locator("section[aria-labelledby=money] table").first).to_be_visible()
    expect(page.locator("section[aria-labelledby=base] .wz-brings")).to_be_visible()


def test_axe_finds_nothing_folded_and_unfolded(address: str, page: Page) -> None:
    assert wrong_on(page, address) == []
