"""A decision is made known, and with a plan that it adopts the years of its area go on to what is in it."""

from datetime import datetime, timedelta

from django.db import transaction

from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.cycle.operations.years import enter, one_at_a_time
from wijkaanzet.cycle.rules import AreaYearStatus
from wijkaanzet.decisions import operations as decisions
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import Outcome
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.plans.models import Edition, Plan
from wijkaanzet.plans.rules.plans import EDITION


@transaction.atomic
def make_known(decision: Decision, *, actor: Actor, at: datetime) -> Decision:
    """Make any decision known; of one that adopts a plan the years go on whose plan was open. Raises as decisions does.

    Until then an adopted plan changes nothing here: the wheel is public, and the clerk who makes it known has the move.
    """
    plan = _plan_of(decision)
    if plan is not None and plan.network.body.area is not None:
        one_at_a_time(plan.network.body.area.division_id)  # whose plan is opened meanwhile waits, and finds this one
    decision = decisions.publish(decision, actor=actor, at=at)
    if plan is not None and decision.outcome == Outcome.ADOPTED:
        for area_year in _open_years(plan):
            enter(area_year, status=AreaYearStatus.PLANNED, actor=actor, at=at)
    return decision


def _plan_of(decision: Decision) -> Plan | None:
    """The plan that a decision is about, with its area; None when it is about something else."""
    if decision.subject_kind != EDITION:
        return None
    return Edition.objects.select_related("plan__network__body__area").get(pk=decision.subject_id).plan


def _open_years(plan: Plan) -> list[AreaYear]:
    """The years that a plan is for and whose plan was open, ours alone."""
    last = (plan.ends_before or plan.starts_on) - timedelta(days=1)
    years = AreaYear.objects.filter(area=plan.network.body.area_id, status=AreaYearStatus.PLAN_OPENED)
    within = years.filter(year__range=(plan.starts_on.year, last.year)).select_for_update(of=("self",))
    return list(within.select_related("area__division__municipality").order_by("year"))
