"""The one way into a state of a division: locked, checked against the table, saved, logged, and the move follows."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from wijkaanzet.budget import queries
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.rules.runs import NEXT, ON_ITS_WAY, PROCESS, RunStatus
from wijkaanzet.kernel import audit, moves, open_moves
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject


@transaction.atomic
def locked(run: AllocationRun) -> AllocationRun:
    """As it is now, and ours alone until the end of the transaction."""
    return AllocationRun.objects.select_for_update(of=("self",)).select_related("municipality").get(pk=run.pk)


@transaction.atomic
def check(run: AllocationRun, *, status: RunStatus) -> None:
    """Hold a step against the table. Raises Refused("wrong_state")."""
    if status not in NEXT[RunStatus(run.status)]:
        raise Refused("wrong_state", status=run.status, wanted=status)


@transaction.atomic
def enter(run: AllocationRun, *, status: RunStatus, actor: Actor, at: datetime) -> AllocationRun:
    """Go to a state. Raises Refused as `check`, ("other_on_its_way") and ("already_divided")."""
    check(run, status=status)
    if status in ON_ITS_WAY:
        _check_free(run)
    run.status, run.status_since = status, localdate(at)
    try:
        with transaction.atomic():
            run.save(update_fields=["status", "status_since", "decision"])
    except IntegrityError as error:
        raise _taken(run) from error
    log_and_follow(run, actor=actor, at=at)
    return run


@transaction.atomic
def log_and_follow(run: AllocationRun, *, actor: Actor, at: datetime) -> None:
    """Write down that it stands here now, and put the move that follows."""
    audit.record(
        f"budget.allocation_run.{run.status}",
        subject=Subject(PROCESS, run.id),
        actor=actor,
        at=at,
        municipality=run.municipality,
        detail={"year": run.year, "total_cents": run.total_cents},
    )
    open_moves.follow(queries.run_standing(run), process=moves.PROCESSES[PROCESS], municipality=run.municipality)


def _check_free(run: AllocationRun) -> None:
    """A decided year is divided, and one division of a year at a time goes to a decision; the database keeps it."""
    others = AllocationRun.objects.filter(division_id=run.division_id, year=run.year).exclude(pk=run.pk)
    if others.filter(status=RunStatus.DECIDED).exists():
        raise Refused("already_divided", year=run.year)
    if others.filter(status__in=ON_ITS_WAY).exists():
        raise Refused("other_on_its_way", year=run.year)


def _taken(run: AllocationRun) -> Refused:
    if run.status in ON_ITS_WAY:
        return Refused("other_on_its_way", year=run.year)
    return Refused("already_divided", year=run.year)
