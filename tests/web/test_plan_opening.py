"""Where a network begins a plan: on its table, as long as the plan it would begin is not written already."""

from datetime import date

import pytest

from tests.conftest import AT
from tests.plans.life import Life, lay_life
from tests.web.division_town import browser
from tests.web.network_pages import at
from wijkaanzet.kernel import clock
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Plan
from wijkaanzet.plans.rules.plans import PlanStatus

pytestmark = pytest.mark.django_db


@pytest.fixture(name="life")
def life_today(monkeypatch: pytest.MonkeyPatch) -> Life:
    monkeypatch.setattr(clock, "now", lambda: AT)
    return lay_life()


def offered(life: Life) -> bool:
    """Whether the table of the network offers to begin a plan; what it writes is there in any case."""
    answer = browser(life.coordinator).get(at(life.table, "tafel/"))
    page, has = answer.context["page"], Plan.objects.exclude(status=PlanStatus.ENDED).count()
    assert len(page.plans) == has
    assert ("plan/nieuw/" in answer.content.decode()) is bool(page.new_plan_href)
    return bool(page.new_plan_href)


def test_a_network_without_a_plan_begins_one(life: Life) -> None:
    assert offered(life)


@pytest.mark.parametrize("status", list(PlanStatus))
def test_a_network_that_is_busy_with_a_plan_for_these_years_begins_no_other(life: Life, status: PlanStatus) -> None:
    plan = life.brought_to(status)
    assert plan.starts_on.year == AT.year + 1
    assert offered(life) is (status in {PlanStatus.ADOPTED, PlanStatus.ENDED})


def test_a_plan_for_earlier_years_hides_nothing(life: Life) -> None:
    first = date(AT.year, 1, 1)
    plans.open_plan(
        life.table.network, starts_on=first, ends_before=date(AT.year + 1, 1, 1), actor=life.coordinator, at=AT
    )
    assert offered(life)
