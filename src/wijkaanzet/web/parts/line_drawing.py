"""One line of a line chart, and how it is drawn: runs of years that may be compared, dots, and a band around them."""

from collections.abc import Iterable
from dataclasses import dataclass

from wijkaanzet.web.parts.plane import Plane

Interval = tuple[float, float]
"""Between which values the real number probably lies."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line: a value per year; None where there is no figure."""

    label: str
    values: tuple[float | None, ...]
    dashed: bool = False
    """True for what the line is compared with: the city."""
    intervals: tuple[Interval | None, ...] = ()
    """How sure each value is; None where that is not known, empty when it is known of none."""
    provisional: frozenset[int] = frozenset()
    """Places of values that may still change."""

    def __post_init__(self) -> None:
        if self.intervals and len(self.intervals) != len(self.values):
            raise ValueError("a line has one interval, or None, for each value")
        for value, between in zip(self.values, self.intervals, strict=False):
            if between and (value is None or not between[0] <= value <= between[1]):
                raise ValueError("a value lies inside its interval")

    @property
    def known(self) -> tuple[tuple[int, float], ...]:
        """The places that have a figure."""
        return tuple((place, value) for place, value in enumerate(self.values) if value is not None)

    @property
    def reach(self) -> tuple[float, ...]:
        """All values that the picture must hold, the ends of the intervals among them."""
        ends = (end for between in self.intervals if between for end in between)
        return (*(value for _place, value in self.known), *ends)

    def between(self, place: int) -> Interval | None:
        """The interval of a value."""
        return self.intervals[place] if self.intervals else None


@dataclass(frozen=True, kw_only=True)
class Dot:
    """A figure that is drawn as a dot; hollow when it may still change."""

    x: str
    y: str
    hollow: bool


@dataclass(frozen=True, kw_only=True)
class DrawnLine:
    """A line as it is drawn."""

    label: str
    dashed: bool
    path: str
    band: str
    """What lies between the ends of the intervals."""
    whiskers: str
    """The intervals of figures without neighbours, of which no band can be seen."""
    dots: tuple[Dot, ...]
    """The last figure, what may still change, and figures without neighbours: a line of one point cannot be seen."""
    first: tuple[str, float]
    last: tuple[str, float]
    """The first and the last figure, each with its year."""
    words: tuple[tuple[str, str], ...]
    """The name over as few lines as it needs, each with its height."""


@dataclass(frozen=True, kw_only=True)
class Pencil:
    """What draws the lines of one chart."""

    plane: Plane
    years: tuple[str, ...]
    places: tuple[int, ...]
    """Where each year stands on the plane."""
    cuts: frozenset[int]
    """The first year after each break; no line is drawn over it."""

    def draw(self, line: Line, words: tuple[tuple[str, str], ...]) -> DrawnLine:
        """A line that has figures; `words` is its name, with the height of each line of it."""
        runs = self._runs(place for place, _value in line.known)
        sure = self._runs(place for place, _value in line.known if line.between(place))
        (begin, low), (end, high) = line.known[0], line.known[-1]
        dotted = {run[0] for run in runs if len(run) == 1} | line.provisional | {end}
        return DrawnLine(
            label=line.label,
            dashed=line.dashed,
            path="".join(self._path(line, run) for run in runs),
            band="".join(self._band(line, run) for run in sure if len(run) > 1),
            whiskers="".join(self._whisker(line, run[0]) for run in sure if len(run) == 1),
            dots=tuple(
                self._dot(place, value, place in line.provisional) for place, value in line.known if place in dotted
            ),
            first=(self.years[begin], low),
            last=(self.years[end], high),
            words=words,
        )

    def _runs(self, known: Iterable[int]) -> list[list[int]]:
        """Places that follow each other, without a break between them."""
        runs: list[list[int]] = []
        for place in known:
            if runs and runs[-1][-1] == place - 1 and place not in self.cuts:
                runs[-1].append(place)
            else:
                runs.append([place])
        return runs

    def _path(self, line: Line, run: list[int]) -> str:
        return self.plane.path((self.places[at], value) for at, value in line.known if at in run)

    def _band(self, line: Line, run: list[int]) -> str:
        ends = [(self.places[at], between) for at in run if (between := line.between(at))]
        return self.plane.band([(at, low) for at, (low, _high) in ends], [(at, high) for at, (_low, high) in ends])

    def _whisker(self, line: Line, place: int) -> str:
        return self.plane.path((self.places[place], end) for end in line.between(place) or ())

    def _dot(self, place: int, value: float, hollow: bool) -> Dot:
        x, y = self.plane.dot((self.places[place], value))
        return Dot(x=x, y=y, hollow=hollow)
