"""How advice comes about: asked of a body, given in points, and answered point by point. Plain Python.

Who advises is invited: there is no term, but a day on which the invitation lapses; then whoever asked goes on without.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wijkaanzet.kernel.moves import Move
from wijkaanzet.kernel.working_days import add_working_days

PROCESS = "decisions.advice"
MOST_POINTS = 20
LONGEST_POINT = 4_000  # characters: a point is an argument, not a report


class AdviceStatus(StrEnum):
    """Stand van een adviesvraag. Asked, given in points, lapsed without advice, or answered."""

    ASKED = "asked"
    GIVEN = "given"
    LAPSED = "lapsed"
    ANSWERED = "answered"


NEXT: dict[AdviceStatus, set[AdviceStatus]] = {
    AdviceStatus.ASKED: {AdviceStatus.GIVEN, AdviceStatus.LAPSED},
    AdviceStatus.GIVEN: {AdviceStatus.ANSWERED},
    AdviceStatus.LAPSED: set(),
    AdviceStatus.ANSWERED: set(),
}

FINAL = frozenset({AdviceStatus.LAPSED, AdviceStatus.ANSWERED})


class Follow(StrEnum):
    """Opvolging. Whether a point of advice changes the proposal."""

    FULLY = "fully"
    PARTLY = "partly"
    NOT = "not"


@dataclass(frozen=True)
class AdviceFacts:
    """What the next move is computed from: the body that advises, who asked, since when, and the terms."""

    municipality_id: int
    body_id: int
    asks: str
    since: date
    lapses_on: date
    answer_days: int


def move(status: AdviceStatus, facts: AdviceFacts) -> Move | None:
    """The body is invited to advise until a day; what it says is answered by who asked, within the term."""
    if status is AdviceStatus.ASKED:
        return Move(
            PROCESS,
            status,
            "adviser",
            ("body", facts.body_id),
            "decisions.give_advice",
            None,
            lapses_on=facts.lapses_on,
            falls_back_to=facts.asks,
        )
    if status is AdviceStatus.GIVEN:
        due_on = add_working_days(facts.since, facts.answer_days)
        scope = ("municipality", facts.municipality_id)
        return Move(PROCESS, status, facts.asks, scope, "decisions.answer_advice", due_on)
    return None
