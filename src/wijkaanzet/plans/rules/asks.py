"""What a plan asks of a department or of a partner without a grant, and their answer. Plain Python."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from wijkaanzet.kernel.moves import Move, Rest
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.working_days import add_working_days
from wijkaanzet.networks.rules.words import fitting, fitting_line
from wijkaanzet.plans.rules.contributions import LONGEST_WHO, PROVIDER
from wijkaanzet.plans.rules.priorities import (
    ASK,
    LONGEST_ANSWER,
    LONGEST_QUESTION,
    LOOK_BACK_DAYS,
    NEXT_ASK,
    AskAnswer,
    AskStatus,
)

MOST_ASKS: Final = 30
"""For one priority."""
WITH_WHO_IS_ASKED: Final = "asked"
"""With whom a question lies that is asked again on a day."""


@dataclass(frozen=True, kw_only=True)
class NewAsk:
    """What is asked, and of whom: a department or an organisation, never a person.

    Of an organisation that is known here nobody needs to write down who it is.
    """

    question: str
    to_whom: str = ""


@dataclass(frozen=True)
class AskFacts:
    """What the next move is computed from: where, since when, and the term to answer in (working days).

    `organisation_id` is the one that is asked, when it is known here; only that can be without an account since.
    """

    municipality_id: int
    since: date
    answer_days: int
    needed: bool = True
    """Whether the answer still matters: the priority for which it was asked stands, and the plan is not over."""
    again_on: date | None = None
    """Of what was answered with "later": the day on which it is asked again."""
    organisation_id: int | None = None
    no_account_since: date | None = None

    @property
    def answers_itself(self) -> bool:
        """Whether who is asked answers after logging in."""
        return self.organisation_id is not None and self.no_account_since is None


def move_of_ask(status: AskStatus, facts: AskFacts) -> Move | None:
    """An organisation that is known here answers itself, while somebody there has an account and it is needed.

    Of anybody else the policy officer brings the question where it belongs and comes back with the answer. What is
    answered with "later" rests until the day that goes with it, and is then again with who had it.
    """
    if status is AskStatus.ANSWERED or not facts.needed:
        return None
    here: tuple[str, tuple[str, int]] = "policy_officer", ("municipality", facts.municipality_id)
    lies_with, again = WITH_WHO_IS_ASKED, "plans.ask_others_again"
    if facts.answers_itself:
        here = PROVIDER, ("organisation", facts.organisation_id or 0)
        lies_with, again = PROVIDER, "plans.answer_ask_again"
    if status is AskStatus.LATER:
        rest = Rest(lies_with, "", facts.again_on or facts.since)
        return Move(ASK, status, *here, again, None, resting=rest)
    due_on = add_working_days(facts.no_account_since or facts.since, facts.answer_days)
    return Move(ASK, status, *here, "plans.answer_ask", due_on)


def fitting_ask(new: NewAsk, *, organisation: str = "") -> NewAsk:
    """A question as it is kept; `organisation` is the name of the one that is asked, or empty for anybody else.

    Raises Refused: ("ask_not_whole"), ("ask_of_two") when somebody else is written down besides it,
    ("network_words_too_long").
    """
    written = fitting_line(new.to_whom, most=LONGEST_WHO)
    question = fitting(new.question, most=LONGEST_QUESTION)
    if organisation and written and written.casefold() != organisation.casefold():
        raise Refused("ask_of_two", name=organisation)
    to_whom = organisation or written
    if not (to_whom and question):
        raise Refused("ask_not_whole")
    return NewAsk(to_whom=to_whom, question=question)


def fitting_ask_answer(text: str) -> str:
    """An answer as it is kept. Raises Refused: ("ask_without_answer"), ("network_words_too_long")."""
    answer = fitting(text, most=LONGEST_ANSWER)
    if not answer:
        raise Refused("ask_without_answer")
    return answer


def fitting_again(kind: AskAnswer, again_on: date | None, *, today: date) -> date | None:
    """The day on which it is asked again: of "later" only, and after today.

    Raises Refused: ("ask_again_when"), ("ask_again_past"), ("ask_again_far").
    """
    if kind is not AskAnswer.LATER:
        return None
    if again_on is None:
        raise Refused("ask_again_when")
    if again_on <= today:
        raise Refused("ask_again_past", day=again_on)
    if again_on > today + timedelta(days=LOOK_BACK_DAYS):
        raise Refused("ask_again_far", day=again_on)
    return again_on


def status_after(kind: AskAnswer) -> AskStatus:
    """Where a question stands with this answer: "later" puts it off, any other answer ends it."""
    return AskStatus.LATER if kind is AskAnswer.LATER else AskStatus.ANSWERED


def check_ask_step(status: AskStatus, to: AskStatus) -> None:
    """Only "later" is answered anew. Raises Refused("ask_answered")."""
    if to not in NEXT_ASK[status]:
        raise Refused("ask_answered")


def check_ask_as_read(seen: str, *, now: str) -> None:
    """An answer of meanwhile is not overwritten; without a mark it is as it is now. Raises Refused("ask_answered")."""
    if seen and seen != now:
        raise Refused("ask_answered")
