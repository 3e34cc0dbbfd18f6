"""For how long somebody takes a seat, when the table agreed on that; nobody loses a seat by a day. Plain Python."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from wijkaanzet.kernel.refusals import Refused

NEAR: Final = timedelta(weeks=8)
"""How long before the last day it is time to talk about who goes on."""
LONGEST_YEARS: Final = 10


def check_seat_term(until: date | None, *, has_seat: bool, starts_on: date, today: date) -> None:
    """Only who sits in a seat of the own has a term, from the day on which that person takes part.

    Raises Refused: ("seat_term_without_seat"), ("seat_term_before_start"), ("seat_term_far").
    """
    if until is None:
        return
    if not has_seat:
        raise Refused("seat_term_without_seat")
    if until < starts_on:
        raise Refused("seat_term_before_start", day=until, start=starts_on)
    if until.year - today.year > LONGEST_YEARS:
        raise Refused("seat_term_far", day=until, years=LONGEST_YEARS)


def comes_near(until: date, *, on: date) -> bool:
    """Whether it is time to talk about who goes on: in the last eight weeks, and after that while it stands."""
    return until <= last_day_near(on)


def last_day_near(on: date) -> date:
    """The last of the days that come near."""
    return on + min(NEAR, date.max - on)


def proposed_until(months: int, *, begins: date) -> date:
    """The last day of a term of that many months."""
    count = begins.year * 12 + begins.month - 1 + months
    year, month = divmod(count, 12)
    day = min(begins.day, monthrange(year, month + 1)[1])
    return date(year, month + 1, day) - timedelta(days=1)
