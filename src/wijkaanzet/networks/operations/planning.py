"""A meeting is planned, gets its agenda, and people are invited; or it is called off."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import kinds
from wijkaanzet.networks import queries
from wijkaanzet.networks.models import AgendaItem, Meeting, Network
from wijkaanzet.networks.operations.telling import CALLED_OFF, INVITED, tell_members
from wijkaanzet.networks.operations.writing import enter, follow, locked_meeting, locked_network, log_meeting
from wijkaanzet.networks.rules import AgendaLine, MeetingKind, MeetingStatus
from wijkaanzet.networks.rules.agenda import fitting_agenda
from wijkaanzet.networks.rules.as_read import check_unchanged
from wijkaanzet.networks.rules.meetings import (
    check_agenda_open,
    check_changeable,
    check_day,
    check_planned_day,
    fitting_meeting_place,
)


@dataclass(frozen=True, kw_only=True)
class NewMeeting:
    """When and where people meet; empty for the place where the network always does."""

    starts_at: datetime
    place: str = ""
    welcome: bool = True
    """Whether everybody is."""
    kind: MeetingKind = MeetingKind.MEETING


@transaction.atomic
def plan_meeting(network: Network, *, new: NewMeeting, actor: Actor, at: datetime) -> Meeting:
    """Plan a meeting, or write down one that was held; only who keeps the network or takes part in it knows of it
    until it is held or people are invited. The same meeting again, as long as nobody was invited, is the same one.

    Raises Refused: ("meeting_long_past"), ("meeting_far"), ("meeting_without_place"), ("network_words_too_long").
    """
    network, today = locked_network(network), localdate(at)
    meeting = Meeting(network=network, status=MeetingStatus.PLANNED, status_since=today)
    _put(meeting, new, today=today)
    same = network.meetings.filter(starts_at=meeting.starts_at, kind=meeting.kind, place=meeting.place)
    if found := same.filter(welcome=meeting.welcome, status=MeetingStatus.PLANNED).order_by("id").first():
        return found  # the same form was sent twice
    meeting.save(force_insert=True)
    log_meeting(meeting, act="planned", detail={"network": network.pk}, actor=actor, at=at)
    follow(meeting)
    return meeting


@transaction.atomic
def change_meeting(meeting: Meeting, *, new: NewMeeting, seen: str = "", actor: Actor, at: datetime) -> Meeting:
    """Put a meeting that nobody was invited to on another day or at another time or place; its agenda stays.

    `seen` is the mark of what was read (`queries.mark_of_meeting`). Raises Refused: ("meeting_invited_already"),
    ("wrong_state"), ("changed_meanwhile"), ("meeting_long_past"), ("meeting_far"), ("meeting_without_place"),
    ("network_words_too_long").
    """
    meeting, today = locked_meeting(meeting), localdate(at)
    check_changeable(MeetingStatus(meeting.status))
    check_unchanged(seen, now=queries.mark_of_meeting(meeting))
    before = localdate(meeting.starts_at)
    changed = _put(meeting, new, today=today)
    if not changed:
        return meeting
    if localdate(meeting.starts_at) != before:
        meeting.status_since = today  # the terms of another day begin anew
    meeting.save()
    log_meeting(meeting, act="changed", detail=dict.fromkeys(changed, True), actor=actor, at=at)
    follow(meeting)
    return meeting


@transaction.atomic
def set_agenda(meeting: Meeting, *, lines: Sequence[AgendaLine], actor: Actor, at: datetime) -> list[AgendaItem]:
    """Write the whole agenda anew, in this order.

    Raises Refused: ("agenda_closed") once it was held, ("agenda_too_many"), ("agenda_without_title"), ("agenda_twice"),
    ("agenda_unknown_subject"), ("network_words_too_long").
    """
    meeting = locked_meeting(meeting)
    check_agenda_open(MeetingStatus(meeting.status))
    lines = fitting_agenda(lines)
    if any(line.subject is not None and line.subject.kind not in kinds() for line in lines):
        raise Refused("agenda_unknown_subject")
    meeting.items.all().delete()
    items = [_item(meeting, position, line) for position, line in enumerate(lines, start=1)]
    AgendaItem.objects.bulk_create(items)
    log_meeting(meeting, act="agenda_set", detail={"items": len(items)}, actor=actor, at=at)
    return items


@transaction.atomic
def invite(meeting: Meeting, *, actor: Actor, at: datetime) -> Meeting:
    """Invite people: everybody may know of the meeting now, and each member with an e-mail address gets a message.

    Raises Refused: ("wrong_state"), and ("meeting_past") when the day is over.
    """
    meeting, today = locked_meeting(meeting), localdate(at)
    check_day(localdate(meeting.starts_at), today=today)
    meeting.invited_on = today
    messages = tell_members(meeting.network, kind=INVITED, at=at)
    return enter(meeting, status=MeetingStatus.INVITED, detail={"messages": messages}, actor=actor, at=at)


@transaction.atomic
def cancel(meeting: Meeting, *, actor: Actor, at: datetime) -> Meeting:
    """Call a meeting off; who was invited finds that at its address, and each with an e-mail address gets a message.

    Nobody goes to its place any more, so that is not kept: calling it off also takes an address out of what is public.

    Raises Refused("wrong_state").
    """
    meeting = locked_meeting(meeting)
    was_invited = meeting.status == MeetingStatus.INVITED
    meeting.place = ""
    meeting = enter(meeting, status=MeetingStatus.CANCELLED, detail={}, actor=actor, at=at)
    if was_invited:
        tell_members(meeting.network, kind=CALLED_OFF, at=at)
    return meeting


def _put(meeting: Meeting, new: NewMeeting, *, today: date) -> list[str]:
    """Write in a meeting when and where it is; gives what of that is new."""
    check_planned_day(localdate(new.starts_at), today=today)
    told = {
        "starts_at": new.starts_at,
        "place": fitting_meeting_place(new.place.strip() or meeting.network.meeting_place),
        "welcome": new.welcome,
        "kind": new.kind,
    }
    changed = [name for name, value in told.items() if getattr(meeting, name) != value]
    for name in changed:
        setattr(meeting, name, told[name])
    return changed


def _item(meeting: Meeting, position: int, line: AgendaLine) -> AgendaItem:
    return AgendaItem(
        meeting=meeting,
        position=position,
        title=line.title,
        note=line.note,
        subject_kind=line.subject.kind if line.subject else "",
        subject_id=line.subject.id if line.subject else None,
    )
