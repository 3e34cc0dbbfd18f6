"""One figure of all neighbourhoods as a file: a table, data with its meaning, and borders; by name, never by rank."""

import json
from itertools import pairwise

from django.http import Http404, HttpResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from wijkaanzet.areas.access import public_areas
from wijkaanzet.areas.models import Area, AreaBorder
from wijkaanzet.areas.queries import drawn_by_name
from wijkaanzet.areas.rules.grid import to_degrees
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.tables import csv_text
from wijkaanzet.scans import queries
from wijkaanzet.scans.queries.sheet import Sheet, Told
from wijkaanzet.web.areas.build import division_now
from wijkaanzet.web.http import Request
from wijkaanzet.web.scans.area_figures import as_file
from wijkaanzet.web.scans.meaning import Json, meaning, record
from wijkaanzet.web.scans.rows import HEADER, cells

DECIMALS = 6
"""Of a degree: a tenth of a metre."""


@require_safe
def figure_csv(request: Request, figure: str) -> HttpResponse:
    """The figure of every neighbourhood and year as a table; its words are Dutch in every language of the site."""
    sheet = _sheet(request, figure)
    with translation.override("nl"):
        rows = [
            cells(area, told[area.id])
            for column in sheet.columns
            for told in [sheet.told(sheet.areas, column)]
            for area in sheet.areas
        ]
        text = csv_text(HEADER, rows)
    return as_file(text, "text/csv", f"{request.municipality.slug}-{figure}.csv")


@require_safe
def figure_json(request: Request, figure: str) -> HttpResponse:
    """The figure of every neighbourhood and year, with what it means and where it comes from."""
    sheet = _sheet(request, figure)
    with translation.override("nl"):
        told: Json = {
            **meaning(request, sheet, sheet.columns[0]),
            "jaren": [
                {
                    **meaning(request, sheet, column),
                    "wijken": [record(area, found[area.id]) for area in sheet.areas],
                }
                for column in sheet.columns
                for found in [sheet.told(sheet.areas, column)]
            ],
        }
    return _data(told, "application/json", f"{request.municipality.slug}-{figure}.json")


@require_safe
def figure_geojson(request: Request, figure: str) -> HttpResponse:
    """The figure of the newest year within the borders of every neighbourhood (RFC 7946): null where it has none."""
    sheet = _sheet(request, figure)
    _arrangement, division = division_now(request.municipality, today=clock.today())
    areas, borders = drawn_by_name(public_areas(request.municipality), division) if division else ([], {})
    column = sheet.columns[0]
    told = sheet.told(sheet.areas, column)
    with translation.override("nl"):
        collection: Json = {
            "type": "FeatureCollection",
            **meaning(request, sheet, column),
            "features": [_feature(area, borders.get(area.id), told[area.id]) for area in areas],
        }
    return _data(collection, "application/geo+json", f"{request.municipality.slug}-{figure}.geojson")


def _sheet(request: Request, figure: str) -> Sheet:
    _arrangement, division = division_now(request.municipality, today=clock.today())
    columns = [one for one in queries.public_columns(division) if one.slug == figure] if division else []
    if division is None or not columns:
        raise Http404
    return Sheet(division, columns)


def _feature(area: Area, border: AreaBorder | None, told: Told) -> Json:
    return {"type": "Feature", "id": area.code, "properties": record(area, told), "geometry": geometry(border)}


def geometry(border: AreaBorder | None) -> Json | None:
    """A border as GeoJSON; None when it is not known."""
    if border is None:
        return None
    return {"type": "MultiPolygon", "coordinates": _polygons([_ring(ring) for ring in border.rings])}


def _ring(flat: list[int]) -> list[list[float]]:
    """East, north, east, north … in metres as a closed ring of longitude and latitude."""
    points = [to_degrees((east, north)) for east, north in zip(flat[::2], flat[1::2], strict=True)]
    return [[round(x, DECIMALS), round(y, DECIMALS)] for x, y in (*points, points[0])]


def _polygons(rings: list[list[list[float]]]) -> list[list[list[list[float]]]]:
    """Outer rings run against the clock, holes with it; a hole belongs to the outer ring before it."""
    polygons: list[list[list[list[float]]]] = []
    for ring in rings:
        if _turns_left(ring) or not polygons:
            polygons.append([ring])
        else:
            polygons[-1].append(ring)
    return polygons


def _turns_left(ring: list[list[float]]) -> bool:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) > 0


def _data(told: Json, kind: str, name: str) -> HttpResponse:
    return as_file(json.dumps(told, ensure_ascii=False, indent=1), kind, name)
