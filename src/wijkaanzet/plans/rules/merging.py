"""Two people write on one text at once: what both wrote comes in, or the second is kept beside. Plain Python.

The unit is the sentence. Words of two people in one sentence would make a sentence that neither wrote, so a sentence
that both changed is never put together by a program: the writer sees both and says how it reads.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from wijkaanzet.plans.rules.likeness import LOOK_AHEAD, alike

BREAK: Final = "\n"
_STOP: Final = r"[.!?…][\"'”’)\]]*"
_PARTS: Final = re.compile(rf"\n|[^\n]+?(?:{_STOP}(?= )|(?=\n)|$)")
"""The end of a line, or a sentence: up to its full stop and a space, or up to the end of the line."""

_ENDS: Final = re.compile(f"{_STOP}$")

Parts = tuple[str, ...]


def merged(base: str, mine: str, theirs: str) -> str | None:
    """The text with what two people made of one base; None when both changed the same sentence.

    What either of them added stands in the result, first what was there already; what either took out is gone. Takes
    texts as `cleaning.cleaned` leaves them.
    """
    result: list[str] = []
    for region in _regions(base, mine, theirs):
        parts = region.settled
        if parts is None:
            return None
        result += parts
    return _text(result)


def side_by_side(base: str, mine: str, theirs: str) -> str:
    """The same, with both where both changed the same sentence: what is there already and then mine, to choose from."""
    result: list[str] = []
    for region in _regions(base, mine, theirs):
        parts = region.settled
        result += region.both if parts is None else parts
    return _text(result)


@dataclass(frozen=True)
class _Region:
    """Some parts of the base and what either made of them."""

    base: Parts
    mine: Parts
    theirs: Parts
    on_nothing: bool
    """Whether nobody had written anything yet."""

    @property
    def settled(self) -> Parts | None:
        """What they read as now; None when both made something else of them."""
        if self.mine == self.base or self._goes_further(self.theirs, self.mine):
            return self.theirs
        if self.theirs == self.base or self._goes_further(self.mine, self.theirs):
            return self.mine
        return None if self.base else self.both

    def _goes_further(self, one: Parts, other: Parts) -> bool:
        """Whether one has all that the other made, and nothing of the base that the other took out."""
        taken_out = set(self.base) - set(other)
        return _holds(one, other) and taken_out.isdisjoint(one)

    @property
    def both(self) -> Parts:
        """Theirs first, unless mine goes on with a line on which theirs does not."""
        if not (self.mine and self.theirs):
            return self.mine or self.theirs
        if self.on_nothing:
            return (*self.theirs, BREAK, BREAK, *self.mine)
        goes_on = self.theirs[0] == BREAK != self.mine[0]
        goes_before = self.mine[-1] == BREAK != self.theirs[-1]
        return (*self.mine, *self.theirs) if goes_on or goes_before else (*self.theirs, *self.mine)


@dataclass(frozen=True)
class _Change:
    """The parts of the base from `start` to before `end` become these."""

    start: int
    end: int
    parts: Parts

    def touches(self, start: int, end: int) -> bool:
        """Whether it is about the same parts, or adds at the same place; beside each other is not touching."""
        return self.start < end or self.start == self.end == start == end


def _regions(base: str, mine: str, theirs: str) -> Iterator[_Region]:
    """The whole base in order: what nobody changed, and each run of parts that was changed, by one or by both."""
    parts = _parts(base)
    ours, others = _changes(parts, _parts(mine)), _changes(parts, _parts(theirs))
    at = 0
    for start, end in _runs([*ours, *others]):
        same = tuple(parts[at:start])
        yield _Region(same, same, same, on_nothing=False)
        yield _Region(
            tuple(parts[start:end]),
            _applied(parts, ours, start, end),
            _applied(parts, others, start, end),
            on_nothing=not parts,
        )
        at = end
    rest = tuple(parts[at:])
    yield _Region(rest, rest, rest, on_nothing=False)


def _runs(changes: Sequence[_Change]) -> Iterator[tuple[int, int]]:
    """From where to where something changed; changes that touch each other are one run."""
    run: tuple[int, int] | None = None
    for change in sorted(changes, key=lambda one: (one.start, one.end)):
        if run is not None and change.touches(*run):
            run = (run[0], max(run[1], change.end))
            continue
        if run is not None:
            yield run
        run = (change.start, change.end)
    if run is not None:
        yield run


def _applied(base: Sequence[str], changes: Sequence[_Change], start: int, end: int) -> Parts:
    """What one of them made of a run of parts; adding right before or after a run is not in it."""
    result: list[str] = []
    at = start
    for change in changes:
        within = start <= change.start and change.end <= end
        beside = change.start == change.end and change.start in (start, end) and start < end
        if within and not beside:
            result += (*base[at : change.start], *change.parts)
            at = change.end
    return (*result, *base[at:end])


def _parts(text: str) -> list[str]:
    """The sentences of a text, each without the spaces around it, and the ends of its lines."""
    found = (one if one == BREAK else one.strip(" ") for one in _PARTS.findall(text))
    return [one for one in found if one]


def _text(parts: Sequence[str]) -> str:
    """The text of these parts: a space between two sentences on one line, a new line after what has no full stop."""
    text: list[str] = []
    last = BREAK
    for part in parts:
        if BREAK not in (last, part):
            text.append(" " if _ENDS.search(last) else BREAK)
        text.append(part)
        last = part
    return "".join(text)


def _changes(base: Sequence[str], now: Sequence[str]) -> list[_Change]:
    found: list[_Change] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, base, now).get_opcodes():
        if kind == "replace":
            found += _apart(base[:i2], now[:j2], i1, j1)
        elif kind != "equal":
            found.append(_Change(i1, i2, tuple(now[j1:j2])))
    return found


def _apart(base: Sequence[str], now: Sequence[str], i: int, j: int) -> Iterator[_Change]:
    """What came in place of the last parts of the base, from i and j on: each sentence that was written anew apart."""
    for place in range(i, len(base)):
        ahead = range(j, min(j + LOOK_AHEAD, len(now)))
        like = next((n for n in ahead if alike(base[place], now[n])), None)
        if like is None:
            continue
        if (i, j) != (place, like):
            yield _Change(i, place, tuple(now[j:like]))
        yield _Change(place, place + 1, (now[like],))
        i, j = place + 1, like + 1
    if i < len(base) or j < len(now):
        yield _Change(i, len(base), tuple(now[j:]))


def _holds(whole: Parts, part: Parts) -> bool:
    """Whether one run of parts has another in it, as when a form is handed in again that was filled in further."""
    if not part:
        return not whole
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))
