"""Where meetings and agreements stand, to compute their moves from."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.timezone import localdate

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.arrangements.rules import Terms
from wijkaanzet.kernel.moves import Standing
from wijkaanzet.networks.models import Agreement, Meeting, Network
from wijkaanzet.networks.queries.networks import keeper_scope
from wijkaanzet.networks.rules import FINAL, AgreementFacts, AgreementStatus, MeetingFacts, MeetingStatus
from wijkaanzet.networks.rules.meetings import TO_COME


def standing(meeting: Meeting) -> Standing:
    """Where one meeting stands; its network and municipality are at hand."""
    return _standing(meeting, _terms(meeting))


def standings() -> Iterator[Standing]:
    """Where all meetings stand that still wait for somebody."""
    known: dict[tuple[int, date], Terms] = {}
    waiting = Meeting.objects.exclude(status__in=FINAL).select_related("network__body__municipality")
    for meeting in waiting.order_by("id"):
        key = (meeting.network.body.municipality_id, meeting.status_since)
        if key not in known:
            known[key] = _terms(meeting)
        yield _standing(meeting, known[key])


def agreement_standing(agreement: Agreement) -> Standing:
    """Where one agreement stands; its meeting, network and municipality are at hand. Without a day one query."""
    if agreement.look_again_on is not None:
        return _agreement_standing(agreement, next_at=None)
    following = _after(agreement.meeting.network_id, agreement.meeting.starts_at)
    return _agreement_standing(agreement, next_at=following.values_list("starts_at", flat=True).first())


def agreement_standings() -> Iterator[Standing]:
    """Where all open agreements stand."""
    return _with_next(Agreement.objects.filter(status=AgreementStatus.OPEN))


def standings_without_day(network: Network) -> Iterator[Standing]:
    """Where the open agreements of a network stand that come back whenever it meets; one query."""
    still_open = Agreement.objects.filter(meeting__network=network, status=AgreementStatus.OPEN)
    return _with_next(still_open.filter(look_again_on__isnull=True))


def _with_next(agreements: QuerySet[Agreement]) -> Iterator[Standing]:
    following = _after(OuterRef("meeting__network"), OuterRef("meeting__starts_at")).values("starts_at")
    whole = agreements.select_related("meeting__network__body").annotate(next_at=Subquery(following[:1]))
    return (_agreement_standing(agreement, next_at=agreement.next_at) for agreement in whole.order_by("id"))


def _after(network: int | OuterRef, moment: datetime | OuterRef) -> QuerySet[Meeting]:
    """The meetings of a network that are to come after another one, the first one first."""
    to_come = Meeting.objects.filter(network=network, starts_at__gt=moment, status__in=TO_COME)
    return to_come.order_by("starts_at", "id")


def _agreement_standing(agreement: Agreement, *, next_at: datetime | None) -> Standing:
    """Without a day of its own it is looked at again at the next meeting, once that is planned."""
    network, next_day = agreement.meeting.network, localdate(next_at) if next_at else None
    facts = AgreementFacts(keeper_scope(network), agreement.look_again_on or next_day)
    return Standing(agreement.pk, network.body.municipality_id, AgreementStatus(agreement.status), facts)


def _terms(meeting: Meeting) -> Terms:
    return arrangements.nearest(meeting.network.body.municipality, on=meeting.status_since).terms


def _standing(meeting: Meeting, terms: Terms) -> Standing:
    facts = MeetingFacts(
        scope=keeper_scope(meeting.network),
        day=localdate(meeting.starts_at),
        since=meeting.status_since,
        answer_days=terms.answer_days,
    )
    return Standing(meeting.pk, meeting.network.body.municipality_id, MeetingStatus(meeting.status), facts)
