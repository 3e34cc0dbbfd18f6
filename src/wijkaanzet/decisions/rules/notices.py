"""Telling another body what was decided: the arrangement says whom, a clerk sends it in time. Plain Python."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wijkaanzet.kernel.moves import Move
from wijkaanzet.kernel.working_days import add_days

PROCESS = "decisions.notice"


class NoticeStatus(StrEnum):
    """Stand van een mededeling. Still to be sent, or sent."""

    TO_SEND = "to_send"
    SENT = "sent"


NEXT: dict[NoticeStatus, set[NoticeStatus]] = {
    NoticeStatus.TO_SEND: {NoticeStatus.SENT},
    NoticeStatus.SENT: set(),
}

FINAL = frozenset({NoticeStatus.SENT})


@dataclass(frozen=True)
class NoticeFacts:
    """What the next move is computed from: the clerk who sends it, since when, and the term."""

    clerk: str
    clerk_body_id: int
    published_on: date
    inform_days: int


def move(status: NoticeStatus, facts: NoticeFacts) -> Move | None:
    """The clerk sends it within the term after publication."""
    if status in FINAL:
        return None
    due_on = add_days(facts.published_on, facts.inform_days)
    return Move(PROCESS, status, facts.clerk, ("body", facts.clerk_body_id), "decisions.send_notice", due_on)
