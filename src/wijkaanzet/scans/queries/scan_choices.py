"""What can be chosen for the scan of a neighbourhood: its figures, and what was told there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wijkaanzet.areas.models import Area
from wijkaanzet.intake import access as intake
from wijkaanzet.intake.rules import EntryKind, Tone
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.scans.models import Scan
from wijkaanzet.scans.queries.figures import public_columns
from wijkaanzet.scans.queries.scan_figures import figures_now
from wijkaanzet.scans.queries.scan_reading import Live, ScanInFull, items_of, put_together
from wijkaanzet.scans.queries.scan_told import ToldWords, told
from wijkaanzet.scans.rules.frozen import FrozenFigure
from wijkaanzet.scans.rules.scan import STORY, VOICE, ScanItemKind, ScanPartKey
from wijkaanzet.stories import access as stories

PART_OF_KIND: Mapping[str, ScanPartKey] = {
    EntryKind.STRENGTH: ScanPartKey.STRENGTHS,
    EntryKind.SIGNAL: ScanPartKey.CONCERNS,
    EntryKind.IDEA: ScanPartKey.WANTED,
    EntryKind.SUGGESTION: ScanPartKey.WANTED,
}
PART_OF_TONE: Mapping[str, ScanPartKey] = {Tone.BAD: ScanPartKey.CONCERNS}
"""Of a story; any other is offered first with what is strong."""
MOST_OFFERED = 200
"""With the figures and their meanings it stays well below the 1,000 questions that one form may have."""


@dataclass(frozen=True)
class ToldChoice:
    """A voice or story that can be chosen, with the part in which it is offered first."""

    kind: ScanItemKind
    subject: Subject
    section: ScanPartKey
    told: ToldWords


@dataclass(frozen=True)
class ToChoose:
    """A scan, and everything that can be chosen for it: figures by label, what was told with the newest first."""

    scan: ScanInFull
    figures: tuple[FrozenFigure, ...]
    told: tuple[ToldChoice, ...]


def to_choose(actor: Actor, scan: Scan, *, on: date) -> ToChoose:
    """A scan as who makes it reads it, with what the actor can choose for it; a constant number of queries.

    What stands in it and what can be chosen are read at once: reading figures is what costs most.
    Of what was told the newest `MOST_OFFERED` voices and as many stories: more are not read on one page.
    """
    area, items = scan.area, items_of(scan)
    offered = _subjects(actor, area, on=on, most=MOST_OFFERED)
    subjects = {*offered, *(one.subject for one in items if one.subject)}
    words = told(subjects, municipality=area.division.municipality, sees_all=True, on=on)
    live = Live(figures_now(area), words)
    figures = sorted(live.figures.values(), key=lambda one: (one.label, one.slug))
    choices = (_choice(one, found) for one in offered if isinstance(found := words.get(one), ToldWords))
    return ToChoose(put_together(scan, items, live, sees_all=True), tuple(figures), tuple(choices))


@dataclass(frozen=True)
class Offered:
    """The figures of an area by label, and what was told there, the newest first: what a plan may rest on."""

    figures: tuple[FrozenFigure, ...]
    told: Mapping[Subject, ToldWords]


def offered_in(actor: Actor, area: Area, *, on: date) -> Offered:
    """What the actor can read of an area and choose as a reason; a constant number of queries."""
    subjects = _subjects(actor, area, on=on, most=MOST_OFFERED)
    words = told(subjects, municipality=area.division.municipality, sees_all=True, on=on)
    figures = sorted(figures_now(area).values(), key=lambda one: (one.label, one.slug))
    readable = {one: found for one in subjects if isinstance(found := words.get(one), ToldWords)}
    return Offered(tuple(figures), readable)


def to_choose_from(actor: Actor, area: Area, *, on: date) -> set[str | Subject]:
    """The same without what they say: figures by address, voices and stories by reference; three queries or so."""
    slugs = {column.slug for column in public_columns(area.division)}
    return {*slugs, *_subjects(actor, area, on=on)}


def _subjects(actor: Actor, area: Area, *, on: date, most: int | None = None) -> list[Subject]:
    """Voices and then stories of an area that the actor sees, the newest first and at most so many of each."""
    municipality = area.division.municipality
    voices = intake.network_entries(actor, municipality, on=on).filter(area=area)
    others = stories.network_stories(actor, municipality, on=on).filter(area=area)
    return [
        *(Subject(VOICE, pk) for pk in voices.order_by("-decided_on", "-pk").values_list("pk", flat=True)[:most]),
        *(Subject(STORY, pk) for pk in others.order_by("-told_on", "-pk").values_list("pk", flat=True)[:most]),
    ]


def _choice(subject: Subject, words: ToldWords) -> ToldChoice:
    if subject.kind == STORY:
        section = PART_OF_TONE.get(words.tone, ScanPartKey.STRENGTHS)
        return ToldChoice(ScanItemKind.STORY, subject, section, words)
    return ToldChoice(ScanItemKind.VOICE, subject, PART_OF_KIND[words.kind], words)
