"""The public pages of figures: all of a neighbourhood, and one of them in full."""

from dataclasses import dataclass
from typing import ClassVar

from wijkaanzet.web.pages.areas import AreaMap
from wijkaanzet.web.parts.figure_cards import FigureCard
from wijkaanzet.web.parts.funnel import FunnelChart
from wijkaanzet.web.parts.lines import LineChart
from wijkaanzet.web.parts.notices import Download
from wijkaanzet.web.parts.spine import SpineChart
from wijkaanzet.web.parts.sure import Sure


@dataclass(frozen=True, kw_only=True)
class ThemeOfFigures:
    """The figures of one theme."""

    title: str
    chart: SpineChart


@dataclass(frozen=True, kw_only=True)
class ResourceOfFigures:
    """The figures of one resource: of people themselves, of each other, of the place."""

    key: str
    title: str
    themes: tuple[ThemeOfFigures, ...]


@dataclass(frozen=True, kw_only=True)
class AreaFiguresPage:
    """web/area_figures.html: the figures of a neighbourhood, not yet discussed."""

    section: ClassVar[str] = "areas"
    name: str
    slug: str
    municipality: str
    resources: tuple[ResourceOfFigures, ...]
    compared: int
    """How many figures are held against the municipality."""
    by_chance: str
    """How many of those lie apart by chance alone: "1,2"."""
    hidden: int
    """How many figures are not shown, or not known."""
    downloads: tuple[Download, ...]
    fictional: bool = False


@dataclass(frozen=True, kw_only=True)
class SourceOfFigure:
    """Where the figure of one year comes from."""

    year: int
    facts: tuple[tuple[str, str], ...]
    """Term and what it says."""
    href: str = ""
    """The table at its publisher."""


@dataclass(frozen=True, kw_only=True)
class Others:
    """A figure beside what is like it, in a fixed order."""

    rows: tuple[tuple[str, str], ...]
    """What, and its value."""
    near: tuple[tuple[str, str, str], ...] = ()
    """The neighbourhoods elsewhere that are most alike: name, how far, value; the nearest first."""


@dataclass(frozen=True, kw_only=True)
class AreaFigurePage:
    """web/area_figure.html: one figure of a neighbourhood in full."""

    section: ClassVar[str] = "areas"
    name: str
    slug: str
    title: str
    municipality: str
    definition: str
    card: FigureCard
    facts: tuple[tuple[str, str], ...]
    """What the indicator is: term and what it says."""
    pitfalls: tuple[str, ...]
    lines: LineChart | None
    trend: Sure | None
    funnel: FunnelChart | None
    map: AreaMap
    """Where it lies between the other neighbourhoods; never a ranking."""
    sources: tuple[SourceOfFigure, ...]
    downloads: tuple[Download, ...]
    others: Others | None = None
    estimated: bool = False
    """Whether a CBS area was shared out over neighbourhoods."""
    fictional: bool = False
