"""What every act on a network does: take the row for itself, write down that it was done, say whose move it is."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.kernel import audit, moves, open_moves
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import queries
from wijkaanzet.networks.models import Agreement, Invitation, Meeting, Network
from wijkaanzet.networks.queries.standings import standings_without_day
from wijkaanzet.networks.rules import AGREEMENT, INVITATION, MEMBER, NETWORK, PROCESS, MeetingStatus
from wijkaanzet.networks.rules.meetings import check_step

Detail = Mapping[str, str | int | bool | None]


@transaction.atomic
def locked_network(network: Network) -> Network:
    """As it is now, and ours alone: who sits there changes one act at a time."""
    rows = Network.objects.select_for_update(of=("self",)).select_related("body__municipality")
    return rows.get(pk=network.pk)


@transaction.atomic
def locked_meeting(meeting: Meeting) -> Meeting:
    """As it is now, and ours alone."""
    rows = Meeting.objects.select_for_update(of=("self",)).select_related("network__body__municipality")
    return rows.get(pk=meeting.pk)


@transaction.atomic
def enter(meeting: Meeting, *, status: MeetingStatus, detail: Detail, actor: Actor, at: datetime) -> Meeting:
    """Save a meeting in its new status. Raises Refused("wrong_state")."""
    check_step(MeetingStatus(meeting.status), status)
    meeting.status, meeting.status_since = status, localdate(at)
    meeting.save()
    log_meeting(meeting, act=status, detail=detail, actor=actor, at=at)
    follow(meeting)
    return meeting


@transaction.atomic
def follow(meeting: Meeting) -> None:
    """Say whose move a meeting is, and when the table looks again at what it agreed without a day."""
    municipality = meeting.network.body.municipality
    open_moves.follow(queries.standing(meeting), process=moves.PROCESSES[PROCESS], municipality=municipality)
    without_day = standings_without_day(locked_network(meeting.network))
    open_moves.follow_all(without_day, process=moves.PROCESSES[AGREEMENT], municipality=municipality)


@transaction.atomic
def follow_agreement(agreement: Agreement) -> None:
    """Say when the table looks at an agreement again, or that nobody does any more."""
    municipality = agreement.meeting.network.body.municipality
    process = moves.PROCESSES[AGREEMENT]
    locked_network(agreement.meeting.network)  # whose next meeting is planned just now may follow this one as well
    open_moves.follow(queries.agreement_standing(agreement), process=process, municipality=municipality)


@transaction.atomic
def log(network: Network, *, act: str, detail: Detail, actor: Actor, at: datetime) -> None:
    """Write down what was done with a network: references and numbers, no words and no names."""
    _record(network, f"networks.network.{act}", Subject(NETWORK, network.pk), detail, actor=actor, at=at)


@transaction.atomic
def log_member(network: Network, *, member_id: int, act: str, detail: Detail, actor: Actor, at: datetime) -> None:
    """Write down what was done with somebody in the list, by number."""
    _record(network, f"networks.member.{act}", Subject(MEMBER, member_id), detail, actor=actor, at=at)


@transaction.atomic
def log_meeting(meeting: Meeting, *, act: str, detail: Detail, actor: Actor, at: datetime) -> None:
    """Write down what was done with a meeting; nothing of what was said."""
    _record(meeting.network, f"networks.meeting.{act}", Subject(PROCESS, meeting.pk), detail, actor=actor, at=at)


@transaction.atomic
def log_agreement(agreement: Agreement, *, act: str, actor: Actor, at: datetime) -> None:
    """Write down that an agreement was made or settled."""
    network, subject = agreement.meeting.network, Subject(AGREEMENT, agreement.pk)
    _record(network, f"networks.agreement.{act}", subject, {"meeting": agreement.meeting_id}, actor=actor, at=at)


@transaction.atomic
def log_invitation(invitation: Invitation, *, act: str, actor: Actor, at: datetime) -> None:
    """Write down that somebody was invited to take part, or answered; never whom."""
    subject, detail = Subject(INVITATION, invitation.pk), {"seat": invitation.seat_id, "member": invitation.member_id}
    _record(invitation.network, f"networks.invitation.{act}", subject, detail, actor=actor, at=at)


def _record(network: Network, action: str, subject: Subject, detail: Detail, *, actor: Actor, at: datetime) -> None:
    municipality = network.body.municipality
    audit.record(action, subject=subject, actor=actor, at=at, municipality=municipality, detail=dict(detail))
