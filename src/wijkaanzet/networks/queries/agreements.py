"""Reading what a table agreed."""

from collections.abc import Collection
from datetime import date

from django.db.models import F, Q, QuerySet

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.networks.models import Agreement, Meeting, Network
from wijkaanzet.networks.rules import AgreementStatus


def agreements_of(network: Network, *, open_most: int, settled_most: int) -> list[Agreement]:
    """What a network agreed and is open, then what was done or let go; the newest of each, so many at most.

    Two queries.
    """
    agreed = _newest(Agreement.objects.filter(meeting__network=network))
    still_open = agreed.filter(status=AgreementStatus.OPEN)[:open_most]
    return [*still_open, *agreed.exclude(status=AgreementStatus.OPEN)[:settled_most]]


def agreements_in(meeting: Meeting) -> list[Agreement]:
    """What was agreed in one meeting; one query."""
    return list(_whole(Agreement.objects.filter(meeting=meeting)).order_by("id"))


def agreements_to_look_at(network: Network, *, on: date) -> list[Agreement]:
    """Open agreements that the table looks at again when it meets on a day; one query.

    Those that it wanted to look at by then, the oldest day first; and last those without a day, of an earlier meeting.
    """
    without_day = Q(look_again_on__isnull=True, meeting__starts_at__date__lt=on)
    still_open = Agreement.objects.filter(meeting__network=network, status=AgreementStatus.OPEN)
    due = still_open.filter(Q(look_again_on__lte=on) | without_day)
    return list(_whole(due).order_by(F("look_again_on").asc(nulls_last=True), "id"))


def agreement_places(ids: Collection[int]) -> dict[int, tuple[str, str]]:
    """The key of the network and the public id of the meeting in which each agreement was made."""
    rows = Agreement.objects.filter(id__in=ids).values_list("id", "meeting__network__body__key", "meeting__public_id")
    return {id_: (key, public_id) for id_, key, public_id in rows}


def agreement_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """Agreements by their words; they are public."""
    return dict(Agreement.objects.filter(id__in=ids).values_list("id", "text"))


def visible_agreements(actor: Actor, ids: Collection[int]) -> set[int]:
    """What a table agreed stands in its report, which everybody may read."""
    return set(Agreement.objects.filter(id__in=ids).values_list("id", flat=True))


def _newest(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    return _whole(agreements).order_by("-meeting__starts_at", "id")


def _whole(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    return agreements.select_related("meeting__network__body__municipality")
