"""Which areas and places somebody may see: all of the own tenant are public."""

from django.db.models import QuerySet

from wijkaanzet.areas.models import Area, Place
from wijkaanzet.kernel.models import Municipality


def public_areas(municipality: Municipality) -> QuerySet[Area]:
    """Every area of the municipality; anybody may see them."""
    return Area.objects.filter(division__municipality=municipality)


def public_places(municipality: Municipality) -> QuerySet[Place]:
    """Every place of the municipality; no place is a person's address, so anybody may see them."""
    return Place.objects.filter(municipality=municipality).select_related("municipality", "area")
