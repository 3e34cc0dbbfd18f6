"""Where meetings and agreements stand, to compute their moves from."""

from collections.abc import Iterator
from datetime import date

from django.utils.timezone import localdate

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.arrangements.rules import Terms
from wijkaanzet.kernel.moves import Standing
from wijkaanzet.networks.models import Agreement, Meeting
from wijkaanzet.networks.queries.networks import keeper_scope
from wijkaanzet.networks.rules import FINAL, AgreementFacts, AgreementStatus, MeetingFacts, MeetingStatus


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
    """Where one agreement stands; its meeting, network and municipality are at hand."""
    network = agreement.meeting.network
    facts = AgreementFacts(keeper_scope(network), agreement.look_again_on)
    return Standing(agreement.pk, network.body.municipality_id, AgreementStatus(agreement.status), facts)


def agreement_standings() -> Iterator[Standing]:
    """Where all open agreements stand."""
    waiting = Agreement.objects.filter(status=AgreementStatus.OPEN).select_related("meeting__network__body")
    return (agreement_standing(agreement) for agreement in waiting.order_by("id"))


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
