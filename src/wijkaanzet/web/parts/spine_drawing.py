"""How a row of a spine chart is drawn: the benchmark in the middle, as much room to the left as to the right."""

from dataclasses import dataclass
from typing import Final, Self

from wijkaanzet.web.parts.dots import Anchor
from wijkaanzet.web.parts.line_drawing import Interval
from wijkaanzet.web.parts.words import one_decimal

MIDDLE: Final = 50.0
REACH: Final = 44.0
"""How far from the middle the farthest value lies, in percent of the width: letters need some room outside it."""
NARROW: Final = 45.0
"""A bar that is narrower than this, in percent, has its two numbers outside it."""


@dataclass(frozen=True, kw_only=True)
class Spread:
    """How all neighbourhoods of a municipality lie, without saying which is where."""

    lowest: float
    highest: float
    middle: Interval | None = None
    """Between which values the middle half of them lies; None when there are too few to say so."""

    def __post_init__(self) -> None:
        low, high = self.middle or (self.lowest, self.highest)
        if not self.lowest <= low <= high <= self.highest:
            raise ValueError("the middle half lies between the lowest and the highest")

    @property
    def whole(self) -> Interval:
        return self.lowest, self.highest


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """From where to where something runs, as shares of the width."""

    x: str
    end: str
    width: str


@dataclass(frozen=True, kw_only=True)
class End:
    """The number at an end of the bar."""

    value: float
    x: str
    anchor: Anchor


@dataclass(frozen=True, kw_only=True)
class Ruler:
    """The scale of one row."""

    centre: float
    half: float
    """How far it reaches from the centre to both sides."""

    @classmethod
    def around(cls, benchmark: float | None, spread: Spread | None, *values: float) -> Self:
        """A scale with the benchmark in the middle; without one, the middle of what there is.

        Without a spread nothing says what is far, so the farthest value lies halfway and not at the edge.
        """
        known = [*values, *(spread.whole if spread else ())]
        centre = (min(known) + max(known)) / 2 if benchmark is None else benchmark
        farthest = max(abs(value - centre) for value in known) or 1
        return cls(centre=centre, half=farthest if spread else 2 * farthest)

    def at(self, value: float) -> str:
        return f"{one_decimal(self._place(value))}%"

    def stretch(self, ends: Interval | None) -> Stretch | None:
        if ends is None:
            return None
        low, high = map(self._place, ends)
        return Stretch(x=self.at(ends[0]), end=self.at(ends[1]), width=f"{one_decimal(high - low)}%")

    def ends(self, spread: Spread | None) -> tuple[End, ...]:
        """The lowest and the highest in numbers: under the ends of the bar, or outside a bar that is too narrow."""
        if spread is None:
            return ()
        low, high = self._place(spread.lowest), self._place(spread.highest)
        left: Anchor = "end" if high - low < NARROW else "start"
        right: Anchor = "start" if high - low < NARROW else "end"
        return (
            End(value=spread.lowest, x=self.at(spread.lowest), anchor=left),
            End(value=spread.highest, x=self.at(spread.highest), anchor=right),
        )

    def _place(self, value: float) -> float:
        return MIDDLE + REACH * (value - self.centre) / self.half
