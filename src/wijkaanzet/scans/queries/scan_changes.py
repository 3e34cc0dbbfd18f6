"""What changed since the scan before, as this reader may see both."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.scans.models import Scan
from wijkaanzet.scans.queries.scan_reading import ItemInFull, ScanInFull, SectionInFull, scan_in_full
from wijkaanzet.scans.queries.scans import newest_published
from wijkaanzet.scans.rules.scan import ScanPartKey
from wijkaanzet.scans.rules.scan_changes import PartChanged, Snapshot
from wijkaanzet.scans.rules.scan_changes import changed as parts_changed

Items = Mapping[str | Subject, ItemInFull]


@dataclass(frozen=True)
class SectionChanged:
    """What is otherwise in one part, with what is new and what is gone as it can be read now."""

    part: PartChanged
    new: tuple[ItemInFull, ...]
    gone: tuple[ItemInFull, ...]


@dataclass(frozen=True)
class Changed:
    """The scan before, and every part beside what it was."""

    before: Scan
    sections: tuple[SectionChanged, ...]


def changed(now: ScanInFull, *, reader_sees_all: bool, on: date) -> Changed | None:
    """A scan, as this reader sees it, beside the newest published one of an earlier year; None when that is not there.

    A constant number of queries. `scan.area.division.municipality` is at hand.
    """
    before = newest_published(now.scan.area, before=now.scan.year)
    if before is None:
        return None
    then = scan_in_full(before, reader_sees_all=reader_sees_all, on=on)
    parts = parts_changed(_snapshots(then), _snapshots(now))
    return Changed(before, tuple(_with_items(part, then, now) for part in parts))


def _snapshots(scan: ScanInFull) -> dict[ScanPartKey, Snapshot]:
    return {one.key: _snapshot(one) for one in scan.sections}


def _snapshot(section: SectionInFull) -> Snapshot:
    figures = tuple(one.figure for one in section.items if one.figure is not None)
    return Snapshot(section.words, section.sure, tuple(one.what for one in section.items), figures)


def _with_items(part: PartChanged, then: ScanInFull, now: ScanInFull) -> SectionChanged:
    old, new = _items(then.section(part.section)), _items(now.section(part.section))
    return SectionChanged(part, tuple(new[what] for what in part.new), tuple(old[what] for what in part.gone))


def _items(section: SectionInFull) -> Items:
    return {one.what: one for one in section.items}
