"""A question that invites people to tell. Plain Python."""

from datetime import date, timedelta
from typing import Final

from wijkaanzet.kernel.refusals import Refused

PROMPT: Final = "stories.prompt"
LONGEST_QUESTION: Final = 200


def checked_question(question: str) -> str:
    """The question without spaces around it. Raises Refused("prompt_question") when it is empty, long or unreadable."""
    plain = question.strip()
    if not plain or len(plain) > LONGEST_QUESTION or not plain.isprintable():
        raise Refused("prompt_question", most=LONGEST_QUESTION)
    return plain


def check_period(starts_on: date, ends_before: date | None) -> None:
    """A question is asked for a day at least. Raises Refused("prompt_period")."""
    if ends_before is not None and ends_before <= starts_on:
        raise Refused("prompt_period")


def end_of(starts_on: date, today: date) -> date:
    """The first day on which a question that is ended today is not asked any more: tomorrow."""
    return max(today, starts_on) + timedelta(days=1)
