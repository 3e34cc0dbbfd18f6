"""The page on which a division is calculated."""

from dataclasses import dataclass
from typing import ClassVar

from wijkaanzet.web.parts.money import MoneyTable
from wijkaanzet.web.parts.notices import Alert


@dataclass(frozen=True)
class Choice:
    """A table of figures to count with."""

    label: str
    href: str
    current: bool = False


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What comes out of the choices as they are filled in."""

    total_cents: int
    fits: Alert
    """Whether this is precisely the frame."""
    short: str
    """The total and how it stands beside the frame, on the line that stays in sight above the questions."""
    areas: MoneyTable
    city: MoneyTable | None = None
    estimated: int = 0
    """How many figures of CBS areas were not known and are estimated."""


@dataclass(frozen=True, kw_only=True)
class DividePage:
    """web/division_new.html: choices on the left, what comes out of them on the right."""

    section: ClassVar[str] = "money"
    year: int
    figures_href: str
    frame_href: str = ""
    table: str = ""
    """The figures that are counted with; empty while there are none."""
    fictional: bool = False
    tables: tuple[Choice, ...] = ()
    gone: tuple[str, ...] = ()
    outcome: Outcome | None = None
