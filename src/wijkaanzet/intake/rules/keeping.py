"""How long what came in is kept, and how often one sender may knock. Plain Python."""

from datetime import date, timedelta
from typing import Final

CONTACT_DAYS: Final = 30
"""After the answer: long enough for a mail that bounces, or to telephone again."""
CONTACT_DAYS_LONG: Final = 456
"""Fifteen months, for who wants to hear what was done with it: until the scan of a year later is public."""
ANSWER_DAYS: Final = 396
"""Thirteen months: so long an answer to something that found no place can be read."""
KNOCK_HOURS: Final = 24


def contact_until(answered_on: date, *, keep_told: bool) -> date:
    """The day on which it is forgotten how somebody can be reached."""
    return answered_on + timedelta(days=CONTACT_DAYS_LONG if keep_told else CONTACT_DAYS)


def answers_from(today: date) -> date:
    """What was declined before this day keeps no answer."""
    return today - timedelta(days=ANSWER_DAYS)
