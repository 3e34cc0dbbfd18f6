"""Charts in words of the house: bars in the order given, and a dot with how sure we are beside the city."""

from dataclasses import dataclass
from typing import Literal

from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.parts.words import one_decimal


@dataclass(frozen=True, kw_only=True)
class Twin:
    """The same numbers as a table, for who cannot see the picture or wants to check it."""

    caption: str
    first: str
    """Heading of the first column: "Jaar"."""
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[str, float | None], ...]], ...]
    """Each row with its values, each value with the name of its column."""
    people: bool = False
    """True when a value that is missing is of too few people to show."""


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One bar; None is "too few people to show"."""

    label: str
    value: float | None
    width: str = "0%"


@dataclass(frozen=True, kw_only=True)
class BarChart:
    """Horizontal bars from zero, in the order in which they are given: never ranked by their length."""

    title: str
    unit: str
    """What the numbers count: "mensen", "van elke 100 mensen"."""
    first: str
    """What the bars are: "Leeftijd"; heading of the first column of the table."""
    values: tuple[tuple[str, float | None], ...]
    """Label and value."""
    source: str = ""
    fictional: bool = False

    def __post_init__(self) -> None:
        if any(value is not None and value < 0 for _label, value in self.values):
            raise ValueError("a bar starts at zero and cannot go below it")

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The bars as they are drawn; the longest takes the whole width."""
        longest = max((value for _label, value in self.values if value), default=1)
        return tuple(
            Bar(label=label, value=value, width=f"{one_decimal(100 * (value or 0) / longest)}%")
            for label, value in self.values
        )

    @property
    def twin(self) -> Twin:
        rows = tuple((label, ((self.unit, value),)) for label, value in self.values)
        return Twin(caption=self.title, first=self.first, columns=(self.unit,), rows=rows, people=True)


@dataclass(frozen=True, kw_only=True)
class DotChart:
    """One value with its interval, against the value of the city, and in words how sure the difference is."""

    title: str
    value: float
    low: float
    high: float
    """The interval in which the value lies with 95% certainty."""
    city: float
    unit: str
    """Words after the value: "geeft hulp aan een buur"."""
    source: str
    sign: str = "%"
    badge: Badge | None = None
    tone: Literal["stone", "petrol", "leaf", "brick"] = "stone"
    """Coloured only after people have talked about the figure; until then stone, and no badge."""
    minimum: float = 0
    maximum: float = 100
    """The ends of the scale; they stand beside it, so that a short scale deceives nobody."""
    fictional: bool = False
    uid: str = "dot"
    """Must differ for two on one page."""

    def __post_init__(self) -> None:
        if not self.minimum <= self.low <= self.value <= self.high <= self.maximum:
            raise ValueError("the value lies inside its interval, and the interval inside the scale")

    @property
    def sure(self) -> Literal["higher", "lower", "unsure"]:
        """Whether the city lies outside the interval; inside it the difference may be chance."""
        if self.low <= self.city <= self.high:
            return "unsure"
        return "higher" if self.value > self.city else "lower"

    @property
    def x(self) -> str:
        return self._at(self.value)

    @property
    def city_x(self) -> str:
        return self._at(self.city)

    @property
    def city_anchor(self) -> Literal["start", "middle", "end"]:
        """The word under the mark stays inside the picture."""
        place = self._share(self.city)
        return "start" if place < 12 else "end" if place > 88 else "middle"

    @property
    def interval_x(self) -> str:
        return self._at(self.low)

    @property
    def interval_width(self) -> str:
        return f"{one_decimal(self._share(self.high) - self._share(self.low))}%"

    def _share(self, value: float) -> float:
        return 100 * (value - self.minimum) / (self.maximum - self.minimum)

    def _at(self, value: float) -> str:
        return f"{one_decimal(self._share(value))}%"
