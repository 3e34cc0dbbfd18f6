"""What a decision is, the advice before it, and telling others of it. Plain Python."""

from wijkaanzet.decisions.rules.advice import AdviceStatus, Follow
from wijkaanzet.decisions.rules.deciding import (
    CLERKS,
    FINAL,
    NEXT,
    OBJECTION_WEEKS,
    PROCESS,
    Facts,
    Kind,
    Outcome,
    Status,
    Step,
    move,
    objection_until,
)
from wijkaanzet.decisions.rules.notices import NoticeStatus

__all__ = [
    "CLERKS",
    "FINAL",
    "NEXT",
    "OBJECTION_WEEKS",
    "PROCESS",
    "AdviceStatus",
    "Facts",
    "Follow",
    "Kind",
    "NoticeStatus",
    "Outcome",
    "Status",
    "Step",
    "move",
    "objection_until",
]
