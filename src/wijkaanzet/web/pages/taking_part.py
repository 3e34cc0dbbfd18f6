"""The pages that say who takes part in a network, and on which its cards are counted."""

from dataclasses import dataclass
from typing import ClassVar

from django.forms.boundfield import BoundField

from wijkaanzet.web.pages.networks import Place, SeatLine
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.notices import Download
from wijkaanzet.web.parts.twin import Twin


@dataclass(frozen=True, kw_only=True)
class SeenBar:
    """A bar of a pair: of every hundred, in words and as wide as that."""

    words: str
    width: str
    """Empty when nothing is shown."""


@dataclass(frozen=True, kw_only=True)
class SeenRow:
    """One group: how often it is on the cards, and how many of who live here it is when a figure says so."""

    label: str
    cards: SeenBar
    lives: SeenBar | None


@dataclass(frozen=True, kw_only=True)
class SeenQuestion:
    """One question on the card, in pairs of bars in the order of the card, and the same as a table."""

    title: str
    answered: str
    rows: tuple[SeenRow, ...]
    source: str
    twin: Twin


@dataclass(frozen=True, kw_only=True)
class CardsToCount:
    """A meeting of which who keeps the network counts the cards."""

    day: str
    href: str


@dataclass(frozen=True, kw_only=True)
class TakingPartPage:
    """web/network_taking_part.html: who takes part, beside who lives here."""

    section: ClassVar[str] = "areas"
    place: Place
    hardly: tuple[str, ...]
    """Whom people hardly see yet, a sentence each."""
    known: bool
    """Whether enough cards were handed in to say anything of that."""
    came: tuple[str, ...]
    """Who came in the newest year of which that may be told, sentence by sentence."""
    years: Twin | None
    cards_of: str
    """The year of the cards, in words."""
    questions: tuple[SeenQuestion, ...]
    free_seats: tuple[SeatLine, ...]
    to_count: tuple[CardsToCount, ...]
    paper: Download
    asked_href: str
    """What was asked of the network."""
    fictional: bool


@dataclass(frozen=True, kw_only=True)
class CardQuestionFields:
    """One question of the card with a number for each answer."""

    title: str
    fields: tuple[BoundField, ...]


@dataclass(frozen=True, kw_only=True)
class CardsPage:
    """web/network_cards.html: the cards of a meeting are counted."""

    section: ClassVar[str] = "areas"
    place: Place
    lead: str
    questions: tuple[CardQuestionFields, ...]
    buttons: Buttons
    paper: Download
