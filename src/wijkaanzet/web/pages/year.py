"""The year of a municipality and of a neighbourhood: where it stands, and what comes round when."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from wijkaanzet.web.parts.moves import Action, MoveCard
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.parts.wheel import Wheel


@dataclass(frozen=True, kw_only=True)
class YearRow:
    """Something on a day in the year."""

    falls_on: date
    title: str
    who: str = ""
    """Who begins it: "Coördinator van het netwerk"."""
    step: str = ""
    """The step of the wheel that it belongs to."""
    state: Badge | None = None
    """That it comes first now; None for any other."""
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class YearPart:
    """What is in one year, in order of time."""

    year: int
    was: tuple[YearRow, ...]
    """Before today; folded away, so that what is to come is seen first."""
    rows: tuple[YearRow, ...]


@dataclass(frozen=True, kw_only=True)
class YearPage:
    """web/year.html: the wheel, and what comes round in this year and the next."""

    section: ClassVar[str] = "areas"
    title: str
    lead: str
    area: str = ""
    """The neighbourhood, with its page; empty for the whole municipality."""
    area_href: str = ""
    wheel: Wheel | None = None
    """None before the first year."""
    move: MoveCard | None = None
    years: tuple[YearPart, ...]
    links: tuple[Action, ...] = ()
    """Calendars to subscribe to."""
    fictional: bool = False
