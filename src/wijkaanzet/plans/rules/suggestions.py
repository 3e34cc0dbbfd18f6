"""Whose move a suggestion for a plan is, and how it is answered. Plain Python."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from wijkaanzet.kernel.moves import Move
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.working_days import add_working_days
from wijkaanzet.plans.rules.plans import PLAN, PlanStatus
from wijkaanzet.plans.rules.priorities import PRIORITY
from wijkaanzet.plans.rules.sections import NEXT, SUGGESTION, Along, SuggestionStatus

FOR_A_PLAN: Final = frozenset({PLAN, PRIORITY})
"""What somebody can tell something for, so that a network answers it: a plan, or an open question in it."""
BEING_WRITTEN: Final = frozenset({PlanStatus.WRITING, PlanStatus.RESTING, PlanStatus.AGREED})
"""In these states the edition of this round is not handed in yet."""


@dataclass(frozen=True)
class SuggestionFacts:
    """What the move is computed from: over what the coordinator holds the role, since when, and the term."""

    scope: tuple[str, int]
    since: date
    answer_days: int


def move(status: SuggestionStatus, facts: SuggestionFacts) -> Move | None:
    """The coordinator brings a suggestion to the network and answers it, also when it is not taken over."""
    if status is not SuggestionStatus.WAITING:
        return None
    due_on = add_working_days(facts.since, facts.answer_days)
    return Move(SUGGESTION, status, "coordinator", facts.scope, "plans.answer_suggestion", due_on)


def check_answered(status: SuggestionStatus) -> None:
    """A suggestion is answered once. Raises Refused("suggestion_answered")."""
    if SuggestionStatus.ANSWERED not in NEXT[status]:
        raise Refused("suggestion_answered")


def comes_with(status: PlanStatus, *, now: int) -> int:
    """The number of the first edition in which something can stand that is taken over in this round of a plan."""
    return now if status in BEING_WRITTEN else now + 1


def along(first: int, *, known: int | None, over: bool) -> Along:
    """How far something came that was taken over, as everybody may know it.

    `first` is the number of the first edition in which it can stand, `known` that of the newest one that everybody
    may read; `over` is whether the plan is.
    """
    if known is not None and known >= first:
        return Along.THERE
    if over:
        return Along.OVER
    return Along.PLAN if known is None else Along.CHANGE


def still_to_write(first: int, status: PlanStatus, *, now: int) -> bool:
    """Whether something that was taken over is not handed in yet, of a plan in this round that goes on."""
    if status is PlanStatus.ENDED:
        return False
    return first >= now if status in BEING_WRITTEN else first > now
