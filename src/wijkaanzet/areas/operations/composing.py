"""Telling of which CBS areas the areas of a division consist in another region year."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from django.db import transaction

from wijkaanzet.areas.models import Area, AreaPart, Division
from wijkaanzet.areas.rules.composition import Part, PartOf, check_composition
from wijkaanzet.areas.rules.region_years import check_region_year
from wijkaanzet.kernel import audit
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject

Parts = Mapping[str, Sequence[Part]]
"""The parts of each area, by the code of the area."""


@transaction.atomic
def recompose(
    division: Division,
    *,
    year: int,
    parts: Parts,
    actor: Actor,
    at: datetime,
    covers_wholly: bool = True,
    replace: bool = False,
) -> int:
    """Add the composition of a region year to a division, because CBS numbered again; the areas stay. With `replace`
    it may come in the place of an earlier one of that year. Returns how many CBS areas it names.

    Raises Refused: ("region_year"), ("composition_exists"), ("unknown_area"), ("area_not_composed") for an area that
    had parts in another year and has none now, and what `check_composition` refuses.
    """
    check_region_year(year, this_year=at.year)
    division = Division.objects.select_related("municipality").select_for_update(of=("self",)).get(pk=division.pk)
    areas = {area.code: area for area in division.areas.order_by("code")}
    _check_areas(areas, parts)
    check_composition(
        _parts(areas, parts),
        municipality=division.municipality.code,
        municipality_name=division.municipality.name,
        covers_wholly=covers_wholly,
    )
    replaced = _make_room(division, year, replace=replace)
    rows = _compose(areas, parts, year)
    audit.record(
        "areas.division.recomposed",
        subject=Subject("areas.division", division.id),
        actor=actor,
        at=at,
        municipality=division.municipality,
        detail={"year": year, "parts": len(rows), "replaced": replaced},
    )
    return len({row.cbs_code for row in rows})


def _check_areas(areas: Mapping[str, Area], parts: Parts) -> None:
    for code in sorted(parts.keys() - areas.keys()):
        raise Refused("unknown_area", code=code)
    empty = {code for code in areas if not parts.get(code)}
    composed = AreaPart.objects.filter(area__in=[areas[code] for code in empty])
    lost = composed.order_by("area__code").values_list("area__name", flat=True).first()
    if lost is not None:
        raise Refused("area_not_composed", area=lost)


def _parts(areas: Mapping[str, Area], parts: Parts) -> Iterator[PartOf]:
    return (PartOf(code, areas[code].name, part) for code, found in parts.items() for part in found)


def _compose(areas: Mapping[str, Area], parts: Parts, year: int) -> list[AreaPart]:
    return AreaPart.objects.bulk_create(
        AreaPart(area=areas[code], year=year, cbs_code=part.code, cbs_name=part.name, weight=part.weight)
        for code, found in parts.items()
        for part in found
    )


def _make_room(division: Division, year: int, *, replace: bool) -> int:
    there = AreaPart.objects.filter(area__division=division, year=year)
    number = there.count()
    if number and not replace:
        raise Refused("composition_exists", division=division.name, year=year)
    there.delete()
    return number
