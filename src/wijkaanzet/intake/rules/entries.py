"""Where something that was told stands, what it turned out to be, and whose move it is. Plain Python.

Who sends is asked nothing but what they want to tell: of which kind it is, is for who reads it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wijkaanzet.kernel.moves import Move
from wijkaanzet.kernel.working_days import add_working_days

PROCESS = "intake.entry"


class EntryStatus(StrEnum):
    """Stand van een inzending. Received, ready for a second reader, to be told by telephone, answered, or withdrawn."""

    RECEIVED = "received"
    PREPARED = "prepared"
    TO_TELL = "to_tell"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


NEXT: dict[EntryStatus, set[EntryStatus]] = {
    EntryStatus.RECEIVED: {
        EntryStatus.PREPARED,
        EntryStatus.TO_TELL,
        EntryStatus.ANSWERED,
        EntryStatus.WITHDRAWN,
    },
    EntryStatus.PREPARED: {
        EntryStatus.RECEIVED,
        EntryStatus.TO_TELL,
        EntryStatus.ANSWERED,
        EntryStatus.WITHDRAWN,
    },
    EntryStatus.TO_TELL: {EntryStatus.ANSWERED, EntryStatus.WITHDRAWN},
    EntryStatus.ANSWERED: {EntryStatus.TO_TELL, EntryStatus.WITHDRAWN},  # called again when another answer came
    EntryStatus.WITHDRAWN: set(),
}

FINAL = frozenset({EntryStatus.WITHDRAWN})
SETTLED = frozenset({EntryStatus.ANSWERED})
"""It can still be withdrawn, and waits for nobody."""
DECIDED = frozenset({EntryStatus.TO_TELL, EntryStatus.ANSWERED})


class EntryKind(StrEnum):
    """Soort inzending. What something turns out to be once it is read."""

    IDEA = "idea"
    STORY = "story"
    STRENGTH = "strength"
    SIGNAL = "signal"
    SUGGESTION = "suggestion"


class StrengthKind(StrEnum):
    """Soort kracht. What is strong here: people, places, groups, or what people can do."""

    PEOPLE = "people"
    PLACES = "places"
    GROUPS = "groups"
    SKILLS = "skills"


class Tone(StrEnum):
    """Strekking. Whether it is good, not good, or both, in the eyes of who tells it."""

    GOOD = "good"
    MIXED = "mixed"
    BAD = "bad"


class Route(StrEnum):
    """Weg. How it reached us."""

    WEB = "web"
    DESK = "desk"
    PHONE = "phone"
    PAPER = "paper"
    VISIT = "visit"


class Outcome(StrEnum):
    """Uitkomst van het lezen. It has found its place, or it has not."""

    PLACED = "placed"
    DECLINED = "declined"


class AttachmentKind(StrEnum):
    """Soort bijlage. What was sent along."""

    PHOTO = "photo"
    AUDIO = "audio"


@dataclass(frozen=True)
class EntryFacts:
    """What the next move is computed from: where it belongs, since when it is here, and the term of an answer.

    `more_on` is the day on which another answer came that is still to be told.
    """

    municipality_id: int
    area_id: int | None
    received_on: date
    answer_days: int
    more_on: date | None = None


def move(status: EntryStatus, facts: EntryFacts) -> Move | None:
    """Somebody who is paid reads, reads again, or tells; all before the day on which an answer was promised.

    Another answer that comes after that is told within the same time.
    """
    steps = {
        EntryStatus.RECEIVED: ("coordinator", "intake.read"),
        EntryStatus.PREPARED: ("area_manager", "intake.read_again"),
        EntryStatus.TO_TELL: ("coordinator", "intake.tell_answer"),
    }
    if status not in steps:
        return None
    role, action = steps[status]
    scope = ("area", facts.area_id) if facts.area_id is not None else ("municipality", facts.municipality_id)
    mover = role if facts.area_id is not None else "policy_officer"
    due_on = add_working_days(facts.more_on or facts.received_on, facts.answer_days)
    return Move(PROCESS, status, mover, scope, action, due_on)
