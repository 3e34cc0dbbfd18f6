"""A plan begins, rests and is taken up, is changed during its years, looked back at, and ends."""

from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.periods import Period
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks.models import Network
from wijkaanzet.plans import queries
from wijkaanzet.plans.models import Plan, Priority, Section
from wijkaanzet.plans.operations.fallen_away import look_at_all_fallen_away
from wijkaanzet.plans.operations.priority_log import ask_no_longer
from wijkaanzet.plans.operations.writing_down import end_agreement, enter, follow, locked_plan, log
from wijkaanzet.plans.rules.plans import (
    PlanStatus,
    check_look_again,
    check_over,
    check_period,
    check_runs,
    fitting_why,
)
from wijkaanzet.plans.rules.sections import OF_THE_PLAN


@transaction.atomic
def open_plan(network: Network, *, starts_on: date, ends_before: date, actor: Actor, at: datetime) -> Plan:
    """Let a network begin to write, also before there is a scan or money.

    Raises Refused: ("plan_without_area") for a consultation of the whole municipality, ("plan_start_out_of_reach"),
    ("plan_too_long"), and ("plan_overlaps") when it has a plan for some of that time.
    """
    today = localdate(at)
    if network.body.area_id is None:
        raise Refused("plan_without_area")
    period = Period(starts_on, ends_before)
    check_period(period, today=today)
    Network.objects.select_for_update(no_key=True).get(pk=network.pk)  # another plan of the same years waits
    if other := queries.of_the_same_years(network, period).first():
        raise _overlap(other)
    plan = Plan(
        network=network,
        starts_on=starts_on,
        ends_before=ends_before,
        status=PlanStatus.WRITING,
        status_since=today,
        begun_on=today,
        changed_on=today,
    )
    try:
        with transaction.atomic():
            plan.save(force_insert=True)
    except IntegrityError as error:
        raise _overlap(Plan.objects.get(network=network, starts_on=starts_on)) from error
    Section.objects.bulk_create(Section(plan=plan, key=key) for key in OF_THE_PLAN)
    plan = locked_plan(plan)
    log(plan, act="opened", detail={"network": network.pk}, actor=actor, at=at)
    follow(plan)
    return plan


@transaction.atomic
def rest(plan: Plan, *, why: str, look_again_on: date, actor: Actor, at: datetime) -> Plan:
    """Let the writing rest on purpose: everybody may read why, and when the network looks again.

    Raises Refused: ("wrong_state"), ("plan_why"), ("look_again_within"), ("network_words_too_long").
    """
    plan, why = locked_plan(plan), fitting_why(why)
    check_look_again(look_again_on, today=localdate(at))
    plan.rest_why, plan.look_again_on = why, look_again_on
    return enter(plan, status=PlanStatus.RESTING, detail={"until": look_again_on.isoformat()}, actor=actor, at=at)


@transaction.atomic
def take_up(plan: Plan, *, actor: Actor, at: datetime) -> Plan:
    """Go on writing a plan that rested. Raises Refused("wrong_state")."""
    plan = locked_plan(plan)
    if plan.status != PlanStatus.RESTING:
        raise Refused("wrong_state")
    plan.rest_why, plan.look_again_on = "", None
    return enter(plan, status=PlanStatus.WRITING, detail={}, actor=actor, at=at)


@transaction.atomic
def amend(plan: Plan, *, why: str, actor: Actor, at: datetime) -> Plan:
    """Change an adopted plan during its years; what was adopted goes on holding until the change is adopted.

    What fell away from it since is looked at with the change.

    Raises Refused: ("wrong_state"), ("plan_is_over"), ("plan_why"), ("network_words_too_long").
    """
    plan, why = locked_plan(plan), fitting_why(why)
    if plan.status != PlanStatus.ADOPTED:
        raise Refused("wrong_state")
    check_runs(ends_before=_end(plan), today=localdate(at))
    plan.change_why, plan.round = why, plan.round + 1
    end_agreement(plan, at=at)
    look_at_all_fallen_away(plan, actor=actor, at=at)
    return enter(plan, status=PlanStatus.WRITING, detail={"amended": True}, actor=actor, at=at)


@transaction.atomic
def look_back(plan: Plan, *, actor: Actor, at: datetime) -> Plan:
    """The network looked back at its plan and goes on with it, until the next time.

    That is by the rhythm of the arrangement, or earlier on the day on which people look back at a priority.
    Raises Refused: ("wrong_state"), ("plan_is_over").
    """
    plan, today = locked_plan(plan), localdate(at)
    if plan.status != PlanStatus.ADOPTED:
        raise Refused("wrong_state")
    check_runs(ends_before=_end(plan), today=today)
    plan.looked_back_on = today
    plan.look_again_on = queries.next_look(plan, after=today)
    plan.save(update_fields=["looked_back_on", "look_again_on"])
    log(plan, act="looked_back", detail={"next": plan.look_again_on.isoformat()}, actor=actor, at=at)
    follow(plan)
    return plan


@transaction.atomic
def end_plan(plan: Plan, *, actor: Actor, at: datetime) -> Plan:
    """The years of a plan are over; or a network lets go of one of which nothing was adopted.

    What was still asked for it is asked no longer; who suggested something still gets an answer.
    Raises Refused: ("wrong_state"), ("plan_still_runs").
    """
    plan = locked_plan(plan)
    if queries.last_adopted(plan) is not None:
        check_over(ends_before=_end(plan), today=localdate(at))
    end_agreement(plan, at=at)
    plan = enter(plan, status=PlanStatus.ENDED, detail={}, actor=actor, at=at)
    ask_no_longer(Priority.objects.filter(plan=plan, dropped_on__isnull=True), actor=actor, at=at)
    return plan


def _end(plan: Plan) -> date:
    return plan.ends_before or date.max


def _overlap(other: Plan) -> Refused:
    return Refused("plan_overlaps", first=other.starts_on, last=_end(other) - timedelta(days=1))
