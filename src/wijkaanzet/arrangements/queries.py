"""Which arrangement holds."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from wijkaanzet.arrangements import rules
from wijkaanzet.arrangements.models import Arrangement
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused


class NoArrangement(Refused):
    """On that day the municipality has no arrangement; one must be loaded before anything can be done."""

    def __init__(self, municipality: Municipality, *, on: date) -> None:
        super().__init__("no_arrangement", day=on, municipality=municipality.name)
        self.municipality = municipality
        self.on = on


def current(municipality: Municipality, *, on: date) -> rules.Arrangement:
    """What the municipality chose, as it holds on that day (one query). Raises NoArrangement."""
    begun = Arrangement.objects.filter(municipality=municipality, starts_on__lte=on)
    return _read(begun.filter(Q(ends_before__isnull=True) | Q(ends_before__gt=on)).first(), municipality, on)


def nearest(municipality: Municipality, *, on: date) -> rules.Arrangement:
    """What holds on that day; else what held last before it, else what comes first after it.

    For pages, which want the words of a municipality whose arrangement has ended or is yet to start. What may be done
    goes by `current`. Raises NoArrangement when the municipality never had one.
    """
    own = Arrangement.objects.filter(municipality=municipality)
    begun, to_come = own.filter(starts_on__lte=on).order_by("-starts_on"), own.order_by("starts_on")
    return _read(begun.first() or to_come.first(), municipality, on)


def earlier(municipality: Municipality, *, than: date) -> list[rules.Arrangement]:
    """What held before the arrangement that started on a day, the newest first (one query)."""
    rows = Arrangement.objects.filter(municipality=municipality, starts_on__lt=than)
    return [_read(row, municipality, row.starts_on) for row in rows.order_by("-starts_on")]


def _read(row: Arrangement | None, municipality: Municipality, on: date) -> rules.Arrangement:
    if row is None:
        raise NoArrangement(municipality, on=on)
    return rules.from_content(row.content, file_name=row.file_name).ending(row.ends_before)


def names(ids: Collection[int]) -> dict[int, str]:
    """How each of these arrangements is called in a list."""
    rows = Arrangement.objects.filter(pk__in=ids).select_related("municipality")
    return {row.pk: f"{row.municipality.name} {row.starts_on.isoformat()}" for row in rows}
