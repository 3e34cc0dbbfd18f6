"""Repairing the rings of one feature, and saying what was wrong with them."""

from collections.abc import Iterable, Sequence
from typing import Literal

import shapely
from shapely.geometry.base import BaseGeometry

from wijkaanzet.areas.rules.geojson import Polygon, Ring
from wijkaanzet.areas.rules.grid import System, to_grid

Kind = Literal["open", "repeated", "flat", "turned", "crossing", "empty"]
"""A ring that did not end where it began, with a point twice in a row, without surface, that ran the wrong way round
(RFC 7946: outer rings against the clock), or that crossed itself or another ring; a part of an area without surface."""


def mended_polygon(polygons: Iterable[Polygon], system: System) -> tuple[BaseGeometry, set[Kind]]:
    """The polygons of a feature as one valid shape on whole metres, empty when no surface is left; what was wrong."""
    kinds: set[Kind] = set()
    found: list[shapely.Polygon] = []
    for polygon in polygons:
        rings = [_mended_ring(ring, system, kinds) for ring in polygon]
        if rings and rings[0]:
            found.append(shapely.Polygon(rings[0], [hole for hole in rings[1:] if hole]))
    shape: BaseGeometry = shapely.MultiPolygon(found)
    if not shape.is_valid:
        kinds.add("crossing")
    elif any(_is_turned(one) for one in found):
        kinds.add("turned")
    return on_metres(_valid(shape)), kinds


def _mended_ring(ring: Ring, system: System, kinds: set[Kind]) -> Sequence[tuple[float, float]]:
    """The ring in metres, closed and without repeats; nothing when it has no surface."""
    once = [point for place, point in enumerate(ring) if place == 0 or point != ring[place - 1]]
    if len(once) < len(ring):
        kinds.add("repeated")
    if once and once[0] != once[-1]:
        kinds.add("open")
        once.append(once[0])
    if len(set(once)) < 3:
        kinds.add("flat")
        return ()
    return [to_grid(point, system) for point in once]


def _is_turned(polygon: shapely.Polygon) -> bool:
    return not polygon.exterior.is_ccw or any(hole.is_ccw for hole in polygon.interiors)


def on_metres(shape: BaseGeometry) -> BaseGeometry:
    """Every point on the nearest whole metre, without the spikes that this can leave; neighbours round alike."""
    return _valid(shapely.transform(shape, lambda points: points.round()))


def _valid(shape: BaseGeometry) -> BaseGeometry:
    """Every surface that the rings enclose, and no lines or points without surface."""
    return shapely.make_valid(shape, method="structure", keep_collapsed=False)
