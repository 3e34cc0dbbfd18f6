"""Published scans as files: a table, data, and within borders; made at that moment, of what everybody may read."""

import json
from collections.abc import Sequence

from django.http import HttpResponse
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wijkaanzet.areas.access import public_areas
from wijkaanzet.areas.models import AreaBorder
from wijkaanzet.areas.queries import drawn_by_name
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.tables import csv_text
from wijkaanzet.scans.labels import PARTS
from wijkaanzet.scans.models import Scan
from wijkaanzet.web.http import Request
from wijkaanzet.web.neighbourhood_scan.records import HEADER, about, full_of, rows, scan_record
from wijkaanzet.web.neighbourhood_scan.who import public_scan
from wijkaanzet.web.neighbourhood_scan.year import scans_of
from wijkaanzet.web.scans.area_figures import as_file
from wijkaanzet.web.scans.figure_files import geometry
from wijkaanzet.web.scans.meaning import Json


@require_safe
@never_cache
def scan_csv(request: Request, slug: str, year: int) -> HttpResponse:
    """The scan of one neighbourhood as a table; its own words are Dutch in every language of the site."""
    return _table(request, [public_scan(request, slug, year)], _name(request, slug, year))


@require_safe
@never_cache
def scans_csv(request: Request, year: int) -> HttpResponse:
    """The scans of a year as one table, by name of the neighbourhood."""
    return _table(request, scans_of(request, year), _name(request, "", year))


@require_safe
@never_cache
def scan_json(request: Request, slug: str, year: int) -> HttpResponse:
    """The scan of one neighbourhood as data."""
    scan = public_scan(request, slug, year)
    with translation.override("nl"):
        told = scan_record(request, scan, today=clock.today())
    return _data(told, "application/json", f"{_name(request, slug, year)}.json")


@require_safe
@never_cache
def scans_json(request: Request, year: int) -> HttpResponse:
    """The scans of a year as data, by name of the neighbourhood."""
    scans, today = scans_of(request, year), clock.today()
    with translation.override("nl"):
        told: Json = {
            **_all(request, year),
            "wijkscans": [scan_record(request, one, today=today) for one in scans],
        }
    return _data(told, "application/json", f"{_name(request, '', year)}.json")


@require_safe
@never_cache
def scans_geojson(request: Request, year: int) -> HttpResponse:
    """The own words of each scan of a year within the borders of its neighbourhood (RFC 7946): null where unknown."""
    scans = scans_of(request, year)
    borders = _borders(request, scans)
    with translation.override("nl"):
        features = [_feature(request, one, borders.get(one.area_id)) for one in scans]
        collection: Json = {"type": "FeatureCollection", **_all(request, year), "features": features}
    return _data(collection, "application/geo+json", f"{_name(request, '', year)}.geojson")


def _name(request: Request, slug: str, year: int) -> str:
    of = f"{slug}-wijkscan" if slug else "wijkscans"
    return f"{request.municipality.slug}-{of}-{year}"


def _all(request: Request, year: int) -> Json:
    return {"gemeente": request.municipality.name, "jaar": year, "opgehaald_op": clock.today().isoformat()}


def _table(request: Request, scans: Sequence[Scan], name: str) -> HttpResponse:
    today = clock.today()
    with translation.override("nl"):
        text = csv_text(HEADER, [row for one in scans for row in rows(request, one, today=today)])
    return as_file(text, "text/csv", f"{name}.csv")


def _data(told: Json, kind: str, name: str) -> HttpResponse:
    return as_file(json.dumps(told, ensure_ascii=False, indent=1), kind, name)


def _borders(request: Request, scans: Sequence[Scan]) -> dict[int, AreaBorder]:
    """The border of each neighbourhood that has one, by its id; one query for each division."""
    found: dict[int, AreaBorder] = {}
    for division in {one.area.division for one in scans}:
        found |= drawn_by_name(public_areas(request.municipality), division)[1]
    return found


def _feature(request: Request, scan: Scan, border: AreaBorder | None) -> Json:
    words = {str(PARTS[one.key]): one.words for one in full_of(scan, today=clock.today()).sections}
    properties: Json = {**about(request, scan), "woorden": words}
    shape = geometry(border)
    return {"type": "Feature", "id": scan.area.code, "properties": properties, "geometry": shape}
