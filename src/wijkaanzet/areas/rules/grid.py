"""The Dutch grid (RD New, EPSG:28992): whole metres east and north, in which a picture is drawn without more sums.

Source: Schreutelkamp and Strang van Hees, Benaderingsformules voor de transformatie tussen RD- en
WGS84-kaartcoördinaten (2001); right to about a metre, where a picture of a city shows twenty.
"""

from typing import Final, Literal

System = Literal["degrees", "metres"]
"""Longitude and latitude (WGS84), or the Dutch grid."""
Point = tuple[float, float]

DEGREES: Final = (2.5, 50.5, 7.5, 54.0)
METRES: Final = (-7_000.0, 289_000.0, 300_000.0, 629_000.0)
"""West, south, east and north of the Netherlands in Europe, with its sea."""
_LONGITUDE, _LATITUDE = 5.38720621, 52.15517440  # the tower in Amersfoort where the grid begins
_EAST, _NORTH = 155_000.0, 463_000.0
_TO_EAST: Final = (
    (0, 1, 190094.945),
    (1, 1, -11832.228),
    (2, 1, -114.221),
    (0, 3, -32.391),
    (1, 0, -0.705),
    (3, 1, -2.340),
    (1, 3, -0.608),
    (0, 2, -0.008),
    (2, 3, 0.148),
)
_TO_NORTH: Final = (
    (1, 0, 309056.544),
    (0, 2, 3638.893),
    (2, 0, 73.077),
    (1, 2, -157.984),
    (3, 0, 59.788),
    (0, 1, 0.433),
    (2, 2, -6.439),
    (1, 1, -0.032),
    (0, 4, 0.092),
    (1, 4, -0.054),
)
"""Power of the latitude, power of the longitude, factor; both counted from the tower in units of 10 000 seconds."""

_TO_LATITUDE: Final = (
    (0, 1, 3235.65389),
    (2, 0, -32.58297),
    (0, 2, -0.24750),
    (2, 1, -0.84978),
    (0, 3, -0.06550),
    (2, 2, -0.01709),
    (1, 0, -0.00738),
    (4, 0, 0.00530),
    (2, 3, -0.00039),
    (4, 1, 0.00033),
    (1, 1, -0.00012),
)
_TO_LONGITUDE: Final = (
    (1, 0, 5260.52916),
    (1, 1, 105.94684),
    (1, 2, 2.45656),
    (3, 0, -0.81885),
    (1, 3, 0.05594),
    (3, 1, -0.05607),
    (0, 1, 0.01199),
    (3, 2, -0.00256),
    (1, 4, 0.00128),
    (0, 2, 0.00022),
    (2, 0, -0.00022),
    (5, 0, 0.00026),
)
"""Power of the distance east, power of the distance north, in units of 100 km; the factor is in seconds."""


def system_of(point: Point) -> System | None:
    """In which of the two a place in the Netherlands is written; None for a place elsewhere."""
    if _within(point, DEGREES):
        return "degrees"
    return "metres" if _within(point, METRES) else None


def _within(point: Point, bounds: tuple[float, float, float, float]) -> bool:
    west, south, east, north = bounds
    return west <= point[0] <= east and south <= point[1] <= north


def to_grid(point: Point, system: System) -> Point:
    """The place in metres."""
    if system == "metres":
        return point
    latitude, longitude = 0.36 * (point[1] - _LATITUDE), 0.36 * (point[0] - _LONGITUDE)
    east = sum(factor * latitude**up * longitude**across for up, across, factor in _TO_EAST)
    north = sum(factor * latitude**up * longitude**across for up, across, factor in _TO_NORTH)
    return _EAST + east, _NORTH + north


def to_degrees(point: Point) -> Point:
    """Longitude and latitude of a place in metres, right to about half a metre."""
    east, north = (point[0] - _EAST) / 100_000, (point[1] - _NORTH) / 100_000
    latitude = sum(factor * east**p * north**q for p, q, factor in _TO_LATITUDE)
    longitude = sum(factor * east**p * north**q for p, q, factor in _TO_LONGITUDE)
    return _LONGITUDE + longitude / 3600, _LATITUDE + latitude / 3600
