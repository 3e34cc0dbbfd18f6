"""What a network must have: a name and somebody to turn to. Everything else is as its people want it. Plain Python.

Source: "not a new institution but a concept and a way of working", as light as a name, a coordinator and a table.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.telephone import is_telephone_number
from wijkaanzet.networks.rules.words import fitting, fitting_line, fitting_name

NETWORK: Final = "networks.network"
MEMBER: Final = "networks.member"
LONGEST_NAME: Final = 120
LONGEST_KEY: Final = 40  # in its address
LONGEST_PURPOSE: Final = 300
LONGEST_RULE: Final = 300
LONGEST_PLACE: Final = 120
LONGEST_SEAT: Final = 80
LONGEST_PERSON: Final = 120
LONGEST_EMAIL: Final = 254  # characters, RFC 5321
LONGEST_PHONE: Final = 20
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class SeatKind(StrEnum):
    """Soort zetel. Usual in every network, one that this network wants besides, or open to whoever wants to join."""

    DEFAULT = "default"
    OPTIONAL = "optional"
    OPEN = "open"


@dataclass(frozen=True, kw_only=True)
class Described:
    """What a network says of itself; all but the name may be empty."""

    name: str
    purpose: str = ""
    """In the own words of its people."""
    meeting_place: str = ""
    own_rule: str = ""
    """How its people agree and who leads the talk, if they made a rule of that."""


@dataclass(frozen=True, kw_only=True)
class NewSeat:
    """A seat that is added: what who sits there is, such as "bewoner" or "huisarts"."""

    name: str
    kind: SeatKind = SeatKind.OPTIONAL


@dataclass(frozen=True, kw_only=True)
class Named:
    """Who takes part, and how that person is reached; kept sealed, for who keeps the network only."""

    name: str
    email: str = ""
    phone: str = ""

    def words(self) -> dict[str, str]:
        """By name, to be sealed."""
        return {"name": self.name, "email": self.email, "phone": self.phone}

    @classmethod
    def of(cls, words: Mapping[str, str]) -> "Named":
        """As it was before it was sealed."""
        return cls(name=words["name"], email=words["email"], phone=words["phone"])


def fitting_network(new: Described) -> Described:
    """As it is kept. Raises Refused: ("network_without_name"), ("network_words_too_long")."""
    name = fitting_name(new.name, most=LONGEST_NAME)
    if not name:
        raise Refused("network_without_name")
    purpose = fitting(new.purpose, most=LONGEST_PURPOSE)
    place, rule = fitting_line(new.meeting_place, most=LONGEST_PLACE), fitting(new.own_rule, most=LONGEST_RULE)
    return Described(name=name, purpose=purpose, meeting_place=place, own_rule=rule)


def fitting_seat(new: NewSeat) -> NewSeat:
    """As it is kept. Raises Refused: ("seat_without_name"), ("network_words_too_long")."""
    name = fitting_line(new.name, most=LONGEST_SEAT)
    if not name:
        raise Refused("seat_without_name")
    return NewSeat(name=name, kind=new.kind)


def fitting_named(named: Named) -> Named:
    """As it is kept; a name is enough, for also people who never log in and have no e-mail take part.

    Raises Refused: ("member_without_name"), ("network_words_too_long"), ("member_email"), ("member_phone").
    """
    name = fitting_line(named.name, most=LONGEST_PERSON)
    if not name:
        raise Refused("member_without_name")
    email, phone = fitting_line(named.email, most=LONGEST_EMAIL), fitting_line(named.phone, most=LONGEST_PHONE)
    if email and not _EMAIL.fullmatch(email):
        raise Refused("member_email")
    if phone and not is_telephone_number(phone):
        raise Refused("member_phone")
    return Named(name=name, email=email, phone=phone)


def check_for_whom(*, as_resident: bool, has_organisation: bool) -> None:
    """Nobody takes part both as a resident and for an organisation. Raises Refused("resident_for_organisation")."""
    if as_resident and has_organisation:
        raise Refused("resident_for_organisation")


def ends_before(starts_on: date, today: date) -> date:
    """The first day on which a seat or taking part does not hold any more: today, and for what began today tomorrow."""
    return max(today, starts_on + timedelta(days=1))
