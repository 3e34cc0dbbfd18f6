"""What a decision is and how it comes about: states, mandate, terms. Plain Python.

A besluit is a legal act (Awb 1:3) and carries the objection clause; an afspraak is an agreement without it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wijkaanzet.kernel.moves import Move
from wijkaanzet.kernel.working_days import add_days, add_working_days

OBJECTION_WEEKS = 6  # Awb 6:7; the term starts the day after the decision was made known (Awb 6:8, first paragraph).

PROCESS = "decisions.decision"


class Kind(StrEnum):
    """Soort besluit. A legal act, or an agreement."""

    LEGAL_ACT = "legal_act"
    AGREEMENT = "agreement"


class Outcome(StrEnum):
    """Uitkomst. What the body decided on what lay before it."""

    ADOPTED = "adopted"
    RETURNED = "returned"


class Step(StrEnum):
    """Stap. What kind of choice lies before the body, as the arrangement names it."""

    FRAME = "frame"
    CITY_AREA = "city-area"
    AREA_COMPONENT = "area-component"
    PLAN = "plan"


class Status(StrEnum):
    """Stand van een besluit. From the agenda to the public list."""

    PREPARED = "prepared"
    RECORDED = "recorded"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


NEXT: dict[Status, set[Status]] = {
    Status.PREPARED: {Status.RECORDED, Status.WITHDRAWN},
    Status.RECORDED: {Status.PUBLISHED},
    Status.PUBLISHED: set(),
    Status.WITHDRAWN: set(),
}

FINAL = frozenset({Status.PUBLISHED, Status.WITHDRAWN})

# The clerk records for the body: what a body decided is known by its minutes, not by who clicked.
CLERKS = {"council": "council_clerk", "executive": "college_clerk"}


@dataclass(frozen=True)
class Facts:
    """What the next move of a decision is computed from: the body with its clerk, and the terms of the arrangement."""

    body_id: int
    clerk: str
    meeting_on: date
    record_days: int
    publish_days: int


def move(status: Status, facts: Facts) -> Move | None:
    """The clerk records within the term after the meeting, and publishes within the term after that."""
    if status in FINAL:
        return None
    recorded_by = add_working_days(facts.meeting_on, facts.record_days)
    due_on = recorded_by if status is Status.PREPARED else add_days(recorded_by, facts.publish_days)
    action = "decisions.record" if status is Status.PREPARED else "decisions.publish"
    return Move(PROCESS, status, facts.clerk, ("body", facts.body_id), action, due_on)


def objection_until(published_on: date) -> date:
    """The last day to object: six weeks that start the day after publication (Awb 6:7 and 6:8, first paragraph).

    Published on a Monday, the term ends on a Monday; on a day when offices are closed it moves on.
    """
    return add_days(published_on, OBJECTION_WEEKS * 7)
