"""Taking in the borders of a division."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.areas import queries
from wijkaanzet.areas.models import Area, AreaBorder, Division
from wijkaanzet.areas.rules.borders import Asked, Border, Borders, draw
from wijkaanzet.areas.rules.geojson import read_features
from wijkaanzet.kernel import audit
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject

LONGEST_SOURCE = 120
FIRST_YEAR = 1900


@transaction.atomic
def import_borders(
    division: Division, *, text: bytes, source: str, year: int, actor: Actor, at: datetime, code_name: str = ""
) -> Borders:
    """Replace the borders of a division by those of a GeoJSON file: of all its areas, or of none.

    A feature is an area by its own code, or a CBS area that wholly belongs to one; the code stands under `code_name`
    or a usual name. Returns what was drawn and repaired. Raises Refused: ("border_source"), ("border_year"),
    ("border_no_areas"), and what `rules.geojson` and `rules.borders` refuse. Source: RFC 7946.
    """
    _check_origin(source, year, at)
    division = Division.objects.select_related("municipality").select_for_update(of=("self",)).get(pk=division.pk)
    areas = {area.code: area for area in division.areas.order_by("code")}
    if not areas:
        raise Refused("border_no_areas", division=division.name)
    drawn = draw(
        read_features(text, code_name=code_name),
        asked=_asked(list(areas.values())),
        municipality=division.municipality.code,
    )
    AreaBorder.objects.filter(area__division=division).delete()
    AreaBorder.objects.bulk_create(
        _row(areas[border.code], border, source=source, year=year, at=at) for border in drawn.borders
    )
    audit.record(
        "areas.borders.imported",
        subject=Subject("areas.division", division.id),
        actor=actor,
        at=at,
        municipality=division.municipality,
        detail={"areas": len(drawn.borders), "mended": sum(map(len, drawn.mended.values())), "year": year},
    )
    return drawn


def _check_origin(source: str, year: int, at: datetime) -> None:
    if not source.strip() or len(source) > LONGEST_SOURCE or not source.isprintable():
        raise Refused("border_source", longest=LONGEST_SOURCE)
    if not FIRST_YEAR <= year <= at.year + 1:
        raise Refused("border_year", first=FIRST_YEAR, last=at.year + 1)


def _asked(areas: list[Area]) -> list[Asked]:
    """The areas to draw. One that holds a part of a CBS area can only be drawn from its own code."""
    compositions = queries.compositions(areas)
    found: list[Asked] = []
    for area in areas:
        parts = compositions.get(area.id, [])
        whole = all(part.weight == 1 for part in parts)
        found.append(Asked(area.code, frozenset(part.cbs_code for part in parts) if whole else frozenset()))
    return found


def _row(area: Area, border: Border, *, source: str, year: int, at: datetime) -> AreaBorder:
    east, north = border.heart
    return AreaBorder(
        area=area,
        rings=border.rings,
        heart_east=east,
        heart_north=north,
        source=source,
        year=year,
        imported_on=localdate(at),
    )
