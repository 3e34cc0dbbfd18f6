"""Reading what became of CBS areas."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Q

from wijkaanzet.areas.models import AreaChange, Concordance
from wijkaanzet.areas.rules.changes import Change
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality


@dataclass(frozen=True)
class ConcordanceRow:
    """A concordance, with how many changes it holds and how many of them are for a part."""

    concordance: Concordance
    changes: int
    partial: int


def concordances(municipality: Municipality) -> list[ConcordanceRow]:
    """The concordances of a municipality, by their years; one query."""
    found = Concordance.objects.filter(municipality=municipality).annotate(
        all_changes=Count("changes"), partial_changes=Count("changes", filter=Q(changes__weight__lt=1))
    )
    rows = [ConcordanceRow(one, one.all_changes, one.partial_changes) for one in found]
    return sorted(rows, key=lambda row: (row.concordance.from_year, row.concordance.to_year))


def changes_between(municipality: Municipality, *, from_year: int, to_year: int) -> list[Change]:
    """What became of the CBS areas of a region year in another, as the concordance of those years says; one query."""
    found = AreaChange.objects.filter(
        concordance__municipality=municipality, concordance__from_year=from_year, concordance__to_year=to_year
    )
    changes = [Change(one.from_code, one.to_code, one.weight) for one in found]
    return sorted(changes, key=lambda one: (one.from_code, one.to_code))


def concordance_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """The years that concordances are between."""
    found = Concordance.objects.filter(id__in=ids)
    return {one.id: f"{one.from_year} – {one.to_year}" for one in found}
