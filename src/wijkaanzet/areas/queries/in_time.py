"""The divisions of a municipality in time: side by side, per region year, with their borders."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Max, Min, Q

from wijkaanzet.areas.models import AreaBorder, AreaPart, Division
from wijkaanzet.areas.rules.composition import Part
from wijkaanzet.kernel.models import Municipality


@dataclass(frozen=True)
class RegionYear:
    """A region year of which the composition of a division is known."""

    year: int
    cbs_areas: int
    shared: int
    """How many of them belong to an area for a part only."""


@dataclass(frozen=True)
class BordersOf:
    """How many areas of a division have a border, and whose those are."""

    areas: int
    source: str
    year: int


@dataclass(frozen=True)
class DivisionRow:
    """A division, with how many areas it has."""

    division: Division
    areas: int


def divisions_in_time(municipality: Municipality) -> list[DivisionRow]:
    """Every division that the municipality ever had or will have, by key and the newest first; one query."""
    counted = Division.objects.filter(municipality=municipality).annotate(number=Count("areas"))
    return [DivisionRow(one, one.number) for one in counted.order_by("key", "-starts_on", "id")]


def division_of_key(municipality: Municipality, *, key: str) -> Division | None:
    """The newest division of a key, also when it has yet to begin."""
    found = Division.objects.filter(municipality=municipality, key=key).select_related("municipality")
    return found.order_by("-starts_on", "id").first()


def region_years(divisions: Collection[Division]) -> dict[int, list[RegionYear]]:
    """The region years of which the composition of divisions is known, by id of the division; one query."""
    parts = AreaPart.objects.filter(area__division__in=[one.id for one in divisions])
    counted = parts.values("area__division_id", "year").annotate(
        codes=Count("cbs_code", distinct=True),
        shared=Count("cbs_code", distinct=True, filter=Q(weight__lt=1)),
    )
    found: dict[int, list[RegionYear]] = {}
    for row in counted:
        of_division = found.setdefault(row["area__division_id"], [])
        of_division.append(RegionYear(row["year"], row["codes"], row["shared"]))
    return {id_: sorted(years, key=lambda one: one.year) for id_, years in found.items()}


def borders_of(divisions: Collection[Division]) -> dict[int, BordersOf]:
    """The borders of divisions, by id of the division; they come in together, from one file. One query."""
    borders = AreaBorder.objects.filter(area__division__in=[one.id for one in divisions])
    counted = borders.values("area__division_id").annotate(
        areas=Count("id"), first_source=Min("source"), last_year=Max("year")
    )
    return {row["area__division_id"]: BordersOf(row["areas"], row["first_source"], row["last_year"]) for row in counted}


def composition_of_year(division: Division, *, year: int) -> dict[str, tuple[Part, ...]]:
    """Of which CBS areas each area of a division is composed in one region year, by the code of the area; one query."""
    rows = AreaPart.objects.filter(area__division=division, year=year).select_related("area")
    found: dict[str, tuple[Part, ...]] = {}
    for row in rows.order_by("area__code", "cbs_code"):
        part = Part(row.cbs_code, row.cbs_name, row.weight)
        found[row.area.code] = (*found.get(row.area.code, ()), part)
    return found
