"""What somebody may tell, and what a reader makes of it: how long, and what must not be missing. Plain Python."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from wijkaanzet.intake.rules.entries import EntryKind, StrengthKind, Tone
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.telephone import is_telephone_number

LONGEST_TITLE: Final = 120
LONGEST_TEXT: Final = 20_000
LONGEST_MEANING: Final = 500
LONGEST_ANSWER: Final = 2_000
HIGHEST_RISK: Final = 3  # somebody can be recognised: it stays with who work on the neighbourhood, or is declined


@dataclass(frozen=True, kw_only=True)
class Telling:
    """What somebody tells, in the own words; the title and what it means are the teller's, when given."""

    text: str
    title: str = ""
    meaning: str = ""
    tone: Tone | None = None

    def words(self) -> dict[str, str]:
        """By name, to be sealed."""
        return {"text": self.text, "title": self.title, "meaning": self.meaning, "tone": self.tone or ""}

    @classmethod
    def of(cls, words: Mapping[str, str]) -> "Telling":
        """As it was before it was sealed."""
        tone = Tone(words["tone"]) if words["tone"] else None
        return cls(text=words["text"], title=words["title"], meaning=words["meaning"], tone=tone)


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Where the answer must go."""

    email: str = ""
    phone: str = ""


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """What a first reader makes of it: of which kind it is, and the words without what points at a person."""

    kind: EntryKind
    title: str
    text: str
    meaning: str = ""
    tone: Tone | None = None
    strength_kind: StrengthKind | None = None
    photo_alt: str = ""
    """What the photo shows; empty when the photo is not kept."""

    def words(self) -> dict[str, str]:
        """By name, to be sealed."""
        return {
            "kind": self.kind,
            "title": self.title,
            "text": self.text,
            "meaning": self.meaning,
            "tone": self.tone or "",
            "strength_kind": self.strength_kind or "",
            "photo_alt": self.photo_alt,
        }

    @classmethod
    def of(cls, words: Mapping[str, str]) -> "Prepared":
        """As it was before it was sealed."""
        return cls(
            kind=EntryKind(words["kind"]),
            title=words["title"],
            text=words["text"],
            meaning=words["meaning"],
            tone=Tone(words["tone"]) if words["tone"] else None,
            strength_kind=StrengthKind(words["strength_kind"]) if words["strength_kind"] else None,
            photo_alt=words["photo_alt"],
        )


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What a second reader finds of it: the risk that is left from 1 to 3, and the answer to who sent it."""

    risk: int
    answer: str
    place_public: bool = False
    finds_checked: bool = False
    """Whether the second reader looked at what may still point at a person, and saw that it does not."""
    seen: str = ""
    """Stands for the words that were read (`queries.draft_mark`); empty when nobody can have changed them meanwhile."""


def check_telling(told: Telling, *, has_files: bool) -> None:
    """Something must be told, in words or by a file. Raises Refused: ("nothing_told"), ("told_too_long")."""
    if not told.text.strip() and not has_files:
        raise Refused("nothing_told")
    _check_lengths(told.title, told.text, told.meaning)


def check_contact(contact: Contact) -> None:
    """Who is to be called must have a number that can be called. Raises Refused("contact_phone")."""
    if contact.phone and not is_telephone_number(contact.phone):
        raise Refused("contact_phone")


def check_prepared(made: Prepared) -> None:
    """Raises Refused: ("no_title"), ("no_text"), ("told_too_long"), ("no_strength_kind")."""
    if not made.title.strip():
        raise Refused("no_title")
    if not made.text.strip():
        raise Refused("no_text")
    if made.kind is EntryKind.STRENGTH and made.strength_kind is None:
        raise Refused("no_strength_kind")
    _check_lengths(made.title, made.text, made.meaning)


def check_judged(judged: Judged) -> None:
    """Raises Refused: ("risk_too_high") when somebody can still be recognised, and as `checked_answer`."""
    if judged.risk >= HIGHEST_RISK:
        raise Refused("risk_too_high")
    checked_answer(judged.answer)


def checked_answer(answer: str) -> str:
    """Everybody gets an answer. Raises Refused: ("no_answer"), ("told_too_long")."""
    plain = answer.strip()
    if not plain:
        raise Refused("no_answer")
    _check_length(plain, LONGEST_ANSWER)
    return plain


def _check_lengths(title: str, text: str, meaning: str) -> None:
    for words, most in ((title, LONGEST_TITLE), (text, LONGEST_TEXT), (meaning, LONGEST_MEANING)):
        _check_length(words, most)


def _check_length(words: str, most: int) -> None:
    if len(words) > most:
        raise Refused("told_too_long", length=len(words), most=most)
