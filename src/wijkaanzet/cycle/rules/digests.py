"""How often somebody gets an overview by mail of what waits, and for which stretch of time one is. Plain Python."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from wijkaanzet.kernel.working_days import is_working_day
from wijkaanzet.people.rules import PAID

SATURDAY = 5
LOOKS_AHEAD = timedelta(days=14)
"""How far ahead an overview tells of meetings."""


class DigestRhythm(StrEnum):
    """Ritme van het overzicht. How often somebody gets mail about what waits; at most one in a period."""

    DAILY = "daily"
    WEEKLY = "weekly"
    NONE = "none"


def usual_rhythm(roles: Iterable[str]) -> DigestRhythm:
    """What holds until somebody chooses: weekly for who is paid; nobody else is mailed without asking for it."""
    return DigestRhythm.WEEKLY if PAID.intersection(roles) else DigestRhythm.NONE


def period_of(rhythm: DigestRhythm, *, today: date) -> date | None:
    """The first day of the period that an overview of today is of; None when none goes out today.

    A week begins on Monday; its overview goes on the first working day on which the timer runs, and in the weekend
    when it ran on none. A daily one goes on working days only.
    """
    match rhythm:
        case DigestRhythm.DAILY:
            return today if is_working_day(today) else None
        case DigestRhythm.WEEKLY if is_working_day(today) or today.weekday() >= SATURDAY:
            return today - timedelta(days=today.weekday())
        case _:
            return None
