"""Stories as they are shown to readers, always read live: what was withdrawn a moment ago is not there."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import Tone
from wijkaanzet.stories.models import Story
from wijkaanzet.stories.queries.consents import agreed, running
from wijkaanzet.stories.rules import CARRYING, Scope, StoryStatus


@dataclass(frozen=True, kw_only=True)
class StoryWords:
    """A story as a reader sees it: where only as exactly as is safe, and when by the month."""

    public_id: str
    title: str
    text: str
    meaning: str
    tone: Tone | None
    area_name: str
    """Empty for a story of the whole municipality."""
    place_name: str
    """Empty unless the second reader was sure that nobody is recognised by it."""
    figure: str
    """The address of the figure that it stands beside, or empty."""
    prompt: str
    """The question that it answers, or empty."""
    told_on: date
    """The first day of the month in which it was told."""
    has_photo: bool
    photo_alt: str


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """A story that is shared, and for what: each use with the last day on which it may be used so."""

    words: StoryWords
    last_days: Mapping[Scope, date]


def as_told(ids: Collection[int], *, on: date) -> dict[int, StoryWords | None]:
    """Stories by id as they may be shown on a day; None once withdrawn, ended or when no consent holds. One query.

    Who may see which of them is for `access`: this does not know who reads.
    """
    rows = Story.objects.filter(id__in=ids).select_related("area", "place", "prompt").defer("photo", "sealed", "folded")
    shown = rows.annotate(holds=agreed(CARRYING, on=on), pictured=agreed({Scope.PHOTO}, on=on)).order_by("id")
    return {
        story.id: _words(story, pictured=story.pictured) if story.status == StoryStatus.SHARED and story.holds else None
        for story in shown
    }


def agreement_on(entry: Entry, *, on: date) -> Agreement | None:
    """What the teller of a story agrees to on a day; None unless the entry became a story that is shared then."""
    story = Story.objects.filter(entry=entry).only("id").first()
    words = as_told([story.id], on=on)[story.id] if story else None
    if story is None or words is None:
        return None
    found = {Scope(one.scope): one.expires_on - timedelta(days=1) for one in running(on=on).filter(story=story)}
    return Agreement(words=words, last_days={scope: found[scope] for scope in Scope if scope in found})


def _words(story: Story, *, pictured: bool) -> StoryWords:
    return StoryWords(
        public_id=story.public_id,
        title=story.title,
        text=story.text,
        meaning=story.meaning,
        tone=Tone(story.tone) if story.tone else None,
        area_name=story.area.name if story.area else "",
        place_name=story.place.name if story.place and story.place_public else "",
        figure=story.figure,
        prompt=story.prompt.question if story.prompt else "",
        told_on=story.told_on.replace(day=1),
        has_photo=pictured,
        photo_alt=story.photo_alt if pictured else "",
    )
