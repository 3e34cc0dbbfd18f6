"""A story ends: taken back, not answered, or because its consent ran out. Then nothing of it is left to read."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from wijkaanzet.intake import operations as intake
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.operations.entering import locked as locked_entry
from wijkaanzet.intake.rules import EntryStatus
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.stories import queries
from wijkaanzet.stories.models import Story
from wijkaanzet.stories.operations.entering import check, end, lock_entries, locked, log
from wijkaanzet.stories.rules import FINAL, StoryStatus


@dataclass(frozen=True)
class Ended:
    """How many stories ended because their consent ran out, how many since nobody answered, and photos of others."""

    expired: int
    lapsed: int
    photos: int


@transaction.atomic
def withdraw(story: Story, *, actor: Actor, at: datetime) -> Story:
    """The teller takes the story back: it is gone at once, here and in the intake; what points at it reads so.

    Raises Refused("wrong_state") when it has ended already.
    """
    story = end(locked(story), status=StoryStatus.WITHDRAWN, actor=actor, at=at)
    if story.entry.status != EntryStatus.WITHDRAWN:
        story.entry = intake.withdraw(story.entry, actor=actor, at=at)
    return story


@transaction.atomic
def take_back(entry: Entry, *, actor: Actor, at: datetime) -> None:
    """Who sent something takes it back, whatever it became: with its story when there is one that has not ended.

    Raises Refused("wrong_state") when it was taken back already.
    """
    entry = locked_entry(entry)  # a reader who offers it as a story this moment goes first
    story = queries.story_of(entry)
    if story is not None and story.status not in FINAL:
        withdraw(story, actor=actor, at=at)
    else:
        intake.withdraw(entry, actor=actor, at=at)


@transaction.atomic
def lapse(story: Story, *, actor: Actor, at: datetime) -> Story:
    """Nobody answered: the story is deleted, without blame.

    Raises Refused: ("wrong_state"), ("teller_may_answer") until the last day for an answer is over.
    """
    story = locked(story)
    check(story, status=StoryStatus.NOT_SHARED)
    if localdate(at) <= story.lapses_on:
        raise Refused("teller_may_answer", day=story.lapses_on)
    return end(story, status=StoryStatus.NOT_SHARED, actor=actor, at=at)


@transaction.atomic
def expire(*, actor: Actor, at: datetime) -> Ended:
    """End stories and photos for which no consent holds any more, and stories that nobody answered; twice is once.

    Source: consent is per purpose and time-limited to 12 to 24 months, with a process that stops it, chf.org.au.
    """
    today = localdate(at)
    over = _ours(queries.ended_by_time(on=today))
    expired = [end(story, status=StoryStatus.EXPIRED, actor=actor, at=at) for story in over]
    lapsed = [lapse(story, actor=actor, at=at) for story in _ours(queries.unanswered(on=today))]
    photos = [_drop_photo(story, actor=actor, at=at) for story in _ours(queries.photos_ended_by_time(on=today))]
    return Ended(len(expired), len(lapsed), len(photos))


def _drop_photo(story: Story, *, actor: Actor, at: datetime) -> Story:
    """The words stay, by a consent that was given later."""
    story.photo, story.photo_alt = None, ""
    story.save()
    log(story, action="photo_expired", detail={}, actor=actor, at=at)
    return story


def _ours(stories: QuerySet[Story]) -> QuerySet[Story]:
    """As they are now, and ours alone."""
    lock_entries(stories)
    return stories.select_for_update(of=("self",)).select_related("municipality").order_by("id")
