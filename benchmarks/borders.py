"""The borders of four hundred areas read and drawn from a file, against what shapely needs for the same picture.

The bare twin reads the same JSON, closes the gaps and leaves points out: no codes, no repair, no checks, no hearts.
The areas lie in a grid with winding borders of 125 points a side, the same on every machine.
"""

import json
import random
from functools import cache
from itertools import pairwise

import shapely

from benchmarks._timing import fastest
from wijkaanzet.areas.rules.borders import FINENESS, Asked, draw
from wijkaanzet.areas.rules.geojson import read_features

ACROSS, POINTS, WILD = 20, 125, 12
ROUNDS = 3
LIMIT = 3.0
WEST, SOUTH, SIDE = 130_000, 395_000, 1_000
Place = tuple[int, int]
Line = tuple[tuple[float, float], ...]


def run(scale: float) -> list[tuple[str, float, float, float]]:
    """Time both in turns: name, our seconds, bare seconds, limit of the ratio."""
    across = max(2, round(ACROSS * scale**0.5))
    content = grid(across)
    asked = [Asked(f"A{place}", frozenset()) for place in range(across**2)]
    ours, bare = fastest(
        lambda: draw(read_features(content, code_name=""), asked=asked, municipality="GM0001"),
        lambda: bare_picture(content, step=SIDE * across / FINENESS),
        rounds=ROUNDS,
    )
    return [(f"borders of {across**2} areas", ours, bare, LIMIT)]


def grid(across: int) -> bytes:
    """A file of so many by so many areas whose neighbours share a winding line."""
    features = []
    for place in range(across**2):
        x, y = divmod(place, across)
        corners = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1), (x, y)]
        ring = [point for start, end in pairwise(corners) for point in _side(start, end)[:-1]]
        shape = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
        features.append({"type": "Feature", "properties": {"code": f"A{place}"}, "geometry": shape})
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def _side(start: Place, end: Place) -> Line:
    return _winding(start, end) if start < end else _winding(end, start)[::-1]


@cache
def _winding(start: Place, end: Place) -> Line:
    """A line from corner to corner that leaves the straight one most halfway; the same from both sides."""
    dice, upright = random.Random(f"{start}{end}"), start[0] == end[0]
    found = []
    for number in range(POINTS + 1):
        part = number / POINTS
        off = dice.gauss(0, WILD) * 4 * part * (1 - part)
        east = WEST + SIDE * (start[0] + (0 if upright else part)) + (off if upright else 0)
        north = SOUTH + SIDE * (start[1] + (part if upright else 0)) + (0 if upright else off)
        found.append((east, north))
    return tuple(found)


def bare_picture(content: bytes, *, step: float) -> list[shapely.Geometry]:
    """The same areas with gaps closed and few points, and nothing else."""
    features = json.loads(content)["features"]
    shapes = [shapely.Polygon(one["geometry"]["coordinates"][0]) for one in features]
    closed = shapely.coverage_clean(shapes, gap_width=step)  # type: ignore[attr-defined]
    return list(shapely.coverage_simplify(list(closed), step))
