"""The funnel chart: a small neighbourhood differs sooner by chance, so the lines of chance stand wider there."""

from dataclasses import dataclass
from functools import cached_property
from statistics import median_low
from typing import Final, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkaanzet.web.parts.dots import Anchor, Benchmark
from wijkaanzet.web.parts.plane import Plane, round_steps
from wijkaanzet.web.parts.twin import Twin, TwinRow
from wijkaanzet.web.parts.words import one_decimal
from wijkaanzet.web.parts.written import written

Where = Literal["inside", "outside_95", "outside_998"]
WORDS: Final[dict[Where, Promise]] = {
    "inside": gettext_lazy("between the lines"),
    "outside_95": gettext_lazy("outside the inner lines"),
    "outside_998": gettext_lazy("outside the outer lines"),
}
LEVELS: Final = {95: "95", 99.8: "998"}
"""What the lines are called in the stylesheet."""
HEIGHT: Final = 280
BESIDE: Final = 11
"""How far the name of an area stands from its dot, in pixels."""
HALFWAY: Final = 0.5
"""From here on, as a share of the width, names stand at the left of their dots."""


@dataclass(frozen=True, kw_only=True)
class FunnelPoint:
    """One neighbourhood."""

    name: str
    href: str
    people: float | None
    """How many people the figure is about; None when the figure is not shown or not known."""
    value: float | None
    where: Where = "inside"
    """Where it lies, as the one comparison says."""
    missing: str = ""
    """Why it has no value: "Te weinig mensen om te laten zien"."""
    current: bool = False
    """True for the neighbourhood whose page this is."""

    def __post_init__(self) -> None:
        if (self.value is None) != bool(self.missing) or (self.value is not None and self.people is None):
            raise ValueError("an area has a value and its people, or says why it has none")


@dataclass(frozen=True, kw_only=True)
class Curve:
    """Two lines between which areas lie when only chance is at work."""

    level: float
    """How many of every hundred areas: 95 or 99.8."""
    people: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    """The lower and the upper line at each number of people."""

    def __post_init__(self) -> None:
        if not len(self.people) == len(self.low) == len(self.high) > 0 or list(self.people) != sorted(self.people):
            raise ValueError("both lines have a value at each number of people, from few to many")


@dataclass(frozen=True, kw_only=True)
class DrawnPoint:
    """A neighbourhood as it is drawn."""

    point: FunnelPoint
    x: str
    y: str
    shift: int
    """How far its name stands to the right, or to the left when below zero."""
    anchor: Anchor
    words: str
    """What the link is called."""


@dataclass(frozen=True, kw_only=True)
class DrawnCurve:
    """A pair of lines as it is drawn."""

    level: str
    """"95" or "998", for its look."""
    path: str
    widened: bool = False


@dataclass(frozen=True, kw_only=True)
class FunnelChart:
    """All neighbourhoods by how many people the figure is about; special is neither good nor bad."""

    title: str
    unit: str
    """What the values are: "% van de volwassenen"."""
    people: str
    """What is counted to the right: "Aantal volwassenen"."""
    first: str
    """Heading of the first column of the table: "Wijk"."""
    points: tuple[FunnelPoint, ...]
    reference: Benchmark
    """What the lines of chance stand around: "Tilburg, 2020"."""
    curves: tuple[Curve, ...]
    """The lines around it."""
    widened: tuple[Curve, ...] = ()
    """Wider lines, when neighbourhoods differ more than chance alone can explain; then `where` speaks of these."""
    sign: str = ""
    """What follows each value at once: "%"."""
    decimals: int | None = None
    source: str = ""
    fictional: bool = False
    uid: str = "funnel"
    """Must differ for two on one page."""

    @cached_property
    def by_name(self) -> tuple[FunnelPoint, ...]:
        """The order of the keyboard and of the table; an area is never ranked."""
        return tuple(sorted(self.points, key=lambda point: point.name))

    @cached_property
    def plane(self) -> Plane:
        """From nobody to the most people; as high as the areas, and the lines of chance where half of the areas are."""
        people = [size for _point, size, _value in self._shown] or [1.0]
        values = [value for _point, _size, value in self._shown] + [self.reference.value]
        for curve in (*self.curves, *self.widened):
            at = next((at for at, size in enumerate(curve.people) if size >= median_low(people)), -1)
            values += [curve.low[at], curve.high[at]]
        last = round_steps(0, max(people))[-1]
        return Plane(first=0, last=last, scale=round_steps(min(values), max(values)), height=HEIGHT)

    @property
    def sizes(self) -> tuple[tuple[str, str, bool], ...]:
        """Numbers of people under the chart: the words, the place, and whether there is room for it on a phone."""
        steps = round_steps(0, self.plane.last)
        return tuple((written(step), self.plane.across(step), at % 2 == 0) for at, step in enumerate(steps))

    @property
    def reference_y(self) -> str:
        return one_decimal(self.plane.down(self.reference.value))

    @property
    def reference_words(self) -> str:
        return f"{self.reference.name}: {self._number(self.reference.value)}"

    @property
    def drawn(self) -> tuple[DrawnPoint, ...]:
        """The areas of which there is a value."""
        return tuple(self._draw(point, people, value) for point, people, value in self._shown)

    @property
    def lines(self) -> tuple[DrawnCurve, ...]:
        """The lines of chance; the wider ones last."""
        near = tuple(self._line(curve) for curve in self.curves)
        return (*near, *(self._line(curve, widened=True) for curve in self.widened))

    @property
    def signs(self) -> tuple[tuple[Where, str], ...]:
        """What each sign means, of those that stand in the picture."""
        present = {point.where for point, _size, _value in self._shown if not point.current}
        return tuple((where, str(words)) for where, words in WORDS.items() if where in present)

    @property
    def unshown(self) -> int:
        """How many areas cannot be drawn."""
        return len(self.points) - len(self._shown)

    @property
    def sentence(self) -> str:
        """What the picture shows, for who does not see it; the links in it tell of each area."""
        words = {"areas": len(self._shown), "reference": self.reference_words}
        words["outside"] = sum(point.where != "inside" for point, _size, _value in self._shown)
        return (
            _(
                "%(areas)s neighbourhoods around %(reference)s. Outside the lines of chance lie %(outside)s. "
                "The more people, the closer these lines are together."
            )
            % words
        )

    @property
    def twin(self) -> Twin:
        where = _("Where it lies")
        rows = tuple(
            TwinRow(label=point.name, cells=self._cells(point), href=point.href, current=point.current)
            for point in self.by_name
        )
        columns = (self.people, self.unit, where)
        return Twin(caption=self.title, first=self.first, columns=columns, rows=rows, wordy=frozenset({where}))

    @cached_property
    def _shown(self) -> tuple[tuple[FunnelPoint, float, float], ...]:
        """The areas with their people and their value, by name."""
        return tuple(
            (point, point.people, point.value)
            for point in self.by_name
            if point.people is not None and point.value is not None
        )

    def _cells(self, point: FunnelPoint) -> tuple[str, str, str]:
        people = _("not known") if point.people is None else written(point.people)
        if point.value is None:
            return people, point.missing, _("not compared")
        return people, self._number(point.value), str(WORDS[point.where])

    def _draw(self, point: FunnelPoint, people: float, value: float) -> DrawnPoint:
        x, y = self.plane.dot((people, value))
        right = self.plane.share(people) > HALFWAY
        words = {"name": point.name, "value": self._number(value), "people": written(people), "label": self.people}
        return DrawnPoint(
            point=point,
            x=x,
            y=y,
            shift=-BESIDE if right else BESIDE,
            anchor="end" if right else "start",
            words=_("%(name)s: %(value)s. %(label)s: %(people)s.") % words
            + f" {str(WORDS[point.where]).capitalize()}.",
        )

    def _line(self, curve: Curve, *, widened: bool = False) -> DrawnCurve:
        ends = (zip(curve.people, line, strict=True) for line in (curve.low, curve.high))
        path = "".join(self.plane.path(self.plane.inside(points)) for points in ends)
        return DrawnCurve(level=LEVELS[curve.level], path=path, widened=widened)

    def _number(self, value: float) -> str:
        return f"{written(value, self.decimals)}{self.sign}"
