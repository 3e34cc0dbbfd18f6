"""Stories and entries as one list of voices, the newest first: what everybody may read, or also who work there.

The two tables are read as one by the database, so that a page of the list costs one query, however much was told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final, overload

from django.db.models import BigIntegerField, Case, CharField, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, TruncDate

from wijkaanzet.areas.models import Area
from wijkaanzet.intake import access as intake
from wijkaanzet.intake import queries as intake_queries
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import EntryKind, StrengthKind, Tone
from wijkaanzet.stories import access as stories
from wijkaanzet.stories import queries as story_queries
from wijkaanzet.stories.models import Story
from wijkaanzet.stories.rules import PROMPT, PUBLIC, Scope
from wijkaanzet.web.http import Request, actor_of, is_logged_in
from wijkaanzet.web.told.wanted import Wanted

COLUMNS: Final = (
    "told_on", "public_id", "sort", "title", "text", "meaning", "tone", "strength",
    "area_id", "area_name", "area_slug", "area_code", "spot", "figure", "asked", "alt", "everybody",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Voice:
    """What somebody told, as it may be read: where and when only as exactly as points at nobody."""

    public_id: str
    kind: EntryKind
    title: str
    text: str
    meaning: str
    """What it means to who told it."""
    tone: Tone | None
    strength: StrengthKind | None
    area_id: int | None
    """None when it is about the whole municipality; then the next three are empty."""
    area_name: str
    area_slug: str
    area_code: str
    place: str
    """The street or spot; empty unless the second reader was sure that nobody is recognised by it."""
    month: date
    """The first day of the month in which it was told."""
    figure: str
    prompt_id: int | None
    photo_alt: str
    """What the photo shows; empty when there is none to see."""
    for_everybody: bool


class Voices(Sequence[Voice]):
    """All of it, the newest first; to count it, to read a page of it and to read all of it are one query each."""

    def __init__(self, told: QuerySet[Story], sent: QuerySet[Entry], *, on: date) -> None:
        both = _of_stories(told, on=on).values_list(*COLUMNS).union(_of_entries(sent).values_list(*COLUMNS), all=True)
        self.rows = both.order_by("-told_on", "public_id")  # within a day by chance: the order tells no hour

    @cached_property
    def number(self) -> int:
        """How many there are; counted once."""
        return self.rows.count()

    def __len__(self) -> int:
        return self.number

    def __iter__(self) -> Iterator[Voice]:
        return self._made(None)

    @overload
    def __getitem__(self, place: int) -> Voice: ...
    @overload
    def __getitem__(self, place: slice) -> list[Voice]: ...
    def __getitem__(self, place: int | slice) -> Voice | list[Voice]:
        return list(self._made(place)) if isinstance(place, slice) else self[place : place + 1][0]

    def _made(self, place: slice | None) -> Iterator[Voice]:
        for (
            told_on, public_id, sort, title, text, meaning, tone, strength,
            area_id, area_name, area_slug, area_code, spot, figure, asked, alt, everybody,
        ) in self.rows if place is None else self.rows[place]:  # fmt: skip
            yield Voice(
                public_id=public_id,
                kind=EntryKind(sort),
                title=title,
                text=text,
                meaning=meaning,
                tone=Tone(tone) if tone else None,
                strength=StrengthKind(strength) if strength else None,
                area_id=area_id,
                area_name=area_name,
                area_slug=area_slug,
                area_code=area_code,
                place=spot,
                month=told_on.replace(day=1),
                figure=figure,
                prompt_id=asked,
                photo_alt=alt,
                for_everybody=bool(everybody),
            )


@dataclass(frozen=True)
class Readable:
    """Of both tables what somebody may read here on a day."""

    stories: QuerySet[Story]
    entries: QuerySet[Entry]
    on: date

    @property
    def voices(self) -> Voices:
        """All of it."""
        return Voices(self.stories, self.entries, on=self.on)

    def of(self, wanted: Wanted) -> "Readable":
        """What of it is looked for."""
        told, sent = self.stories, self.entries
        if wanted.area:
            told, sent = told.filter(area__slug=wanted.area), sent.filter(area__slug=wanted.area)
        if wanted.kind is EntryKind.STORY:
            sent = sent.none()
        elif wanted.kind is not None:
            told, sent = told.none(), sent.filter(kind=wanted.kind)
        found = story_queries.found(told, wanted.words), intake_queries.found(sent, wanted.words)
        return replace(self, stories=found[0], entries=found[1])

    def in_area(self, area: Area) -> "Readable":
        """What of it is about one area."""
        return replace(self, stories=self.stories.filter(area=area), entries=self.entries.filter(area=area))

    def with_id(self, public_id: str) -> Voice | None:
        """The one at an address; one query."""
        at = Q(public_id=public_id)
        return next(iter(replace(self, stories=self.stories.filter(at), entries=self.entries.filter(at)).voices), None)


def everybodys(request: Request, *, on: date) -> Readable:
    """What everybody may read."""
    here = request.municipality
    return Readable(stories.public_stories(here, on=on), intake.public_entries(here), on)


def readable(request: Request, *, on: date) -> Readable:
    """What who asks may read: of the own areas also what is only for who work on them together."""
    if not is_logged_in(request):
        return everybodys(request, on=on)
    actor, here = actor_of(request), request.municipality
    return Readable(stories.network_stories(actor, here, on=on), intake.network_entries(actor, here, on=on), on)


_NOTHING = Value("", output_field=CharField())
_AREA = {
    "area_name": Coalesce("area__name", _NOTHING),
    "area_slug": Coalesce("area__slug", _NOTHING),
    "area_code": Coalesce("area__code", _NOTHING),
    "spot": Case(When(Q(place__isnull=False, place_public=True), then=F("place__name")), default=_NOTHING),
}


def _of_stories(rows: QuerySet[Story], *, on: date) -> QuerySet[Story]:
    pictured = story_queries.agreed({Scope.PHOTO}, on=on)
    return rows.order_by().annotate(
        sort=Value(EntryKind.STORY.value, output_field=CharField()),
        strength=_NOTHING,
        asked=F("prompt_id"),
        alt=Case(When(pictured, then=F("photo_alt")), default=_NOTHING, output_field=CharField()),
        everybody=story_queries.agreed(PUBLIC, on=on),
        **_AREA,
    )


def _of_entries(rows: QuerySet[Entry]) -> QuerySet[Entry]:
    number = BigIntegerField()
    return rows.order_by().annotate(
        told_on=TruncDate("received_at"),
        sort=F("kind"),
        strength=F("strength_kind"),
        asked=Case(When(about_kind=PROMPT, then=F("about_id")), default=Value(None, number), output_field=number),
        alt=_NOTHING,
        everybody=F("may_share"),
        **_AREA,
    )
