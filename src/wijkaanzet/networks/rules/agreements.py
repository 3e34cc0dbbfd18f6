"""What a table agrees: a reminder that asks, never a task that is assigned. Plain Python."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from wijkaanzet.kernel.moves import Move, Rest
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks.rules.meetings import WITH_THE_NETWORK
from wijkaanzet.networks.rules.words import fitting, fitting_line

AGREEMENT: Final = "networks.agreement"
LONGEST_TEXT: Final = 500
LONGEST_BY_WHOM: Final = 120
LONGEST_BECAME: Final = 500
MOST_YEARS_AHEAD: Final = 10
"""Years after a meeting within which a table looks again; a later year is a slip of the pen."""
MOST_AGREEMENTS: Final = 30
"""From one meeting; more is no agreement but a list of wishes."""


class AgreementStatus(StrEnum):
    """Stand van een netwerkafspraak. Open, done, or let go."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


NEXT: dict[AgreementStatus, set[AgreementStatus]] = {
    AgreementStatus.OPEN: {AgreementStatus.DONE, AgreementStatus.DROPPED},
    AgreementStatus.DONE: set(),
    AgreementStatus.DROPPED: set(),
}

FINAL = frozenset({AgreementStatus.DONE, AgreementStatus.DROPPED})


@dataclass(frozen=True)
class AgreementFacts:
    """What the next move is computed from: over what the coordinator of the network has that role, and when the table
    looks at it again: on the day that it said, else at the next meeting; None as long as none is planned."""

    scope: tuple[str, int]
    look_again_on: date | None


def move(status: AgreementStatus, facts: AgreementFacts) -> Move | None:
    """It lies with the network until the coordinator asks again on the day that was agreed; nobody has a term."""
    if status is not AgreementStatus.OPEN or facts.look_again_on is None:
        return None
    rest = Rest(WITH_THE_NETWORK, "", facts.look_again_on)
    return Move(AGREEMENT, status, "coordinator", facts.scope, "networks.look_again", None, resting=rest)


@dataclass(frozen=True, kw_only=True)
class NewAgreement:
    """What was agreed, which group or organisation takes it up (never a person), and when to look at it again."""

    text: str
    by_whom: str = ""
    look_again_on: date | None = None


def fitting_agreements(agreements: Sequence[NewAgreement], *, met_on: date) -> list[NewAgreement]:
    """Agreements as they are kept.

    Raises Refused: ("agreements_too_many"), ("agreement_without_text"), ("look_again_before"),
    ("look_again_too_late"), ("network_words_too_long").
    """
    if len(agreements) > MOST_AGREEMENTS:
        raise Refused("agreements_too_many", most=MOST_AGREEMENTS)
    return [_fitting(one, number=number, met_on=met_on) for number, one in enumerate(agreements, start=1)]


def check_settled(status: AgreementStatus, to: AgreementStatus) -> None:
    """An open agreement is done or let go, once. Raises Refused("agreement_settled")."""
    if to not in NEXT[status]:
        raise Refused("agreement_settled")


def fitting_became(text: str) -> str:
    """What became of an agreement, as it is kept; may be empty. Raises Refused("network_words_too_long")."""
    return fitting(text, most=LONGEST_BECAME)


def check_look_again(day: date | None, *, number: int, met_on: date) -> None:
    """A table looks again after it met, and within MOST_YEARS_AHEAD.

    Raises Refused: ("look_again_before"), ("look_again_too_late"), both with the number of the agreement.
    """
    if day is None:
        return
    if day <= met_on:
        raise Refused("look_again_before", number=number, day=met_on)
    if (day.year - MOST_YEARS_AHEAD, day.month, day.day) > (met_on.year, met_on.month, met_on.day):
        raise Refused("look_again_too_late", number=number, years=MOST_YEARS_AHEAD)


def _fitting(one: NewAgreement, *, number: int, met_on: date) -> NewAgreement:
    text = fitting(one.text, most=LONGEST_TEXT)
    if not text:
        raise Refused("agreement_without_text", number=number)
    check_look_again(one.look_again_on, number=number, met_on=met_on)
    by_whom = fitting_line(one.by_whom, most=LONGEST_BY_WHOM)
    return NewAgreement(text=text, by_whom=by_whom, look_again_on=one.look_again_on)
