"""How a text is found by words: without regard to capitals and accents, the same on every database. Plain Python."""

import unicodedata
from typing import Final

MOST_WORDS: Final = 10
LONGEST_WORD: Final = 60
"""Who searches for more or longer words finds what holds their beginning."""


def folded(text: str) -> str:
    """A text as it is compared: small letters, no accents, single spaces, nothing invisible."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(letter for letter in apart if letter.isspace() or _is_seen(letter)).split())


def words_of(text: str) -> tuple[str, ...]:
    """The words that somebody searches for, as they are compared."""
    return tuple(word[:LONGEST_WORD] for word in folded(text).split()[:MOST_WORDS])


def _is_seen(letter: str) -> bool:
    """Not an accent that stands apart, and not a sign that nobody sees and that a database may stumble over."""
    return not unicodedata.combining(letter) and unicodedata.category(letter)[0] != "C"
