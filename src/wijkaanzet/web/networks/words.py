"""Days, seats, agreements and turnout of a network in words."""

from datetime import date

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkaanzet.networks.labels import AGREEMENT_STATUSES, MEETING_STATUSES, SEAT_KINDS
from wijkaanzet.networks.models import AgendaItem, Agreement, Meeting, Network
from wijkaanzet.networks.queries import Came, ComingTogether, MemberWords, SeatWords
from wijkaanzet.networks.rules import AgreementStatus, MeetingStatus, SeatKind, WhoCame
from wijkaanzet.networks.rules.meetings import TO_COME
from wijkaanzet.networks.rules.seat_terms import comes_near
from wijkaanzet.web.http import Request
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.networks import AgreementLine, MeetingLine, NextMeeting, PersonLine, Place, SeatLine
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Badge, Download
from wijkaanzet.web.tenancy import address


def place(request: Request, network: Network) -> Place:
    """Where a page of a network stands."""
    area = network.body.area
    return Place(
        area=area.name if area else _("Networks"),
        area_href=address(request, "area", slug=area.slug) if area else address(request, "networks"),
        network=network.body.name,
        network_href=address(request, "network", network=network.body.key),
    )


def day_of(meeting: Meeting | ComingTogether) -> str:
    """The day of a meeting as people say it: donderdag 12 oktober 2017."""
    return str(date_format(localdate(meeting.starts_at), "l j F Y"))


def time_of(meeting: Meeting | ComingTogether) -> str:
    """The time at which it begins: om 19:30 uur."""
    return _("at %(time)s") % {"time": date_format(localtime(meeting.starts_at), "H:i")}


def welcome(meeting: Meeting) -> str:
    """That everybody is welcome at a meeting that is to come, or that it does not go on; else empty."""
    if meeting.status == MeetingStatus.CANCELLED:
        return _("This meeting does not go on.")
    open_to_all = meeting.welcome and meeting.status in TO_COME
    return _("Everybody is welcome. You need not tell us that you come.") if open_to_all else ""


def state(meeting: Meeting) -> Badge:
    """Where a meeting stands."""
    status = MeetingStatus(meeting.status)
    if status is MeetingStatus.CANCELLED:
        return Badge(label=str(MEETING_STATUSES[status]), tone="brick")
    return Badge(label=str(MEETING_STATUSES[status]), tone="leaf" if status is MeetingStatus.REPORTED else "petrol")


def upcoming(request: Request, meeting: Meeting, items: list[AgendaItem]) -> NextMeeting:
    """A meeting that people can come to."""
    return NextMeeting(
        day=capfirst(day_of(meeting)),
        time=capfirst(time_of(meeting)),
        place=meeting.place,
        welcome=welcome(meeting),
        items=tuple(item.title for item in items),
        href=meeting_href(request, meeting),
        state=_not_invited() if meeting.status == MeetingStatus.PLANNED else None,
    )


def _not_invited() -> Badge:
    """Only who keeps the network or takes part in it reads this; nobody else knows of the meeting yet."""
    return Badge(label=_("people are not invited yet"), tone="petrol")


def meeting_href(request: Request, meeting: Meeting, page: str = "meeting") -> str:
    """The address of a page of a meeting."""
    return address(request, page, network=meeting.network.body.key, public_id=meeting.public_id)


def back_to_meeting(request: Request, meeting: Meeting) -> Action:
    """The way out of a form about a meeting."""
    return Action(label=_("Back to the meeting"), href=meeting_href(request, meeting), kind="secondary")


def back_to_table(request: Request, network: str) -> Action:
    """The way out of a form about a network."""
    href = address(request, "network-table", network=network)
    return Action(label=_("Back to the table"), href=href, kind="secondary")


def papers(request: Request, meeting: Meeting) -> tuple[Download, ...]:
    """The agenda or the report to print, and of a meeting to come the invitations: for people and for a door."""
    reported = meeting.status == MeetingStatus.REPORTED
    labels = {"meeting-agenda-pdf": _("The report to print") if reported else _("The agenda to print")}
    if meeting.status in TO_COME:
        labels |= {"meeting-letter": _("Invitation as a letter"), "meeting-poster": _("Invitation as a poster")}
    return tuple(
        Download(href=meeting_href(request, meeting, page), label=label, kind="PDF") for page, label in labels.items()
    )


def papers_to_keep(request: Request, meeting: Meeting) -> tuple[Download, ...]:
    """The same for who keeps the network, until it is known who came with the sheet to tick that on."""
    own = (sheet(request, meeting),) if meeting.status in TO_COME else ()
    return (*papers(request, meeting), *own)


def sheet(request: Request, meeting: Meeting) -> Download:
    """The sheet on which is ticked who came."""
    label = _("Sheet to tick who came")
    return Download(href=meeting_href(request, meeting, "meeting-attendance-pdf"), label=label, kind="PDF")


def coordinated(network: Network) -> str:
    """Which party coordinates a network with a coordinator of its own; empty for any other network."""
    party = network.coordinated_by
    return _("%(party)s brings people together here.") % {"party": party.name} if party else ""


def meeting_line(request: Request, meeting: Meeting, *, came: int | None = None, badge: bool = False) -> MeetingLine:
    """A meeting in a list, with how many came when that may be shown."""
    return MeetingLine(
        title=capfirst(day_of(meeting)),
        href=meeting_href(request, meeting),
        facts=(people_came(came),) if came else (),
        state=state(meeting) if badge else None,
    )


def people_came(number: int) -> str:
    """How many people came to a meeting."""
    return ngettext("%(number)s person came", "%(number)s people came", number) % {"number": number}


def turnout(years: list[Came]) -> str:
    """About how many came in the newest year and whether most were new; empty when they are too few to show."""
    newest = years[0] if years else None
    return " ".join(who_were_there(newest)) if newest else ""


def who_were_there(year: Came) -> tuple[str, ...]:
    """About how many came in a year and whether most were new, in sentences; none when they are too few to show."""
    if year.who is None:
        return ()
    numbers = {"year": year.year, "persons": year.who.about}
    came = _("In %(year)s about %(persons)s different people of this network came.") % numbers
    return tuple(filter(None, (came, _new(year.who))))


def _new(who: WhoCame) -> str:
    if who.first_year:
        return _("That was the first year of which we know who came.")
    if who.mostly_new is None:
        return ""
    return _("Most of them were new.") if who.mostly_new else _("At least half of them had come in a year before.")


def seat_line(seat: SeatWords) -> SeatLine:
    """A place at the table, taken or free; at an open one everybody is welcome, whoever sits there already."""
    return SeatLine(name=capfirst(seat.name), state=_seat_state(seat), note=_party(seat))


def _seat_state(seat: SeatWords) -> Badge:
    if seat.kind is SeatKind.OPEN:
        return Badge(label=_("everybody is welcome"), tone="leaf")
    return Badge(label=_("taken"), tone="stone") if seat.taken else Badge(label=_("free"), tone="leaf")


def seat_line_to_keep(seat: SeatWords) -> SeatLine:
    """The same for who keeps the table, with what kind of seat it is."""
    line = seat_line(seat)
    note = " · ".join(filter(None, (str(SEAT_KINDS[seat.kind]), _party(seat))))
    return SeatLine(name=line.name, state=line.state, note=note)


def _party(seat: SeatWords) -> str:
    """Whose seat it is, or for which network somebody speaks there."""
    return _("speaks for %(network)s") % {"network": seat.speaks_for} if seat.speaks_for else seat.organisation


def agreement_line(request: Request, one: Agreement, *, acts: bool) -> AgreementLine:
    """What was agreed and what became of it."""
    status = AgreementStatus(one.status)
    tone = {AgreementStatus.DONE: Badge(label=str(AGREEMENT_STATUSES[status]), tone="leaf")}
    facts = [
        one.by_whom and _("taken up by %(who)s") % {"who": one.by_whom},
        _("agreed on %(day)s") % {"day": day(localdate(one.meeting.starts_at))},
    ]
    if status is AgreementStatus.OPEN:
        again = one.look_again_on
        facts.append(_("we look again on %(day)s") % {"day": day(again)} if again else _("we look again when we meet"))
    settles = acts and status is AgreementStatus.OPEN
    network = one.meeting.network.body.key
    return AgreementLine(
        text=one.text,
        state=tone.get(status, Badge(label=str(AGREEMENT_STATUSES[status]), tone="stone")),
        facts=tuple(filter(None, facts)),
        became=one.what_became,
        href=address(request, "agreement-settle", network=network, number=one.pk) if settles else "",
    )


def mails(people: list[MemberWords]) -> str:
    """To how many addresses a mail to who takes part goes; people who share one are reached at one."""
    number = len({one.named.email.casefold() for one in people if one.named.email})
    told = ngettext("A mail goes to %(number)s e-mail address.", "A mail goes to %(number)s e-mail addresses.", number)
    return told % {"number": number}


def person(member: MemberWords, *, today: date) -> PersonLine:
    """Somebody who takes part, for who keeps the network."""
    return PersonLine(
        name=member.named.name,
        seat=member.seat,
        behalf=_("resident") if member.as_resident else member.organisation or _("for work"),
        email=member.named.email,
        phone=member.named.phone,
        leads=_("leads the talk") if member.leads_talk else "",
        term=_seat_term(member.seat_until, today=today) if member.seat_until else "",
        asks=member.seat_until is not None and comes_near(member.seat_until, on=today),
    )


def _seat_term(until: date, *, today: date) -> str:
    """Up to when somebody takes the seat; once that comes near or is over, what to talk about."""
    told = {"day": day(until)}
    if not comes_near(until, on=today):
        return _("In this seat up to and including %(day)s") % told
    if until < today:
        return _("The term of this seat ended on %(day)s. Talk together about who goes on.") % told
    return _("The term of this seat ends on %(day)s. Talk together about who goes on.") % told
