"""The wheel of a neighbourhood says nothing of an adopted plan before the decision on it was made known."""

import re

import pytest
from django.test import Client

from tests.conftest import AT
from tests.plans.life import Life
from tests.web.division_town import browser
from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.cycle.rules import AreaYearStatus
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import Outcome
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.plans.models import Edition
from wijkaanzet.plans.rules.plans import EDITION

pytestmark = pytest.mark.django_db
SAYS_SO = "Er is een plan voor 2018"


@pytest.fixture(autouse=True)
def _plan_is_open(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is October 2017, and the plan of 2018 is open in the neighbourhood of the network."""
    monkeypatch.setattr(clock, "now", lambda: AT)
    AreaYear.objects.create(
        area=life.table.area,
        year=2018,
        status=AreaYearStatus.PLAN_OPENED,
        status_since=AT.date(),
        network_starts_on=AT.date(),
    )


def read(life: Life) -> dict[str, str]:
    """What a visitor reads on each page with a wheel, or with neighbourhoods on it; without what differs each time."""
    area = f"wijken/{life.table.area.slug}/"
    pages = ("", "jaar/", "wijken/", area, f"{area}jaar/", f"{area}netwerken/", "besluiten/")
    visitor = {page: Client().get(f"/proefstad/{page}").content.decode() for page in pages}
    return {page: re.sub(r'(nonce|value)="[^"]*"', "", html) for page, html in visitor.items()}


def make_known(life: Life, edition: Edition) -> None:
    """The clerk does so on the page of the decision."""
    decision = Decision.objects.get(subject_kind=EDITION, subject_id=edition.pk)
    answer = browser(life.clerk).post(f"/proefstad/besluiten/{decision.public_id}/bekendmaken/")
    assert answer.status_code == 302


@pytest.mark.parametrize("outcome", [Outcome.ADOPTED, Outcome.RETURNED])
def test_a_visitor_reads_the_same_before_and_after_the_decision_until_it_is_known(life: Life, outcome: Outcome) -> None:
    edition = life.submitted()
    before = read(life)
    life.decided(edition, outcome=outcome)
    assert read(life) == before
    make_known(life, edition)
    after = read(life)
    area = f"wijken/{life.table.area.slug}/"
    tells = {page for page, html in after.items() if SAYS_SO in " ".join(html.split())}
    assert tells == ({"", "jaar/", area, f"{area}jaar/"} if outcome is Outcome.ADOPTED else set())
    assert after["besluiten/"] != before["besluiten/"]


def test_the_pawn_stands_where_it_stood_until_the_clerk_makes_it_known(life: Life) -> None:
    address = f"/proefstad/wijken/{life.table.area.slug}/"
    edition = life.submitted()
    before = Client().get(address).context["page"].wheel
    life.decided(edition)
    assert Client().get(address).context["page"].wheel == before
    make_known(life, edition)
    assert Client().get(address).context["page"].wheel != before
    assert AuditEntry.objects.filter(action="cycle.area_year.planned", actor_id=life.clerk.user_id).count() == 1


def test_the_clerk_reads_at_home_that_it_has_to_be_made_known(life: Life) -> None:
    edition = life.decided()
    home = browser(life.clerk).get("/proefstad/aan-zet/").content.decode()
    assert "Maak het besluit bekend" in home
    make_known(life, edition)
    assert "Maak het besluit bekend" not in browser(life.clerk).get("/proefstad/aan-zet/").content.decode()
