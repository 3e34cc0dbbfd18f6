"""The one way into a state: checked, saved, logged, and the move that follows is put."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from wijkaanzet.intake import operations as intake
from wijkaanzet.intake.models import Entry
from wijkaanzet.kernel import audit, moves, open_moves
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.stories import queries
from wijkaanzet.stories.models import Story
from wijkaanzet.stories.rules import NEXT, PROCESS, StoryStatus

Detail = Mapping[str, str | int | bool | None]


@transaction.atomic
def locked(story: Story) -> Story:
    """As it is now, and ours alone."""
    lock_entries(Story.objects.filter(pk=story.pk))
    rows = Story.objects.select_for_update(of=("self",)).select_related("municipality", "entry")
    return rows.get(pk=story.pk)


@transaction.atomic
def lock_entries(stories: QuerySet[Story]) -> None:
    """What these came in as is locked before they are, as who takes it back does: so nobody waits for each other."""
    list(Entry.objects.select_for_update(of=("self",)).filter(story__in=stories).only("id").order_by("id"))


@transaction.atomic
def check(story: Story, *, status: StoryStatus) -> None:
    """Hold a step against the table. Raises Refused("wrong_state")."""
    if status not in NEXT[StoryStatus(story.status)]:
        raise Refused("wrong_state")


@transaction.atomic
def enter(story: Story, *, status: StoryStatus, detail: Detail, actor: Actor, at: datetime) -> Story:
    """Save it in its new state."""
    story.status, story.status_since = status, localdate(at)
    story.save()
    log(story, action=status, detail=detail, actor=actor, at=at)
    open_moves.follow(queries.standing(story), process=moves.PROCESSES[PROCESS], municipality=story.municipality)
    return story


@transaction.atomic
def log(story: Story, *, action: str, detail: Detail, actor: Actor, at: datetime) -> None:
    """Write down what was done: references and numbers, and nothing of what was told."""
    audit.record(
        f"stories.story.{action}",
        subject=Subject(PROCESS, story.id),
        actor=actor,
        at=at,
        municipality=story.municipality,
        detail=dict(detail),
    )


@transaction.atomic
def end(story: Story, *, status: StoryStatus, actor: Actor, at: datetime) -> Story:
    """Empty it: the row stays for what points at it, the consents as what was agreed. Raises Refused("wrong_state")."""
    check(story, status=status)
    story.title = story.text = story.meaning = story.tone = story.folded = story.photo_alt = ""
    story.sealed = story.photo = story.place = None
    story.place_public = False
    intake.forget_sooner(story.entry_id, at=at)
    ended = story.consents.filter(ended_on__isnull=True).update(ended_on=localdate(at))
    return enter(story, status=status, detail={"consents": ended}, actor=actor, at=at)
