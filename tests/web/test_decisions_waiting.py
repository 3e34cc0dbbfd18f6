"""Decisions that wait for a clerk: each says what it is about, on the page, in the overview and in the calendar."""

import pytest
from django.utils.translation import gettext as _

from tests.conftest import AT
from tests.helpers.queries import assert_same_queries
from tests.plans.life import Life, lay_life
from tests.web.division_town import browser
from tests.web.network_pages import text
from wijkaanzet.cycle.operations.messages import make_calendar_feed
from wijkaanzet.cycle.queries import feed_token
from wijkaanzet.decisions.labels import OUTCOMES, STEPS
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import Outcome, Step
from wijkaanzet.kernel import clock
from wijkaanzet.people.models import User
from wijkaanzet.plans.models import Plan
from wijkaanzet.web.messages.digest import told_in_digest

pytestmark = pytest.mark.django_db
PAGE = "/proefstad/aan-zet/"


@pytest.fixture(name="life")
def life_today(monkeypatch: pytest.MonkeyPatch) -> Life:
    monkeypatch.setattr(clock, "now", lambda: AT)
    return lay_life()


@pytest.fixture
def plan(life: Life) -> Plan:
    """A plan that came back and was adopted after that; neither was made known."""
    plan = life.decided(outcome=Outcome.RETURNED).plan
    return life.decided(life.submitted(life.agreed(plan))).plan


def names(life: Life) -> list[str]:
    """What the clerk reads of each of them."""
    title = str(STEPS[Step.PLAN]) % {"name": life.table.network.body.name, "year": 2018}
    return [f"{title}, {OUTCOMES[one]} ({life.college.name}, 2 oktober 2017)" for one in Outcome]


@pytest.mark.usefixtures("plan")
class TestWhatWaitsForAClerk:
    def test_is_named_by_what_was_decided_on_its_page(self, life: Life) -> None:
        page = text(browser(life.clerk), PAGE)
        assert [page.count(one) for one in names(life)] == [1, 1]

    def test_is_named_in_the_overview(self, life: Life) -> None:
        user = User.objects.get(pk=life.clerk.user_id or 0)
        told = str(told_in_digest(life.table.municipality, user, today=AT.date()).told["asks"])
        assert [told.count(f": {name}") for name in names(life)] == [1, 1]

    def test_is_named_in_the_calendar(self, life: Life) -> None:
        municipality, user_id = life.table.municipality, life.clerk.user_id or 0
        make_calendar_feed(municipality, user_id=user_id, actor=life.clerk, at=AT)
        token = feed_token(municipality, user_id=user_id)
        feed = browser(life.clerk).get(f"{PAGE}agenda/{token}.ics").content.decode()
        told = feed.replace("\r\n ", "").replace("\\,", ",")
        assert [told.count(f"{_('Make the decision known')}: {name}") for name in names(life)] == [1, 1]


def test_two_decisions_cost_as_many_questions_as_one(life: Life) -> None:
    plan = life.decided(outcome=Outcome.RETURNED).plan
    assert_same_queries(browser(life.clerk), PAGE, lambda: life.decided(life.submitted(life.agreed(plan))))
    assert Decision.objects.count() == 2
