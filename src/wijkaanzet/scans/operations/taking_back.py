"""What was told is taken back or ends, and what was said beside it in scans goes with it."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from wijkaanzet.intake.models import Entry
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.scans import queries
from wijkaanzet.scans.models import Scan, ScanItem
from wijkaanzet.scans.operations.scan_entering import locked, log
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


@transaction.atomic
def forget_meanings(*, actor: Actor, at: datetime) -> int:
    """Empty what scans say that a voice or story means, where that is gone; gives how many. Twice is once.

    A story ends by time or without an answer, far from any scan: what was said beside it may repeat it.
    """
    beside = ScanItem.objects.filter(subject_id__isnull=False).exclude(meaning="")
    scans = Scan.objects.filter(sections__items__in=beside).distinct().order_by("pk")
    return sum(_forget_meanings(scan, actor=actor, at=at) for scan in scans)


def _forget_meanings(scan: Scan, *, actor: Actor, at: datetime) -> int:
    scan = locked(scan)
    items = list(
        ScanItem.objects.filter(section__scan=scan, subject_id__isnull=False).exclude(meaning="").order_by("pk")
    )
    gone = queries.gone_of(scan, {one.subject for one in items if one.subject}, on=localdate(at))
    emptied = ScanItem.objects.filter(pk__in=[one.pk for one in items if one.subject in gone]).update(meaning="")
    if emptied:
        log(scan, act="meanings_forgotten", actor=actor, at=at, detail={"items": emptied})
    return emptied
