"""The pages of working areas: the list, and the public page of one."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from wijkaanzet.web.parts.borders import BorderMap
from wijkaanzet.web.parts.cards import Card
from wijkaanzet.web.parts.desks import Desk
from wijkaanzet.web.parts.figures import Figures
from wijkaanzet.web.parts.money import MoneyBar, MoneyTable
from wijkaanzet.web.parts.moves import Action, MoveCard
from wijkaanzet.web.parts.networks import NetworkSection
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.parts.paging import Pagination
from wijkaanzet.web.parts.places import PlacesSection
from wijkaanzet.web.parts.plans import PlanSection
from wijkaanzet.web.parts.tiles import TileMap
from wijkaanzet.web.parts.voices import ToldSection
from wijkaanzet.web.parts.wheel import Wheel

AreaMap = BorderMap | TileMap
"""The areas within their borders when those are known, else as tiles."""


@dataclass(frozen=True, kw_only=True)
class DecisionNote:
    """The decision on which an amount rests."""

    body: str
    """Follows "by": "het college van B en W"."""
    decided_on: date
    title: str = ""
    is_legal_act: bool = False
    """A *besluit* (objection is possible), else an *afspraak*."""
    objection_until: date | None = None
    """Last day to object; only for a besluit."""
    objection_open: bool = False
    """Whether that day is still to come."""
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class Holder:
    """An organisation that holds money and is accountable for it."""

    name: str
    cents: int


@dataclass(frozen=True, kw_only=True)
class ComingYear:
    """The money of a year that is decided and still to begin."""

    year: int
    money: MoneyTable | None = None
    """What the area gets, a row per earmark (or component); None on a page of the whole city."""
    decision: DecisionNote | None = None
    href: str = ""
    """Why it is this much, or how it was divided."""


@dataclass(frozen=True, kw_only=True)
class AreaRow:
    """One area in the list."""

    name: str
    slug: str
    inhabitants: int | None
    """None when unknown."""
    composed_of: tuple[str, ...]
    """Names of the CBS wijken or buurten it is made of."""
    badge: Badge | None = None
    """Where the year stands: the step of the wheel."""


@dataclass(frozen=True, kw_only=True)
class AreasPage:
    """web/areas.html: all areas of the municipality, by name."""

    section: ClassVar[str] = "areas"
    map: AreaMap
    rows: tuple[AreaRow, ...]
    pagination: Pagination | None = None
    fictional: bool = False
    divisions_href: str = ""
    """How the municipality is divided, for who may see that."""
    communities_href: str = ""
    """Communities without a place, for who keeps them."""


@dataclass(frozen=True, kw_only=True)
class AreaPage:
    """web/area.html: the public page of one neighbourhood."""

    section: ClassVar[str] = "areas"
    name: str
    slug: str
    year: int
    inhabitants: int | None
    composed_of: tuple[str, ...]
    """Names of the CBS wijken or buurten it is made of."""
    map: AreaMap
    """With this area as the current one."""
    told: ToldSection
    """The newest that people told of it."""
    scan: Action
    """The way to its scan: what people say of it together."""
    network: NetworkSection
    """When people come together, and the way to its networks."""
    plan: PlanSection
    """What people do and want according to its plan, and the way to it."""
    year_ahead: Card
    """What comes next in the year, and the way to the whole year."""
    wheel: Wheel | None = None
    move: MoveCard | None = None
    money: MoneyTable | None = None
    """Columns allotted, promised, still free; a row per earmark (or component); None as long as nothing is decided."""
    bar: MoneyBar | None = None
    """None as long as nothing is promised."""
    decision: DecisionNote | None = None
    why_year: int | None = None
    """The year that the Why page explains; None when there is none yet."""
    coming: ComingYear | None = None
    """The year after this one, once it is decided."""
    earlier: tuple[int, ...] = ()
    """The years before this one that can be explained, the newest first."""
    figures: Figures | None = None
    more_figures: bool = False
    """Whether there are figures that the money was not divided with."""
    holders: tuple[Holder, ...] = ()
    coordinator: str = ""
    """The organisation that brings the parties together; empty when nobody was asked to."""
    desk: Desk | None = None
    places: PlacesSection | None = None
    """Its streets, hotspots and groups; None when there are none, but for who may add one."""
    fictional: bool = False
