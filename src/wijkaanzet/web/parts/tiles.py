"""The tile map: every area one equal tile, roughly where it lies, so that a small area is as easy to find."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from wijkaanzet.web.parts.shades import Fill, Legend, Pattern, Shade, ShadedArea, check_shades, doubts
from wijkaanzet.web.parts.twin import Twin
from wijkaanzet.web.parts.words import break_words

SIDE_X: Final = 78
SIDE_Y: Final = 64
GAP: Final = 5
STEP_X: Final = SIDE_X + GAP
STEP_Y: Final = SIDE_Y + GAP
LINE: Final = 15
SMALL_LINE: Final = 13
EDGE: Final = 3
"""Room around the tiles for the ring that shows the keyboard focus."""


@dataclass(frozen=True, kw_only=True)
class Tile:
    """One area on the map."""

    name: str
    href: str
    column: int
    row: int
    """Place in the grid, counted from 0 at the top left."""
    current: bool = False
    shade: Shade | None = None
    """What it shows of a figure; only on a map with a legend."""

    @property
    def x(self) -> int:
        return EDGE + self.column * STEP_X

    @property
    def y(self) -> int:
        return EDGE + self.row * STEP_Y

    @property
    def middle(self) -> int:
        return self.x + SIDE_X // 2

    @property
    def pawn_x(self) -> int:
        return self.middle - 6

    @property
    def pawn_y(self) -> int:
        return self.y + 5

    @property
    def words(self) -> tuple[str, ...]:
        """The name over as few lines as its words allow; never cut short."""
        short = break_words(self.name, width=8)
        return short if len(short) <= 3 else break_words(self.name, width=10)

    @property
    def size(self) -> Literal["", "tight", "tighter"]:
        """Long or many lines need smaller letters to stay inside the tile."""
        longest = max(map(len, self.words))
        if longest > 9:
            return "tighter"
        return "tight" if longest > 8 or len(self.words) > 2 else ""

    @property
    def lines(self) -> tuple[tuple[str, int], ...]:
        """The lines of the name, each with its height; lower when the pawn stands above them."""
        leading = SMALL_LINE if self.size else LINE
        low = 11 if self.current else 0
        first = self.y + SIDE_Y // 2 + 5 + low - leading * (len(self.words) - 1) // 2
        return tuple((line, first + leading * place) for place, line in enumerate(self.words))


@dataclass(frozen=True, kw_only=True)
class DrawnTile:
    """A tile with what its link is called, and how it is filled."""

    tile: Tile
    said: str
    fill: Fill | None


@dataclass(frozen=True, kw_only=True)
class TileMap:
    """All areas of a municipality as tiles."""

    title: str
    """What the map shows: "De wijken van Tilburg"."""
    tiles: tuple[Tile, ...]
    legend: Legend | None = None
    """What the colours mean, when the map shows a figure."""
    uid: str = "tiles"
    """Must differ for two maps on one page."""

    template: ClassVar[str] = "web/parts/tile_map.html"

    def __post_init__(self) -> None:
        check_shades(self.legend, (tile.shade for tile in self.tiles))

    @property
    def drawn(self) -> tuple[DrawnTile, ...]:
        """The tiles in the order given."""
        return tuple(map(self._draw, self.tiles))

    @property
    def doubts(self) -> tuple[tuple[Pattern, str], ...]:
        """The hatchings on the map, with what they mean."""
        return doubts(tile.shade for tile in self.tiles if tile.shade)

    @property
    def twin(self) -> Twin | None:
        """The values by name, when the map shows a figure."""
        if self.legend is None:
            return None
        areas = (
            ShadedArea(label=tile.name, href=tile.href, shade=tile.shade, current=tile.current)
            for tile in self.by_name
            if tile.shade
        )
        return self.legend.twin(self.title, areas, opened=False)

    @property
    def by_name(self) -> tuple[Tile, ...]:
        """The list beside the map; by name only, an area is never ranked."""
        return tuple(sorted(self.tiles, key=lambda tile: tile.name))

    @property
    def current(self) -> Tile | None:
        """The area whose page this is."""
        return next((tile for tile in self.tiles if tile.current), None)

    @property
    def width(self) -> int:
        return 2 * EDGE - GAP + STEP_X * (1 + max((tile.column for tile in self.tiles), default=0))

    @property
    def height(self) -> int:
        return 2 * EDGE - GAP + STEP_Y * (1 + max((tile.row for tile in self.tiles), default=0))

    def _draw(self, tile: Tile) -> DrawnTile:
        if self.legend is None or tile.shade is None:
            return DrawnTile(tile=tile, said=tile.name, fill=None)
        return DrawnTile(tile=tile, said=self.legend.said(tile.name, tile.shade), fill=self.legend.fill(tile.shade))


def in_rows(areas: Iterable[tuple[str, str]], *, columns: int = 4, current: str = "") -> tuple[Tile, ...]:
    """Tiles for (name, address) pairs without known places: row by row, in the order given; `current` is a name."""
    return tuple(
        Tile(name=name, href=href, column=place % columns, row=place // columns, current=name == current)
        for place, (name, href) in enumerate(areas)
    )
