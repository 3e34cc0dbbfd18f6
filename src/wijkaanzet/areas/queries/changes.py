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


def changes_by_years(municipality: Municipality, *, years: Collection[int]) -> dict[tuple[int, int], list[Change]]:
    """What became of CBS areas between any two of these region years, by earlier and later year; one query."""
    found = AreaChange.objects.filter(
        concordance__municipality=municipality, concordance__from_year__in=years, concordance__to_year__in=years
    )
    by_years: dict[tuple[int, int], list[Change]] = {}
    for one in found.select_related("concordance"):
        of_years = by_years.setdefault((one.concordance.from_year, one.concordance.to_year), [])
        of_years.append(Change(one.from_code, one.to_code, one.weight))
    return {pair: sorted(changes, key=lambda one: (one.from_code, one.to_code)) for pair, changes in by_years.items()}


def concordance_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """The years that concordances are between."""
    found = Concordance.objects.filter(id__in=ids)
    return {one.id: f"{one.from_year} – {one.to_year}" for one in found}
