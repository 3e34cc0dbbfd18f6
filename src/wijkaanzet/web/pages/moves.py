"""The page with what waits for somebody, and the page on which a coordinator opens a plan."""

from dataclasses import dataclass
from typing import ClassVar

from wijkaanzet.web.parts.cards import Card, Empty
from wijkaanzet.web.parts.desks import Desk
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.parts.paging import Pagination


@dataclass(frozen=True, kw_only=True)
class MoveRow:
    """One thing that waits for somebody: how soon, what, and where it is done."""

    badge: Badge
    title: str
    href: str
    role: str
    """The role in which it is asked; empty for who has only one."""
    about: str = ""
    """What it is about: "Noord 2018", or how many: "11 wijken, 2018"."""
    names: tuple[str, ...] = ()
    """The areas that it is about, by name, when those are more than one."""
    term: str = ""
    """Words for the term: "nog 6 dagen"; empty for who is invited and for what rests."""
    day: str = ""
    """The day of the term, in words."""
    over_term: bool = False
    notes: tuple[str, ...] = ()
    """What an invitation or a rest means, a sentence each."""


@dataclass(frozen=True, kw_only=True)
class Alike:
    """Areas that stand at the same point of the year, with the same move: said once for all of them."""

    areas: tuple[Card, ...]
    """By name; they differ in title and address only."""

    @property
    def first(self) -> Card:
        """What holds for each of them."""
        return self.areas[0]


@dataclass(frozen=True, kw_only=True)
class NetworkCard:
    """A network of somebody: when it meets, where its plan stands, and the one thing that can be done now."""

    title: str
    href: str
    meeting: str
    plan: str = ""
    action: Action | None = None


@dataclass(frozen=True, kw_only=True)
class YourMovePage:
    """web/your_move.html: what waits for who is logged in, and where all areas stand."""

    section: ClassVar[str] = "your-move"
    title: str
    lead: str
    rows: tuple[MoveRow, ...] = ()
    pagination: Pagination | None = None
    empty: Empty | None = None
    """What stands there when nothing waits."""
    way_in: Action | None = None
    """How a visitor logs in."""
    areas: tuple[Card, ...] = ()
    more_areas: bool = False
    """Whether there are more areas than are shown."""
    desk: Desk | None = None
    """Whom to call, for who has no role here."""
    stands_in: tuple[str, ...] = ()
    """Who stands in for whom now, a sentence each."""
    networks: tuple[NetworkCard, ...] = ()
    """Those that somebody keeps or takes part in, by name."""
    more: tuple[Action, ...] = ()
    """How one sets up messages, the own calendar and who stands in."""
    fictional: bool = False

    @property
    def glance(self) -> tuple[Alike, ...]:
        """The areas that stand alike together; in the order of the first of each, so by name."""
        groups: dict[object, list[Card]] = {}
        for area in self.areas:
            groups.setdefault((area.badge, area.text, area.note), []).append(area)
        return tuple(Alike(areas=tuple(same)) for same in groups.values())


@dataclass(frozen=True, kw_only=True)
class OpenPlanPage:
    """web/open_plan.html: what there is for the area, and from when its network starts."""

    section: ClassVar[str] = "your-move"
    name: str
    slug: str
    year: int
    amount_cents: int = 0
    """What was decided for the area; not shown when `closed`."""
    closed: str = ""
    """Why the plan cannot be opened now, a sentence or two; empty when it can."""
    buttons: Buttons
