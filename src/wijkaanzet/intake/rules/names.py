"""Names of persons: by the list of first names, by a title before it, and by a capital where no capital belongs."""

import re
from collections.abc import Iterator
from typing import Final

from wijkaanzet.intake.rules.found import FoundKind, Span
from wijkaanzet.intake.rules.placed_words import Word, placed_words
from wijkaanzet.intake.rules.vocabulary import (
    Phrases,
    is_first_name,
    is_ordinary,
    is_sure_first_name,
    words,
)

_GAP: Final = re.compile(r"[ ]{0,3}\Z|\.[ ]{0,3}\Z|-\Z|\.-\Z|[ ]?['\"][ ]?\Z")
_AFTER_TITLE: Final = re.compile(r"[.:,]{0,2}[ \n]{1,4}\"?\Z|:\s{0,4}\Z")
_PREPOSITIONS: Final = ("in", "op", "aan", "uit", "bij", "onder", "over", "voor")
"""Part of a surname only before an article: "in 't Veld", "op den Kamp"."""
SHORT_CAPITALS: Final = 3
"""An unknown word in capitals of at most this many letters is an abbreviation, not a name."""
MOST_PARTICLES: Final = 4
LONGEST_SHORTENED: Final = 4
"""Letters of a title that is cut short with a full stop: dhr., mevr., prof."""
_ALWAYS_NAME: Final = ("el", "al", "ait", "aït", "bin", "ibn", "von")
"""Small words that stand nowhere but in a surname."""


def names(text: str, *, known: Phrases) -> Iterator[Span]:
    """Names of persons, each from its first word to its last. `known` are names that are no person."""
    row = _Row(text, placed_words(text, known))
    at = 0
    while at < len(row.words):
        last = row.last_of_name(at)
        if last < 0:
            at += 1
            continue
        yield Span(FoundKind.NAME, row.words[at].start, _whole(text, row.words[last].end))
        at = last + 1


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
            return is_sure_first_name(word.lower) and not word.kept
        if word.shouted:
            return self._is_shouted_name(word)
        if word.opens:
            return self._opens_with_name(at)
        if word.kept:
            return is_first_name(word.lower) and self._is_followed(at)
        return not self._is_lone_particle(word)

    def _is_lone_particle(self, word: Word) -> bool:
        return len(word.text) == 1 or word.lower in words("particles")

    def _is_shouted_name(self, word: Word) -> bool:
        if is_first_name(word.lower):
            return is_sure_first_name(word.lower) and not word.kept
        return len(word.text) > SHORT_CAPITALS and not word.kept and not is_ordinary(word.lower)

    def _opens_with_name(self, at: int) -> bool:
        word = self.words[at]
        if is_sure_first_name(word.lower) and not word.kept:
            return True
        is_small = word.lower in words("small_words")
        followed = self._is_followed(at)
        if is_first_name(word.lower) or (word.lower in words("surnames") and not is_small):
            return followed or self._next_lower(at) in words("persons_do")
        if word.kept or is_small or word.lower in words("titles"):
            return False
        if not is_ordinary(word.lower):
            return True
        return followed and not self._is_of_person(at)

    def _is_followed(self, at: int) -> bool:
        """Whether a surname seems to follow; after a first name a place is one too: Iris Hollander."""
        end = self._after_particles(at + 1)
        if self._is_capital_name(end):
            return True
        is_first = is_first_name(self.words[at].lower) and not self.words[at].kept
        return is_first and self._is_linked(end) and end < len(self.words) and self.words[end].capital

    def _is_of_person(self, at: int) -> bool:
        """Whether "van" and a first name follow: "Soep van Annie de Wit"."""
        if not self._is_capital_name(at + 2):
            return False
        return self.words[at + 1].text == "van" and is_sure_first_name(self.words[at + 2].lower)

    def _is_initial(self, at: int) -> bool:
        """J. in "J. de Vries", or K. for somebody who is not named."""
        word = self.words[at]
        is_letter = len(word.text) == 1 and word.text.isupper() and not word.kept
        return is_letter and self.text.startswith(".", word.end)

    def _is_introduced(self, at: int) -> bool:
        """Whether a title or "heet" stands right before it."""
        word = self.words[at]
        if not at or any(word.lower in words(name) for name in ("small_words", "particles", "titles")):
            return False
        said = self.words[at - 1].lower in words("introductions")
        if not (said or self._has_title(at)) or not _AFTER_TITLE.match(self.text, self.words[at - 1].end, word.start):
            return False
        if word.capital and not word.shouted:
            return not (word.kept and said)
        is_listed = is_first_name(word.lower) or word.lower in words("surnames")
        return is_listed or not (word.kept or is_ordinary(word.lower))

    def _has_title(self, at: int) -> bool:
        """A title before it, and no end of a sentence after that title: "dhr. Jansen", but not "de buren. Jansen"."""
        before, word = self.words[at - 1], self.words[at]
        is_shortened = len(before.text) <= LONGEST_SHORTENED
        ends = word.opens and not is_shortened and re.search(r"[.\n]", self.text[before.end : word.start])
        return before.lower in words("titles") and not ends

    def _is_particle_of_name(self, at: int) -> bool:
        """Whether the name begins with a small word of a surname: "El Idrissi", "van der Meer"."""
        word = self.words[at]
        if word.opens or word.lower not in words("particles"):
            return False
        end = self._after_particles(at)
        several = end - at > 1 or word.capital or word.lower in _ALWAYS_NAME
        return several and self._is_capital_name(end)

    def _after_particles(self, at: int) -> int:
        end = at
        while end < min(len(self.words), at + MOST_PARTICLES) and self._is_linked(end) and self._is_particle(end):
            end += 1
        return end

    def _is_particle(self, at: int) -> bool:
        word = self.words[at]
        if word.lower in _PREPOSITIONS:
            after = self.words[at + 1].lower if at + 1 < len(self.words) else ""
            return after in ("de", "den", "der", "het", "t", "'t")
        return word.lower in words("particles") or word.lower == "t"

    def _is_capital_name(self, at: int) -> bool:
        """Whether a word with a capital that may be a name stands here, joined to the word before."""
        if at >= len(self.words):
            return False
        word = self.words[at]
        if not self._is_linked(at) or not word.capital or len(word.text) == 1:
            return False
        if word.shouted:
            return self._is_shouted_name(word)
        return not word.kept

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
            return not (word.kept and self.words[last + 1].lower in _PREPOSITIONS)
        before = self.words[last]
        if word.lower in words("surnames"):
            return at - last > 1 or not (before.capital or word.lower in words("small_words"))
        if at - last == 1 or (before.capital and not is_first_name(before.lower)):
            return False
        return not is_ordinary(word.lower)

    def _next_lower(self, at: int) -> str:
        return self.words[at + 1].text if at + 1 < len(self.words) and self._is_linked(at + 1) else ""


def _whole(text: str, end: int) -> int:
    """The end of the name with the figures that are stuck to it: jan1990."""
    while end < len(text) and (text[end].isdigit() or text[end] == "_"):
        end += 1
    return end
