"""A plan is adopted, and with it the years of the area that it is for go on to what is in it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction

from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.cycle.operations.years import enter, one_at_a_time
from wijkaanzet.cycle.rules import AreaYearStatus
from wijkaanzet.decisions.operations import Minutes
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Edition, Plan
from wijkaanzet.plans.rules.plans import EditionStatus


@transaction.atomic
def decide_plan(
    edition: Edition, *, minutes: Minutes, remarks: Sequence[plans.Remark] = (), actor: Actor, at: datetime
) -> Edition:
    """Record the decision on a plan; adopted, the years of its area whose plan was open go on. Raises as plans does."""
    area = edition.plan.network.body.area
    if area is not None:
        one_at_a_time(area.division_id)  # whose year opens its plan meanwhile waits, and finds this one
    edition = plans.decide(edition, minutes=minutes, remarks=remarks, actor=actor, at=at)
    if edition.status == EditionStatus.ADOPTED:
        for area_year in _open_years(edition.plan):
            enter(area_year, status=AreaYearStatus.PLANNED, actor=actor, at=at)
    return edition


def _open_years(plan: Plan) -> list[AreaYear]:
    """The years that a plan is for and whose plan was open, ours alone."""
    last = (plan.ends_before or plan.starts_on) - timedelta(days=1)
    years = AreaYear.objects.filter(area=plan.network.body.area_id, status=AreaYearStatus.PLAN_OPENED)
    within = years.filter(year__range=(plan.starts_on.year, last.year)).select_for_update(of=("self",))
    return list(within.select_related("area__division__municipality").order_by("year"))
