"""A meeting from its plan to its report, and whose move it is. Plain Python.

Only the coordinator, who is paid, ever has a term: residents and volunteers are invited and never late.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from wijkaanzet.kernel.moves import Move, Rest
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.working_days import add_working_days, is_working_day
from wijkaanzet.networks.rules.networks import LONGEST_PLACE
from wijkaanzet.networks.rules.words import fitting_line

PROCESS: Final = "networks.meeting"
WITH_THE_NETWORK: Final = "network"
"""Who is waited for between the invitation and the meeting."""
INVITED_BEFORE: Final = 10
"""Working days before a meeting on which the invitations go out at the latest."""
DAYS_BACK: Final = 60
"""A meeting that nobody planned can still be written down so many days afterwards; then memory is no report."""
DAYS_AHEAD: Final = 730
"""Nobody plans a meeting further ahead; a later year is a slip of the pen."""
LONGEST_MINUTES: Final = 4_000
MOST_OTHERS: Final = 5_000
"""People besides the members at one meeting: more than any hall in a neighbourhood holds."""


class MeetingKind(StrEnum):
    """Soort bijeenkomst. A meeting around the table, or a citizens' summit where everybody brings ideas."""

    MEETING = "meeting"
    SUMMIT = "summit"


class MeetingStatus(StrEnum):
    """Stand van een bijeenkomst. Planned, invited, held, reported, or called off before it was held."""

    PLANNED = "planned"
    INVITED = "invited"
    HELD = "held"
    REPORTED = "reported"
    CANCELLED = "cancelled"


NEXT: dict[MeetingStatus, set[MeetingStatus]] = {
    MeetingStatus.PLANNED: {MeetingStatus.INVITED, MeetingStatus.HELD, MeetingStatus.CANCELLED},
    MeetingStatus.INVITED: {MeetingStatus.HELD, MeetingStatus.CANCELLED},
    MeetingStatus.HELD: {MeetingStatus.REPORTED},
    MeetingStatus.REPORTED: set(),
    MeetingStatus.CANCELLED: set(),
}

FINAL = frozenset({MeetingStatus.REPORTED, MeetingStatus.CANCELLED})
TO_COME = frozenset({MeetingStatus.PLANNED, MeetingStatus.INVITED})
"""Here the agenda may still change."""
WAS_HELD = frozenset({MeetingStatus.HELD, MeetingStatus.REPORTED})


@dataclass(frozen=True)
class MeetingFacts:
    """What the next move is computed from: over what its coordinator has that role, which day, since when, and the
    term to report in (working days)."""

    scope: tuple[str, int]
    day: date
    since: date
    answer_days: int


def move(status: MeetingStatus, facts: MeetingFacts) -> Move | None:
    """The coordinator invites, rests until the day of the meeting, and reports.

    What is written down afterwards was held already: then the coordinator only says who came.
    """
    if status is MeetingStatus.PLANNED and facts.day < facts.since:
        due_on = add_working_days(facts.since, facts.answer_days)
        return Move(PROCESS, status, "coordinator", facts.scope, "networks.hold", due_on)
    if status is MeetingStatus.PLANNED:
        due_on = max(_working_days_before(facts.day, INVITED_BEFORE), facts.since)
        return Move(PROCESS, status, "coordinator", facts.scope, "networks.invite", due_on)
    if status is MeetingStatus.INVITED:
        rest = Rest(WITH_THE_NETWORK, "", facts.day)
        return Move(PROCESS, status, "coordinator", facts.scope, "networks.hold", None, resting=rest)
    if status is MeetingStatus.HELD:
        due_on = add_working_days(facts.since, facts.answer_days)
        return Move(PROCESS, status, "coordinator", facts.scope, "networks.report", due_on)
    return None


def check_step(status: MeetingStatus, to: MeetingStatus) -> None:
    """A meeting goes one way. Raises Refused("wrong_state")."""
    if to not in NEXT[status]:
        raise Refused("wrong_state")


def check_agenda_open(status: MeetingStatus) -> None:
    """The agenda changes until the meeting is held. Raises Refused("agenda_closed")."""
    if status not in TO_COME:
        raise Refused("agenda_closed")


def check_day(day: date, *, today: date) -> None:
    """A meeting is today or later, and not in a far year. Raises Refused: ("meeting_past"), ("meeting_far")."""
    if day < today:
        raise Refused("meeting_past", day=day)
    if day > today + timedelta(days=DAYS_AHEAD):
        raise Refused("meeting_far", day=day)


def check_planned_day(day: date, *, today: date) -> None:
    """A meeting is to come, or was held at most DAYS_BACK days ago and is written down afterwards.

    Raises Refused: ("meeting_long_past"), ("meeting_far").
    """
    if day < today - timedelta(days=DAYS_BACK):
        raise Refused("meeting_long_past", day=day, days=DAYS_BACK)
    check_day(max(day, today), today=today)


def check_changeable(status: MeetingStatus) -> None:
    """Day, time and place change until people are invited: they come where they were told to.

    Raises Refused: ("meeting_invited_already"), and ("wrong_state") for a meeting that is over or called off.
    """
    if status is MeetingStatus.INVITED:
        raise Refused("meeting_invited_already")
    if status is not MeetingStatus.PLANNED:
        raise Refused("wrong_state")


def check_was_held(status: MeetingStatus) -> None:
    """How many came is put right once it is written down. Raises Refused("wrong_state")."""
    if status not in WAS_HELD:
        raise Refused("wrong_state")


def check_reported(status: MeetingStatus) -> None:
    """Only a report that is there can be corrected. Raises Refused("wrong_state")."""
    if status is not MeetingStatus.REPORTED:
        raise Refused("wrong_state")


def fitting_meeting_place(place: str) -> str:
    """Where people come, as it is kept. Raises Refused: ("meeting_without_place"), ("network_words_too_long")."""
    place = fitting_line(place, most=LONGEST_PLACE)
    if not place:
        raise Refused("meeting_without_place")
    return place


def check_held(day: date, *, today: date) -> None:
    """Who came is known from the day itself on. Raises Refused("meeting_to_come")."""
    if today < day:
        raise Refused("meeting_to_come", day=day)


def check_others(*counts: int) -> None:
    """Counts of people who are no members. Raises Refused("others_count") below nought or above MOST_OTHERS."""
    if not all(0 <= count <= MOST_OTHERS for count in counts):
        raise Refused("others_count", most=MOST_OTHERS)


def _working_days_before(day: date, count: int) -> date:
    while count > 0:
        day -= timedelta(days=1)
        count -= is_working_day(day)
    return day
