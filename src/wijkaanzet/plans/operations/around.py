"""What stands around the priorities of a plan: the professionals who are there in any case, and pictures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.intake.rules.media import redrawn
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.people.models import Organisation
from wijkaanzet.plans import queries
from wijkaanzet.plans.models import BaseCapacity, Picture, Plan, Priority
from wijkaanzet.plans.operations.writing_down import log, open_for_change
from wijkaanzet.plans.rules.as_read import check_base_as_read
from wijkaanzet.plans.rules.base import NewBase, fitting_base
from wijkaanzet.plans.rules.pictures import MOST_PICTURES, fitting_picture_words, size_of


@dataclass(frozen=True, kw_only=True)
class NewPicture:
    """A photo as it was sent, with words for who does not see it, and how people on it agreed."""

    content: bytes
    alt: str
    consent: str
    priority: Priority | None = None


@transaction.atomic
def set_base(plan: Plan, *, base: Sequence[NewBase], seen: str = "", actor: Actor, at: datetime) -> list[BaseCapacity]:
    """Say anew which professionals are there in any case; `seen` is the mark of what was read.

    Raises Refused: ("plan_not_open"), ("base_changed") since then, ("organisation_not_here") for one of elsewhere, and
    what `fitting_base` refuses.
    """
    plan, kept = open_for_change(plan, actor=actor, at=at), fitting_base(base)
    if seen:
        there = queries.base_of(plan)
        check_base_as_read(seen, now=queries.mark_of_base(there), says=[one.what for one in there])
    wanted = {one.organisation_id for one in kept}
    here = Organisation.objects.filter(municipality=plan.network.body.municipality_id, pk__in=wanted)
    if here.count() < len(wanted):
        raise Refused("organisation_not_here")
    plan.base.all().delete()
    rows = BaseCapacity.objects.bulk_create(
        BaseCapacity(
            plan=plan,
            position=position,
            organisation_id=one.organisation_id,
            what=one.what,
            hours_a_week=one.hours_a_week,
        )
        for position, one in enumerate(kept, start=1)
    )
    log(plan, act="base_set", detail={"lines": len(rows)}, actor=actor, at=at)
    return rows


@transaction.atomic
def add_picture(plan: Plan, *, new: NewPicture, actor: Actor, at: datetime) -> Picture:
    """Put a photo with a plan; it is drawn anew, so that place, time and maker do not come along.

    Raises Refused: ("plan_not_open"), ("pictures_too_many"), ("picture_without_alt"), ("picture_without_consent"),
    ("priority_dropped") for a priority that is not in this plan, ("network_words_too_long"), ("photo_unreadable"),
    ("photo_too_large").
    """
    plan = open_for_change(plan, actor=actor, at=at)
    if plan.pictures.count() >= MOST_PICTURES:
        raise Refused("pictures_too_many", most=MOST_PICTURES)
    alt, consent = fitting_picture_words(new.alt, new.consent)
    if new.priority is not None and not plan.priorities.filter(pk=new.priority.pk, dropped_on__isnull=True).exists():
        raise Refused("priority_dropped")
    content = redrawn(new.content)
    width, height = size_of(content)
    picture = Picture.objects.create(
        plan=plan,
        priority=new.priority,
        content=content,
        width=width,
        height=height,
        alt=alt,
        consent=consent,
        added_on=localdate(at),
    )
    log(plan, act="picture_added", detail={"picture": picture.pk, "priority": picture.priority_id}, actor=actor, at=at)
    return picture


@transaction.atomic
def remove_picture(picture: Picture, *, actor: Actor, at: datetime) -> None:
    """Delete a photo for good, also from the editions in which it stood; who is on it may ask that at any moment."""
    plan, id_ = picture.plan, picture.pk
    picture.delete()
    log(plan, act="picture_removed", detail={"picture": id_}, actor=actor, at=at)
