"""What was told is taken back, and what was said beside it in scans goes with it."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from wijkaanzet.intake.models import Entry
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.scans.models import ScanItem
from wijkaanzet.scans.rules.scan import STORY, VOICE
from wijkaanzet.stories import operations as stories
from wijkaanzet.stories.queries import story_of


@transaction.atomic
def take_back_told(entry: Entry, *, actor: Actor, at: datetime) -> None:
    """Who told something takes it back, with its story, and with what a scan says that it means: that may repeat it.

    Raises Refused("wrong_state") when it was taken back already.
    """
    story = story_of(entry)
    stories.take_back(entry, actor=actor, at=at)
    beside = Q(subject_kind=VOICE, subject_id=entry.pk)
    if story is not None:
        beside |= Q(subject_kind=STORY, subject_id=story.pk)
    ScanItem.objects.filter(beside).update(meaning="")
