"""The front door of the installation and of one municipality."""

from dataclasses import dataclass
from typing import ClassVar

from wijkaanzet.web.pages.areas import AreaMap, ComingYear, DecisionNote
from wijkaanzet.web.parts.desks import Desk
from wijkaanzet.web.parts.money import MoneyTable
from wijkaanzet.web.parts.moves import MoveCard
from wijkaanzet.web.parts.notices import Download
from wijkaanzet.web.parts.wheel import Wheel


@dataclass(frozen=True, kw_only=True)
class MunicipalityRow:
    """One municipality in the list."""

    name: str
    href: str
    areas: int
    """How many working areas it has."""


@dataclass(frozen=True, kw_only=True)
class HomePage:
    """web/home.html: the municipalities, when there is more than one."""

    section: ClassVar[str] = "home"
    municipalities: tuple[MunicipalityRow, ...]


@dataclass(frozen=True, kw_only=True)
class MunicipalityPage:
    """web/municipality.html: what this is, where you live, and how this year's money is divided."""

    section: ClassVar[str] = "municipality"
    name: str
    year: int
    map: AreaMap
    money: MoneyTable | None = None
    """This year by area, by name, amounts and totals; None as long as nothing is decided."""
    city: MoneyTable | None = None
    """The part for the whole city, line by line; the note of a row is its motive."""
    division_href: str = ""
    """How this division came about, and how the model works."""
    decision: DecisionNote | None = None
    coming: ComingYear | None = None
    """The year after this one, once it is decided."""
    move: MoveCard | None = None
    wheel: Wheel | None = None
    desk: Desk | None = None
    downloads: tuple[Download, ...] = ()
    fictional: bool = False
