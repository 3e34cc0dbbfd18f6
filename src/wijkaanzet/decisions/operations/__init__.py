"""Writing decisions, the advice before them, and the notices after them."""

from wijkaanzet.decisions.operations.advice import PointAnswer, answer_advice, ask_advice, give_advice, lapse_advice
from wijkaanzet.decisions.operations.deciding import Minutes, prepare, publish, record, withdraw
from wijkaanzet.decisions.operations.notices import send_notice

__all__ = [
    "Minutes",
    "PointAnswer",
    "answer_advice",
    "ask_advice",
    "give_advice",
    "lapse_advice",
    "prepare",
    "publish",
    "record",
    "send_notice",
    "withdraw",
]
