"""What every act on a plan does: take the row for itself, write down that it was done, say whose move it is."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.kernel import audit, moves, open_moves
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.plans import queries
from wijkaanzet.plans.models import Edition, Plan, PlanAgreement
from wijkaanzet.plans.rules.plans import EDITION, OPEN, PLAN, PlanStatus, check_step

Detail = Mapping[str, str | int | bool | None]


@transaction.atomic
def locked_plan(plan: Plan) -> Plan:
    """As it is now, and ours alone: what a plan says changes one act at a time."""
    return queries.with_network(Plan.objects.select_for_update(of=("self",))).get(pk=plan.pk)


@transaction.atomic
def open_for_change(plan: Plan, *, actor: Actor, at: datetime) -> Plan:
    """Take a plan to change what it says; what the network agreed with before is over then, and it is written again.

    Every act that changes content begins here. Raises Refused("plan_not_open") unless it is written or just agreed.
    """
    plan = locked_plan(plan)
    if plan.status not in OPEN:
        raise Refused("plan_not_open")
    plan.changed_on = localdate(at)
    if plan.status == PlanStatus.AGREED:
        end_agreement(plan, at=at)
        return enter(plan, status=PlanStatus.WRITING, detail={"changed": True}, actor=actor, at=at)
    plan.save(update_fields=["changed_on"])
    return plan


@transaction.atomic
def end_agreement(plan: Plan, *, at: datetime) -> None:
    """What a network agreed with is not what the plan says any more."""
    PlanAgreement.objects.filter(plan=plan, over_on__isnull=True).update(over_on=localdate(at))


@transaction.atomic
def enter(plan: Plan, *, status: PlanStatus, detail: Detail, actor: Actor, at: datetime) -> Plan:
    """Save a plan in its new status. Raises Refused("wrong_state")."""
    check_step(PlanStatus(plan.status), status)
    plan.status, plan.status_since = status, localdate(at)
    plan.save()
    log(plan, act=status, detail=detail, actor=actor, at=at)
    follow(plan)
    return plan


@transaction.atomic
def follow(plan: Plan) -> None:
    """Say whose move a plan is."""
    municipality = plan.network.body.municipality
    open_moves.follow(queries.standing(plan), process=moves.PROCESSES[PLAN], municipality=municipality)


@transaction.atomic
def follow_edition(edition: Edition) -> None:
    """Say who decides on an edition, or that nobody has to any more."""
    municipality = edition.plan.network.body.municipality
    open_moves.follow(queries.edition_standing(edition), process=moves.PROCESSES[EDITION], municipality=municipality)


@transaction.atomic
def log(plan: Plan, *, act: str, detail: Detail, actor: Actor, at: datetime) -> None:
    """Write down what was done with a plan: references and numbers, nothing of what it says."""
    municipality = plan.network.body.municipality
    audit.record(
        f"plans.plan.{act}",
        subject=Subject(PLAN, plan.pk),
        actor=actor,
        at=at,
        municipality=municipality,
        detail={"round": plan.round, **detail},
    )
