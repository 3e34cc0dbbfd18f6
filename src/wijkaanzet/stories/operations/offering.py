"""What passed the gate as a story is offered to its teller: the second step is that the teller looks at it."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.intake import operations as intake
from wijkaanzet.intake.models import Entry
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.sealed import seal, seal_words
from wijkaanzet.kernel.working_days import add_days
from wijkaanzet.stories.models import Prompt, Story
from wijkaanzet.stories.operations.entering import enter
from wijkaanzet.stories.queries import PHOTO_SEAL, WORDS_SEAL
from wijkaanzet.stories.rules import PROMPT, StoryStatus


@transaction.atomic
def offer(entry: Entry, *, judged: intake.Judged, actor: Actor, at: datetime) -> Story:
    """Let a story through the gate as its second reader, and keep it sealed until its teller saw it and said yes.

    Raises what `intake.place` refuses.
    """
    placed = intake.place(entry, judged=judged, actor=actor, at=at, story=True)
    entry, today = placed.entry, localdate(at)
    terms = arrangements.current(entry.municipality, on=today).terms
    story = Story(
        municipality=entry.municipality,
        area=entry.area,
        place=entry.place,
        entry=entry,
        prompt=_prompt(entry),
        figure=entry.figure,
        told_on=localdate(entry.received_at),
        sealed=seal_words(placed.words.words(), purpose=WORDS_SEAL),
        place_public=judged.place_public,
        photo=seal(placed.photo, purpose=PHOTO_SEAL) if placed.photo is not None else None,
        lapses_on=add_days(today, terms.teller_days),
    )
    detail = {"entry": entry.id, "photo": story.photo is not None}
    return enter(story, status=StoryStatus.OFFERED, detail=detail, actor=actor, at=at)


def _prompt(entry: Entry) -> Prompt | None:
    """The question that it answers, when there is one and it is asked in this municipality."""
    if entry.about_kind != PROMPT or entry.about_id is None:
        return None
    return Prompt.objects.filter(municipality=entry.municipality, pk=entry.about_id).first()
