"""The colour of an area on a map: where its value lies, or how it compares; hatched where one must be careful."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wijkaanzet.web.parts.twin import Twin, TwinRow

Doubt = Literal["", "unsure", "too_few", "unknown"]
"""Nothing, a value that is uncertain, too few people to show it, or no value at all."""
Mode = Literal["position", "outcome", "judgement"]
"""Where a value lies on its scale; lower, about the same or higher; worse, about the same or better."""
Pattern = Literal["", "unsure", "unsure-dark", "too-few", "unknown"]

STEPS: Final = {1: ("3",), 2: ("2", "4"), 3: ("1", "3", "5"), 4: ("1", "2", "4", "5"), 5: ("1", "2", "3", "4", "5")}
"""Which of the five depths of the one colour are taken for so many classes."""
COMPARED: Final[dict[Mode, tuple[str, ...]]] = {
    "outcome": ("lower", "same", "higher"),
    "judgement": ("worse", "same", "better"),
}
DARK: Final = {"4", "5", "higher", "worse"}
"""Fills on which letters and lines are light."""
PATTERNS: Final[dict[Doubt, Pattern]] = {"too_few": "too-few", "unknown": "unknown"}
DOUBTS: Final[dict[Doubt, Promise]] = {
    "unsure": _("striped: the figure is uncertain"),
    "too_few": _("dotted: too few people to show"),
    "unknown": _("crossed: not known"),
}


@dataclass(frozen=True, kw_only=True)
class Shade:
    """What an area shows of a figure."""

    text: str
    """The value as it is read, or why there is none: "44,7%", "te weinig mensen om te laten zien"."""
    level: int | None = None
    """Its place among the classes of the legend, counted from 0; None when there is no value to show."""
    doubt: Doubt = ""

    def __post_init__(self) -> None:
        if (self.level is None) != (self.doubt in PATTERNS):
            raise ValueError("an area has a class, or is hatched because it has none")


@dataclass(frozen=True, kw_only=True)
class Fill:
    """How an area is filled."""

    kind: str
    """"1" to "5", "lower", "same", "higher", "worse", "better", or "none"."""
    pattern: Pattern = ""
    """What is drawn over it."""

    @property
    def is_dark(self) -> bool:
        return self.kind in DARK


@dataclass(frozen=True, kw_only=True)
class ShadedArea:
    """An area with what it shows, for the table."""

    label: str
    href: str
    shade: Shade
    current: bool


@dataclass(frozen=True, kw_only=True)
class Legend:
    """What the colours of a map mean; it always says what is compared with what, how, and of which year."""

    figure: str
    """"Mensen die zich eenzaam voelen"."""
    classes: tuple[str, ...]
    """Each class in words, from low to high: "minder dan 40%"; at most five."""
    compared_with: str
    """"Tilburg", "de andere wijken van Tilburg"."""
    method: str
    """How it is compared, one sentence: "Hoger of lager is buiten 95% zekerheid."."""
    year: str
    first: str
    """Heading of the first column of the table: "Wijk"."""
    mode: Mode = "position"
    discussed: bool = False
    """Whether people have talked about the figure; only then may a colour say better or worse."""

    def __post_init__(self) -> None:
        if not all((self.compared_with, self.method, self.year)):
            raise ValueError("a legend says with what is compared, how, and of which year")
        if self.mode == "judgement" and not self.discussed:
            raise ValueError("better or worse is said only after people have talked about the figure")
        if len(self.classes) not in ((3,) if self.mode in COMPARED else STEPS):
            raise ValueError("a map has one to five classes, and three when it compares")

    @property
    def kinds(self) -> tuple[str, ...]:
        """The fill of each class."""
        return COMPARED.get(self.mode) or STEPS[len(self.classes)]

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Each fill with its words."""
        return tuple(zip(self.kinds, self.classes, strict=True))

    def fill(self, shade: Shade) -> Fill:
        """How an area with this shade is filled."""
        if shade.level is None:
            return Fill(kind="none", pattern=PATTERNS[shade.doubt])
        kind = self.kinds[shade.level]
        if shade.doubt != "unsure":
            return Fill(kind=kind)
        return Fill(kind=kind, pattern="unsure-dark" if kind in DARK else "unsure")

    def class_of(self, shade: Shade) -> str:
        """In which class an area lies, in words, and whether that is uncertain."""
        if shade.level is None:
            return ""
        words = self.classes[shade.level]
        return gettext("%(words)s, uncertain") % {"words": words} if shade.doubt == "unsure" else words

    def said(self, name: str, shade: Shade) -> str:
        """What the link of an area is called: its name, its value, and its class."""
        return ", ".join(filter(None, (f"{name}: {shade.text}", self.class_of(shade))))

    def twin(self, caption: str, areas: Iterable[ShadedArea], *, opened: bool) -> Twin:
        """The same as a table, in the order given: by name."""
        onmap = gettext("On the map")
        rows = tuple(
            TwinRow(
                label=area.label,
                cells=(area.shade.text, self.class_of(area.shade) or gettext("not compared")),
                href=area.href,
                current=area.current,
            )
            for area in areas
        )
        columns = (self.figure, onmap)
        return Twin(
            caption=caption, first=self.first, columns=columns, rows=rows, wordy=frozenset(columns), opened=opened
        )


def check_shades(legend: Legend | None, shades: Iterable[Shade | None]) -> None:
    """Raises ValueError unless every area has a shade of the legend, or there is neither."""
    for shade in shades:
        if (shade is None) != (legend is None):
            raise ValueError("a map has a legend when its areas have a shade, and only then")
        if shade and legend and shade.level is not None and not 0 <= shade.level < len(legend.classes):
            raise ValueError("the class of an area stands in the legend")


def doubts(shades: Iterable[Shade]) -> tuple[tuple[Pattern, str], ...]:
    """The hatchings that stand on a map, each with what it means."""
    present = {shade.doubt for shade in shades}
    return tuple((PATTERNS.get(doubt, "unsure"), str(words)) for doubt, words in DOUBTS.items() if doubt in present)
