"""How a budget frame comes about: the council's amount for a year, prepared, decided or returned. Plain Python."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wijkaanzet.kernel.moves import Move
from wijkaanzet.kernel.working_days import add_days, add_working_days

PROCESS = "budget.frame"


class FrameStatus(StrEnum):
    """Stand van het kader. Before the council, returned by it with reasons, or decided."""

    DRAFT = "draft"
    RETURNED = "returned"
    DECIDED = "decided"


NEXT: dict[FrameStatus, set[FrameStatus]] = {
    FrameStatus.DRAFT: {FrameStatus.DECIDED, FrameStatus.RETURNED},
    FrameStatus.RETURNED: {FrameStatus.DRAFT},
    FrameStatus.DECIDED: set(),
}

FINAL = frozenset({FrameStatus.DECIDED})


@dataclass(frozen=True)
class FrameFacts:
    """What the next move is computed from: who prepares and which council decides, since when, and their terms."""

    municipality_id: int
    council_id: int
    since: date
    decide_days: int
    answer_days: int


def move(status: FrameStatus, facts: FrameFacts) -> Move | None:
    """The clerk of the council records what it decided; what it returned a policy officer prepares again."""
    match status:
        case FrameStatus.DRAFT:
            due_on = add_days(facts.since, facts.decide_days)
            return Move(PROCESS, status, "council_clerk", ("body", facts.council_id), "budget.decide_frame", due_on)
        case FrameStatus.RETURNED:
            due_on = add_working_days(facts.since, facts.answer_days)
            city = ("municipality", facts.municipality_id)
            return Move(PROCESS, status, "policy_officer", city, "budget.prepare_frame", due_on)
        case FrameStatus.DECIDED:
            return None
