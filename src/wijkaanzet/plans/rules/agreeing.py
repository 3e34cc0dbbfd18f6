"""How a network agrees with its plan: by its own rule, and what others said stays with it. Plain Python."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks.rules.words import fitting, fitting_line
from wijkaanzet.plans.rules.plans import LONGEST_WHY, AgreementWay

LONGEST_DISSENT: Final = 2_000
LONGEST_BY_WHOM: Final = 120
MOST_DISSENTS: Final = 20
MOST_VOTES: Final = 5_000
"""People at one table: more than any hall in a neighbourhood holds."""


@dataclass(frozen=True, kw_only=True)
class NewDissent:
    """What people who do not agree say; `by_whom` is a group or an organisation, never a person."""

    text: str
    by_whom: str = ""


@dataclass(frozen=True, kw_only=True)
class Votes:
    """How many were in favour and against, where that was counted."""

    in_favour: int | None = None
    against: int | None = None


def check_votes(way: AgreementWay, votes: Votes) -> None:
    """Hands that were counted are counted on both sides, and a majority is more than half.

    Raises Refused: ("votes_whole"), ("votes_count"), ("votes_missing"), ("no_majority"), ("not_everybody").
    """
    counts = [count for count in (votes.in_favour, votes.against) if count is not None]
    if len(counts) == 1:
        raise Refused("votes_whole")
    if not all(0 <= count <= MOST_VOTES for count in counts):
        raise Refused("votes_count", most=MOST_VOTES)
    if way is AgreementWay.MAJORITY:
        _check_majority(votes)
    if way is AgreementWay.EVERYBODY and votes.against:
        raise Refused("not_everybody")


def had_these_words(meeting_on: date, *, worked_on: date) -> bool:
    """Whether the words of a plan stood there on the day of a meeting as they are now."""
    return meeting_on >= worked_on


def check_meeting(meeting_on: date, *, worked_on: date) -> None:
    """A meeting agrees with words that stood there that day. Raises Refused("meeting_before_change", day=…)."""
    if not had_these_words(meeting_on, worked_on=worked_on):
        raise Refused("meeting_before_change", day=worked_on)


def fitting_rule(way: AgreementWay, rule: str) -> str:
    """The rule in the words of the network, as it is kept; a rule of its own has words.

    Raises Refused: ("own_rule_missing"), ("network_words_too_long").
    """
    rule = fitting_line(rule, most=LONGEST_WHY)
    if way is AgreementWay.OTHER and not rule:
        raise Refused("own_rule_missing")
    return rule


def fitting_dissents(way: AgreementWay, dissents: Sequence[NewDissent]) -> list[NewDissent]:
    """What others said, as it is kept. Who agreed with everybody has no other voices.

    Raises Refused: ("not_everybody"), ("dissents_too_many"), ("dissent_without_text"), ("network_words_too_long").
    """
    if dissents and way is AgreementWay.EVERYBODY:
        raise Refused("not_everybody")
    if len(dissents) > MOST_DISSENTS:
        raise Refused("dissents_too_many", most=MOST_DISSENTS)
    return [_fitting(one, number) for number, one in enumerate(dissents, start=1)]


def _check_majority(votes: Votes) -> None:
    if votes.in_favour is None or votes.against is None:
        raise Refused("votes_missing")
    if votes.in_favour <= votes.against:
        raise Refused("no_majority", in_favour=votes.in_favour, against=votes.against)


def _fitting(one: NewDissent, number: int) -> NewDissent:
    text = fitting(one.text, most=LONGEST_DISSENT)
    if not text:
        raise Refused("dissent_without_text", number=number)
    return replace(one, text=text, by_whom=fitting_line(one.by_whom, most=LONGEST_BY_WHOM))
