"""Charts in words of the house: bars in the order given, and a dot with how sure we are beside the city."""

from dataclasses import dataclass

from django.utils.translation import gettext

from wijkaanzet.web.parts.dots import Benchmark, DotRow, Tone
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.parts.sure import Sure
from wijkaanzet.web.parts.twin import Twin, TwinRow
from wijkaanzet.web.parts.words import one_decimal


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
        rows = tuple(TwinRow(label=label, cells=(value,)) for label, value in self.values)
        return Twin(caption=self.title, first=self.first, columns=(self.unit,), rows=rows, people=True)


@dataclass(frozen=True, kw_only=True)
class DotChart:
    """One value with its interval, against the value of the city, after people have talked about it."""

    title: str
    value: float
    low: float
    high: float
    """The interval in which the value lies with 95% certainty."""
    city: float
    unit: str
    """Words after the value: "geeft hulp aan een buur"."""
    sure: Sure
    source: str
    sign: str = "%"
    decimals: int | None = None
    badge: Badge | None = None
    tone: Tone = "stone"
    """Coloured only after people have talked about the figure, and with a badge that says what they found."""
    minimum: float = 0
    maximum: float = 100
    """The ends of the scale; they stand beside it, so that a short scale deceives nobody."""
    fictional: bool = False
    uid: str = "dot"
    """Must differ for two on one page."""

    def __post_init__(self) -> None:
        if self.tone != "stone" and self.badge is None:
            raise ValueError("a colour never stands alone: a badge says what people found")
        self.row  # noqa: B018 - refuses an interval without its value

    @property
    def row(self) -> DotRow:
        """The picture."""
        return DotRow(
            title=self.title,
            value=self.value,
            interval=(self.low, self.high),
            benchmark=Benchmark(name=gettext("city"), value=self.city),
            minimum=self.minimum,
            maximum=self.maximum,
            sign=self.sign,
            decimals=self.decimals,
            uid=self.uid,
        )
