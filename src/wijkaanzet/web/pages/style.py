"""The page with all parts of the look."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from django.forms import Form

from wijkaanzet.web.parts.borders import BorderMap
from wijkaanzet.web.parts.cards import Card, Empty
from wijkaanzet.web.parts.charts import BarChart, DotChart
from wijkaanzet.web.parts.desks import Desk
from wijkaanzet.web.parts.explanation import Explanation
from wijkaanzet.web.parts.figure_cards import FigureCard
from wijkaanzet.web.parts.figures import Figure
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.funnel import FunnelChart
from wijkaanzet.web.parts.lines import LineChart
from wijkaanzet.web.parts.money import MoneyBar, MoneyTable
from wijkaanzet.web.parts.moves import MoveCard
from wijkaanzet.web.parts.notices import Alert, Badge, Download
from wijkaanzet.web.parts.paging import Pagination
from wijkaanzet.web.parts.spine import SpineChart
from wijkaanzet.web.parts.sure import Sure
from wijkaanzet.web.parts.tiles import TileMap
from wijkaanzet.web.parts.timeline import Progress, Timeline
from wijkaanzet.web.parts.wheel import Wheel


@dataclass(frozen=True, kw_only=True)
class About:
    """A part in words."""

    key: str
    """Address on the page, and the name of the tag."""
    title: str
    when: str
    """When to use it, one sentence."""
    tag: str
    """What stands in a template: "{% badge part %}"."""


@dataclass(frozen=True, kw_only=True)
class SignSamples:
    """Small signs, and lists."""

    badges: tuple[Badge, ...]
    alerts: tuple[Alert, ...]
    download: Download
    timeline: Timeline
    progress: Progress
    pagination: Pagination


@dataclass(frozen=True, kw_only=True)
class CardSamples:
    """Cards, and tables with money."""

    moves: tuple[MoveCard, ...]
    cards: tuple[Card, ...]
    figures: tuple[Figure, ...]
    desk: Desk
    empty: Empty
    money: MoneyTable
    explanation: Explanation


@dataclass(frozen=True, kw_only=True)
class PictureSamples:
    """Pictures drawn in the page."""

    wheel: Wheel
    tiles: TileMap
    borders: BorderMap
    bar: MoneyBar
    lines: LineChart
    bars: BarChart
    dots: tuple[DotChart, ...]


@dataclass(frozen=True, kw_only=True)
class ComparingSamples:
    """Figures beside others, with how sure the difference is."""

    sure: tuple[Sure, ...]
    cards: tuple[FigureCard, ...]
    spine: SpineChart
    funnel: FunnelChart
    maps: tuple[TileMap | BorderMap, ...]
    series: LineChart


@dataclass(frozen=True, kw_only=True)
class StylePage:
    """web/style.html: every part, when to use it, a sample and its tag."""

    section: ClassVar[str] = "style"
    about: Mapping[str, About]
    signs: SignSamples
    cards: CardSamples
    pictures: PictureSamples
    comparing: ComparingSamples
    form: Form
    file_form: Form
    buttons: Buttons
    row: Buttons
    """Buttons outside a form: links only."""
    accepted: Alert | None
    """Said after the sample form was filled in well."""
