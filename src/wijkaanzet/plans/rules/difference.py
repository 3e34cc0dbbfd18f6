"""What changed between two versions of a text, so that a person can read it. Plain Python."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from wijkaanzet.plans.rules.likeness import LOOK_AHEAD, alike

SHORTEST_STAY: Final = 2
"""So few words between two changes are shown as changed too: single words that happen to return are hard to read."""


class PieceKind(StrEnum):
    """Soort verschil. The same in both versions, added, or taken out."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Piece:
    """Some words on a row, and what became of them."""

    kind: PieceKind
    text: str


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of either version, or of both when only words in it changed."""

    pieces: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        """Whether anything in it is not the same."""
        return any(one.kind is not PieceKind.SAME for one in self.pieces)


def difference(before: str, after: str) -> tuple[Paragraph, ...]:
    """Every paragraph of both versions in order, with what was added and what was taken out; empty lines are left out.

    The words that are the same or added are the later version; those that are the same or removed are the earlier.
    """
    old, new = _lines(before), _lines(after)
    found: list[Paragraph] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new).get_opcodes():
        if kind == "equal":
            found += (_whole(PieceKind.SAME, line) for line in old[i1:i2])
        else:
            found += _paired(old[i1:i2], new[j1:j2])
    return tuple(found)


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]


def _whole(kind: PieceKind, line: str) -> Paragraph:
    return Paragraph((Piece(kind, line),))


def _paired(old: Sequence[str], new: Sequence[str]) -> Iterator[Paragraph]:
    """Paragraphs in place of others: each that was rewritten beside what it was, the others as taken out or added."""
    at = 0
    for line in old:
        like = next((n for n in range(at, min(at + LOOK_AHEAD, len(new))) if alike(line, new[n])), None)
        if like is None:
            yield _whole(PieceKind.REMOVED, line)
            continue
        yield from (_whole(PieceKind.ADDED, one) for one in new[at:like])
        yield Paragraph(tuple(_pieces(line, new[like])))
        at = like + 1
    yield from (_whole(PieceKind.ADDED, one) for one in new[at:])


def _pieces(old: str, new: str) -> Iterator[Piece]:
    before, after = old.split(), new.split()
    removed: list[str] = []
    added: list[str] = []
    codes = SequenceMatcher(None, before, after).get_opcodes()
    for at, (kind, i1, i2, j1, j2) in enumerate(codes):
        if kind == "equal" and (i2 - i1 > SHORTEST_STAY or at in (0, len(codes) - 1)):
            yield from _changed(removed, added)
            removed, added = [], []
            yield Piece(PieceKind.SAME, " ".join(before[i1:i2]))
        else:
            removed += before[i1:i2]
            added += after[j1:j2]
    yield from _changed(removed, added)


def _changed(removed: Sequence[str], added: Sequence[str]) -> Iterator[Piece]:
    if removed:
        yield Piece(PieceKind.REMOVED, " ".join(removed))
    if added:
        yield Piece(PieceKind.ADDED, " ".join(added))
