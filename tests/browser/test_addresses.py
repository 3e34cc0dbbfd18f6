"""A very long address in a text of a plan, on a phone: it can be followed, and the page stays as wide as the screen."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_axe import complaints
from tests.conftest import AT
from tests.plans.life import lay_life
from wijkaanzet.kernel import clock

pytestmark = [pytest.mark.full, pytest.mark.django_db(transaction=True)]


def test_long_address_breaks_over_lines_on_a_phone(
    live_server: LiveServer, page: Page, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(clock, "now", lambda: AT)
    life, long = lay_life(), f"https://school.example/{'locatieplan' * 20}"
    plan = life.agreed(life.written(f"De school schrijft zelf: {long}."))
    life.made_known(life.decided(life.submitted(plan)))
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(f"{live_server.url}/proefstad/plannen/{plan.public_id}/")
    expect(page.locator(".wz-address")).to_have_attribute("href", long)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert complaints(page) == []
