"""From rows to the pages that everybody reads: the networks of a neighbourhood, one of them, and a meeting."""

from datetime import date
from urllib.parse import urlencode

from django.utils.text import capfirst
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from wijkaanzet.areas.models import Area
from wijkaanzet.arrangements.queries import nearest
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import access, queries
from wijkaanzet.networks.models import AgendaItem, Meeting, Network
from wijkaanzet.networks.rules import FINAL, MeetingKind, MeetingStatus
from wijkaanzet.people.queries import desk_of
from wijkaanzet.web.desks import desk
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.links import addresses
from wijkaanzet.web.networks import words
from wijkaanzet.web.networks.forms import NetworkForm
from wijkaanzet.web.networks.who import is_fictional, keeps
from wijkaanzet.web.networks_part.advice import advice_links
from wijkaanzet.web.pages.meetings import AgendaLine, MeetingPage
from wijkaanzet.web.pages.networks import NetworkPage, NetworkRow, NetworksPage
from wijkaanzet.web.parts.meaning import meanings
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.plan_reading.link import plan_links
from wijkaanzet.web.role_keeping.missing import missing_coordinator
from wijkaanzet.web.telling.beside import ABOUT_SUMMIT
from wijkaanzet.web.tenancy import address

MOST_MEETINGS = 12
MOST_OPEN = 50
MOST_SETTLED = 12
"""Meetings, and agreements that are open, or done or let go: the newest; others stand on the pages of the meetings."""
WAS = (MeetingStatus.HELD, MeetingStatus.REPORTED)


def networks_page(request: Request, area: Area, *, opening: NetworkForm | None) -> NetworksPage:
    """The networks of a neighbourhood by name."""
    rows = [
        NetworkRow(
            name=one.body.name,
            href=address(request, "network", network=one.body.key),
            purpose=one.purpose,
            facts=(_("Meets here: %(place)s") % {"place": one.meeting_place},) if one.meeting_place else (),
        )
        for one in queries.networks_of(area)
    ]
    return NetworksPage(
        area=area.name,
        area_href=address(request, "area", slug=area.slug),
        rows=tuple(rows),
        opening=opening,
        sign_href=address(request, "network-sign", slug=area.slug) if opening else "",
        fictional=area.division.fictional,
    )


def network_page(request: Request, network: Network, *, today: date) -> NetworkPage:
    """A network as everybody reads it."""
    area = network.body.area
    here = area.name if area else request.municipality.name
    seen = access.network_meetings(actor_of(request), request.municipality, on=today)
    meetings = seen.filter(network=network)
    following = queries.next_meeting(meetings, on=today)
    held = list(queries.newest_first(meetings.filter(status__in=WAS))[:MOST_MEETINGS])
    came = queries.came_to([one.pk for one in held])
    acts = keeps(request, network)
    agreed = queries.agreements_of(network, open_most=MOST_OPEN, settled_most=MOST_SETTLED)
    agreements = tuple(words.agreement_line(request, one, acts=acts) for one in agreed)
    texts = (network.purpose, network.own_rule, *(f"{one.text}\n{one.became}" for one in agreements))
    key = network.body.key
    return NetworkPage(
        name=network.body.name,
        area=here,
        area_href=address(request, "area", slug=area.slug) if area else "",
        purpose=network.purpose or _("Here residents and organisations of %(area)s meet.") % {"area": here},
        upcoming=words.upcoming(request, following, queries.agenda_of(following)) if following else None,
        seats=tuple(map(words.seat_line, queries.seats_of(network, on=today))),
        people=_("Residents and people of organisations. We show no names here."),
        coordinated=words.coordinated(network),
        missing=missing_coordinator(request, network, today=today),
        own_rule=network.own_rule,
        turnout=words.turnout(queries.came_by_year(network)),
        taking_part_href=address(request, "network-taking-part", network=key),
        plans=plan_links(request, network),
        advice=advice_links(request, network),
        agreements=agreements,
        meetings=tuple(words.meeting_line(request, one, came=came.get(one.pk)) for one in held),
        meanings=meanings(nearest(request.municipality, on=today), texts),
        desk=desk(desk_of(request.municipality, area)),
        table_href=address(request, "network-table", network=key) if acts else "",
        all_href=_all_networks(request, area),
        fictional=is_fictional(network),
    )


def _all_networks(request: Request, area: Area | None) -> str:
    """The networks of the same neighbourhood, or of the whole municipality."""
    return address(request, "networks-of-area", slug=area.slug) if area else address(request, "networks")


def meeting_page(request: Request, meeting: Meeting, *, today: date) -> MeetingPage:
    """One meeting; notes and what can be done only for who keeps the network."""
    network, acts = meeting.network, keeps(request, meeting.network)
    came = queries.came_to([meeting.pk]).get(meeting.pk)
    return MeetingPage(
        place=words.place(request, network),
        day=words.day_of(meeting),
        time=capfirst(words.time_of(meeting)),
        where=meeting.place,
        state=words.state(meeting),
        welcome=words.welcome(meeting),
        agenda=_agenda(request, queries.agenda_of(meeting), acts=acts),
        came=f"{capfirst(words.people_came(came))}." if came else "",
        minutes=meeting.minutes,
        agreements=tuple(words.agreement_line(request, one, acts=acts) for one in queries.agreements_in(meeting)),
        papers=words.papers_to_keep(request, meeting) if acts else words.papers(request, meeting),
        idea_href=_idea_href(request, meeting),
        acts=_acts(request, meeting, today=today) if acts else (),
        table_href=address(request, "network-table", network=network.body.key) if acts else "",
        fictional=is_fictional(network),
    )


def _idea_href(request: Request, meeting: Meeting) -> str:
    """Where an idea for a citizens' summit is told or written down; empty for another meeting."""
    if meeting.kind != MeetingKind.SUMMIT or meeting.invited_on is None or meeting.status == MeetingStatus.CANCELLED:
        return ""
    return f"{address(request, 'tell')}?{urlencode({'over': f'{ABOUT_SUMMIT}-{meeting.public_id}'})}"


def _agenda(request: Request, items: list[AgendaItem], *, acts: bool) -> tuple[AgendaLine, ...]:
    about = {item.pk: Subject(item.subject_kind, item.subject_id) for item in items if item.subject_id}
    hrefs = addresses(request, set(about.values())) if acts else {}
    return tuple(
        AgendaLine(
            title=item.title,
            note=item.note if acts else "",
            outcome=item.outcome,
            href=hrefs.get(about[item.pk], "") if item.pk in about else "",
        )
        for item in items
    )


def _acts(request: Request, meeting: Meeting, *, today: date) -> tuple[Action, ...]:
    """What who keeps the network can do now, the next step first."""
    status, came_yet = MeetingStatus(meeting.status), localdate(meeting.starts_at) <= today
    agenda = ("meeting-agenda", _("Make the agenda"))
    came = [("meeting-hold", _("Write down who came"))] if came_yet else []
    invite = [] if localdate(meeting.starts_at) < today else [("meeting-invite", _("Invite people"))]
    change = ("meeting-change", _("Change day, time or place"))
    off, cards = ("meeting-cancel", _("Call it off")), ("meeting-cards", _("Count the cards"))
    held = ("meeting-hold-correct", _("Correct who came, and where"))
    steps = {
        MeetingStatus.PLANNED: [*invite, *came, agenda, change, off],
        MeetingStatus.INVITED: [*came, agenda, off],
        MeetingStatus.HELD: [("meeting-report", _("Write the report")), cards, held],
        MeetingStatus.REPORTED: [("meeting-correct", _("Correct the report")), cards, held],
    }.get(status, [])
    over = status in FINAL
    return tuple(
        Action(
            label=label,
            href=words.meeting_href(request, meeting, page),
            kind="secondary" if rest or over else "primary",
        )
        for rest, (page, label) in enumerate(steps)
    )
