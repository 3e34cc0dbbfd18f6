"""What everybody finds of plans beside their editions."""

from datetime import date

import pytest

from tests.conftest import AT
from tests.factories import NOBODY
from tests.plans.life import Life
from wijkaanzet.areas.models import Area
from wijkaanzet.plans import access, queries
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.rules.plans import PlanStatus
from wijkaanzet.plans.rules.priorities import InformalAnswer, NewPriority

pytestmark = pytest.mark.django_db


def found_in(life: Life) -> str:
    """The plan to which the neighbourhood leads."""
    editions = access.public_editions(life.table.municipality)
    areas = queries.with_plan(Area.objects.all(), editions=editions, on=AT.date())
    return queries.plan_of(areas.get(pk=life.table.area.pk))


def test_a_neighbourhood_leads_to_the_plan_that_holds_while_the_next_one_is_written(life: Life) -> None:
    assert found_in(life) == ""
    plan = life.written()
    assert found_in(life) == plan.public_id
    life.made_known(life.decided(life.submitted(life.agreed(plan))))
    life.opened(starts_on=date(2022, 1, 1), ends_before=date(2023, 1, 1), at=AT.replace(year=2020))
    assert found_in(life) == plan.public_id


def test_of_a_plan_that_is_over_nothing_is_asked_of_everybody(life: Life) -> None:
    plan = life.brought_to(PlanStatus.WRITING)
    one = plans.add_priority(plan, new=NewPriority(title="Samen wandelen"), actor=NOBODY, at=AT)
    plans.answer_informally(one, informal=InformalAnswer.NOTHING_YET, says="", actor=NOBODY, at=AT)
    assert [asked.public_id for asked in queries.open_questions(plan, held=None)] == [one.public_id]
    plan = plans.end_plan(plan, actor=NOBODY, at=AT)
    assert queries.open_questions(plan, held=None) == ()
