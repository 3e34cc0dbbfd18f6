"""Whether two people told the same, or one told it twice. Plain Python."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

SAME: Final = 0.7
"""The share of pairs of words that two texts have in common; below it, one of them says something of its own."""


def alike(one: str, others: Iterable[str]) -> list[bool]:
    """For each text whether it is this one but for a few words: by pairs of neighbouring words (Jaccard index)."""
    mine = _pairs(one)
    return [bool(mine) and _same(mine, _pairs(other)) for other in others]


def _same(mine: set[tuple[str, str]], theirs: set[tuple[str, str]]) -> bool:
    return len(mine & theirs) >= SAME * len(mine | theirs)


def _pairs(text: str) -> set[tuple[str, str]]:
    words = ["".join(letter for letter in word if letter.isalnum()) for word in text.casefold().split()]
    kept = ["", *filter(None, words), ""]
    return set(pairwise(kept)) if len(kept) > 2 else set()
