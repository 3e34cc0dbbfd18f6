"""What may point at a person: kinds, and the place where each stands."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

COVER: Final = "\ufffc"
"""Stands for each character that was found before: no letter, no figure, no space."""


class FoundKind(StrEnum):
    """Vondst. What a piece of text may tell of a person."""

    NAME = "name"
    ADDRESS = "address"
    PHONE = "phone"
    BSN = "bsn"
    NUMBER = "number"
    IBAN = "iban"
    EMAIL = "email"
    LINK = "link"
    DATE = "date"
    SCHOOL = "school"
    PLATE = "plate"


@dataclass(frozen=True)
class Found:
    """Gevonden stuk. A piece of the text as it was sent: text[start:end], counted in characters."""

    kind: FoundKind
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Span:
    """A piece of the folded text, before its place in the sent text is looked up."""

    kind: FoundKind
    start: int
    end: int
