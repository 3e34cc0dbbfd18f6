"""The spine chart: figures of one neighbourhood under each other, each beside the same benchmark in the middle."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from wijkaanzet.web.parts.dots import Tone
from wijkaanzet.web.parts.line_drawing import Interval
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.parts.spine_drawing import End, Ruler, Spread, Stretch
from wijkaanzet.web.parts.sure import Certainty, Sure
from wijkaanzet.web.parts.twin import Cell, Twin, TwinRow
from wijkaanzet.web.parts.written import written

__all__ = ["Interval", "SpineChart", "SpineRow", "Spread"]


@dataclass(frozen=True, kw_only=True)
class SpineRow:
    """One figure of the neighbourhood."""

    label: str
    """What is counted: "Mensen die zich eenzaam voelen"."""
    value: float | None
    """None when it is not shown or not known; then `missing` says why."""
    missing: str = ""
    """"Te weinig mensen om te laten zien"."""
    interval: Interval | None = None
    """Between which values it lies with 95% certainty; None when that is not known."""
    benchmark: float | None = None
    """The value of what the chart compares with; None when it has none."""
    spread: Spread | None = None
    """How the neighbourhoods of the municipality lie."""
    sign: str = ""
    """What follows each number at once: "%"."""
    unit: str = ""
    """Words after the value: "van de volwassenen"."""
    decimals: int | None = None
    sure: str = ""
    """The sentence that says how sure the difference is, ready to read."""
    certainty: Certainty | None = None
    """Shows that sentence under the row with its sign; None leaves it to the table, as where all rows say the same."""
    href: str = ""
    """The page of the figure."""
    tone: Tone = "stone"
    """Coloured only after people have talked about the figure, and with a badge that says what they found."""
    badge: Badge | None = None

    def __post_init__(self) -> None:
        if (self.value is None) != bool(self.missing):
            raise ValueError("a figure has a value, or says why it has none")
        if self.interval and not (self.value is not None and self.interval[0] <= self.value <= self.interval[1]):
            raise ValueError("a value lies inside its interval")
        if self.tone != "stone" and self.badge is None:
            raise ValueError("a colour never stands alone: a badge says what people found")

    @property
    def number(self) -> str:
        """The value as it is read."""
        return self.numbered(self.value) or ""

    def numbered(self, value: float | None) -> str | None:
        """Any value of this figure, with its decimals and its sign."""
        return None if value is None else f"{written(value, self.decimals)}{self.sign}"


@dataclass(frozen=True, kw_only=True)
class DrawnRow:
    """A row as it is drawn; without a place when it has no value."""

    row: SpineRow
    uid: str
    words: tuple[str, ...] = ()
    x: str = ""
    whisker: Stretch | None = None
    bar: Stretch | None = None
    middle: Stretch | None = None
    ends: tuple[End, ...] = ()
    benchmark_x: str = ""

    @property
    def sure(self) -> Sure | None:
        """How sure the difference is, where the row says it itself."""
        return None if self.row.certainty is None else Sure(text=self.row.sure, certainty=self.row.certainty)


@dataclass(frozen=True, kw_only=True)
class SpineChart:
    """Figures of one neighbourhood, in the order given; each has a scale of its own around the benchmark."""

    title: str
    """"Noord naast Tilburg"."""
    first: str
    """Heading of the first column of the table: "Cijfer"."""
    area: str
    """The neighbourhood: "Noord"."""
    benchmark: str
    """What the values are compared with: "Tilburg, 2020"."""
    rows: tuple[SpineRow, ...]
    note: str = ""
    """What holds for every row, one sentence: "Deze cijfers komen uit een rekenmodel."."""
    follows: bool = False
    """Whether a heading above says the title already, and a chart before it on the page explains the signs."""
    source: str = ""
    fictional: bool = False
    uid: str = "spine"
    """Must differ for two on one page."""

    @property
    def drawn(self) -> tuple[DrawnRow, ...]:
        """Each row as it is drawn."""
        return tuple(self._draw(row, f"{self.uid}-{place}") for place, row in enumerate(self.rows))

    @property
    def has_intervals(self) -> bool:
        return any(row.interval for row in self.rows)

    @property
    def has_spread(self) -> bool:
        return any(row.value is not None and row.spread for row in self.rows)

    @property
    def has_middle(self) -> bool:
        return any(row.value is not None and row.spread and row.spread.middle for row in self.rows)

    @property
    def twin(self) -> Twin:
        sure = _("How sure")
        columns = (self.area, _("Between"), self.benchmark, _("Lowest"), _("Highest"), sure)
        rows = tuple(TwinRow(label=row.label, cells=_cells(row), note=row.unit, href=row.href) for row in self.rows)
        return Twin(caption=self.title, first=self.first, columns=columns, rows=rows, wordy=frozenset({sure}))

    def _draw(self, row: SpineRow, uid: str) -> DrawnRow:
        if row.value is None:
            return DrawnRow(row=row, uid=uid)
        ruler = Ruler.around(row.benchmark, row.spread, row.value, *(row.interval or ()))
        return DrawnRow(
            row=row,
            uid=uid,
            words=self._words(row),
            x=ruler.at(row.value),
            whisker=ruler.stretch(row.interval),
            bar=ruler.stretch(row.spread.whole if row.spread else None),
            middle=ruler.stretch(row.spread.middle if row.spread else None),
            ends=ruler.ends(row.spread),
            benchmark_x="" if row.benchmark is None else ruler.at(row.benchmark),
        )

    def _words(self, row: SpineRow) -> tuple[str, ...]:
        """What a row shows, sentence by sentence."""
        said = [f"{self.area}: {row.number} {row.unit}".rstrip() + "."]
        if row.interval:
            said.append(_("Probably between %(low)s and %(high)s.") % _ends(row, row.interval))
        if row.benchmark is not None:
            said.append(_("%(name)s: %(value)s.") % {"name": self.benchmark, "value": row.numbered(row.benchmark)})
        if row.spread:
            ends = _ends(row, row.spread.whole)
            said.append(_("The neighbourhoods lie between %(low)s and %(high)s.") % ends)
            if row.spread.middle:
                said.append(_("The middle half lies between %(low)s and %(high)s.") % _ends(row, row.spread.middle))
        return (*said, row.sure) if row.sure else tuple(said)


def _ends(row: SpineRow, ends: Interval) -> dict[str, str | None]:
    return {"low": row.numbered(ends[0]), "high": row.numbered(ends[1])}


def _cells(row: SpineRow) -> tuple[Cell, ...]:
    """The row of the table."""
    unknown = _("not known")
    spread = row.spread
    return (
        row.number or row.missing,
        _("%(low)s and %(high)s") % _ends(row, row.interval) if row.interval else unknown,
        row.numbered(row.benchmark) or unknown,
        row.numbered(spread.lowest) if spread else unknown,
        row.numbered(spread.highest) if spread else unknown,
        row.sure or _("not compared"),
    )
