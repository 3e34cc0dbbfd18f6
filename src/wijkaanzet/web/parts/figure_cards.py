"""The card of a figure of a neighbourhood: value, how sure, what it is compared with, source, and whether discussed."""

from dataclasses import dataclass

from wijkaanzet.web.parts.dots import Benchmark, DotRow, scale_around
from wijkaanzet.web.parts.line_drawing import Interval
from wijkaanzet.web.parts.sure import Sure
from wijkaanzet.web.parts.written import written


@dataclass(frozen=True, kw_only=True)
class FigureCard:
    """One figure among others; never coloured, because nobody may have talked about it yet."""

    title: str
    """What is counted: "Mensen die zich eenzaam voelen"."""
    value: float | None
    """None when it is not shown or not known; then `missing` says why."""
    unit: str
    """Words after the value: "van de volwassenen"."""
    source: str
    period: str
    """"2020"."""
    sign: str = ""
    """What follows the number at once: "%"."""
    decimals: int | None = None
    missing: str = ""
    """"Te weinig mensen om te laten zien"."""
    interval: Interval | None = None
    counted: bool = False
    """Whether everybody was counted; then the interval is what chance does, and not how little we know."""
    benchmark: Benchmark | None = None
    scale: tuple[float, float] | None = None
    """The ends of the scale: give the same for all areas; None takes a round one around the values."""
    sure: Sure | None = None
    discussed: bool = False
    note: str = ""
    """What the figure does and does not say, one sentence."""
    href: str = ""
    """The page of the figure."""
    fictional: bool = False
    uid: str = "figure"
    """Must differ for two on one page."""

    def __post_init__(self) -> None:
        if (self.value is None) != bool(self.missing):
            raise ValueError("a figure has a value, or says why it has none")

    @property
    def number(self) -> str:
        return "" if self.value is None else f"{written(self.value, self.decimals)}{self.sign}"

    @property
    def meaning_href(self) -> str:
        """The title is the link already."""
        return ""

    @property
    def row(self) -> DotRow | None:
        """The picture, when there is something to see beside the value."""
        if self.value is None or not (self.interval or self.benchmark):
            return None
        compared = self.benchmark.value if self.benchmark else None
        minimum, maximum = self.scale or scale_around(self.value, compared, *(self.interval or ()))
        return DotRow(
            title=self.title,
            value=self.value,
            interval=self.interval,
            benchmark=self.benchmark,
            minimum=minimum,
            maximum=maximum,
            sign=self.sign,
            decimals=self.decimals,
            uid=self.uid,
        )
