"""Writing the budget: frames, divisions and the ledger."""

from wijkaanzet.budget.operations.divisions import decide_allocation, draft_run
from wijkaanzet.budget.operations.frames import decide_frame, draft_frame, prepare_frame, redraft_frame
from wijkaanzet.budget.operations.ledger import commit, determine, pay, reclaim, release
from wijkaanzet.budget.operations.post import Purpose
from wijkaanzet.budget.operations.proposals import (
    answer_advice,
    ask_advice,
    go_on_without,
    keep,
    propose,
    take_up,
)
from wijkaanzet.budget.queries import FiguresUsed

__all__ = [
    "FiguresUsed",
    "Purpose",
    "answer_advice",
    "ask_advice",
    "commit",
    "decide_allocation",
    "decide_frame",
    "determine",
    "draft_frame",
    "draft_run",
    "go_on_without",
    "keep",
    "pay",
    "prepare_frame",
    "propose",
    "reclaim",
    "redraft_frame",
    "release",
    "take_up",
]
