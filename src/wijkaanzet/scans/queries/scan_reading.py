"""Reading one scan: its parts in order, each with what it rests on as this reader may see it."""

from collections.abc import Iterable, Mapping
from dataclasses import KW_ONLY, dataclass
from datetime import date

from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.scans.models import Scan, ScanComment, ScanItem
from wijkaanzet.scans.queries.scan_figures import figures_now
from wijkaanzet.scans.queries.scan_told import Told, ToldWords, told
from wijkaanzet.scans.rules.frozen import FrozenFigure, from_json
from wijkaanzet.scans.rules.scan import Gone, HowSure, ScanItemKind, ScanPartKey, ScanStatus


@dataclass(frozen=True)
class ItemInFull:
    """A figure, voice or story in a part of a scan, as this reader may see it."""

    kind: ScanItemKind
    what: str | Subject
    """A figure by its address, a voice or story by reference."""
    meaning: str = ""
    """What people say that it means; nothing once its teller took it back."""
    figure: FrozenFigure | None = None
    """As it stood when the network was asked or it was published; of a draft as it is now, None when it is gone."""
    told: ToldWords | None = None
    gone: Gone | None = None
    for_everybody: bool = True
    """Whether everybody reads this item too, or may once the scan is published."""


@dataclass(frozen=True)
class SectionInFull:
    """One part of a scan; `comments` only for who may read them."""

    key: ScanPartKey
    words: str
    sure: HowSure | None
    items: tuple[ItemInFull, ...]
    comments: tuple[ScanComment, ...] = ()


@dataclass(frozen=True)
class ScanInFull:
    """A scan with all its parts, strengths first; `comments` are those about the whole."""

    scan: Scan
    sections: tuple[SectionInFull, ...]
    comments: tuple[ScanComment, ...] = ()

    def section(self, key: ScanPartKey) -> SectionInFull:
        """One part."""
        return next(one for one in self.sections if one.key is key)


def scan_in_full(scan: Scan, *, reader_sees_all: bool, on: date) -> ScanInFull:
    """A scan as everybody reads it, or as who work on the neighbourhood together do: with what only they may see.

    A constant number of queries. `scan.area.division.municipality` is at hand.
    """
    items = items_of(scan)
    now: Mapping[str, FrozenFigure] = {}
    if scan.status == ScanStatus.DRAFT:
        now = figures_now(scan.area, slugs={one.figure for one in items if one.figure})
    municipality, subjects = scan.area.division.municipality, {one.subject for one in items if one.subject}
    live = Live(now, told(subjects, municipality=municipality, sees_all=reader_sees_all, on=on))
    return put_together(scan, items, live, sees_all=reader_sees_all)


@dataclass(frozen=True)
class Live:
    """What a scan only points at, read where it lives: figures by address, and what was told."""

    figures: Mapping[str, FrozenFigure]
    told: Told


def items_of(scan: Scan) -> list[ScanItem]:
    """What stands in all parts of a scan, in order."""
    return list(ScanItem.objects.filter(section__scan=scan).order_by("section_id", "position"))


def put_together(scan: Scan, items: Iterable[ScanItem], live: Live, *, sees_all: bool) -> ScanInFull:
    """A scan with what it points at; three queries."""
    reading = _Reading(live, is_draft=scan.status == ScanStatus.DRAFT, sees_all=sees_all)
    comments: Iterable[ScanComment] = scan.comments.order_by("given_on", "id") if sees_all else ()
    by_section: dict[str, list[ScanComment]] = {}
    for one in comments:
        by_section.setdefault(one.section, []).append(one)
    rows = {one.section: one for one in scan.sections.all()}
    sections = []
    for key in ScanPartKey:
        row = rows[key]
        shown = (reading.item(one) for one in items if one.section_id == row.pk)
        kept = tuple(one for one in shown if one is not None)
        sure = HowSure(row.sure) if row.sure else None
        sections.append(SectionInFull(key, row.words, sure, kept, tuple(by_section.get(key, ()))))
    return ScanInFull(scan, tuple(sections), tuple(by_section.get("", ())))


@dataclass(frozen=True)
class _Reading:
    """What one reader may see of the items of a scan."""

    live: Live
    _: KW_ONLY
    is_draft: bool
    sees_all: bool

    def item(self, item: ScanItem) -> ItemInFull | None:
        """An item, or nothing when this reader may not know of it."""
        kind, subject = ScanItemKind(item.kind), item.subject
        if subject is None:
            known = self.live.figures.get(item.figure) if self.is_draft else from_json(item.frozen)
            return ItemInFull(kind, item.figure, item.meaning, figure=known)
        found = self.live.told.get(subject)
        if isinstance(found, ToldWords):
            return ItemInFull(kind, subject, item.meaning, told=found, for_everybody=found.for_everybody)
        if found is None or not (self.sees_all or item.for_everybody):
            return None
        return ItemInFull(kind, subject, gone=found, for_everybody=item.for_everybody)
