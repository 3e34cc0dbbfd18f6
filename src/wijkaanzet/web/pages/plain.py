"""Pages about the installation itself: who may see what, the demo, accessibility."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from wijkaanzet.web.parts.desks import Desk


@dataclass(frozen=True, kw_only=True)
class RoleRow:
    """One page and, per role in the order of the columns, what that role may do there."""

    page: str
    cells: tuple[str, ...]
    """"see", "act" or "" per role."""


@dataclass(frozen=True, kw_only=True)
class RolesPage:
    """web/roles.html: the role matrix, from the same table as the tests use."""

    section: ClassVar[str] = "roles"
    roles: tuple[str, ...]
    """Names of the roles, in the reader's language."""
    rows: tuple[RoleRow, ...]


@dataclass(frozen=True, kw_only=True)
class PersonaButton:
    """One demo persona to log in as."""

    key: str
    """"tilburg-policy_officer": sent as `persona`."""
    label: str
    """The role: "Beleidsmedewerker"."""
    what: str
    """What this person comes to do, one sentence."""


@dataclass(frozen=True, kw_only=True)
class DemoCity:
    """One municipality of the demo, with who one can be there."""

    key: str
    """Its slug."""
    name: str
    href: str
    personas: tuple[PersonaButton, ...]
    figures_for_year: int | None
    """For which year there is a practice file with figures; None where nothing is divided."""
    """The year that the figures to practise with are meant for."""


@dataclass(frozen=True, kw_only=True)
class DemoPage:
    """web/demo.html: choose who you are, and in which city."""

    section: ClassVar[str] = "demo"
    today: date | datetime
    """The date on the demo's own clock."""
    cities: tuple[DemoCity, ...]


@dataclass(frozen=True, kw_only=True)
class DeskOf:
    """Whom to call in a municipality."""

    municipality: str
    name: str
    phone: str

    @property
    def phone_link(self) -> str:
        """The number as a telephone wants it."""
        return Desk(name=self.name, phone=self.phone).phone_link


@dataclass(frozen=True, kw_only=True)
class AccessibilityPage:
    """web/accessibility.html: the accessibility statement, a draft until somebody signs it."""

    section: ClassVar[str] = "accessibility"
    reviewed_on: date
    """When the statement was last read through."""
    desks: tuple[DeskOf, ...] = ()
    """Whom to tell when something does not work, per municipality."""
