"""What a body decided on a plan is known to everybody once the decision was made known, and not before."""

import pytest
from django.test import Client

from tests.conftest import AT
from tests.plans.whole import Whole
from wijkaanzet.decisions.rules import Outcome
from wijkaanzet.kernel import clock
from wijkaanzet.plans.models import Plan

pytestmark = pytest.mark.django_db
OUTCOMES = (Outcome.ADOPTED, Outcome.RETURNED)


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: AT)


@pytest.fixture
def plan(whole: Whole) -> Plan:
    return whole.written(whole.opened())


def everywhere(plan: Plan) -> str:
    """All that a visitor reads on the pages that say how far a plan came."""
    pages = (f"plannen/{plan.public_id}/", "plannen/", f"netwerken/{plan.network.body.key}/")
    return " ".join(" ".join(Client().get(f"/proefstad/{page}").content.decode().split()) for page in pages)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_a_first_plan_still_lies_there(whole: Whole, plan: Plan, outcome: Outcome) -> None:
    edition = whole.adopted(whole.submitted(whole.agreed(plan)), outcome=outcome)
    read = everywhere(plan)
    assert read.count("ingediend, het besluit volgt") == 2
    assert "Het besluit volgt" in read
    assert not [word for word in ("Het plan geldt", "wordt geschreven") if word in read]
    whole.made_known(edition)
    now, after = {
        Outcome.ADOPTED: ("Het plan geldt", "vastgesteld"),
        Outcome.RETURNED: ("Bewoners en organisaties schrijven het samen.", "wordt geschreven"),
    }[outcome]
    read = everywhere(plan)
    assert now in read
    assert after in read


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_of_a_change_what_holds_is_called_so_until_then(whole: Whole, plan: Plan, outcome: Outcome) -> None:
    changed = whole.amended(whole.public(plan), word="Roerdomp")
    edition = whole.adopted(whole.submitted(whole.agreed(changed)), outcome=outcome)
    read = everywhere(plan)
    assert "Over een wijziging wordt nog besloten." in read
    assert read.count("geldt, er wordt aan een wijziging geschreven") == 2
    assert "Roerdomp" not in read
    whole.made_known(edition)
    assert ("Roerdomp" in everywhere(plan)) is (outcome is Outcome.ADOPTED)
