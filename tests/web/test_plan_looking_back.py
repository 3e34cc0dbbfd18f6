"""The day on which people look back at a priority shows where they look: at the table, on an agenda, in a calendar."""

from datetime import timedelta

import pytest

from tests.conftest import AT
from tests.factories import NOBODY
from tests.plans.life import TODAY, Life, lay_life
from tests.web.division_town import browser
from wijkaanzet.cycle.operations import change_calendar_feed
from wijkaanzet.cycle.queries import feed_token
from wijkaanzet.kernel import clock
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Plan
from wijkaanzet.plans.rules.priorities import KnownBy, NewPriority
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks import behind_plans

pytestmark = pytest.mark.django_db

SOON = TODAY + timedelta(days=40)


@pytest.fixture
def life() -> Life:
    return lay_life()


@pytest.fixture
def plan(life: Life, monkeypatch: pytest.MonkeyPatch) -> Plan:
    """A plan that holds, on the day on which people look back at one of its priorities."""
    plan = life.written()
    new = NewPriority(title="Samen eten", known_by=KnownBy.LOOK_BACK, look_back_on=SOON)
    plans.add_priority(plan, new=new, actor=NOBODY, at=AT)
    edition = life.decided(life.submitted(life.agreed(plan)))
    monkeypatch.setattr(clock, "now", lambda: AT + timedelta(days=40))
    return edition.plan


def behind(life: Life, plan: Plan, *, days: int = 40) -> tuple[str, ...]:
    """What anybody reads about the plan as a point of an agenda."""
    request = Request()
    request.municipality = life.table.municipality
    return behind_plans.plans(request, {plan.pk}, TODAY + timedelta(days=days))[plan.pk]


def test_who_keeps_the_network_reads_at_what_they_look_back(life: Life, plan: Plan):
    client, path = browser(life.coordinator), f"/proefstad/plannen/{plan.public_id}/terugkijken/"
    assert "Samen eten" in client.get(path).context["page"].points[0]
    client.post(path)
    assert "Samen eten" not in str(client.get(path).context["page"].points)


def test_the_agenda_says_it_once_the_decision_is_made_known(life: Life, plan: Plan):
    assert "Samen eten" not in str(behind(life, plan))
    life.made_known(plan.editions.get())
    assert "Samen eten" in behind(life, plan)[-1]
    assert "Samen eten" not in str(behind(life, plan, days=39))


def test_it_stands_in_the_own_calendar_on_its_day(life: Life, plan: Plan):
    here, user_id = life.table.municipality, life.coordinator.user_id or 0
    change_calendar_feed(here, user_id=user_id, wanted=True, actor=life.coordinator, at=AT)
    token = feed_token(here, user_id=user_id)
    feed = browser(None).get(f"/proefstad/aan-zet/agenda/{token}.ics").content.decode()
    assert f"DTSTART;VALUE=DATE:{SOON:%Y%m%d}" in feed
