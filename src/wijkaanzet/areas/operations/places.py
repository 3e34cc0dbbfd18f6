"""Adding a place inside an area, or a community of the municipality, and ending one."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from wijkaanzet.areas.models import Area, Place
from wijkaanzet.areas.rules.places import NewPlace, check_place
from wijkaanzet.kernel import audit
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject


@transaction.atomic
def add_place(
    municipality: Municipality, *, new: NewPlace, area: Area | None, starts_on: date, actor: Actor, at: datetime
) -> Place:
    """Add a street, hotspot or group to an area, or a community, which may do without.

    Raises Refused: ("other_tenant"), ("place_exists") while one of that kind and name is there, and what `check_place`
    refuses, a person's address among it.
    """
    if area is not None and area.division.municipality_id != municipality.pk:
        raise Refused("other_tenant", name=area.name)
    check_place(new, in_area=area is not None)
    Municipality.objects.select_for_update().get(pk=municipality.pk)  # two who add the same wait for each other
    name = new.name.strip()
    running = Q(ends_before__isnull=True) | Q(ends_before__gt=starts_on)
    if Place.objects.filter(running, municipality=municipality, area=area, kind=new.kind, name__iexact=name).exists():
        raise Refused("place_exists", name=name)
    place = Place.objects.create(
        municipality=municipality, area=area, kind=new.kind, name=name, note=new.note.strip(), starts_on=starts_on
    )
    _record("areas.place.added", place, municipality, actor=actor, at=at)
    return place


@transaction.atomic
def end_place(place: Place, *, ends_before: date, actor: Actor, at: datetime) -> Place:
    """End a place: from that day on it is not there any more; what points at it keeps its name.

    Raises Refused: ("place_ended") when it has its end already, ("place_ends_early") before its second day.
    """
    place = Place.objects.select_related("municipality").select_for_update(of=("self",)).get(pk=place.pk)
    if place.ends_before is not None:
        raise Refused("place_ended", name=place.name, ends_before=place.ends_before)
    if ends_before <= place.starts_on:
        raise Refused("place_ends_early", name=place.name, starts_on=place.starts_on)
    place.ends_before = ends_before
    place.save(update_fields=["ends_before"])
    _record("areas.place.ended", place, place.municipality, actor=actor, at=at)
    return place


def _record(action: str, place: Place, municipality: Municipality, *, actor: Actor, at: datetime) -> None:
    audit.record(
        action,
        subject=Subject("areas.place", place.id),
        actor=actor,
        at=at,
        municipality=municipality,
        detail={"kind": place.kind},
    )
