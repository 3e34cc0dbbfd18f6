"""Places inside an area: of which kind they are, and that none of them is somebody's address. Plain Python."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from wijkaanzet.areas.rules.codes import is_name
from wijkaanzet.kernel.refusals import Refused

LONGEST_NOTE: Final = 300
_POSTCODE: Final = re.compile(
    r"\b[1-9][0-9]{3}(?: ?[A-Z]{2}|[a-z]{2}| (?!(?:aan|al|bij|de|en|er|in|is|je|na|of|om|op|te|we|ze)\b)[a-z]{2})\b"
)
"""Four digits and two letters; "Plein 1944 en omgeving" holds none."""
_HOUSE: Final = r"[1-9][0-9]{0,3}(?: ?[a-z])?(?:[-/][0-9a-z]{1,4})?(?![0-9a-z])"
_STREET: Final = (
    r"(?:straat|str\.|laan|weg|plein|pad|hof|hofje|dreef|kade|singel|gracht|steeg|dijk|baan|park|plantsoen|markt|wal|"
    r"plaats|akker|veld|erf|ring|kamp|wei|haven|brink|burg|donk|oord)"
)
_ADDRESS: Final = re.compile(rf"{_STREET},? +(?:nr\.? *)?{_HOUSE}", re.IGNORECASE)
_ENDS_IN_NUMBER: Final = re.compile(rf" {_HOUSE}$", re.IGNORECASE)
_YEARS: Final = re.compile(r"'?40 ?- ?'?45\b|\b(?:1[5-9]|20)[0-9]{2}\b")
"""What stands behind a name without being a house: Plein 40-45, Plein 1944."""


class PlaceKind(StrEnum):
    """Soort plek. What a place is: a street, a hotspot, a group of people, or a community of the whole municipality."""

    STREET = "street"
    HOTSPOT = "hotspot"
    GROUP = "group"
    COMMUNITY = "community"


@dataclass(frozen=True)
class NewPlace:
    """A place to add."""

    kind: PlaceKind
    name: str
    note: str = ""


def check_place(new: NewPlace, *, in_area: bool) -> None:
    """Only a community does without an area.

    Raises Refused: ("place_name"), ("place_note"), ("place_needs_area"), ("place_is_address").
    """
    if not is_name(new.name):
        raise Refused("place_name")
    if len(new.note) > LONGEST_NOTE or not new.note.replace("\n", " ").replace("\r", " ").isprintable():
        raise Refused("place_note", longest=LONGEST_NOTE)
    if not in_area and new.kind is not PlaceKind.COMMUNITY:
        raise Refused("place_needs_area")
    is_house = new.kind is PlaceKind.STREET and _ENDS_IN_NUMBER.search(_without_years(new.name.strip()))
    if is_house or looks_like_address(new.name) or looks_like_address(new.note):
        raise Refused("place_is_address")


def looks_like_address(text: str) -> bool:
    """Whether a text holds a postcode with its letters, or a street with the number of a house."""
    plain = _without_years(text)
    return bool(_POSTCODE.search(text) or _ADDRESS.search(plain))


def _without_years(text: str) -> str:
    return _YEARS.sub("", text)
