"""What comes in for a plan by the public intake: it passes the gate like all else, and then the network answers it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.intake import operations as intake
from wijkaanzet.intake import queries as intake_queries
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import PROCESS as ENTRY
from wijkaanzet.kernel import audit, moves, open_moves, outbox
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.plans import queries
from wijkaanzet.plans.models import Priority, Suggestion
from wijkaanzet.plans.rules.plans import FINAL, PlanStatus
from wijkaanzet.plans.rules.sections import SUGGESTION, SuggestionStatus, TakenOver
from wijkaanzet.plans.rules.suggestions import check_answered, comes_with
from wijkaanzet.plans.rules.words import suggestion_answer
from wijkaanzet.scans import operations as scans

SUGGESTION_ANSWERED: Final = "plans.suggestion_answered"
"""The message to who made a suggestion and left an address; it has no recipient with an account."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the network did with a suggestion and why, and for which priority."""

    taken_over: TakenOver
    answer: str
    priority: Priority | None = None


@transaction.atomic
def let_in(entry: Entry, *, judged: intake.Judged, actor: Actor, at: datetime) -> intake.Placed:
    """Let through the gate what is no story; what is told for a plan that is not over waits there for an answer.

    Until then it stays with the priority that it answers.

    Raises what `intake.place` refuses.
    """
    told = _told_for(entry)
    placed = intake.place(entry, judged=judged, actor=actor, at=at, more_to_come=told is not None)
    if told is not None:
        made = Suggestion.objects.create(
            plan=told.plan,
            priority=told.priority,
            entry=placed.entry,
            status=SuggestionStatus.WAITING,
            status_since=localdate(at),
        )
        _log(made, act=SuggestionStatus.WAITING, actor=actor, at=at)
        _follow(made)
    return placed


@transaction.atomic
def answer_suggestion(suggestion: Suggestion, *, answer: Answer, actor: Actor, at: datetime) -> Suggestion:
    """Say whether a suggestion comes into the plan, and why; who made it gets that as an answer too, by mail or a call.

    It stands there only with the next edition: of an adopted plan that is its next change.

    Raises Refused: ("suggestion_answered"), ("suggestion_without_answer"), ("suggestion_answer_too_long"),
    ("priority_dropped") for a priority that is not in the plan.
    """
    rows = queries.with_plan_of_suggestion(Suggestion.objects.select_for_update(of=("self",)))
    suggestion = rows.get(pk=suggestion.pk)
    check_answered(SuggestionStatus(suggestion.status))
    standing = Priority.objects.filter(plan=suggestion.plan_id, dropped_on__isnull=True)
    if answer.priority is not None and not standing.filter(pk=answer.priority.pk).exists():
        raise Refused("priority_dropped")
    suggestion.answer, suggestion.taken_over = suggestion_answer(answer.answer), answer.taken_over
    suggestion.priority, plan = answer.priority, suggestion.plan
    suggestion.comes_with = comes_with(PlanStatus(plan.status), now=plan.round)
    suggestion.status, suggestion.status_since = SuggestionStatus.ANSWERED, localdate(at)
    suggestion.save()
    _log(suggestion, act=answer.taken_over, actor=actor, at=at)
    _follow(suggestion)
    entry = intake.more_came(suggestion.entry, actor=actor, at=at)
    if intake_queries.reachable_at(entry).email:
        subject = Subject(ENTRY, entry.pk)
        outbox.put(SUGGESTION_ANSWERED, recipient_id=None, subject=subject, municipality=entry.municipality, at=at)
    return suggestion


@transaction.atomic
def take_back_told(entry: Entry, *, actor: Actor, at: datetime) -> None:
    """Who told something takes it back; a suggestion goes with its answer, since that may repeat it.

    Raises Refused("wrong_state") when it was taken back already.
    """
    Suggestion.objects.select_for_update().filter(entry=entry).first()  # before its entry, as who answers it does
    scans.take_back_told(entry, actor=actor, at=at)
    for suggestion in queries.with_plan_of_suggestion(Suggestion.objects.filter(entry=entry)):
        _log(suggestion, act="taken_back", actor=actor, at=at)
        open_moves.close(Subject(SUGGESTION, suggestion.pk))
        suggestion.delete()


def _told_for(entry: Entry) -> queries.ToldFor | None:
    """The plan that it was told for, when that is not over, and what in it is answered."""
    told = queries.told_for(entry)
    return None if told is None or told.plan.status in FINAL else told


def _follow(suggestion: Suggestion) -> None:
    process, municipality = moves.PROCESSES[SUGGESTION], suggestion.plan.network.body.municipality
    open_moves.follow(queries.suggestion_standing(suggestion), process=process, municipality=municipality)


def _log(suggestion: Suggestion, *, act: str, actor: Actor, at: datetime) -> None:
    audit.record(
        f"plans.suggestion.{act}",
        subject=Subject(SUGGESTION, suggestion.pk),
        actor=actor,
        at=at,
        municipality=suggestion.plan.network.body.municipality,
        detail={"plan": suggestion.plan_id, "entry": suggestion.entry_id},
    )
