"""What the product itself asked of a network, or of an organisation: counted, never written down by anybody."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate

from wijkaanzet.cycle.rules.burden import AskedKind, Burden, burdens
from wijkaanzet.decisions.models import AdviceRequest
from wijkaanzet.networks.models import Meeting, Member, Network, Seat
from wijkaanzet.networks.rules import MeetingStatus
from wijkaanzet.people.models import Organisation
from wijkaanzet.plans.models import Ask, Contribution, Plan
from wijkaanzet.scans.models import Scan


@dataclass(frozen=True)
class _Asked:
    """One question to a network."""

    kind: AskedKind
    network_id: int
    day: date


@dataclass(frozen=True)
class _Stay:
    """From when to when an organisation sat at a table; without an end it still does."""

    network_id: int
    starts_on: date
    ends_before: date | None

    def held(self, asked: _Asked) -> bool:
        """Whether it sat there when something was asked."""
        begun = self.network_id == asked.network_id and self.starts_on <= asked.day
        return begun and (self.ends_before is None or asked.day < self.ends_before)


def asked_of_network(network: Network) -> list[Burden]:
    """What a network was asked, by year, the newest first: to meet, to look at a scan, to advise, to write a plan.

    Four queries, however much it is.
    """
    return burdens((one.kind, one.day) for one in _asked([network.pk]))


def asked_of_organisation(organisation: Organisation) -> list[Burden]:
    """What an organisation was asked, by year, the newest first: what each network was asked while it sat there, and
    what it was asked itself: to bring something to a plan, or to answer a question. Eight queries, however much it is.
    """
    stays = [*_stays(organisation)]
    with_others = [
        (one.kind, one.day)
        for one in _asked({stay.network_id for stay in stays})
        if any(stay.held(one) for stay in stays)
    ]
    brought = Contribution.objects.filter(organisation=organisation).order_by("id")
    questions = Ask.objects.filter(organisation=organisation).order_by("id")
    own = (
        *((AskedKind.CONTRIBUTION, day) for day in brought.values_list("asked_on", flat=True)),
        *((AskedKind.QUESTION, day) for day in questions.values_list("asked_on", flat=True)),
    )
    return burdens([*with_others, *own])


def _asked(networks: Collection[int]) -> Iterator[_Asked]:
    held = Meeting.objects.filter(network__in=networks, invited_on__isnull=False)
    held = held.exclude(status=MeetingStatus.CANCELLED).order_by("id")
    for network_id, starts_at in held.values_list("network_id", "starts_at"):
        yield _Asked(AskedKind.MEETING, network_id, localdate(starts_at))
    scans = Scan.objects.filter(network__network__in=networks, commenting_until__isnull=False).order_by("id")
    for network_id, day in scans.values_list("network__network", "commenting_until"):
        if day is not None:
            yield _Asked(AskedKind.SCAN, network_id, day)
    advice = AdviceRequest.objects.filter(body__network__in=networks).order_by("id")
    for network_id, day in advice.values_list("body__network", "asked_on"):
        yield _Asked(AskedKind.ADVICE, network_id, day)
    plans = Plan.objects.filter(network__in=networks).order_by("id")
    for network_id, day in plans.values_list("network_id", "begun_on"):
        yield _Asked(AskedKind.PLAN, network_id, day)


def _stays(organisation: Organisation) -> Iterator[_Stay]:
    """By a seat of its own, or by somebody who takes part for it."""
    for rows in (Seat.objects.filter(organisation=organisation), Member.objects.filter(organisation=organisation)):
        for network_id, starts_on, ends_before in rows.order_by("id").values_list(
            "network_id", "starts_on", "ends_before"
        ):
            yield _Stay(network_id, starts_on, ends_before)
