"""Which arrangement holds."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from wijkaanzet.arrangements import rules
from wijkaanzet.arrangements.models import Arrangement
from wijkaanzet.kernel.models import Municipality


class NoArrangement(Exception):
    """On that day the municipality has no arrangement; one must be loaded before anything can be done."""

    def __init__(self, municipality: Municipality, *, on: date) -> None:
        self.municipality = municipality
        self.on = on
        super().__init__(f"{municipality.slug} has no arrangement on {on.isoformat()}: load one with load_arrangement")


def current(municipality: Municipality, *, on: date) -> rules.Arrangement:
    """What the municipality chose, as it holds on that day (one query). Raises NoArrangement."""
    row = (
        Arrangement.objects.filter(municipality=municipality, starts_on__lte=on)
        .filter(Q(ends_before__isnull=True) | Q(ends_before__gt=on))
        .first()
    )
    if row is None:
        raise NoArrangement(municipality, on=on)
    return rules.from_content(row.content, file_name=row.file_name).ending(row.ends_before)


def names(ids: Collection[int]) -> dict[int, str]:
    """How each of these arrangements is called in a list."""
    rows = Arrangement.objects.filter(pk__in=ids).select_related("municipality")
    return {row.pk: f"{row.municipality.name} {row.starts_on.isoformat()}" for row in rows}
