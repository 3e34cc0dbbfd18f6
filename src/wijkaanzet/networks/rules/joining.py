"""Somebody is invited to take part, by a code in a letter or a link; the invitation lapses and is never late.

Plain Python.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from wijkaanzet.kernel.moves import Move, Rest
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks.rules.networks import check_for_whom
from wijkaanzet.networks.rules.words import fitting_line

INVITATION: Final = "networks.invitation"
WITH_WHO_IS_INVITED: Final = "invited"
"""Who is waited for until an invitation lapses."""
LONGEST_FOR_WHOM: Final = 120
MOST_WAITING: Final = 60
"""Invitations of one network that nobody answered yet: more letters than a table can welcome."""


class InvitationStatus(StrEnum):
    """Stand van een uitnodiging om mee te doen. It waits for who has the code, was accepted, or is over."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    OVER = "over"


NEXT: dict[InvitationStatus, set[InvitationStatus]] = {
    InvitationStatus.WAITING: {InvitationStatus.ACCEPTED, InvitationStatus.OVER},
    InvitationStatus.ACCEPTED: set(),
    InvitationStatus.OVER: set(),
}

FINAL = frozenset({InvitationStatus.ACCEPTED, InvitationStatus.OVER})


@dataclass(frozen=True)
class InvitationFacts:
    """What the next move is computed from: over what the coordinator of the network has that role, and the last day on
    which the code works."""

    scope: tuple[str, int]
    lapses_on: date


def move(status: InvitationStatus, facts: InvitationFacts) -> Move | None:
    """It lies with who is invited; once it lapsed the coordinator looks whether to ask again or to let it go."""
    if status is not InvitationStatus.WAITING:
        return None
    rest = Rest(WITH_WHO_IS_INVITED, "", facts.lapses_on + timedelta(days=1))
    return Move(INVITATION, status, "coordinator", facts.scope, "networks.ask_again", None, resting=rest)


@dataclass(frozen=True, kw_only=True)
class ForWhom:
    """In the words of who invites whom the letter is for; sealed, and gone once it is used or over."""

    words: str = ""
    as_resident: bool = True


def fitting_for_whom(asked: ForWhom, *, has_organisation: bool) -> ForWhom:
    """As it is kept. Raises Refused: ("resident_for_organisation"), ("network_words_too_long")."""
    check_for_whom(as_resident=asked.as_resident, has_organisation=has_organisation)
    return ForWhom(words=fitting_line(asked.words, most=LONGEST_FOR_WHOM), as_resident=asked.as_resident)


def check_room(waiting: int) -> None:
    """Another letter may be written. Raises Refused("invitations_too_many")."""
    if waiting >= MOST_WAITING:
        raise Refused("invitations_too_many", most=MOST_WAITING)


def check_waiting(status: InvitationStatus, *, lapses_on: date, today: date) -> None:
    """A code works once, up to its last day. Raises Refused: ("invitation_used"), ("invitation_over")."""
    if status is InvitationStatus.ACCEPTED:
        raise Refused("invitation_used")
    if status is InvitationStatus.OVER or today > lapses_on:
        raise Refused("invitation_over")


def check_over(status: InvitationStatus) -> None:
    """What waits can be let go, once. Raises Refused("invitation_settled")."""
    if InvitationStatus.OVER not in NEXT[status]:
        raise Refused("invitation_settled")
