"""Marks of what a network says now: who changes something sends along which it was that was read."""

from collections.abc import Iterable

from wijkaanzet.kernel.as_read import mark_of
from wijkaanzet.networks.models import AgendaItem, Agreement, Meeting, Member, Network
from wijkaanzet.networks.queries.attendance import Ticked


def mark_of_network(network: Network) -> str:
    """Of what a network says of itself; no query."""
    return mark_of(network.purpose, network.meeting_place, network.own_rule)


def mark_of_leading(leads: Member | None) -> str:
    """Of who leads the talk, if anybody; no query."""
    return mark_of(leads.pk if leads else None)


def mark_of_meeting(meeting: Meeting) -> str:
    """Of when and where people meet, and who is welcome; no query."""
    return mark_of(meeting.starts_at.timestamp(), meeting.place, meeting.welcome, str(meeting.kind))


def mark_of_held(meeting: Meeting, *, ticked: Ticked) -> str:
    """Of where people met, who came and how many others; no query."""
    others = (meeting.others_residents, meeting.others_professionals)
    return mark_of(meeting.place, *others, sorted(ticked.members), ticked.left)


def mark_of_report(meeting: Meeting, *, items: Iterable[AgendaItem], agreements: Iterable[Agreement]) -> str:
    """Of what a report says: the minutes, what came of each point of the agenda, and what was agreed; no query."""
    outcomes = [(one.pk, one.outcome) for one in items]
    agreed = [(one.pk, one.text, one.by_whom, one.look_again_on) for one in agreements]
    return mark_of(meeting.minutes, outcomes, agreed)
