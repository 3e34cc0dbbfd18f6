"""Whether two people told the same, or one told it twice. Plain Python."""

from itertools import pairwise
from typing import Final

SAME: Final = 0.7
"""The share of pairs of words that two texts have in common; below it, one of them says something of its own."""


def is_alike(one: str, other: str) -> bool:
    """Whether two texts are the same but for a few words: by their pairs of neighbouring words (Jaccard index)."""
    mine, theirs = _pairs(one), _pairs(other)
    if not mine or not theirs:
        return False
    return len(mine & theirs) >= SAME * len(mine | theirs)


def _pairs(text: str) -> set[tuple[str, str]]:
    words = ["".join(letter for letter in word if letter.isalnum()) for word in text.casefold().split()]
    kept = ["", *filter(None, words), ""]
    return set(pairwise(kept)) if len(kept) > 2 else set()
