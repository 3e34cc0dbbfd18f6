"""From the features of a file to one border per area: repaired, united, matched to the neighbours and simplified.

The borders are for a picture of the whole division. What is narrower than a line in that picture is left out, and
neighbours keep one and the same line between them.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import shapely
from shapely.geometry.base import BaseGeometry

from wijkaanzet.areas.rules.codes import is_part, municipality_of, wijk_of
from wijkaanzet.areas.rules.geojson import Feature, polygons_of
from wijkaanzet.areas.rules.grid import System
from wijkaanzet.areas.rules.repair import Kind, mended_polygon, on_metres
from wijkaanzet.kernel.refusals import Refused

FINENESS: Final = 500
"""Into how many steps the longest side of the picture is divided: what is smaller than one step is not seen."""
KEPT: Final = 0.5
"""An area that has less than this part of its surface to itself lies under another one: the file is wrong."""

FlatRing = tuple[int, ...]
"""East, north, east, north … in metres of the Dutch grid; the first point is not repeated."""


@dataclass(frozen=True)
class Asked:
    """An area that must get a border: from a feature with its own code, or from the CBS areas it wholly consists of."""

    code: str
    parts: frozenset[str]
    """Empty when a CBS area belongs to it for a part: then only its own code can tell."""


@dataclass(frozen=True)
class Border:
    """The border of one area."""

    code: str
    rings: tuple[FlatRing, ...]
    """Outer rings run against the clock, holes with it."""
    heart: tuple[int, int]
    """The place inside that is farthest from the border: where a name goes."""


@dataclass(frozen=True)
class Borders:
    """What was read: a border for every area, in the order asked."""

    borders: tuple[Border, ...]
    mended: Mapping[Kind, tuple[int, ...]] = field(default_factory=dict)
    """What was repaired, with the numbers of the features."""
    elsewhere: int = 0
    """How many features of other municipalities were left out."""


@dataclass(frozen=True)
class _Piece:
    """A feature that is an area, or a part of one."""

    feature: Feature
    area: str
    shape: BaseGeometry


def draw(features: Sequence[Feature], *, asked: Sequence[Asked], municipality: str) -> Borders:
    """A border for every area that is asked, from the features of a file; `municipality` is its CBS code.

    CBS areas of other municipalities are left out, so that a file of a region or the country will do. Raises Refused:
    ("border_unknown_code"), ("border_twice"), ("border_missing"), ("border_empty"), ("border_overlap"),
    ("border_too_small"), and what `polygons_of` refuses.
    """
    own = [one for one in features if not _is_elsewhere(one, asked, municipality)]
    places = _places(own, asked)
    pieces, mended = _pieces(own, places)
    shapes = _united(_matched(pieces), [area.code for area in asked])
    borders = tuple(_border(area.code, shape) for area, shape in zip(asked, _simplified(shapes), strict=True))
    return Borders(borders=borders, mended=mended, elsewhere=len(features) - len(own))


def _is_elsewhere(feature: Feature, asked: Iterable[Asked], municipality: str) -> bool:
    code = feature.code
    return is_part(code) and municipality_of(code) != municipality and all(code != area.code for area in asked)


def _places(features: Iterable[Feature], asked: Iterable[Asked]) -> dict[int, str]:
    """The area that each feature, by number, belongs to. Every area must be there, whole and once."""
    asked = list(asked)
    area_of = {part: area.code for area in asked for part in area.parts} | {area.code: area.code for area in asked}
    filled: dict[str, set[str]] = {}
    places: dict[int, str] = {}
    for one in features:
        key = one.code if one.code in area_of or not is_part(one.code) else wijk_of(one.code)
        if key not in area_of:
            raise Refused("border_unknown_code", feature=one.number, code=one.code)
        area = area_of[key]
        there = filled.setdefault(area, set())
        if one.code in there or _overlaps(one.code, there, area):
            raise Refused("border_twice", feature=one.number, code=one.code)
        there.add(one.code)
        places[one.number] = area
    for wanted in asked:
        _check_complete(wanted, filled.get(wanted.code, set()))
    return places


def _overlaps(code: str, there: set[str], area: str) -> bool:
    """Whether an area would be drawn both whole and in parts, or a wijk both whole and in buurten."""
    if not there:
        return False
    return code == area or area in there or wijk_of(code) in there or code in {wijk_of(one) for one in there}


def _check_complete(wanted: Asked, there: set[str]) -> None:
    if wanted.code in there:
        return
    missing = wanted.parts - there - {wijk_of(one) for one in there}
    if missing or not there:
        raise Refused("border_missing", code=min(missing, default=wanted.code), area=wanted.code)


def _pieces(features: Iterable[Feature], places: Mapping[int, str]) -> tuple[list[_Piece], dict[Kind, tuple[int, ...]]]:
    pieces: list[_Piece] = []
    empty: list[Feature] = []
    mended: dict[Kind, tuple[int, ...]] = {}
    file_system: System | None = None
    for one in features:
        system, polygons = polygons_of(one)
        if system is not None and file_system not in (None, system):
            raise Refused("border_mixed", feature=one.number)
        file_system = file_system or system
        shape, kinds = mended_polygon(polygons, system) if system else (shapely.MultiPolygon(), set[Kind]())
        if shape.is_empty:
            empty.append(one)
            continue
        mended |= {kind: (*mended.get(kind, ()), one.number) for kind in sorted(kinds)}
        pieces.append(_Piece(one, places[one.number], shape))
    _check_drawn(empty, places, {piece.area for piece in pieces})
    return pieces, mended | ({"empty": tuple(one.number for one in empty)} if empty else {})


def _check_drawn(empty: Iterable[Feature], places: Mapping[int, str], drawn: Collection[str]) -> None:
    """A part of an area without surface is left out, and said; an area without surface cannot be drawn."""
    for one in empty:
        if places[one.number] not in drawn:
            raise Refused("border_empty", feature=one.number, code=one.code)


def _matched(pieces: Sequence[_Piece]) -> dict[str, list[BaseGeometry]]:
    """The pieces by area, with narrow gaps and overlaps between neighbours given to one of them."""
    shapes = [piece.shape for piece in pieces]
    cleaned = shapely.coverage_clean(shapes, gap_width=_step(shapes))  # type: ignore[attr-defined]
    found: dict[str, list[BaseGeometry]] = {}
    for piece, clean in zip(pieces, cleaned, strict=True):
        if clean.area < KEPT * piece.shape.area:
            raise Refused("border_overlap", feature=piece.feature.number, code=piece.feature.code)
        found.setdefault(piece.area, []).append(clean)
    return found


def _step(shapes: Sequence[BaseGeometry]) -> float:
    """What one step of the picture is in metres."""
    west, south, east, north = shapely.total_bounds(shapes)
    return max(float(east - west), float(north - south)) / FINENESS


def _united(pieces: Mapping[str, Sequence[BaseGeometry]], codes: Iterable[str]) -> list[BaseGeometry]:
    return [shapely.union_all(pieces[code]) for code in codes]


def _simplified(shapes: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    """Fewer points, the same ones for neighbours, on whole metres; no area disappears."""
    simple = shapely.coverage_simplify(list(shapes), _step(shapes))
    return [on_metres(shape) for shape in simple]


def _border(code: str, shape: BaseGeometry) -> Border:
    polygons = shapely.get_parts(shapely.orient_polygons(shape))
    rings = [_flat(ring.coords) for polygon in polygons for ring in (polygon.exterior, *polygon.interiors)]
    if not any(rings) or shape.area < 1:
        raise Refused("border_too_small", code=code)
    return Border(code, tuple(ring for ring in rings if ring), _heart(shape))


def _heart(shape: BaseGeometry) -> tuple[int, int]:
    """The middle of the largest circle that fits inside."""
    circles = shapely.maximum_inscribed_circle([shape], tolerance=1)
    east, north = shapely.get_coordinates(circles)[0]
    return round(east), round(north)


def _flat(points: Iterable[Sequence[float]]) -> FlatRing:
    """The points of a ring in a row, without repeats; nothing when no surface is left."""
    whole = [(round(point[0]), round(point[1])) for point in points]
    once = [point for place, point in enumerate(whole[:-1]) if point != whole[place + 1]]
    return tuple(number for point in once for number in point) if len(once) > 2 else ()
