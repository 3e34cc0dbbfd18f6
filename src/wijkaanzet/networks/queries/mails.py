"""What a mail to somebody who takes part says; made when it is sent, so that it tells how things are then."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.timezone import localdate

from wijkaanzet.kernel.models import OutboxMessage
from wijkaanzet.networks.models import Agreement, Meeting, Member, Network
from wijkaanzet.networks.queries.agreements import agreements_to_look_at
from wijkaanzet.networks.queries.meetings import next_meeting
from wijkaanzet.networks.queries.seats import named_of
from wijkaanzet.networks.rules import MEMBER, MeetingStatus


@dataclass(frozen=True, kw_only=True)
class MailToMember:
    """To whom a mail goes and of which network, and the meetings and agreements that it is about."""

    email: str
    name: str
    network: Network
    meetings: tuple[Meeting, ...] = ()
    agreements: tuple[Agreement, ...] = ()


def mail_to_member(member_id: int, *, written_on: date, on: date) -> MailToMember | None:
    """The meetings to come to which a member was invited on the day that a message was written, the first one first.

    None for who left, has no e-mail address, or when none of them is to come any more.
    """
    return _about_meetings(member_id, Q(status=MeetingStatus.INVITED, invited_on=written_on), on=on)


def called_off_to_member(member_id: int, *, written_on: date, on: date) -> MailToMember | None:
    """The meetings to come that people were invited to and that were called off on the day of a message.

    None when there is nothing to tell, or nobody.
    """
    off = Q(status=MeetingStatus.CANCELLED, invited_on__isnull=False, status_since=written_on)
    return _about_meetings(member_id, off, on=on)


def reminder_to_member(member_id: int, *, on: date) -> MailToMember | None:
    """What a member is asked about agreements; None when there is nothing to look at or nobody to ask."""
    member = _reached(member_id)
    agreements = tuple(asked_about(member.network, on=on)) if member else ()
    if member is None or not agreements:
        return None
    named = named_of(member)
    return MailToMember(email=named.email, name=named.name, network=member.network, agreements=agreements)


def asked_about(network: Network, *, on: date) -> list[Agreement]:
    """The agreements that the table looks at again at its next meeting, or wanted to look at before; two queries."""
    following = next_meeting(Meeting.objects.filter(network=network), on=on)
    return agreements_to_look_at(network, on=localdate(following.starts_at) if following else on)


def mailed_on(network: Network, kind: str, *, day: date) -> bool:
    """Whether who takes part in a network got a message of a kind on a day."""
    members = Member.objects.filter(network=network).values("pk")
    rows = OutboxMessage.objects.filter(kind=kind, subject_kind=MEMBER, subject_id__in=members)
    return rows.filter(written_at__date=day).exists()


def _about_meetings(member_id: int, these: Q, *, on: date) -> MailToMember | None:
    member = _reached(member_id)
    if member is None:
        return None
    found = Meeting.objects.filter(these, network=member.network, starts_at__date__gte=on)
    meetings = tuple(found.order_by("starts_at", "id"))
    if not meetings:
        return None
    named = named_of(member)
    return MailToMember(email=named.email, name=named.name, network=member.network, meetings=meetings)


def _reached(member_id: int) -> Member | None:
    """Who takes part and has an e-mail address."""
    rows = Member.objects.filter(pk=member_id, ends_before__isnull=True)
    member = rows.select_related("network__body__municipality").first()
    return member if member and named_of(member).email else None
