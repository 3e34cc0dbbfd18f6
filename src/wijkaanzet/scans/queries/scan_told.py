"""What was told, read where it lives: a scan holds a reference, so what its teller takes back is gone from it too."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from wijkaanzet.intake import access as intake
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import EntryStatus, Outcome
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.scans.models import Scan, ScanItem
from wijkaanzet.scans.rules.scan import STORY, VOICE, Gone
from wijkaanzet.stories import access as stories
from wijkaanzet.stories import queries as story_queries
from wijkaanzet.stories.models import Story
from wijkaanzet.stories.rules import SEEN, StoryStatus


@dataclass(frozen=True)
class ToldWords:
    """A voice or a story as somebody may read it."""

    public_id: str
    title: str
    text: str
    meaning: str
    """What it means to the teller."""
    tone: str
    kind: str
    """An EntryKind; of a story empty."""
    strength_kind: str
    """A StrengthKind, of what is strong."""
    place: str
    """The street or spot, where it may be named to this reader."""
    for_everybody: bool
    """Whether everybody may read it now, or only who work on the neighbourhood together."""


Told = Mapping[Subject, ToldWords | Gone]
"""What cannot be read and never could by this reader is left out."""


def told(subjects: Collection[Subject], *, municipality: Municipality, sees_all: bool, on: date) -> Told:
    """Voices and stories as everybody reads them on a day, or as who work on the neighbourhood do; five queries.

    Without `sees_all`, one that went is told of as well: who asks must know that it was public before.
    """
    voices = {one.id for one in subjects if one.kind == VOICE}
    others = {one.id for one in subjects if one.kind == STORY}
    found: dict[Subject, ToldWords | Gone] = {}
    if voices:
        found |= _voices(voices, municipality, sees_all=sees_all)
    if others:
        found |= _stories(others, municipality, sees_all=sees_all, on=on)
    return found


def gone_of(scan: Scan, subjects: Collection[Subject], *, on: date) -> set[Subject]:
    """Which of these its teller took back, or is not shared with anybody who works on the neighbourhood any more."""
    found = told(subjects, municipality=scan.area.division.municipality, sees_all=True, on=on)
    return {subject for subject, one in found.items() if isinstance(one, Gone)}


def entries_in(scan: Scan, *, on: date) -> set[int]:
    """What came in and stands in a scan now, by itself or as a story; nothing that its teller took back."""
    items = ScanItem.objects.filter(section__scan=scan, subject_id__isnull=False)
    subjects = {one.subject for one in items.order_by("id") if one.subject}
    found = told(subjects, municipality=scan.area.division.municipality, sees_all=True, on=on)
    there = {subject for subject, one in found.items() if isinstance(one, ToldWords)}
    shared = Story.objects.filter(pk__in={one.id for one in there if one.kind == STORY})
    return {one.id for one in there if one.kind == VOICE} | set(shared.values_list("entry_id", flat=True))


def _voices(ids: Collection[int], municipality: Municipality, *, sees_all: bool) -> dict[Subject, ToldWords | Gone]:
    public = set(intake.public_entries(municipality).filter(pk__in=ids).values_list("pk", flat=True))
    found: dict[Subject, ToldWords | Gone] = {}
    for one in Entry.objects.filter(municipality=municipality, pk__in=ids).select_related("place"):
        if one.status == EntryStatus.WITHDRAWN:
            found[Subject(VOICE, one.pk)] = Gone.WITHDRAWN
        elif one.pk in public or (sees_all and one.outcome == Outcome.PLACED):
            found[Subject(VOICE, one.pk)] = _voice(one, sees_all=sees_all, public=one.pk in public)
    return found


def _voice(entry: Entry, *, sees_all: bool, public: bool) -> ToldWords:
    named = entry.place is not None and (sees_all or entry.place_public)
    return ToldWords(
        public_id=entry.public_id,
        title=entry.title,
        text=entry.text,
        meaning=entry.meaning,
        tone=entry.tone,
        kind=entry.kind,
        strength_kind=entry.strength_kind,
        place=entry.place.name if named and entry.place else "",
        for_everybody=public,
    )


def _stories(
    ids: Collection[int], municipality: Municipality, *, sees_all: bool, on: date
) -> dict[Subject, ToldWords | Gone]:
    public = set(stories.public_stories(municipality, on=on).filter(pk__in=ids).values_list("pk", flat=True))
    words = story_queries.as_told(ids, on=on)
    rows = Story.objects.filter(municipality=municipality, pk__in=ids).annotate(seen=story_queries.agreed(SEEN, on=on))
    found: dict[Subject, ToldWords | Gone] = {}
    for pk, status, seen in rows.values_list("pk", "status", "seen"):
        one = words.get(pk)
        if status == StoryStatus.WITHDRAWN:
            found[Subject(STORY, pk)] = Gone.WITHDRAWN
        elif one is not None and (pk in public or (sees_all and seen)):
            found[Subject(STORY, pk)] = ToldWords(
                public_id=one.public_id,
                title=one.title,
                text=one.text,
                meaning=one.meaning,
                tone=one.tone or "",
                kind="",
                strength_kind="",
                place=one.place_name,
                for_everybody=pk in public,
            )
        else:
            found[Subject(STORY, pk)] = Gone.ENDED
    return found
