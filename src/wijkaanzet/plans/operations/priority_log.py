"""What every act on a priority does: take it for itself, write it down in the log, and say whose move it is."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from wijkaanzet.kernel import audit, moves, open_moves
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.plans import queries
from wijkaanzet.plans.models import Ask, Contribution, Plan, Priority
from wijkaanzet.plans.operations.writing_down import open_for_change
from wijkaanzet.plans.queries.asked import fallen_away
from wijkaanzet.plans.rules.contributions import CONTRIBUTION, ContributionStatus
from wijkaanzet.plans.rules.priorities import ASK, PRIORITY

Detail = Mapping[str, str | int | bool | None]


@transaction.atomic
def opened(priority: Priority, *, actor: Actor, at: datetime) -> Priority:
    """Take a priority to change it, together with its plan.

    Raises Refused: ("plan_not_open"), ("priority_dropped") once it was let go.
    """
    plan = open_for_change(priority.plan, actor=actor, at=at)
    priority = Priority.objects.get(pk=priority.pk)
    if priority.dropped_on is not None:
        raise Refused("priority_dropped")
    priority.plan = plan
    return priority


@transaction.atomic
def locked_contribution(contribution: Contribution) -> Contribution:
    """As it is now, and ours alone: of two who answer at once one is first."""
    rows = queries.with_plan_of_contribution(Contribution.objects.select_for_update(of=("self",)))
    return rows.get(pk=contribution.pk)


@transaction.atomic
def locked_ask(ask: Ask) -> Ask:
    """As it is now, and ours alone."""
    return queries.with_plan_of_ask(Ask.objects.select_for_update(of=("self",))).get(pk=ask.pk)


@transaction.atomic
def ask_no_longer(priorities: QuerySet[Priority], *, actor: Actor, at: datetime) -> None:
    """Take back what is still asked for priorities that were let go, or whose plan is over; nobody has that move now.

    What somebody said yes to stays as it is: that is theirs to take back. At what fell away nobody needs to look.
    """
    for contribution in queries.asked_for(priorities).select_for_update(of=("self",)):
        contribution.status, contribution.status_since = ContributionStatus.WITHDRAWN, localdate(at)
        contribution.save(update_fields=["status", "status_since"])
        log_contribution(contribution, act=ContributionStatus.WITHDRAWN, actor=actor, at=at)
    for contribution in fallen_away(priorities).select_for_update(of=("self",)):
        log_contribution(contribution, act="dropped", actor=actor, at=at)
    for ask in queries.open_asks_for(priorities).select_for_update(of=("self",)):
        log_ask(ask, act="dropped", actor=actor, at=at)


@transaction.atomic
def log_priority(priority: Priority, *, act: str, actor: Actor, at: datetime, detail: Detail | None = None) -> None:
    """Write down what was done with a priority: references and numbers, nothing of what it says."""
    subject = Subject(PRIORITY, priority.pk)
    _record(f"plans.priority.{act}", subject, priority.plan, actor, at, detail)


@transaction.atomic
def log_contribution(
    contribution: Contribution, *, act: str, actor: Actor, at: datetime, detail: Detail | None = None
) -> None:
    """Write down what was done with a contribution, and say whose move it is."""
    plan, subject = contribution.priority.plan, Subject(CONTRIBUTION, contribution.pk)
    _record(
        f"plans.contribution.{act}", subject, plan, actor, at, {"priority": contribution.priority_id, **(detail or {})}
    )
    standing, municipality = queries.contribution_standing(contribution), plan.network.body.municipality
    open_moves.follow(standing, process=moves.PROCESSES[CONTRIBUTION], municipality=municipality)


@transaction.atomic
def log_ask(ask: Ask, *, act: str, actor: Actor, at: datetime, detail: Detail | None = None) -> None:
    """Write down what was done with a question to others, and say whose move it is."""
    plan = ask.priority.plan
    _record(f"plans.ask.{act}", Subject(ASK, ask.pk), plan, actor, at, {"priority": ask.priority_id, **(detail or {})})
    standing, municipality = queries.ask_standing(ask), plan.network.body.municipality
    open_moves.follow(standing, process=moves.PROCESSES[ASK], municipality=municipality)


def _record(action: str, subject: Subject, plan: Plan, actor: Actor, at: datetime, detail: Detail | None) -> None:
    audit.record(
        action,
        subject=subject,
        actor=actor,
        at=at,
        municipality=plan.network.body.municipality,
        detail={"plan": plan.pk, **(detail or {})},
    )
