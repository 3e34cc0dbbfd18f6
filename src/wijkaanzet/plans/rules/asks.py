"""What a plan asks of a department or of a partner without a grant, and their answer. Plain Python."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from wijkaanzet.kernel.moves import Move
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.working_days import add_working_days
from wijkaanzet.networks.rules.words import fitting, fitting_line
from wijkaanzet.plans.rules.contributions import LONGEST_WHO
from wijkaanzet.plans.rules.priorities import ASK, LONGEST_ANSWER, LONGEST_QUESTION, NEXT_ASK, AskStatus

MOST_ASKS: Final = 30
"""For one priority."""


@dataclass(frozen=True, kw_only=True)
class NewAsk:
    """What is asked, and of whom: a department or an organisation, never a person."""

    to_whom: str
    question: str


@dataclass(frozen=True)
class AskFacts:
    """What the next move is computed from: where, since when, and the term to answer in (working days)."""

    municipality_id: int
    since: date
    answer_days: int
    needed: bool = True
    """Whether the answer still matters: the priority for which it was asked stands, and the plan is not over."""


def move_of_ask(status: AskStatus, facts: AskFacts) -> Move | None:
    """The policy officer brings the question where it belongs and comes back with the answer, while it is needed."""
    if status is AskStatus.ANSWERED or not facts.needed:
        return None
    due_on = add_working_days(facts.since, facts.answer_days)
    return Move(ASK, status, "policy_officer", ("municipality", facts.municipality_id), "plans.answer_ask", due_on)


def fitting_ask(new: NewAsk) -> NewAsk:
    """A question as it is kept. Raises Refused: ("ask_not_whole"), ("network_words_too_long")."""
    to_whom = fitting_line(new.to_whom, most=LONGEST_WHO)
    question = fitting(new.question, most=LONGEST_QUESTION)
    if not (to_whom and question):
        raise Refused("ask_not_whole")
    return NewAsk(to_whom=to_whom, question=question)


def fitting_ask_answer(text: str) -> str:
    """An answer as it is kept. Raises Refused: ("ask_without_answer"), ("network_words_too_long")."""
    answer = fitting(text, most=LONGEST_ANSWER)
    if not answer:
        raise Refused("ask_without_answer")
    return answer


def check_ask_step(status: AskStatus, to: AskStatus) -> None:
    """A question is answered once. Raises Refused("ask_answered")."""
    if to not in NEXT_ASK[status]:
        raise Refused("ask_answered")
