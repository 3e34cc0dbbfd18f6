"""The line chart: a few lines over the years, each with its name at its end, and the same numbers as a table."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from django.utils.translation import gettext as _

from wijkaanzet.web.parts.line_drawing import DrawnLine, Interval, Line, Pencil
from wijkaanzet.web.parts.plane import TOP, Plane, round_steps
from wijkaanzet.web.parts.twin import Twin, TwinRow
from wijkaanzet.web.parts.wheel import BOLD_LETTER as LETTER
from wijkaanzet.web.parts.words import break_words, one_decimal
from wijkaanzet.web.parts.written import written

__all__ = ["Break", "Interval", "Line", "LineChart", "apart"]

LINE: Final = 17
"""The height of a line of a name."""
ROOM: Final = 0.08
"""How far two years under the lines must lie apart, as a share of the width."""
ROOM_ON_A_PHONE: Final = 0.3


@dataclass(frozen=True, kw_only=True)
class Break:
    """Years that cannot be compared with the years before them; no line is drawn over it."""

    at: int
    """Place of the first year after it."""
    note: str
    """What changed then, one sentence: "Mensen konden ook per telefoon antwoorden."."""


@dataclass(frozen=True, kw_only=True)
class BreakMark:
    """A break as it is drawn."""

    number: int
    year: str
    note: str
    x: str


@dataclass(frozen=True, kw_only=True)
class Year:
    """A year under the lines: shown wherever there is room, only on a wide screen, or not."""

    label: str
    x: str
    roomy: bool
    """Whether there is room for it on a phone too."""


@dataclass(frozen=True, kw_only=True)
class LineChart:
    """Lines over the years. The scale need not start at zero, so it is said in words where it runs."""

    title: str
    unit: str
    """What the numbers are: "rapportcijfer", "van elke 100 mensen"."""
    years: tuple[str, ...]
    """The years of which there are figures; when all are numbers they stand as far apart as they are."""
    lines: tuple[Line, ...]
    first: str
    """Heading of the first column of the table: "Jaar"."""
    source: str = ""
    breaks: tuple[Break, ...] = ()
    decimals: int | None = None
    """How many decimals the figures have; None for as many as each has."""
    fictional: bool = False
    uid: str = "lines"
    """Must differ for two on one page."""

    def __post_init__(self) -> None:
        if any(len(line.values) != len(self.years) for line in self.lines):
            raise ValueError("a line has one value, or None, for each year")
        if any(not 0 < one.at < len(self.years) for one in self.breaks):
            raise ValueError("a break lies between two years of the chart")
        if list(self._places) != sorted(set(self._places)):
            raise ValueError("years stand in order, each once")

    @cached_property
    def plane(self) -> Plane:
        """Round values from just under the lowest figure to just above the highest, over all years."""
        figures = [value for line in self.lines for value in line.reach] or [0.0, 1.0]
        first, last = (self._places[0], self._places[-1]) if self.years else (0, 0)
        return Plane(first=first, last=last, scale=round_steps(min(figures), max(figures)))

    @property
    def years_shown(self) -> tuple[Year, ...]:
        """The years under the lines, as many as have room; the first and the last always."""
        wide, phone = self._roomy(ROOM), self._roomy(ROOM_ON_A_PHONE)
        return tuple(
            Year(label=year, x=self.plane.across(place), roomy=place in phone)
            for year, place in zip(self.years, self._places, strict=True)
            if place in wide
        )

    @property
    def break_marks(self) -> tuple[BreakMark, ...]:
        """The breaks in order of time, halfway between the two years; what changed in one year is one break."""
        notes: dict[int, list[str]] = {}
        for one in self.breaks:
            notes.setdefault(one.at, []).append(one.note)
        return tuple(
            BreakMark(
                number=number,
                year=self.years[at],
                note=" ".join(notes[at]),
                x=self.plane.across((self._places[at - 1] + self._places[at]) / 2),
            )
            for number, at in enumerate(sorted(notes), start=1)
        )

    @cached_property
    def drawn(self) -> tuple[DrawnLine, ...]:
        """The lines that have figures, with names that do not lie over each other."""
        lines = [line for line in self.lines if line.known]
        names = {line.label: break_words(line.label, width=11) for line in lines}
        ends = {line.label: (self.plane.down(line.known[-1][1]), LINE * len(names[line.label])) for line in lines}
        tops = apart(ends, bottom=float(self.plane.floor))
        cuts = frozenset(one.at for one in self.breaks)
        pencil = Pencil(plane=self.plane, years=self.years, places=self._places, cuts=cuts)
        return tuple(pencil.draw(line, _stacked(names[line.label], tops[line.label])) for line in lines)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What the picture shows, for who does not see it."""
        return (*(self._sentence(line) for line in self.drawn), *map(_warning, self.break_marks))

    @property
    def names_width(self) -> str:
        """Room for the longest line of a name with its last figure."""
        lengths = (
            max(len(word) for word, _y in line.words) + len(f" {written(line.last[1], self.decimals)}")
            for line in self.drawn
        )
        return one_decimal(14 + LETTER * max(lengths, default=0))

    @property
    def has_intervals(self) -> bool:
        return any(any(line.intervals) for line in self.lines)

    @property
    def has_provisional(self) -> bool:
        return any(line.provisional for line in self.lines)

    @property
    def break_top(self) -> int:
        """Where the number of a break stands; its line begins under it."""
        return TOP if len(self.break_marks) > 1 else 0

    @property
    def twin(self) -> Twin:
        notes = {mark.year: _warning(mark) for mark in self.break_marks}
        rows = tuple(
            TwinRow(label=year, cells=tuple(self._cell(line, at) for line in self.lines), note=notes.get(year, ""))
            for at, year in enumerate(self.years)
        )
        return Twin(caption=self.title, first=self.first, columns=tuple(line.label for line in self.lines), rows=rows)

    @cached_property
    def _places(self) -> tuple[int, ...]:
        """Where each year stands."""
        if all(year.isdecimal() for year in self.years):
            return tuple(map(int, self.years))
        return tuple(range(len(self.years)))

    def _roomy(self, room: float) -> set[int]:
        """The places that lie at least so far from each other; the last one goes before its neighbours."""
        taken: list[int] = []
        for place in (*self._places[:1], *self._places[:0:-1]):
            if all(abs(self.plane.share(place) - self.plane.share(other)) >= room for other in taken):
                taken.append(place)
        return set(taken)

    def _sentence(self, line: DrawnLine) -> str:
        (year, low), (end, high) = line.first, line.last
        words = {"label": line.label, "year": year, "first": written(low, self.decimals)}
        if year == end:
            return _("%(label)s: %(first)s in %(year)s.") % words
        words |= {"end": end, "last": written(high, self.decimals)}
        return _("%(label)s: %(first)s in %(year)s, %(last)s in %(end)s.") % words

    def _cell(self, line: Line, at: int) -> str | None:
        """A figure in words: with its interval, and whether it may still change."""
        value = line.values[at]
        if value is None:
            return None
        text = written(value, self.decimals)
        if between := line.between(at):
            low, high = (written(end, self.decimals) for end in between)
            text = _("%(value)s (between %(low)s and %(high)s)") % {"value": text, "low": low, "high": high}
        return _("%(value)s, provisional") % {"value": text} if at in line.provisional else text


def _stacked(words: tuple[str, ...], top: float) -> tuple[tuple[str, str], ...]:
    """The lines of a name, each with its height."""
    return tuple((word, one_decimal(top + LINE * (place + 0.75))) for place, word in enumerate(words))


def _warning(mark: BreakMark) -> str:
    """What a break means."""
    words = {"year": mark.year, "note": mark.note}
    return _("From %(year)s on it cannot be compared with before. %(note)s") % words


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
