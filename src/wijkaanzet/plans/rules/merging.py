"""Two people write on one text at once: what both wrote comes in, or the second is kept beside. Plain Python.

The unit is the sentence. Words of two people in one sentence would make a sentence that neither wrote, so a sentence
that both changed is never put together by a program: the writer sees both and says how it reads.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

BREAK: Final = "\n"
_PARTS: Final = re.compile(r"\n|[^\n]+?(?:[.!?…][\"'”’)\]]*(?= )|(?=\n)|$)")
"""The end of a line, or a sentence: up to its full stop and a space, or up to the end of the line."""


def merged(base: str, mine: str, theirs: str) -> str | None:
    """The text with what two people made of one base; None when both changed the same sentence.

    What either of them added stands in the result, first what was there already; what either took out is gone. Takes
    texts as `cleaning.cleaned` leaves them.
    """
    parts = _parts(base)
    ours = _put_together(parts, _changes(parts, _parts(mine)), _changes(parts, _parts(theirs)))
    return None if ours is None else _text(ours)


@dataclass(frozen=True)
class _Change:
    """The parts of the base from `start` to before `end` become these."""

    start: int
    end: int
    parts: tuple[str, ...]


def _parts(text: str) -> list[str]:
    """The sentences of a text, each without the spaces around it, and the ends of its lines."""
    found = (one if one == BREAK else one.strip(" ") for one in _PARTS.findall(text))
    return [one for one in found if one]


def _text(parts: Sequence[str]) -> str:
    """The text of these parts: a space between two sentences on one line."""
    text, last = [], BREAK
    for part in parts:
        if BREAK not in (last, part):
            text.append(" ")
        text.append(part)
        last = part
    return "".join(text)


def _changes(base: Sequence[str], now: Sequence[str]) -> list[_Change]:
    blocks = SequenceMatcher(None, base, now).get_opcodes()
    return [_Change(i1, i2, tuple(now[j1:j2])) for kind, i1, i2, j1, j2 in blocks if kind != "equal"]


def _put_together(base: Sequence[str], mine: list[_Change], theirs: list[_Change]) -> list[str] | None:
    """The base with both lists of changes; None where two of them are about the same parts."""
    result: list[str] = []
    at = 0
    for change in _in_order(mine, theirs, on_nothing=not base):
        if change is None:
            return None
        result += [*base[at : change.start], *change.parts]
        at = change.end
    return [*result, *base[at:]]


def _in_order(mine: list[_Change], theirs: list[_Change], *, on_nothing: bool) -> Iterator[_Change | None]:
    """All changes from first to last, and None at the first two that are about the same parts."""
    i = j = 0
    while i < len(mine) and j < len(theirs):
        m, t = mine[i], theirs[j]
        if _meet(m, t):
            yield _as_one(m, t, on_nothing=on_nothing)
            i, j = i + 1, j + 1
        elif (m.start, m.end) < (t.start, t.end):
            yield m
            i += 1
        else:
            yield t
            j += 1
    yield from (*mine[i:], *theirs[j:])


def _meet(m: _Change, t: _Change) -> bool:
    """Whether both change the same part, or both add at the same place; beside each other is not meeting."""
    if m.start == m.end and t.start == t.end:
        return m.start == t.start
    return max(m.start, t.start) < min(m.end, t.end) or _inside(m, t) or _inside(t, m)


def _inside(added: _Change, other: _Change) -> bool:
    return added.start == added.end and other.start < added.start < other.end


def _as_one(m: _Change, t: _Change, *, on_nothing: bool) -> _Change | None:
    """One change for two that meet: the one that holds the other, both where both only add, or else None."""
    if (m.start, m.end) != (t.start, t.end):
        return None
    if _holds(m.parts, t.parts):
        return m
    if _holds(t.parts, m.parts):
        return t
    return _Change(m.start, m.end, _both(m.parts, t.parts, on_nothing=on_nothing)) if m.start == m.end else None


def _holds(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Whether one run of parts has another in it, as when a form is handed in again that was filled in further."""
    if not part:
        return not whole
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def _both(mine: tuple[str, ...], theirs: tuple[str, ...], *, on_nothing: bool) -> tuple[str, ...]:
    """What both added at one place: theirs first, unless mine goes on with a line on which theirs does not."""
    if on_nothing:
        return (*theirs, BREAK, BREAK, *mine)
    goes_on = theirs[0] == BREAK != mine[0]
    goes_before = mine[-1] == BREAK != theirs[-1]
    return (*mine, *theirs) if goes_on or goes_before else (*theirs, *mine)
