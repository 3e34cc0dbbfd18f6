"""Before a network agrees with its plan and hands it in: what it reads, and what it is asked to look at."""

import pytest
from django.test import Client

from tests.conftest import AT
from tests.plans.life import Life, lay_life
from tests.web.division_town import browser
from tests.web.test_plan_life import at, status_of
from wijkaanzet.kernel import clock
from wijkaanzet.networks.models import Network
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.rules.plans import PlanStatus

pytestmark = pytest.mark.django_db


@pytest.fixture(name="life")
def life_today(monkeypatch: pytest.MonkeyPatch) -> Life:
    monkeypatch.setattr(clock, "now", lambda: AT)
    return lay_life()


@pytest.fixture
def coordinator(life: Life) -> Client:
    return browser(life.coordinator)


@pytest.mark.parametrize(("agreed", "step"), [(False, "instemmen/"), (True, "indienen/")])
def test_points_out_names_before_the_plan_goes_out(life: Life, coordinator: Client, *, agreed: bool, step: str) -> None:
    plan = life.written("Bel Fatima Jansen.")
    page = coordinator.get(at(life.agreed(plan) if agreed else plan, step)).context["page"]
    assert page.names == ("Fatima Jansen",)


def test_agrees_only_with_what_was_read(life: Life, coordinator: Client) -> None:
    plan = life.written()
    told = {"way": "consent", "seen": coordinator.get(at(plan, "instemmen/")).context["page"].seen}
    section = plan.sections.get(key="summary")
    plans.write(section, hand_in=plans.HandIn(base=1, text="Anders."), actor=life.coordinator, at=AT)
    refused = coordinator.post(at(plan, "instemmen/"), told)
    assert (refused.status_code, status_of(plan)) == (409, PlanStatus.WRITING)
    again = {**told, "seen": refused.context["page"].seen}
    assert coordinator.post(at(plan, "instemmen/"), again).status_code == 302
    assert status_of(plan) is PlanStatus.AGREED


def test_proposes_the_rule_of_the_network_itself(life: Life, coordinator: Client) -> None:
    plan = life.written()
    Network.objects.filter(pk=plan.network_id).update(own_rule="Niemand is tegen.")
    assert "Niemand is tegen." in coordinator.get(at(plan, "instemmen/")).content.decode()
