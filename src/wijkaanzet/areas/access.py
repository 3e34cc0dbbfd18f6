"""Which areas somebody may see: all of the own tenant are public."""

from django.db.models import QuerySet

from wijkaanzet.areas.models import Area
from wijkaanzet.kernel.models import Municipality


def public_areas(municipality: Municipality) -> QuerySet[Area]:
    """Every area of the municipality; anybody may see them."""
    return Area.objects.filter(division__municipality=municipality)
