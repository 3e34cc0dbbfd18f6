"""Reading a GeoJSON file of areas, and refusing it in one sentence that names the feature.

Source: RFC 7946 (GeoJSON); `crs`, which it dropped, is still written by Dutch municipalities and read here.
"""

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from wijkaanzet.areas.rules.grid import Point, System, system_of
from wijkaanzet.areas.rules.packed import unpacked
from wijkaanzet.kernel.refusals import Refused

LONGEST_CODE: Final = 40
CODE_NAMES: Final = ("code", "statcode", "buurtcode", "bu_code", "wijkcode", "wk_code")
"""Under which names codes stand in files of municipalities, CBS and PDOK; the finest first."""
_CRS: Final = re.compile(r"(?:CRS84|(?<!\d)(?:4326|4258|28992))$")

Ring = tuple[Point, ...]
Polygon = tuple[Ring, ...]
"""The outer ring, then its holes; as they stand in the file."""


@dataclass(frozen=True)
class Feature:
    """One feature of the file, its geometry not looked at yet."""

    number: int
    """Place in the file, counted from 1."""
    code: str
    geometry: object


def read_features(text: bytes, *, code_name: str = "") -> list[Feature]:
    """The features of a file, packed or not, with the code of each, which stands under `code_name` or a usual name.

    Raises Refused: ("border_no_json"), ("border_no_collection"), ("border_crs"), ("border_no_features"), with the
    number of the feature ("border_no_feature") and ("border_no_code"), and what `unpacked` refuses.
    """
    collection = _json(unpacked(text))
    if not isinstance(collection, dict) or collection.get("type") != "FeatureCollection":
        raise Refused("border_no_collection")
    _check_crs(collection.get("crs"))
    features = collection.get("features")
    if not isinstance(features, list) or not features:
        raise Refused("border_no_features")
    names = (code_name,) if code_name else CODE_NAMES
    return [_feature(number, one, names) for number, one in enumerate(features, start=1)]


def _json(text: bytes) -> object:
    try:
        found: object = json.loads(text.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Refused("border_no_json") from error
    return found


def _check_crs(crs: object) -> None:
    """Refuse a named system that is not one of the two that coordinates are recognised by."""
    if crs is None:
        return
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if not isinstance(name, str) or not _CRS.search(name):
        raise Refused("border_crs", crs=str(name)[:LONGEST_CODE])


def _feature(number: int, one: object, names: tuple[str, ...]) -> Feature:
    properties = one.get("properties") if isinstance(one, dict) else None
    if not isinstance(one, dict) or not isinstance(properties, dict):
        raise Refused("border_no_feature", feature=number)
    given = {str(key).lower(): value for key, value in properties.items()}
    code = next((given[name.lower()] for name in names if given.get(name.lower())), None)
    if not isinstance(code, str | int) or isinstance(code, bool):
        raise Refused("border_no_code", feature=number, names=", ".join(names))
    return Feature(number, str(code).strip()[:LONGEST_CODE], one.get("geometry"))


def polygons_of(feature: Feature) -> tuple[System | None, list[Polygon]]:
    """The polygons of a feature, and the system that they are written in; None when it has no point at all.

    Raises Refused with the number of the feature: ("border_no_polygon"), ("border_bad_coordinates"),
    ("border_outside") the Netherlands, ("border_mixed") systems.
    """
    found = [tuple(tuple(_ring(feature, ring)) for ring in polygon) for polygon in _polygons(feature)]
    if not any(ring for polygon in found for ring in polygon):
        return None, []
    systems = {system_of(point) for polygon in found for ring in polygon for point in ring}
    if None in systems:
        raise Refused("border_outside", feature=feature.number, code=feature.code)
    if len(systems) > 1:
        raise Refused("border_mixed", feature=feature.number)
    return ("degrees" if "degrees" in systems else "metres"), found


def _polygons(feature: Feature) -> list[list[object]]:
    """The coordinates as a list of polygons, each a list of rings."""
    geometry = feature.geometry
    if geometry is None:
        return []
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or kind not in ("Polygon", "MultiPolygon"):
        raise Refused("border_no_polygon", feature=feature.number, code=feature.code)
    coordinates = geometry.get("coordinates")
    polygons = [coordinates] if kind == "Polygon" else coordinates
    if not isinstance(polygons, list):
        raise _bad(feature)
    return [list(_listed(feature, polygon)) for polygon in polygons]


def _ring(feature: Feature, ring: object) -> Iterator[Point]:
    for position in _listed(feature, ring):
        match position:
            case [int() | float() as x, int() | float() as y, *_] if _is_number(x) and _is_number(y):
                yield float(x), float(y)
            case _:
                raise _bad(feature)


def _listed(feature: Feature, value: object) -> list[object]:
    if not isinstance(value, list):
        raise _bad(feature)
    return value


def _is_number(value: float) -> bool:
    """JSON knows true, and Python's reader knows NaN and numbers without end; none of them is a place."""
    return not isinstance(value, bool) and abs(value) < 1e12 and math.isfinite(value)


def _bad(feature: Feature) -> Refused:
    return Refused("border_bad_coordinates", feature=feature.number, code=feature.code)
