"""A division of the money goes to a decision, and the areas that wait for it follow: each act is that of the budget."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from wijkaanzet.budget import operations as budget
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.rules.runs import RunStatus
from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.cycle.operations.years import follow, log_and_follow, one_at_a_time
from wijkaanzet.cycle.rules import AreaYearStatus
from wijkaanzet.decisions.models import AdviceRequest
from wijkaanzet.decisions.operations import Minutes, PointAnswer
from wijkaanzet.kernel.actors import Actor


@transaction.atomic
def ask_advice(run: AllocationRun, *, question: str, actor: Actor, at: datetime) -> AllocationRun:
    """Ask advice on a division; its areas wait for who advises. Raises as budget does."""
    one_at_a_time(run.division_id)
    return _followed(budget.ask_advice(run, question=question, actor=actor, at=at))


@transaction.atomic
def answer_advice(
    run: AllocationRun, *, request: AdviceRequest, answers: Mapping[int, PointAnswer], actor: Actor, at: datetime
) -> AllocationRun:
    """Answer an advice on a division; with the last one its areas wait for who proposes. Raises as budget does."""
    one_at_a_time(run.division_id)
    return _followed(budget.answer_advice(run, request=request, answers=answers, actor=actor, at=at))


@transaction.atomic
def go_on_without(run: AllocationRun, *, actor: Actor, at: datetime) -> AllocationRun:
    """Close the invitations that lapsed; the areas wait for who proposes. Raises as budget does."""
    one_at_a_time(run.division_id)
    return _followed(budget.go_on_without(run, actor=actor, at=at))


@transaction.atomic
def propose(run: AllocationRun, *, actor: Actor, at: datetime) -> AllocationRun:
    """Lay a division before the body that decides; its areas wait for that body. Raises as budget does."""
    one_at_a_time(run.division_id)
    return _followed(budget.propose(run, actor=actor, at=at))


@transaction.atomic
def keep(run: AllocationRun, *, actor: Actor, at: datetime) -> AllocationRun:
    """Lay a division aside as a variant; its areas wait for another. Raises as budget does."""
    one_at_a_time(run.division_id)
    return _followed(budget.keep(run, actor=actor, at=at))


@transaction.atomic
def decide_division(run: AllocationRun, *, minutes: Minutes, actor: Actor, at: datetime) -> AllocationRun:
    """Record the decision on a division; adopted, the coordinators are next in every area. Raises as budget does."""
    one_at_a_time(run.division_id)
    run = budget.decide_allocation(run, minutes=minutes, actor=actor, at=at)
    if run.status != RunStatus.DECIDED:
        return _followed(run)
    for area_year in _waiting(run):
        area_year.status_since = localdate(at)
        area_year.save(update_fields=["status_since"])
        log_and_follow(area_year, actor=actor, at=at)
    return run


def _followed(run: AllocationRun) -> AllocationRun:
    follow(_waiting(run))
    return run


def _waiting(run: AllocationRun) -> QuerySet[AreaYear]:
    """The years of the areas that wait for the money of this division."""
    years = AreaYear.objects.filter(area__division=run.division_id, year=run.year, status=AreaYearStatus.BUDGET)
    return years.select_related("area__division__municipality").order_by("id")
