"""Somebody clicks twice on the button of a form: it is done once, and that is said."""

from collections.abc import Callable
from http import HTTPStatus

import pytest
from django.conf import settings
from django.utils.translation import gettext
from playwright.sync_api import BrowserContext, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from tests.conftest import AT
from tests.networks.table import NAME, Table, lay_table
from tests.web.division_town import browser as logged_in
from tests.web.network_pages import at
from wijkaanzet.kernel import clock
from wijkaanzet.networks.models import Member

pytestmark = [pytest.mark.browser, pytest.mark.both_engines, pytest.mark.django_db(transaction=True)]


@pytest.fixture(name="table")
def table_of_today(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Table:
    monkeypatch.setattr(clock, "now", lambda: AT)
    return lay_table()


@pytest.fixture(name="filled")
def form_that_is_filled_in(
    live_server: LiveServer, somebody_else: Callable[[int], BrowserContext], table: Table
) -> Page:
    """The page of who take part, with somebody filled in."""
    name = settings.SESSION_COOKIE_NAME
    value = logged_in(table.coordinator).cookies[name].value
    page = somebody_else(1280).new_page()
    page.context.add_cookies([{"name": name, "value": value, "url": live_server.url}])
    page.goto(f"{live_server.url}{at(table, 'deelnemers/')}")
    page.locator("#id_name").fill(NAME)
    page.locator("[name=behalf][value=resident]").check()
    return page


def test_a_second_click_before_the_answer_comes_lets_somebody_take_part_once(filled: Page) -> None:
    """The first answer gets lost once the act is done: of two answers under way at once either may be the last word."""
    sent: list[str | None] = []

    def lose_the_first_answer(route: Route) -> None:
        if route.request.method != "POST":
            route.continue_()
            return
        sent.append(route.request.post_data)
        if len(sent) > 1:
            route.continue_()
        else:
            route.fetch(max_redirects=0)
            route.fulfill(status=HTTPStatus.NO_CONTENT)  # with this the browser stays where it is

    filled.route("**/deelnemers/", lose_the_first_answer)
    button = filled.get_by_role("button", name=gettext("Add this person"))
    for _ in range(2):
        with filled.expect_response(lambda response: response.request.method == "POST"):
            button.click()
    expect(filled.get_by_text(gettext("You had sent this already. It was done once."))).to_be_visible()
    assert (len(sent), len(set(sent)), Member.objects.count()) == (2, 1, 1)
