"""The border map: every area as it lies, with its name where that fits, else the number it has in the list."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import ceil
from typing import ClassVar, Final, Literal

from wijkaanzet.web.parts.shades import Fill, Legend, Pattern, Shade, ShadedArea, check_shades, doubts
from wijkaanzet.web.parts.twin import Twin
from wijkaanzet.web.parts.words import break_words, one_decimal

WIDTH: Final = 360
"""As wide as a phone, so that letters have their own size there; larger on a wide screen."""
TALLEST: Final = 420
EDGE: Final = 4
"""Room around the areas for the ring that shows the keyboard focus."""
PAWN: Final = (12, 20)
LETTER: Final = 0.6
"""How wide a letter is for its height, on the generous side."""
SIZES: Final[tuple[tuple["Size", int, int], ...]] = (("", 13, 15), ("tight", 11, 13), ("tighter", 10, 12))
"""Class, height of a letter and distance between lines; the same as on the tile map."""
NUMBERS: Final[tuple[tuple["Size", int], ...]] = (("tight", 11), ("tighter", 10), ("tiny", 8))
"""Class and height of a number; the last one is taken where none fits."""
BREAKS: Final = (40, 14, 11, 8)
"""How many letters a line of a name may have, tried in this order."""

Size = Literal["", "tight", "tighter", "tiny"]
Point = tuple[float, float]
Rings = tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Outline:
    """One area to draw, in metres with north up."""

    name: str
    href: str
    rings: Sequence[Sequence[int]]
    """East, north, east, north … per ring."""
    heart: tuple[int, int]
    """A place well inside, where the name goes."""
    current: bool = False
    shade: Shade | None = None
    """What it shows of a figure; only on a map with a legend."""


@dataclass(frozen=True, kw_only=True)
class Shape:
    """One area on the picture."""

    name: str
    href: str
    number: int
    """Its place in the list by name."""
    path: str
    lines: tuple[tuple[str, str], ...]
    """The lines of the name, each with its height; none where it does not fit."""
    middle: str
    centre: str
    """Where the number or the pawn goes when the name does not fit."""
    label: str
    """The name, with the number when that is what one sees."""
    said: str
    """What the link is called: the same, with the value when the map shows one."""
    size: Size = ""
    current: bool = False
    pawn: Point = (0, 0)
    fill: Fill | None = None

    @property
    def pawn_x(self) -> str:
        return one_decimal(self.pawn[0])

    @property
    def pawn_y(self) -> str:
        return one_decimal(self.pawn[1])


@dataclass(frozen=True, kw_only=True)
class BorderMap:
    """All areas of a municipality within their borders."""

    title: str
    """What the map shows: "De wijken van Tilburg"."""
    outlines: tuple[Outline, ...]
    source: str
    year: int
    """Whose borders these are, and of which year."""
    legend: Legend | None = None
    """What the colours mean, when the map shows a figure."""
    uid: str = "borders"
    """Must differ for two maps on one page."""

    template: ClassVar[str] = "web/parts/border_map.html"

    def __post_init__(self) -> None:
        check_shades(self.legend, (outline.shade for outline in self.outlines))

    @cached_property
    def shapes(self) -> tuple[Shape, ...]:
        """The areas by name: the order of the keyboard and of the list; an area is never ranked."""
        return tuple(self._shape(number, outline) for number, outline in enumerate(self._by_name, start=1))

    @cached_property
    def _by_name(self) -> tuple[Outline, ...]:
        return tuple(sorted(self.outlines, key=lambda outline: outline.name))

    @property
    def numbered(self) -> bool:
        """Whether the list is needed to read the map."""
        return any(not (shape.lines or shape.current) for shape in self.shapes)

    @property
    def doubts(self) -> tuple[tuple[Pattern, str], ...]:
        """The hatchings on the map, with what they mean."""
        return doubts(outline.shade for outline in self.outlines if outline.shade)

    @property
    def twin(self) -> Twin | None:
        """The values by name, when the map shows a figure."""
        if self.legend is None:
            return None
        areas = (
            ShadedArea(label=shape.label, href=shape.href, shade=outline.shade, current=shape.current)
            for shape, outline in zip(self.shapes, self._by_name, strict=True)
            if outline.shade
        )
        return self.legend.twin(self.title, areas, opened=self.numbered)

    @property
    def current(self) -> Shape | None:
        """The area whose page this is."""
        return next((shape for shape in self.shapes if shape.current), None)

    @property
    def width(self) -> int:
        return WIDTH

    @property
    def height(self) -> int:
        _west, south, _east, north = self._bounds
        return 2 * EDGE + max(1, ceil((north - south) * self._scale))

    @cached_property
    def _bounds(self) -> tuple[int, int, int, int]:
        easts = [number for one in self.outlines for ring in one.rings for number in ring[::2]]
        norths = [number for one in self.outlines for ring in one.rings for number in ring[1::2]]
        return min(easts), min(norths), max(easts), max(norths)

    @cached_property
    def _scale(self) -> float:
        west, south, east, north = self._bounds
        return min((WIDTH - 2 * EDGE) / max(1, east - west), (TALLEST - 2 * EDGE) / max(1, north - south))

    def _place(self, east: float, north: float) -> Point:
        """A place on the picture, in the middle when the municipality is narrow."""
        west, _south, last, top = self._bounds
        left = (WIDTH - (last - west) * self._scale) / 2
        return left + (east - west) * self._scale, EDGE + (top - north) * self._scale

    def _shape(self, number: int, outline: Outline) -> Shape:
        rings = tuple(tuple(self._place(*pair) for pair in zip(r[::2], r[1::2], strict=True)) for r in outline.rings)
        heart = self._place(*outline.heart)
        size, words = _fitting(outline, rings, heart)
        x, y = heart
        tall = sum(line[1] for line in SIZES if line[0] == size) * len(words) + PAWN[1] if words else PAWN[1]
        label = outline.name if words or outline.current else f"{number}. {outline.name}"
        legend, shade = self.legend, outline.shade
        return Shape(
            name=outline.name,
            href=outline.href,
            number=number,
            label=label,
            said=legend.said(label, shade) if legend and shade else label,
            fill=legend.fill(shade) if legend and shade else None,
            path="".join(map(_drawn, rings)),
            lines=tuple((line, one_decimal(low)) for line, low in words),
            middle=one_decimal(x),
            centre=one_decimal(y + 3.5),
            size=size if words else _size_of(str(number), rings, heart),
            current=outline.current,
            pawn=(x - PAWN[0] / 2, y - tall / 2),
        )


def _drawn(ring: tuple[Point, ...]) -> str:
    """A ring as part of a path, without points that fall together on the screen."""
    places = [f"{one_decimal(x)} {one_decimal(y)}" for x, y in ring]
    return f"M{'L'.join(p for at, p in enumerate(places) if at == 0 or p != places[at - 1])}Z"


def _fitting(outline: Outline, rings: Rings, heart: Point) -> tuple[Size, list[tuple[str, float]]]:
    """The name in the largest letters and fewest lines that stay within the border; no lines when none do."""
    for size, letter, leading in SIZES:
        for width in BREAKS:
            lines = _lines(break_words(outline.name, width=width), heart[1], leading, pawn=outline.current)
            if all(_fits(line, low, letter, rings, heart[0]) for line, low in lines):
                return size, lines
    return "", []


def _size_of(number: str, rings: Rings, heart: Point) -> Size:
    """The largest letters in which a number stays within the border."""
    x, y = heart
    return next((size for size, letter in NUMBERS if _fits(number, y + letter / 3, letter, rings, x)), NUMBERS[-1][0])


def _lines(words: Sequence[str], middle: float, leading: int, *, pawn: bool) -> list[tuple[str, float]]:
    """The lines with the height of each around the middle; lower when the pawn stands above them."""
    top = middle - leading * len(words) / 2 + (PAWN[1] / 2 if pawn else 0)
    return [(line, top + leading * (place + 0.75)) for place, line in enumerate(words)]


def _fits(line: str, low: float, letter: int, rings: Rings, x: float) -> bool:
    half = len(line) * letter * LETTER / 2
    return all(_room(rings, x, low - letter * part) >= half for part in (-0.25, 0.35, 0.9))


def _room(rings: Rings, x: float, y: float) -> float:
    """How far one can go to both sides from a place without meeting a border; 0 outside the area."""
    left: list[float] = []
    right: list[float] = []
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise((*ring, ring[0])):
            if (y1 > y) != (y2 > y):
                crossing = x1 + (y - y1) * (x2 - x1) / (y2 - y1)
                (left if crossing < x else right).append(abs(crossing - x))
    return min(*left, *right, WIDTH) if len(left) % 2 else 0
