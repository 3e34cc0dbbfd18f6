"""Reading stories: what they are called, where they stand, and what is shown to their tellers."""

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import QuerySet

from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules.telling import Prepared
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.moves import Standing
from wijkaanzet.kernel.sealed import unseal, unseal_words
from wijkaanzet.kernel.searching import words_of
from wijkaanzet.stories.labels import NAMES
from wijkaanzet.stories.models import Story
from wijkaanzet.stories.queries.consents import agreed
from wijkaanzet.stories.rules import CARRYING, FINAL, SETTLED, Scope, StoryFacts, StoryStatus

WORDS_SEAL = "stories.story"
PHOTO_SEAL = "stories.story.photo"


def story_of(entry: Entry) -> Story | None:
    """The story that an entry became; None when it became something else."""
    return Story.objects.filter(entry=entry).select_related("municipality", "area", "place", "prompt").first()


def words_offered(story: Story) -> Prepared | None:
    """The edited words that the teller looks at; None once the teller answered. Raises CannotOpen."""
    return Prepared.of(unseal_words(story.sealed, purpose=WORDS_SEAL)) if story.sealed is not None else None


def photo_of(story: Story) -> bytes | None:
    """The photo of a story as JPEG; None without one, or when the teller did not agree to it. Raises CannotOpen."""
    return unseal(story.photo, purpose=PHOTO_SEAL) if story.photo is not None else None


def newest_first(stories: QuerySet[Story]) -> QuerySet[Story]:
    """Stories in the order in which they were told, the newest first."""
    return stories.order_by("-told_on", "id")


def found(stories: QuerySet[Story], text: str) -> QuerySet[Story]:
    """The stories that have every one of these words in title or text, whatever their capitals and accents."""
    for word in words_of(text):
        stories = stories.filter(folded__contains=word)
    return stories


def ended_by_time(*, on: date) -> QuerySet[Story]:
    """Shared stories for which no consent holds any more on a day."""
    return Story.objects.filter(~agreed(CARRYING, on=on), status=StoryStatus.SHARED)


def photos_ended_by_time(*, on: date) -> QuerySet[Story]:
    """Shared stories with a photo to which nobody agrees any more on a day."""
    return Story.objects.filter(~agreed({Scope.PHOTO}, on=on), status=StoryStatus.SHARED, photo__isnull=False)


def unanswered(*, on: date) -> QuerySet[Story]:
    """Stories whose tellers did not answer, and the last day for that is over."""
    return Story.objects.filter(status=StoryStatus.OFFERED, lapses_on__lt=on)


def public_ids(ids: Collection[int]) -> dict[int, str]:
    """The public id of each story, by its own id."""
    return dict(Story.objects.filter(id__in=ids).values_list("id", "public_id"))


def entry_ids(ids: Collection[int]) -> dict[int, str]:
    """The public id of what each story came in as, by the id of the story: where its readers find it."""
    return dict(Story.objects.filter(id__in=ids).values_list("id", "entry__public_id"))


def labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """Shared stories by their title; of the others why there is none, such as that the teller withdrew it."""
    rows = Story.objects.filter(id__in=ids).values_list("id", "status", "title")
    return {id_: title or str(NAMES[StoryStatus(status)]) for id_, status, title in rows}


def standing(story: Story) -> Standing:
    """Where a story stands."""
    facts = StoryFacts(story.municipality_id, story.area_id, story.lapses_on)
    return Standing(story.id, story.municipality_id, StoryStatus(story.status), facts)


def standings() -> Iterator[Standing]:
    """Where all stories stand that still wait for somebody."""
    waiting = Story.objects.exclude(status__in=FINAL | SETTLED).defer("photo", "sealed")
    return (standing(story) for story in waiting.order_by("id"))
