"""Small hand-made files of borders, in metres of the Dutch grid unless told otherwise."""

import json
from collections.abc import Iterable, Mapping

from wijkaanzet.areas.rules.borders import Asked, Border, Borders, draw
from wijkaanzet.areas.rules.geojson import read_features

WEST, SOUTH = 130_000, 395_000
Points = list[list[float]]


def square(column: float, row: float, *, side: float = 1_000, width: float = 1) -> Points:
    """A closed ring against the clock; places are counted in sides."""
    west, south = WEST + column * side, SOUTH + row * side
    east, north = west + width * side, south + side
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def feature(code: object, *rings: object, kind: str = "Polygon", name: str = "code") -> dict[str, object]:
    """One feature with its code."""
    return {"type": "Feature", "properties": {name: code}, "geometry": {"type": kind, "coordinates": list(rings)}}


def collection(*features: object, **more: object) -> bytes:
    """The file."""
    return json.dumps({"type": "FeatureCollection", "features": features, **more}).encode()


def asked(*codes: str, **parts: Iterable[str]) -> list[Asked]:
    """Areas that are drawn by their own code, and areas with the parts they are composed of."""
    whole = [Asked(code, frozenset()) for code in codes]
    return whole + [Asked(code, frozenset(of)) for code, of in parts.items()]


def drawn(text: bytes, areas: list[Asked], *, code_name: str = "") -> Borders:
    """What the rules make of a file, for the municipality GM0001."""
    return draw(read_features(text, code_name=code_name), asked=areas, municipality="GM0001")


def by_code(borders: Borders) -> Mapping[str, Border]:
    """The borders by the code of their area."""
    return {border.code: border for border in borders.borders}
