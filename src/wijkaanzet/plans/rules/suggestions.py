"""Whose move a suggestion for a plan is, and how it is answered. Plain Python."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from wijkaanzet.kernel.moves import Move
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.working_days import add_working_days
from wijkaanzet.plans.rules.plans import PLAN
from wijkaanzet.plans.rules.priorities import PRIORITY
from wijkaanzet.plans.rules.sections import NEXT, SUGGESTION, SuggestionStatus

FOR_A_PLAN: Final = frozenset({PLAN, PRIORITY})
"""What somebody can tell something for, so that a network answers it: a plan, or an open question in it."""


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
