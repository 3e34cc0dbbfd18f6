"""Decisions are put on the agenda, recorded by the clerk of the body, published, or taken off.

Mandate is checked here and nowhere else.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.decisions import access, queries
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.operations.notices import write_notices
from wijkaanzet.decisions.rules import CLERKS, NEXT, PROCESS, Kind, Outcome, Status, Step
from wijkaanzet.kernel import audit, moves, open_moves
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.models import Body


@dataclass(frozen=True)
class Minutes:
    """Notulen. What a clerk writes down of one decision of a meeting."""

    body: Body
    step: Step
    kind: Kind
    meeting_on: date
    outcome: Outcome
    reasons: str


@transaction.atomic
def prepare(
    subject: Subject, *, body: Body, step: Step, kind: Kind, meeting_on: date, actor: Actor, at: datetime
) -> Decision:
    """Put a choice on the agenda of a body.

    Raises Refused("no_mandate"), ("no_clerk"), ("no_arrangement") and ("already_decided").
    """
    _check_mandate(body, step, on=meeting_on)
    if body.kind not in CLERKS:
        raise Refused("no_clerk", body=body.name)
    decision = Decision(body=body, municipality=body.municipality, step=step, kind=kind, meeting_on=meeting_on)
    decision.subject_kind, decision.subject_id = subject
    return _enter(decision, Status.PREPARED, actor=actor, at=at)


@transaction.atomic
def record(subject: Subject, *, minutes: Minutes, actor: Actor, at: datetime) -> Decision:
    """Record what a body decided, with the date of its meeting; the clerk of that body does this.

    Raises Refused: ("no_mandate") when the arrangement lets another body decide, ("not_the_clerk"),
    ("no_reasons"), ("meeting_in_future"), ("no_arrangement") on the day of the meeting, ("advice_open") and
    ("advice_first") while advice is still to come, and ("already_decided") when somebody was first.
    """
    _check_mandate(minutes.body, minutes.step, on=minutes.meeting_on)
    if not access.records_for(actor, minutes.body, on=localdate(at)):
        raise Refused("not_the_clerk", body=minutes.body.name)
    if not minutes.reasons.strip():
        raise Refused("no_reasons")
    if minutes.meeting_on > localdate(at):
        raise Refused("meeting_in_future", day=minutes.meeting_on)
    _check_advice(subject, minutes)
    same = Decision.objects.filter(subject_kind=subject.kind, subject_id=subject.id, step=minutes.step)
    if same.filter(outcome=Outcome.ADOPTED).exists():
        raise Refused("already_decided")
    prepared = same.select_for_update().filter(status=Status.PREPARED).first()
    decision = prepared or Decision(municipality=minutes.body.municipality, step=minutes.step)
    decision.subject_kind, decision.subject_id = subject
    decision.body, decision.kind, decision.meeting_on = minutes.body, minutes.kind, minutes.meeting_on
    decision.outcome, decision.reasons = minutes.outcome, minutes.reasons
    decision = _enter(decision, Status.RECORDED, actor=actor, at=at)
    queries.advice_on(subject).filter(decision__isnull=True).update(decision=decision)
    return decision


@transaction.atomic
def publish(decision: Decision, *, actor: Actor, at: datetime) -> Decision:
    """Put a recorded decision in the public list, and let the bodies be told that the arrangement names.

    Raises Refused("wrong_state") and ("not_the_clerk").
    """
    decision = _locked(decision)
    if not access.records_for(actor, decision.body, on=localdate(at)):
        raise Refused("not_the_clerk", body=decision.body.name)
    decision.published_on = localdate(at)
    decision = _enter(decision, Status.PUBLISHED, actor=actor, at=at)
    write_notices(decision, actor=actor, at=at)
    return decision


@transaction.atomic
def withdraw(decision: Decision, *, reasons: str, actor: Actor, at: datetime) -> Decision:
    """Take a choice off the agenda before it was decided.

    Raises Refused("wrong_state"), ("not_the_clerk") and ("no_reasons").
    """
    decision = _locked(decision)
    if not access.records_for(actor, decision.body, on=localdate(at)):
        raise Refused("not_the_clerk", body=decision.body.name)
    if not reasons.strip():
        raise Refused("no_reasons")
    decision.reasons = reasons
    return _enter(decision, Status.WITHDRAWN, actor=actor, at=at)


def _locked(decision: Decision) -> Decision:
    """As it is now, and ours alone: the body and the municipality are read along and left to others."""
    rows = Decision.objects.select_for_update(of=("self",)).select_related("body", "municipality")
    return rows.get(pk=decision.pk)


def _check_mandate(body: Body, step: Step, *, on: date) -> None:
    """The one place where mandate is checked: the council decides on the frame, for the rest see the arrangement."""
    arrangement = arrangements.current(body.municipality, on=on)
    if step is Step.FRAME:
        fits, decides = body.kind == "council", arrangement.word("council")
    else:
        deciding = {level.key.value: arrangement.body(level.decides) for level in arrangement.levels}.get(step.value)
        fits, decides = deciding is not None and deciding.key == body.key, deciding.name if deciding else "-"
    if not fits:
        raise Refused("no_mandate", body=body.name, decides=decides)


def _check_advice(subject: Subject, minutes: Minutes) -> None:
    """A body decides after it has read the advice that the arrangement asks, with the answer to every point."""
    if queries.open_advice(subject):
        raise Refused("advice_open")
    asked = queries.advising_bodies(minutes.body.municipality, minutes.step, on=minutes.meeting_on)
    if missing := queries.unadvised(subject, asked):
        raise Refused("advice_first", bodies=", ".join(body.name for body in missing))


def _enter(decision: Decision, status: Status, *, actor: Actor, at: datetime) -> Decision:
    """The one way into a state: check the table, save, log, and put the move that follows."""
    if decision.pk and status not in NEXT[Status(decision.status)]:
        raise Refused("wrong_state", status=decision.status, wanted=status)
    decision.status = status
    try:
        with transaction.atomic():
            decision.save()
    except IntegrityError as error:
        raise Refused("already_decided") from error
    audit.record(
        f"decisions.decision.{status}",
        subject=Subject(PROCESS, decision.id),
        actor=actor,
        at=at,
        municipality=decision.municipality,
        detail={"about": f"{decision.subject_kind}:{decision.subject_id}", "step": decision.step},
    )
    open_moves.follow(queries.standing(decision), process=moves.PROCESSES[PROCESS], municipality=decision.municipality)
    return decision
