"""The sheet on which a chart is drawn: a place from left to right in percent, a value from top to bottom in pixels."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import floor, log10
from typing import Final

from wijkaanzet.web.parts.wheel import BOLD_LETTER as LETTER
from wijkaanzet.web.parts.words import one_decimal
from wijkaanzet.web.parts.written import written

HEIGHT: Final = 196
TOP: Final = 12
BOTTOM: Final = 30
"""Room for what stands under the chart."""
WIDE: Final = 1000
"""Lines are drawn on a sheet this wide, that stretches with the page; letters and dots do not stretch."""

Point = tuple[float, float]
"""A place on the horizontal axis, and a value."""


@dataclass(frozen=True, kw_only=True)
class Tick:
    """A value on the scale beside the chart."""

    value: float
    y: str


@dataclass(frozen=True, kw_only=True)
class Plane:
    """Where a place and a value come on the picture."""

    first: float
    last: float
    """The ends of the horizontal axis; when they are the same, all stands in the middle."""
    scale: tuple[float, ...]
    """The values beside the chart, from low to high."""
    height: int = HEIGHT

    @property
    def floor(self) -> int:
        """Where the lowest value of the scale lies."""
        return TOP + self.height

    @property
    def whole(self) -> int:
        """The height of the picture with what stands under it."""
        return self.floor + BOTTOM

    @property
    def under(self) -> int:
        """The line of the letters under the chart."""
        return self.floor + 22

    @property
    def ticks(self) -> tuple[Tick, ...]:
        return tuple(Tick(value=value, y=one_decimal(self.down(value))) for value in self.scale)

    @property
    def scale_width(self) -> str:
        """Room for the widest value of the scale."""
        return one_decimal(10 + LETTER * max(len(written(value)) for value in self.scale))

    def share(self, place: float) -> float:
        """How far to the right: 0 at the left edge, 1 at the right one."""
        return 0.5 if self.last == self.first else (place - self.first) / (self.last - self.first)

    def across(self, place: float) -> str:
        return f"{one_decimal(100 * self.share(place))}%"

    def down(self, value: float) -> float:
        low, high = self.scale[0], self.scale[-1]
        return TOP + self.height * (high - value) / (high - low)

    def dot(self, point: Point) -> tuple[str, str]:
        """Where a dot comes, for a circle."""
        return self.across(point[0]), one_decimal(self.down(point[1]))

    def path(self, points: Iterable[Point]) -> str:
        """A line through the points, on the sheet that stretches."""
        places = (f"{one_decimal(self.share(at) * WIDE)} {one_decimal(self.down(value))}" for at, value in points)
        line = "L".join(places)
        return f"M{line}" if line else ""

    def inside(self, points: Iterable[Point]) -> list[Point]:
        """The part of a line that lies within the scale, for one that enters it once and leaves it once at most."""
        low, high = self.scale[0], self.scale[-1]
        given = [*points]
        kept = [point for point in given[:1] if low <= point[1] <= high]
        for before, after in pairwise(given):
            edges = [edge for edge in (low, high) if min(before[1], after[1]) < edge < max(before[1], after[1])]
            for edge in edges if before[1] < after[1] else reversed(edges):
                part = (edge - before[1]) / (after[1] - before[1])
                kept.append((before[0] + part * (after[0] - before[0]), edge))
            kept += [after] if low <= after[1] <= high else []
        return kept

    def band(self, low: Iterable[Point], high: Iterable[Point]) -> str:
        """What lies between two lines over the same places."""
        line = self.path([*high, *reversed([*low])])
        return f"{line}Z" if line else ""


def round_steps(low: float, high: float) -> tuple[float, ...]:
    """Three to six round values that hold both figures: 50, 60, 70, 80."""
    rough = (high - low or 1) / 3
    size = 10.0 ** floor(log10(rough))
    step = next(times * size for times in (1, 2, 5, 10) if times * size >= rough)
    first = floor(low / step)
    steps = [first, first + 1]
    while steps[-1] * step < high - step / 1e9:
        steps.append(steps[-1] + 1)
    return tuple(_tidy(one * step) for one in steps)


def _tidy(value: float) -> float:
    """60 and not 60.0, 0.3 and not 0.30000000000000004."""
    near = round(value, 9)
    return int(near) if near == int(near) else near
