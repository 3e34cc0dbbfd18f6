"""The pages of meetings: the agenda and the report as forms, what everybody reads, and the table of who keeps them."""

from dataclasses import dataclass
from typing import ClassVar

from django.forms.boundfield import BoundField

from wijkaanzet.web.pages.networks import AgreementLine, MeetingLine, NextMeeting, PersonLine, Place, SeatLine
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action, MoveCard
from wijkaanzet.web.parts.notices import Badge, Download


@dataclass(frozen=True, kw_only=True)
class AgendaRow:
    """One point of an agenda as it is filled in."""

    questions: tuple[BoundField, ...]
    """Its number, its title and a note."""
    about: BoundField


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """Something that waits for the network or its neighbourhood."""

    tick: BoundField
    label: str
    facts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class AgendaBox:
    """The agenda of a meeting as a form: what stands on it, what waits, and room for something else."""

    href: str
    rows: tuple[AgendaRow, ...]
    fresh: tuple[AgendaRow, ...]
    suggestions: tuple[Suggestion, ...]
    seen: str
    """Which agenda it is that is changed."""
    looked: BoundField | None
    """The box to tick, once a title may point at a person."""
    buttons: Buttons


@dataclass(frozen=True, kw_only=True)
class AgendaPage:
    """web/meeting_agenda.html: the agenda of a meeting as a form."""

    section: ClassVar[str] = "areas"
    place: Place
    day: str
    box: AgendaBox


@dataclass(frozen=True, kw_only=True)
class AgreementRow:
    """Room for one agreement on the form of a report."""

    number: int
    fields: tuple[BoundField, ...]


@dataclass(frozen=True, kw_only=True)
class OutcomeRow:
    """A point of the agenda, and what came out of it."""

    title: str
    field: BoundField


@dataclass(frozen=True, kw_only=True)
class ReportPage:
    """web/meeting_report.html: the short minutes of a meeting, what came out, and what was agreed."""

    section: ClassVar[str] = "areas"
    place: Place
    title: str
    day: str
    minutes: BoundField
    outcomes: tuple[OutcomeRow, ...]
    agreements: tuple[AgreementRow, ...]
    more: tuple[AgreementRow, ...]
    """Room for more of them."""
    open: bool
    """Whether something was filled in there already."""
    looked: BoundField | None
    """The box to tick, once something may point at a person."""
    hidden: tuple[BoundField, ...]
    """Which report it was that was read, when there is one already."""
    buttons: Buttons


@dataclass(frozen=True, kw_only=True)
class NotYetPage:
    """web/meeting_not_yet.html: what is asked only once a meeting is there."""

    section: ClassVar[str] = "areas"
    place: Place
    title: str
    lead: str
    paper: Download
    """What can be printed for it beforehand."""
    buttons: Buttons


@dataclass(frozen=True, kw_only=True)
class AgendaLine:
    """One point of an agenda as it is read; the note only for who takes part."""

    title: str
    note: str = ""
    outcome: str = ""
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class MeetingPage:
    """web/meeting.html: one meeting, before and after."""

    section: ClassVar[str] = "areas"
    place: Place
    day: str
    time: str
    where: str
    state: Badge
    welcome: str
    agenda: tuple[AgendaLine, ...]
    came: str
    minutes: str
    agreements: tuple[AgreementLine, ...]
    papers: tuple[Download, ...]
    """The agenda or the report to print, and before the meeting the invitations."""
    idea_href: str = ""
    """Where an idea is told, when it is a citizens' summit."""
    acts: tuple[Action, ...] = ()
    table_href: str = ""
    fictional: bool = False


@dataclass(frozen=True, kw_only=True)
class TablePage:
    """web/network_table.html: the hour of the coordinator on one screen."""

    section: ClassVar[str] = "areas"
    place: Place
    card: MoveCard
    upcoming: NextMeeting | None
    agenda: AgendaBox | None
    free_seats: tuple[SeatLine, ...]
    people: tuple[PersonLine, ...]
    agreements: tuple[AgreementLine, ...]
    meetings: tuple[MeetingLine, ...]
    members_href: str
    seats_href: str
    describe_href: str
    spheres_href: str
    """Where is talked about who does what; empty for a consultation of the whole municipality."""
    words_href: str
    """Where is written what words mean here; empty for a consultation of the whole municipality."""
    new_href: str
    plans: tuple[Action, ...]
    """The plans that the network writes or wrote, as long as they are not over."""
    new_plan_href: str
    """Where a plan begins; empty for a consultation of the whole municipality, and while one is being written."""
    invitations_href: str
    remind_href: str
    """Where people are asked how it goes; empty when nothing is looked at again."""
    entrust_href: str
    """Where it is said who coordinates; empty for who may not say so."""
    papers: tuple[Download, ...] = ()
    """To print: of a meeting to come the agenda, the invitations and the sheet; and the newest report."""
