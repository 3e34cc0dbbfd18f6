"""Reading places inside areas, and communities of a municipality."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from wijkaanzet.areas.models import Area, Place
from wijkaanzet.kernel.actors import Actor


def places_of(places: QuerySet[Place], area: Area, *, on: date) -> list[Place]:
    """The places of an area that are there on a day, by name; one query."""
    return list(_running(places, on).filter(area=area).order_by("name", "id"))


def communities(places: QuerySet[Place], *, on: date) -> list[Place]:
    """The communities that belong to no area and are there on a day, by name; one query."""
    return list(_running(places, on).filter(area__isnull=True).order_by("name", "id"))


def _running(places: QuerySet[Place], on: date) -> QuerySet[Place]:
    return places.filter(Q(ends_before__isnull=True) | Q(ends_before__gt=on), starts_on__lte=on)


def place_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """The names of places."""
    return dict(Place.objects.filter(id__in=ids).values_list("id", "name"))


def place_areas(ids: Collection[int]) -> dict[int, str]:
    """The address of the area that each place lies in; a community without an area has none."""
    found = Place.objects.filter(id__in=ids, area__isnull=False)
    return dict(found.values_list("id", "area__slug"))
