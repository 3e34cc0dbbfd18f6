"""The words of a text where they stand, and what is known of each before the others are looked at."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from wijkaanzet.intake.rules.found import COVER
from wijkaanzet.intake.rules.vocabulary import Phrases, general_phrases, is_sure_first_name, words

_WORD: Final = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_OPENERS: Final = re.compile(r"[.!?:;\n•*>]")
SHORTEST_BENT: Final = 5
"""Letters of a name that may be bent; the n of "Juli-en" makes no month of a person."""
_ENDINGS: Final = ("e", "en", "s", "se", "'s", "er", "ers")


@dataclass(slots=True)
class Word:
    """A word where it stands, and what is known of it before the others are looked at."""

    text: str
    start: int
    end: int
    opens: bool
    """It stands where a sentence begins, so its capital tells nothing."""
    kept: bool
    """It belongs to a name that is no person."""

    lower: str = field(init=False)
    """In lower case, without the 's of possession."""
    capital: bool = field(init=False)
    """Any letter is a capital: Jan, d'Ancona, JAN."""
    shouted: bool = field(init=False)
    """It is written in capitals altogether, so that these tell nothing."""

    def __post_init__(self) -> None:
        lower = self.text.lower()
        self.lower = lower.removesuffix("'s")
        self.capital = self.text != lower
        self.shouted = len(self.text) > 1 and self.text.isupper()


def placed_words(text: str, known: Phrases) -> list[Word]:
    """The words of a text in order. `known` are names that are no person."""
    matches = list(_WORD.finditer(text))
    kept = _kept([match.group().lower() for match in matches], (known, general_phrases()))
    found: list[Word] = []
    for match, is_kept in zip(matches, kept, strict=True):
        opens = _opens(text, found[-1] if found else None, match.start())
        found.append(Word(match.group(), match.start(), match.end(), opens=opens, kept=is_kept))
    return found


def _opens(text: str, before: Word | None, start: int) -> bool:
    gap = text[before.end if before else 0 : start]
    if gap == " " and before:
        return False
    *ended, rest = _OPENERS.split(gap)
    if before is None or not ended:
        return before is None and COVER not in rest
    is_shortened = len(before.text) == 1 or before.lower in words("shortened") or before.lower in words("titles")
    return not (is_shortened and gap.rstrip() == ".") and COVER not in rest


def _kept(lower: Sequence[str], known: Sequence[Phrases]) -> list[bool]:
    """Which words belong to a known name. A name may be bent: Nederlands, Nederlandse."""
    kept = [False] * len(lower)
    for at, word in enumerate(lower):
        for candidates in known:
            for parts in candidates.get(re.split(r"\W", word, maxsplit=1)[0], ()):
                length = 0 if parts == (word,) and is_sure_first_name(word) else _length(lower, at, parts)
                kept[at : at + length] = [True] * length
    for at, word in enumerate(lower):
        kept[at] = kept[at] or (_is_bent(word) and not is_sure_first_name(word))
    return kept


def _length(lower: Sequence[str], at: int, parts: Sequence[str]) -> int:
    """How many words from here make this phrase; 0 when they do not."""
    joined: list[str] = []
    for count, word in enumerate(lower[at : at + len(parts)], start=1):
        joined.extend(part for part in re.split(r"\W", word) if part)
        if joined == list(parts):
            return count
    return 0


@lru_cache(maxsize=4096)
def _is_bent(word: str) -> bool:
    """Whether each part is such a name, bent or not: "turks-nederlandse"."""
    parts = [part for part in word.split("-") if part]
    return bool(parts) and all(part in words("no_persons") or _is_name_with_ending(part) for part in parts)


def _is_name_with_ending(word: str) -> bool:
    stems = (word.removesuffix(end) for end in _ENDINGS if word.endswith(end))
    return any(len(stem) >= SHORTEST_BENT and stem in words("no_persons") for stem in stems)
