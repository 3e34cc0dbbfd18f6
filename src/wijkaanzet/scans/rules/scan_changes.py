"""What changed between the scans of two years: words, what came and went, and figures then and now. Plain Python.

There is no score and no total: what changed is told part by part, in the order of the scan.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.scans.rules.frozen import FrozenFigure, ThenAndNow, then_and_now
from wijkaanzet.scans.rules.scan import HowSure, ScanPartKey

What = str | Subject
"""A figure by its address, a voice or a story by reference."""


@dataclass(frozen=True)
class Snapshot:
    """One part of a scan as somebody reads it."""

    words: str = ""
    sure: HowSure | None = None
    items: tuple[What, ...] = ()
    figures: tuple[FrozenFigure, ...] = ()


@dataclass(frozen=True)
class PartChanged:
    """What is otherwise in one part than it was."""

    section: ScanPartKey
    words_then: str
    words_now: str
    sure_then: HowSure | None
    sure_now: HowSure | None
    new: tuple[What, ...]
    gone: tuple[What, ...]
    figures: tuple[ThenAndNow, ...]
    """Every figure that stands in both."""

    @property
    def words_changed(self) -> bool:
        """Whether the words are others; how they are broken into lines is no change."""
        return self.words_then.split() != self.words_now.split()

    @property
    def is_same(self) -> bool:
        """Whether nothing changed that a reader would want to know."""
        moved = self.words_changed or self.sure_then is not self.sure_now or self.new or self.gone
        return not moved and all(one.is_same for one in self.figures)


Snapshots = Mapping[ScanPartKey, Snapshot]


def changed(then: Snapshots, now: Snapshots) -> tuple[PartChanged, ...]:
    """Every part of two scans beside each other, in the order of the scan; one that is not there is empty."""
    return tuple(_part(key, then.get(key, Snapshot()), now.get(key, Snapshot())) for key in ScanPartKey)


def _part(key: ScanPartKey, then: Snapshot, now: Snapshot) -> PartChanged:
    before = {one.slug: one for one in then.figures}
    both = tuple(then_and_now(before[one.slug], one) for one in now.figures if one.slug in before)
    return PartChanged(
        section=key,
        words_then=then.words,
        words_now=now.words,
        sure_then=then.sure,
        sure_now=now.sure,
        new=tuple(one for one in now.items if one not in then.items),
        gone=tuple(one for one in then.items if one not in now.items),
        figures=both,
    )
