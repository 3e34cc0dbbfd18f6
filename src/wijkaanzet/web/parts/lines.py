"""The line chart: a few lines over the years, each with its name at its end, and the same numbers as a table."""

from dataclasses import dataclass
from math import floor, log10
from typing import Final

from wijkaanzet.web.parts.charts import Twin
from wijkaanzet.web.parts.wheel import BOLD_LETTER as LETTER
from wijkaanzet.web.parts.words import break_words, one_decimal

HEIGHT: Final = 196
TOP: Final = 12
BOTTOM: Final = 30
"""Room for the years under the lines."""
WIDE: Final = 1000
"""The lines are drawn on a sheet this wide, that stretches with the page; letters and dots do not stretch."""
LINE: Final = 17


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line: a value per year; None where there is no figure."""

    label: str
    values: tuple[float | None, ...]
    dashed: bool = False
    """True for what the line is compared with: the city."""

    @property
    def known(self) -> tuple[tuple[int, float], ...]:
        """The places that have a figure."""
        return tuple((place, value) for place, value in enumerate(self.values) if value is not None)


@dataclass(frozen=True, kw_only=True)
class Tick:
    """A value on the scale beside the lines."""

    value: float
    y: str


@dataclass(frozen=True, kw_only=True)
class Year:
    """A year under the lines; on a phone only the roomy ones are shown."""

    label: str
    x: str
    roomy: bool


@dataclass(frozen=True, kw_only=True)
class DrawnLine:
    """A line as it is drawn."""

    label: str
    dashed: bool
    path: str
    dots: tuple[tuple[str, str], ...]
    """The last figure, and figures without neighbours: a line of one point cannot be seen."""
    first: tuple[str, float]
    last: tuple[str, float]
    """The first and the last figure, each with its year."""
    words: tuple[tuple[str, str], ...]
    """The name over as few lines as it needs, each with its height."""


@dataclass(frozen=True, kw_only=True)
class LineChart:
    """Lines over the years. The scale need not start at zero, so it is said in words where it runs."""

    title: str
    unit: str
    """What the numbers are: "rapportcijfer", "van elke 100 mensen"."""
    years: tuple[str, ...]
    lines: tuple[Line, ...]
    first: str
    """Heading of the first column of the table: "Jaar"."""
    source: str = ""
    break_at: int | None = None
    """Place of the first year that was measured in another way; no line is drawn over that break."""
    break_note: str = ""
    """What changed then, one sentence."""
    fictional: bool = False
    uid: str = "lines"
    """Must differ for two on one page."""

    def __post_init__(self) -> None:
        if any(len(line.values) != len(self.years) for line in self.lines):
            raise ValueError("a line has one value, or None, for each year")

    @property
    def height(self) -> int:
        return TOP + HEIGHT + BOTTOM

    @property
    def floor(self) -> int:
        """Where the lowest value of the scale lies."""
        return TOP + HEIGHT

    @property
    def year_y(self) -> int:
        return self.floor + 22

    @property
    def scale(self) -> tuple[float, ...]:
        """Round values from just under the lowest figure to just above the highest."""
        figures = [value for line in self.lines for _place, value in line.known] or [0.0, 1.0]
        return round_steps(min(figures), max(figures))

    @property
    def ticks(self) -> tuple[Tick, ...]:
        return tuple(Tick(value=value, y=one_decimal(self._y(value))) for value in self.scale)

    @property
    def scale_width(self) -> str:
        return one_decimal(10 + LETTER * max(len(f"{value}") for value in self.scale))

    @property
    def marks(self) -> tuple[Year, ...]:
        """All years; the first, the middle and the last are shown on a phone too."""
        end = len(self.years) - 1
        roomy = {0, end, *({end // 2} if end % 2 == 0 else ())}
        return tuple(
            Year(label=year, x=self._percent(place), roomy=place in roomy) for place, year in enumerate(self.years)
        )

    @property
    def break_x(self) -> str:
        """Where the way of measuring changes; empty when it never did."""
        return "" if self.break_at is None else self._percent(self.break_at - 0.5)

    @property
    def break_year(self) -> str:
        return "" if self.break_at is None else self.years[self.break_at]

    @property
    def drawn(self) -> tuple[DrawnLine, ...]:
        """The lines that have figures, with names that do not lie over each other."""
        lines = [line for line in self.lines if line.known]
        names = {line.label: break_words(line.label, width=11) for line in lines}
        ends = {line.label: (self._y(line.known[-1][1]), LINE * len(names[line.label])) for line in lines}
        tops = apart(ends, bottom=float(self.floor))
        return tuple(self._draw(line, names[line.label], tops[line.label]) for line in lines)

    @property
    def names_width(self) -> str:
        """Room for the longest line of a name with its last figure."""
        longest = max(
            (
                max(map(len, (word for word, _y in line.words)), default=0) + len(f" {line.last[1]}")
                for line in self.drawn
            ),
            default=0,
        )
        return one_decimal(14 + LETTER * longest)

    @property
    def twin(self) -> Twin:
        rows = tuple(
            (year, tuple((line.label, line.values[place]) for line in self.lines))
            for place, year in enumerate(self.years)
        )
        return Twin(caption=self.title, first=self.first, columns=tuple(line.label for line in self.lines), rows=rows)

    def _draw(self, line: Line, words: tuple[str, ...], top: float) -> DrawnLine:
        runs = self._runs(line)
        (begin, low), (end, high) = line.known[0], line.known[-1]
        lonely = [run[0] for run in runs if len(run) == 1]
        return DrawnLine(
            label=line.label,
            dashed=line.dashed,
            path="".join(
                ("L" if place else "M") + f"{one_decimal(self._share(at) * WIDE)} {one_decimal(self._y(value))}"
                for run in runs
                for place, (at, value) in enumerate(run)
            ),
            dots=tuple((self._percent(at), one_decimal(self._y(value))) for at, value in {*lonely, (end, high)}),
            first=(self.years[begin], low),
            last=(self.years[end], high),
            words=tuple((word, one_decimal(top + LINE * (place + 0.75))) for place, word in enumerate(words)),
        )

    def _runs(self, line: Line) -> list[list[tuple[int, float]]]:
        """Figures in years that follow each other, without the break between them."""
        runs: list[list[tuple[int, float]]] = []
        for place, value in line.known:
            if runs and runs[-1][-1][0] == place - 1 and place != self.break_at:
                runs[-1].append((place, value))
            else:
                runs.append([(place, value)])
        return runs

    def _share(self, place: float) -> float:
        return place / max(len(self.years) - 1, 1)

    def _percent(self, place: float) -> str:
        return f"{one_decimal(100 * self._share(place))}%"

    def _y(self, value: float) -> float:
        low, high = self.scale[0], self.scale[-1]
        return TOP + HEIGHT * (high - value) / (high - low)


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


def apart(ends: dict[str, tuple[float, int]], *, bottom: float) -> dict[str, float]:
    """Tops for blocks of text around their wanted middles: pushed down, then up, until none lies over another."""
    order = sorted(ends, key=lambda label: ends[label])
    tops: dict[str, float] = {}
    free = 0.0
    for label in order:
        middle, height = ends[label]
        tops[label] = max(middle - height / 2, free)
        free = tops[label] + height
    for label in reversed(order):
        bottom -= ends[label][1]
        tops[label] = bottom = min(tops[label], bottom)
    return tops
