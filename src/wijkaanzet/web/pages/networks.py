"""The pages of networks: what everybody reads, and how who keeps a network looks after seats and people."""

from dataclasses import dataclass
from typing import ClassVar

from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.parts.desks import Desk
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.meaning import Meaning
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Badge, Download


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a page of a network stands: its neighbourhood and its name, with their addresses."""

    area: str
    area_href: str
    network: str
    network_href: str


@dataclass(frozen=True, kw_only=True)
class SeatLine:
    """A place at the table, and whether somebody sits there; never who."""

    name: str
    state: Badge
    note: str = ""
    """What kind of seat it is, and for which organisation."""


@dataclass(frozen=True, kw_only=True)
class AgreementLine:
    """What was agreed at a meeting, and what became of it."""

    text: str
    state: Badge
    facts: tuple[str, ...] = ()
    """By whom, of when, and when the network looks at it again."""
    became: str = ""
    href: str = ""
    """Where who keeps the network says what became of it."""


@dataclass(frozen=True, kw_only=True)
class MeetingLine:
    """A meeting in a list."""

    title: str
    """Its day, in words."""
    href: str
    facts: tuple[str, ...] = ()
    state: Badge | None = None


@dataclass(frozen=True, kw_only=True)
class NextMeeting:
    """The meeting that people can come to."""

    day: str
    time: str
    place: str
    welcome: str
    items: tuple[str, ...]
    href: str
    state: Badge | None = None
    """That people are not invited yet, for who may know of it already."""


@dataclass(frozen=True, kw_only=True)
class AdviceLine:
    """What a network was asked to advise on, and how far that is."""

    label: str
    href: str
    state: Badge


@dataclass(frozen=True, kw_only=True)
class NetworkPage:
    """web/network.html: a network as everybody reads it."""

    section: ClassVar[str] = "areas"
    name: str
    area: str
    area_href: str
    """Empty for a consultation of the whole municipality."""
    purpose: str
    upcoming: NextMeeting | None
    seats: tuple[SeatLine, ...]
    people: str
    """How many take part, in words."""
    coordinated: str
    """By which party, when it has a coordinator of its own."""
    missing: tuple[Action, ...]
    """Where somebody becomes that coordinator, for who keeps the roles, as long as nobody is."""
    own_rule: str
    turnout: str
    """About how many came this year and whether most were new, in words; empty when they were too few."""
    taking_part_href: str
    advice: tuple[AdviceLine, ...]
    """What it was asked to advise on, the newest first, as far as who reads may know of it."""
    agreements: tuple[AgreementLine, ...]
    meetings: tuple[MeetingLine, ...]
    plans: tuple[Action, ...] = ()
    """Those that are not over, the newest first."""
    meanings: tuple[Meaning, ...] = ()
    desk: Desk | None = None
    table_href: str = ""
    """The table of the network, for who keeps it."""
    all_href: str = ""
    """All networks of the neighbourhood."""
    fictional: bool = False


@dataclass(frozen=True, kw_only=True)
class NetworkRow:
    """One network of a neighbourhood."""

    name: str
    href: str
    purpose: str
    facts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class NetworksPage:
    """web/networks.html: the networks of a neighbourhood, and a new one for who may open it."""

    section: ClassVar[str] = "areas"
    area: str
    area_href: str
    rows: tuple[NetworkRow, ...]
    opening: ActForm | None = None
    sign_href: str = ""
    """Where who may open one hangs the sign on what meets already."""
    fictional: bool = False


@dataclass(frozen=True, kw_only=True)
class PersonLine:
    """Somebody who takes part, for who keeps the network."""

    name: str
    seat: str
    behalf: str
    email: str
    phone: str
    leads: str = ""
    """That this is who leads the talk."""
    term: str = ""
    """Up to when this person takes the seat, when the table agreed on that."""
    asks: bool = False
    """Whether it is time to talk about who goes on."""
    hint: str = ""
    """What to look at, when it may be somebody who stands in the list twice."""
    change_href: str = ""
    """Where who keeps the network puts a mistake right."""
    end_href: str = ""
    """Where who keeps the network says that this person stops."""


@dataclass(frozen=True, kw_only=True)
class MembersPage:
    """web/network_members.html: who take part, for who keeps the network."""

    section: ClassVar[str] = "areas"
    place: Place
    people: tuple[PersonLine, ...]
    lead_href: str
    """Where who keeps the network says who leads the talk."""
    joining: ActForm
    join_href: str
    buttons: Buttons


@dataclass(frozen=True, kw_only=True)
class SeatToEnd:
    """A seat with the form that takes it away, when it is free."""

    line: SeatLine
    ending: ActForm | None
    """None while somebody sits there."""


@dataclass(frozen=True, kw_only=True)
class SeatsPage:
    """web/network_seats.html: the places at the table."""

    section: ClassVar[str] = "areas"
    place: Place
    seats: tuple[SeatToEnd, ...]
    adding: ActForm
    add_href: str
    end_href: str


@dataclass(frozen=True, kw_only=True)
class FormPage:
    """web/network_form.html: a page of a network with one form."""

    section: ClassVar[str] = "areas"
    place: Place
    title: str
    lead: str
    buttons: Buttons
    points: tuple[str, ...] = ()
    """What sending it does."""
    people: tuple[str, ...] = ()
    """Who must be told in another way than by mail."""
    paper: Download | None = None
    """What may be printed to do it by."""


@dataclass(frozen=True, kw_only=True)
class SignPage:
    """web/network_sign.html: what meets already in a neighbourhood is its network."""

    section: ClassVar[str] = "areas"
    area: str
    area_href: str
    networks_href: str
    any: bool
    """Whether anything has no sign yet."""
    buttons: Buttons
