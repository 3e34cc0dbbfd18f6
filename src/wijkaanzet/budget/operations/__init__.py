"""Writing the budget: frames, divisions and the ledger."""

from wijkaanzet.budget.operations.divisions import FiguresUsed, decide_allocation, draft_run, propose
from wijkaanzet.budget.operations.frames import decide_frame, draft_frame
from wijkaanzet.budget.operations.ledger import commit, determine, pay, reclaim, release
from wijkaanzet.budget.operations.post import Purpose

__all__ = [
    "FiguresUsed",
    "Purpose",
    "commit",
    "decide_allocation",
    "decide_frame",
    "determine",
    "draft_frame",
    "draft_run",
    "pay",
    "propose",
    "reclaim",
    "release",
]
