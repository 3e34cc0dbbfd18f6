"""The page that explains an amount: Why does my neighbourhood get this?"""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext

from wijkaanzet.web.pages.areas import DecisionNote
from wijkaanzet.web.parts.desks import Desk
from wijkaanzet.web.parts.explanation import Explanation
from wijkaanzet.web.parts.figures import FigureSource
from wijkaanzet.web.parts.money import MoneyBar, Share
from wijkaanzet.web.parts.notices import Download


@dataclass(frozen=True, kw_only=True)
class CityLine:
    """Money that stays with the whole city, and why."""

    label: str
    cents: int
    motive: str
    """Why the city does this together, one sentence."""


@dataclass(frozen=True, kw_only=True)
class ComponentShare:
    """One component of the amount, in arrangements that have them."""

    label: str
    cents: int


@dataclass(frozen=True, kw_only=True)
class Seal:
    """A fingerprint of what was counted with, and the file to hold beside it."""

    name: str
    value: str
    note: str
    """Of which file this is the seal, one or two sentences."""
    file: Download


@dataclass(frozen=True, kw_only=True)
class WhyPage:
    """web/why.html: the amount of one area in one year, from the council's total down to the cent."""

    section: ClassVar[str] = "areas"
    name: str
    slug: str
    year: int
    amount_cents: int
    """As the ledger and the decision have it; the page compares it with its own lines."""
    total_cents: int
    """What the council gave for the whole city."""
    city: tuple[CityLine, ...]
    divided_cents: int
    """What is left for all areas together."""
    area_count: int
    parts: tuple[Explanation, ...]
    """One per earmark; together they are the amount."""
    components: tuple[ComponentShare, ...] = ()
    sources: tuple[FigureSource, ...] = ()
    floors: str = ""
    """What no area gets less than, and whether that was needed; empty without floors."""
    counting: tuple[str, ...] = ()
    """What a reader may wonder at in the counts, a sentence each."""
    changes: tuple[str, ...] = ()
    """What would change the amount: "Komen er hier meer mensen wonen die meetellen? Dan gaat het bedrag omhoog."."""
    division_href: str = ""
    """The whole division, with how it came about."""
    decision: DecisionNote | None = None
    download: Download | None = None
    model_href: str = ""
    """How the model works, in full."""
    seals: tuple[Seal, ...] = ()
    code_version: str = ""
    desk: Desk | None = None
    fictional: bool = False

    @property
    def city_cents(self) -> int:
        """What stays with the whole city."""
        return sum(line.cents for line in self.city)

    @property
    def sum_cents(self) -> int:
        """All lines added up."""
        return sum(part.cents for part in self.parts)

    @property
    def adds_up(self) -> bool:
        """Whether the lines are the amount, to the cent."""
        return self.sum_cents == self.amount_cents

    @property
    def bar(self) -> MoneyBar:
        """Where the council's money goes, seen from this area."""
        return MoneyBar(
            shares=(
                Share(label=gettext("for %(name)s") % {"name": self.name}, cents=self.amount_cents),
                Share(label=gettext("for the other neighbourhoods"), cents=self.divided_cents - self.amount_cents),
                Share(label=gettext("for the whole city"), cents=self.city_cents),
            )
        )
