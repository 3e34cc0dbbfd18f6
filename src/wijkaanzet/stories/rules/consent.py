"""For what a teller gives consent, in scopes apart, and how long that holds. Plain Python.

Sources: consent after seeing the edited text, ncrm.ac.uk 20799; per purpose and time-limited to 12 to 24 months, with a
way to stop, chf.org.au; sixteen years or a parent, UAVG article 5.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from wijkaanzet.kernel.refusals import Refused

CONSENT_YEARS: Final = 2
"""Consent is per purpose and time-limited: 24 months after the day on which it was given."""
WORDING: Final = "1"
"""The version of the words to which a teller agrees; goes up when the words of a scope come to mean something else."""


class Scope(StrEnum):
    """Reikwijdte. One purpose for which a teller may give consent, each apart."""

    NETWORK = "network"
    REPORT = "report"
    PUBLIC = "public"
    PRESS = "press"
    TRAINING = "training"
    PHOTO = "photo"


class ConsentWay(StrEnum):
    """Wijze van toestemmen. By the secret link, or spoken to somebody who writes it down."""

    LINK = "link"
    SPOKEN = "spoken"


PUBLIC: Final = frozenset({Scope.PUBLIC})
"""With one of these everybody may read it."""
SEEN: Final = frozenset({Scope.PUBLIC, Scope.NETWORK})
"""With one of these who work on the neighbourhood together may read it."""
CARRYING: Final = frozenset(Scope) - {Scope.PHOTO}
"""What keeps a story shared; the photo only comes with the words."""


@dataclass(frozen=True, kw_only=True)
class Yes:
    """What a teller agrees to after seeing the edited text, in which way, and being old enough or with a parent."""

    scopes: Collection[Scope]
    way: ConsentWay
    of_age: bool


def check_yes(yes: Yes, *, has_photo: bool) -> None:
    """A yes is for at least one purpose, and a photo is never seen without its story.

    Raises Refused: ("too_young") unless the teller is 16 or older or a parent agrees (UAVG, article 5), ("no_scope"),
    ("photo_alone"), ("no_photo").
    """
    wanted = frozenset(yes.scopes)
    if not yes.of_age:
        raise Refused("too_young")
    if Scope.PHOTO in wanted and not has_photo:
        raise Refused("no_photo")
    if Scope.PHOTO in wanted and not wanted & SEEN:
        raise Refused("photo_alone")
    if not wanted & CARRYING:
        raise Refused("no_scope")


def expires_on(given_on: date) -> date:
    """The first day on which consent does not hold any more: the same day two years later, or the day before it."""
    year = given_on.year + CONSENT_YEARS
    if (given_on.month, given_on.day) == (2, 29):
        return date(year, 2, 28)  # no leap year comes two years after one
    return given_on.replace(year=year)
