"""Names of persons: by the list of first names, by a title before it, and by a capital where no capital belongs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from wijkaanzet.intake.rules.found import FoundKind, Span
from wijkaanzet.intake.rules.vocabulary import Phrases, general_phrases, is_ordinary, ordinary_names, words

_WORD: Final = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_GAP: Final = re.compile(r"[ ]{0,3}\Z|\.[ ]{0,3}\Z|-\Z|\.-\Z|[ ]?['\"][ ]?\Z")
_OPENERS: Final = re.compile(r"[.!?:;\n•*>]")
_AFTER_TITLE: Final = re.compile(r"[.:,]{0,2}[ \n]{1,4}\"?\Z|:\s{0,4}\Z")
_BENT: Final = ("e", "en", "s", "se", "'s", "er", "ers")
SHORT_CAPITALS: Final = 3
"""An unknown word in capitals of at most this many letters is an abbreviation, not a name."""
MOST_PARTICLES: Final = 4


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


def names(text: str, *, known: Phrases) -> Iterator[Span]:
    """Names of persons, each from its first word to its last. `known` are names that are no person."""
    row = _Row(text, _words(text, known))
    at = 0
    while at < len(row.words):
        last = row.last_of_name(at)
        if last < 0:
            at += 1
            continue
        yield Span(FoundKind.NAME, row.words[at].start, _whole(text, row.words[last].end))
        at = last + 1


def _words(text: str, known: Phrases) -> list[Word]:
    matches = list(_WORD.finditer(text))
    kept = _kept([match.group().lower() for match in matches], (known, general_phrases()))
    found: list[Word] = []
    for match, is_kept in zip(matches, kept, strict=True):
        opens = _opens(text, found[-1] if found else None, match.start())
        found.append(Word(match.group(), match.start(), match.end(), opens=opens, kept=is_kept))
    return found


def _opens(text: str, before: Word | None, start: int) -> bool:
    if before is None:
        return True
    gap = text[before.end : start]
    if gap == " " or not _OPENERS.search(gap):
        return False
    is_shortened = len(before.text) == 1 or before.lower in words("shortened") or before.lower in words("titles")
    return not (is_shortened and gap.rstrip() == ".")


def _kept(lower: Sequence[str], known: Sequence[Phrases]) -> list[bool]:
    """Which words belong to a known name. A name may be bent: Nederlands, Nederlandse."""
    kept = [False] * len(lower)
    for at, word in enumerate(lower):
        for candidates in known:
            for parts in candidates.get(re.split(r"\W", word, maxsplit=1)[0], ()):
                length = _length(lower, at, parts)
                kept[at : at + length] = [True] * length
    for at, word in enumerate(lower):
        kept[at] = kept[at] or _is_bent(word)
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
    general = words("no_persons")
    parts = [part for part in word.split("-") if part]
    return bool(parts) and all(
        part in general or any(part.endswith(end) and part.removesuffix(end) in general for end in _BENT)
        for part in parts
    )


class _Row:
    """The words of a text in a row, with what stands between them."""

    def __init__(self, text: str, found: list[Word]) -> None:
        self.text = text
        self.words = found

    def last_of_name(self, at: int) -> int:
        """The place of the last word of the name that begins here; -1 when none does."""
        if self._is_particle_of_name(at):
            return self._end_of_name(self._after_particles(at))
        return self._end_of_name(at) if self._is_name(at) else -1

    def _is_name(self, at: int) -> bool:
        word = self.words[at]
        if self._is_initial(at) or self._is_introduced(at):
            return True
        if not word.capital:
            return _is_first_name(word.lower) and word.lower not in ordinary_names()
        if word.shouted:
            return self._is_shouted_name(word)
        if word.opens:
            return self._opens_with_name(at)
        return _is_first_name(word.lower) or not (word.kept or self._is_lone_particle(word))

    def _is_lone_particle(self, word: Word) -> bool:
        return len(word.text) == 1 or word.lower in words("particles")

    def _is_shouted_name(self, word: Word) -> bool:
        if _is_first_name(word.lower):
            return word.lower not in ordinary_names()
        return len(word.text) > SHORT_CAPITALS and not word.kept and not is_ordinary(word.lower)

    def _opens_with_name(self, at: int) -> bool:
        word = self.words[at]
        if _is_first_name(word.lower) and word.lower not in ordinary_names():
            return True
        is_small = word.lower in words("small_words")
        followed = self._is_capital_name(self._after_particles(at + 1), at + 1)
        if _is_first_name(word.lower) or (word.lower in words("surnames") and not is_small):
            return followed or self._next_lower(at) in words("persons_do")
        if word.kept or is_small or word.lower in words("titles"):
            return False
        return followed or not is_ordinary(word.lower)

    def _is_initial(self, at: int) -> bool:
        """J. in "J. de Vries", or K. for somebody who is not named."""
        word = self.words[at]
        return len(word.text) == 1 and word.text.isupper() and self.text[word.end : word.end + 1] == "."

    def _is_introduced(self, at: int) -> bool:
        """Whether a title or "heet" stands right before it."""
        if not at:
            return False
        word, before = self.words[at], self.words[at - 1]
        said = before.lower in words("introductions")
        if not (said or before.lower in words("titles")) or not _AFTER_TITLE.match(self.text, before.end, word.start):
            return False
        if word.lower in words("small_words") or word.lower in words("particles") or word.lower in words("titles"):
            return False
        separate = (
            re.search(r"[.\n]", self.text[before.end : word.start]) and word.opens and len(before.text) > 4 and not said
        )
        if separate:
            return False
        if word.capital and not word.shouted:
            return not (word.kept and said)
        return (
            _is_first_name(word.lower) or word.lower in words("surnames") or not (word.kept or is_ordinary(word.lower))
        )

    def _is_particle_of_name(self, at: int) -> bool:
        """Whether the name begins with a small word of a surname: "El Idrissi", "van der Meer"."""
        word = self.words[at]
        if word.opens or word.lower not in words("particles"):
            return False
        end = self._after_particles(at)
        several = end - at > 1 or word.capital or word.lower in ("el", "al", "ait", "aït", "bin", "ibn", "von")
        return several and self._is_capital_name(end, at + 1)

    def _after_particles(self, at: int) -> int:
        end = at
        while end < min(len(self.words), at + MOST_PARTICLES) and self._is_linked(end) and self._is_particle(end):
            end += 1
        return end

    def _is_particle(self, at: int) -> bool:
        word = self.words[at]
        if word.lower in ("in", "op", "aan", "uit", "bij", "onder", "over", "voor"):
            after = self.words[at + 1].lower if at + 1 < len(self.words) else ""
            return after in ("de", "den", "der", "het", "t", "'t")
        return word.lower in words("particles") or word.lower == "t"

    def _is_capital_name(self, at: int, first: int) -> bool:
        """Whether a word with a capital that may be a name stands here, joined to the words from `first` on."""
        if at >= len(self.words) or at < first - 1:
            return False
        word = self.words[at]
        if not self._is_linked(at) or not word.capital or len(word.text) == 1:
            return False
        if word.shouted:
            return self._is_shouted_name(word)
        return _is_first_name(word.lower) or not word.kept

    def _is_linked(self, at: int) -> bool:
        """Whether nothing that ends a name stands between this word and the one before."""
        if not 0 < at < len(self.words):
            return at == 0 and bool(self.words)
        before, word = self.words[at - 1], self.words[at]
        gap = self.text[before.end : word.start]
        if "." in gap and len(before.text) > 1 and before.lower not in words("titles"):
            return False
        return bool(_GAP.match(gap))

    def _end_of_name(self, at: int) -> int:
        """The last word that still belongs to the name in which this word stands."""
        last = at
        while True:
            end = self._after_particles(last + 1)
            if end >= len(self.words) or not self._is_linked(end) or not self._goes_on(end, last):
                return last
            last = end

    def _goes_on(self, at: int, last: int) -> bool:
        word = self.words[at]
        if word.shouted:
            return self._is_shouted_name(word) or word.lower in words("surnames")
        if word.capital:
            return True
        before = self.words[last]
        if word.lower in words("surnames"):
            return at - last > 1 or not (before.capital or word.lower in words("small_words"))
        if at - last == 1 or (before.capital and not _is_first_name(before.lower)):
            return False
        return not is_ordinary(word.lower)

    def _next_lower(self, at: int) -> str:
        return self.words[at + 1].text if at + 1 < len(self.words) and self._is_linked(at + 1) else ""


def _is_first_name(word: str) -> bool:
    first = words("first_names")
    if word in first:
        return True
    return "-" in word and any(part in first and part not in ordinary_names() for part in word.split("-"))


def _whole(text: str, end: int) -> int:
    """The end of the name with the figures that are stuck to it: jan1990."""
    while end < len(text) and (text[end].isdigit() or text[end] == "_"):
        end += 1
    return end
