"""The pages that say what was asked of a network and of an organisation."""

from dataclasses import dataclass
from typing import ClassVar

from wijkaanzet.web.pages.networks import Place
from wijkaanzet.web.pages.plan_priorities import Line
from wijkaanzet.web.parts.paging import Pagination


@dataclass(frozen=True, kw_only=True)
class AskedYear:
    """A year: how often something was asked, and of what."""

    year: int
    total: str
    parts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class AskedPage:
    """web/asked.html: what was asked, year by year."""

    section: ClassVar[str] = "areas"
    place: Place | None
    """Of a network; None of an organisation."""
    who: str
    years: tuple[AskedYear, ...]
    more_href: str
    """The own organisations, for who has any."""
    questions: tuple[Line, ...] = ()
    """What plans ask of an organisation, and its answers."""
    pagination: Pagination | None = None
    fictional: bool = False


@dataclass(frozen=True, kw_only=True)
class OrganisationRow:
    """An organisation in the list by name; no figure stands beside it."""

    name: str
    href: str


@dataclass(frozen=True, kw_only=True)
class AskedOrganisationsPage:
    """web/asked_organisations.html: the organisations of which somebody may read what was asked."""

    section: ClassVar[str] = "areas"
    rows: tuple[OrganisationRow, ...]
