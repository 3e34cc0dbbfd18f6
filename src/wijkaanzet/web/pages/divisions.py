"""The pages of divisions: the list by year, one division, and the question that is put to who advises on it."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from wijkaanzet.web.pages.areas import DecisionNote
from wijkaanzet.web.pages.decisions import ReturnedNote
from wijkaanzet.web.parts.cards import Card, Empty
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.money import MoneyTable
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Alert, Badge, Download
from wijkaanzet.web.parts.paging import Pagination
from wijkaanzet.web.parts.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class DivisionRow:
    """One division in the list."""

    title: str
    href: str
    badge: Badge
    since: date
    """Since when it stands there."""
    total_cents: int
    fits: str
    """How the total stands beside the frame, a sentence."""
    decision: DecisionNote | None = None


@dataclass(frozen=True, kw_only=True)
class DivisionsOfYear:
    """The divisions of one year: the one that was decided, and what else one may see."""

    year: int
    rows: tuple[DivisionRow, ...]


@dataclass(frozen=True, kw_only=True)
class DivisionsPage:
    """web/divisions.html: how the money was divided in each year, the newest first."""

    section: ClassVar[str] = "divisions"
    years: tuple[DivisionsOfYear, ...]
    pagination: Pagination | None = None
    actions: tuple[Action, ...] = ()
    """What a policy officer can begin."""
    empty: Empty | None = None
    fictional: bool = False


@dataclass(frozen=True, kw_only=True)
class ActButton:
    """An act without a form: one button that sends itself to an address."""

    label: str
    href: str
    is_first: bool = False
    """The one thing that comes next; the others stand beside it."""


@dataclass(frozen=True, kw_only=True)
class CountedFor:
    """One count of the model: who counts, and where the price of one comes from."""

    label: str
    text: str


@dataclass(frozen=True, kw_only=True)
class ModelPart:
    """How the money of one earmark is divided, in words."""

    title: str
    text: str
    counts: tuple[CountedFor, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FiguresNote:
    """The figures that a division counted with."""

    source: str
    year: int
    fictional: bool
    names: tuple[str, ...]
    """What is counted, by name."""
    estimates: tuple[str, ...] = ()
    """What was not known somewhere and is counted otherwise, a sentence or two each."""


@dataclass(frozen=True, kw_only=True)
class ModelWords:
    """How the model divides, in words."""

    parts: tuple[ModelPart, ...]
    notes: tuple[str, ...]
    """What no area gets less than, and what a reader may wonder at in the counts."""


@dataclass(frozen=True, kw_only=True)
class Beside:
    """The other variants of the year that one may see."""

    totals: MoneyTable
    """By earmark: this one, the frame and the newest variants."""
    others: tuple[Action, ...] = ()
    """Each variant, to compare with area by area."""
    pagination: Pagination | None = None
    """Through those variants, when there are many."""
    areas: MoneyTable | None = None
    """Area by area beside the chosen variant."""


@dataclass(frozen=True, kw_only=True)
class DivisionPage:
    """web/division.html: one division, how it came about, what it gives, and what can be done with it now."""

    section: ClassVar[str] = "divisions"
    year: int
    name: str
    badge: Badge
    timeline: Timeline
    total_cents: int
    fits: str
    areas: MoneyTable
    """By name of the area: what each gets, and the difference with the year before."""
    figures: FiguresNote
    model: ModelWords
    beside: Beside
    returned: ReturnedNote | None = None
    """Why the body sent it back, while it is to be prepared again."""
    unsound: Alert | None = None
    """That the figures it counted with were taken back; None while they stand."""
    ask: Action | None = None
    variant: Action | None = None
    """Where a policy officer calculates on from this division."""
    acts: tuple[ActButton, ...] = ()
    advice: tuple[Card, ...] = ()
    decision: DecisionNote | None = None
    city: MoneyTable | None = None
    downloads: tuple[Download, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AskAdvicePage:
    """web/ask_advice.html: who will be asked, until when, and what the question is."""

    section: ClassVar[str] = "divisions"
    year: int
    href: str
    """Back to the division."""
    buttons: Buttons
    bodies: tuple[str, ...] = ()
    until: str = ""
    """The last day of the invitation, in words."""
    closed: Alert | None = None
    """Why advice cannot be asked now; None when it can."""
