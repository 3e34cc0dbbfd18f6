"""How a budget frame comes about: the council's amount for a year, prepared and decided. Plain Python."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wijkaanzet.kernel.moves import Move
from wijkaanzet.kernel.working_days import add_days

PROCESS = "budget.frame"


class FrameStatus(StrEnum):
    """Stand van het kader. Being prepared, or decided by the council."""

    DRAFT = "draft"
    DECIDED = "decided"


NEXT: dict[FrameStatus, set[FrameStatus]] = {
    FrameStatus.DRAFT: {FrameStatus.DECIDED},
    FrameStatus.DECIDED: set(),
}

FINAL = frozenset({FrameStatus.DECIDED})


@dataclass(frozen=True)
class FrameFacts:
    """What the next move is computed from: the council with its clerk, since when, and the term to get it decided."""

    council_id: int
    since: date
    decide_days: int


def move(status: FrameStatus, facts: FrameFacts) -> Move | None:
    """The clerk of the council records what it decided; a decided frame waits for nobody."""
    if status in FINAL:
        return None
    due_on = add_days(facts.since, facts.decide_days)
    return Move(PROCESS, status, "council_clerk", ("body", facts.council_id), "budget.decide_frame", due_on)
