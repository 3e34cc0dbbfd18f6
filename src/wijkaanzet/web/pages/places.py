"""The pages on which a municipality keeps its divisions and the places inside its areas."""

from dataclasses import dataclass
from typing import ClassVar

from django.forms.boundfield import BoundField

from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.places import PlaceGroup


@dataclass(frozen=True, kw_only=True)
class DivisionInTime:
    """One division in the list."""

    name: str
    period: str
    areas: int
    steered: bool
    """Whether the municipality steers on it now."""
    borders: str
    """Whose borders, of which year; empty when it has none."""
    years: tuple[str, ...]
    """For each region year: the year, and of how many CBS areas it is composed."""
    actions: tuple[Action, ...] = ()
    fictional: bool = False


@dataclass(frozen=True, kw_only=True)
class ConcordanceLine:
    """One concordance in the list."""

    years: str
    told: str
    """How many changes, on what the weights rest, whose table it is."""


@dataclass(frozen=True, kw_only=True)
class AreaDivisionsPage:
    """web/places_divisions.html: every division of the municipality, and what became of CBS areas."""

    section: ClassVar[str] = "areas"
    divisions: tuple[DivisionInTime, ...]
    concordances: tuple[ConcordanceLine, ...]
    actions: tuple[Action, ...]
    concordance_actions: tuple[Action, ...]


@dataclass(frozen=True, kw_only=True)
class AreaToDraw:
    """One area of the dry run."""

    name: str
    code: str
    slug: str
    parts: tuple[str, ...]
    """Code and name of each CBS area, with its weight when it is not whole."""


@dataclass(frozen=True, kw_only=True)
class DrawTrial:
    """What drawing would do."""

    counts: tuple[str, ...]
    """Sentences: how many areas of how many CBS areas, and which division ends."""
    areas: tuple[AreaToDraw, ...]
    answers: tuple[BoundField, ...]
    """What was filled in, to send along with the table."""
    table: str


@dataclass(frozen=True, kw_only=True)
class DrawPage:
    """web/places_draw.html: a new division from a table; first what it would be, then drawing it."""

    section: ClassVar[str] = "areas"
    questions: tuple[BoundField, ...]
    acts: bool
    buttons: Buttons
    trial: DrawTrial | None = None


@dataclass(frozen=True, kw_only=True)
class FilePage:
    """web/places_file.html: one file about a division comes in: borders, a composition, a concordance."""

    section: ClassVar[str] = "areas"
    title: str
    lead: str
    notes: tuple[str, ...]
    acts: bool
    buttons: Buttons


@dataclass(frozen=True, kw_only=True)
class PlacesPage:
    """web/places_keep.html: the places of an area, or the communities of the municipality, for who keeps them."""

    section: ClassVar[str] = "areas"
    title: str
    lead: str
    area: str
    """Its name; empty for communities."""
    slug: str
    groups: tuple[PlaceGroup, ...]
    adding: ActForm
    ending: ActForm | None
    """None as long as nothing can end."""
    add_href: str
    end_href: str
