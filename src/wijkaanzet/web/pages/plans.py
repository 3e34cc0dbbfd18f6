"""The pages around plans: all of them, one that is being made, and what changed between two editions."""

from dataclasses import dataclass
from typing import ClassVar

from wijkaanzet.web.pages.areas import AreaMap
from wijkaanzet.web.pages.plan_reading import OpenQuestion, PlanHead, TakePart
from wijkaanzet.web.parts.moves import Action, MoveCard
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.parts.paging import Pagination


@dataclass(frozen=True, kw_only=True)
class PlanUnderwayPage:
    """web/plan_underway.html: a plan of which nothing was adopted yet: that it is made, and how to take part."""

    section: ClassVar[str] = "areas"
    head: PlanHead
    move: MoveCard
    steps: tuple[str, ...]
    """What happens from here, in sentences."""
    questions: tuple[OpenQuestion, ...]
    take_part: TakePart
    write: Action | None
    """The way to where it is written, for who writes along."""
    map: AreaMap | None
    fictional: bool = False


@dataclass(frozen=True, kw_only=True)
class PlanRow:
    """One plan in the list."""

    title: str
    href: str
    network: str
    years: str
    state: Badge
    words: str
    """The beginning of its summary, once it is adopted."""


@dataclass(frozen=True, kw_only=True)
class PlansOfArea:
    """The plans of one neighbourhood."""

    area: str
    rows: tuple[PlanRow, ...]


@dataclass(frozen=True, kw_only=True)
class PlansPage:
    """web/plans.html: all plans by name of the neighbourhood."""

    section: ClassVar[str] = "areas"
    areas: tuple[PlansOfArea, ...]
    of_area: str = ""
    """The neighbourhood of which all are there; empty for those of the whole municipality."""
    pagination: Pagination | None = None
    fictional: bool = False


@dataclass(frozen=True, kw_only=True)
class PieceOfText:
    """Some words, and what became of them."""

    kind: str
    """same, added or removed."""
    text: str


@dataclass(frozen=True, kw_only=True)
class ChangedText:
    """A text that reads otherwise now."""

    title: str
    paragraphs: tuple[tuple[PieceOfText, ...], ...]


@dataclass(frozen=True, kw_only=True)
class ChangedPart:
    """A priority, or the plan as a whole, with what is otherwise in it."""

    title: str
    state: Badge | None = None
    lines: tuple[str, ...] = ()
    texts: tuple[ChangedText, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WhyBackPart:
    """Why one part came back, and whether something in it is otherwise now."""

    title: str
    remarks: tuple[str, ...]
    state: Badge


@dataclass(frozen=True, kw_only=True)
class WhyBack:
    """Why the earlier edition came back."""

    day: str
    reasons: str
    remarks: tuple[str, ...]
    """About the whole."""
    parts: tuple[WhyBackPart, ...]


@dataclass(frozen=True, kw_only=True)
class PlanDifferencePage:
    """web/plan_difference.html: what changed between two editions."""

    section: ClassVar[str] = "areas"
    head: PlanHead
    plan_href: str
    then: str
    now: str
    """The two editions with the day on which they were adopted, returned or handed in."""
    why: str
    parts: tuple[ChangedPart, ...]
    back: WhyBack | None = None
    """Why the earlier one came back, if it did."""
    fictional: bool = False
