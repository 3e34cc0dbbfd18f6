"""Who sits at a table: seats taken and free for everybody, names for who keeps the network only."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.as_read import mark_of
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.sealed import unseal_words
from wijkaanzet.networks.labels import MEMBER
from wijkaanzet.networks.models import Member, Network, Seat
from wijkaanzet.networks.rules import Named, SeatKind
from wijkaanzet.networks.rules.members import TakesPart

MEMBER_SEAL = "networks.member"


@dataclass(frozen=True, kw_only=True)
class SeatWords:
    """A seat as everybody may know of it: not who sits there."""

    id: int
    name: str
    kind: SeatKind
    organisation: str
    """Whose seat it is, or empty."""
    speaks_for: str
    """The network for which somebody sits there, or empty."""
    taken: bool


@dataclass(frozen=True, kw_only=True)
class MemberWords:
    """Somebody who takes part, with name and addresses: for who keeps the network."""

    id: int
    named: Named
    seat: str
    as_resident: bool
    organisation: str
    logs_in: bool
    since: date
    seat_until: date | None
    """The last day of the term of the seat, when one was agreed."""
    leads_talk: bool


def seats_of(network: Network, *, on: date) -> list[SeatWords]:
    """The seats of a network on a day, by name; one query."""
    sits = Member.objects.filter(seat=OuterRef("pk"), ends_before__isnull=True)
    there = Q(ends_before__isnull=True) | Q(ends_before__gt=on)
    seats = Seat.objects.filter(there, network=network, starts_on__lte=on).annotate(taken=Exists(sits))
    return [
        SeatWords(
            id=seat.pk,
            name=seat.name,
            kind=SeatKind(seat.kind),
            organisation=seat.organisation.name if seat.organisation else "",
            speaks_for=seat.speaks_for.body.name if seat.speaks_for else "",
            taken=seat.taken,
        )
        for seat in seats.select_related("organisation", "speaks_for__body").order_by("name", "id")
    ]


def is_free(seat: Seat | None) -> bool:
    """Whether somebody can sit down in a seat: it is there, and nobody sits in it."""
    if seat is None or seat.ends_before is not None:
        return False
    return not seat.members.filter(ends_before__isnull=True).exists()


def free_seat(network: Network, seat: Seat | None) -> Seat | None:
    """The seat as it is now, or none. Raises Refused: ("seat_elsewhere"), ("seat_ended"), ("seat_taken")."""
    found = network.seats.filter(pk=seat.pk).first() if seat else None
    if seat is not None and found is None:
        raise Refused("seat_elsewhere", name=seat.name)
    if found is not None and found.ends_before is not None:
        raise Refused("seat_ended", name=found.name)
    if found is not None and not is_free(found):
        raise Refused("seat_taken", name=found.name)
    return found


def members_of(network: Network) -> list[MemberWords]:
    """Who takes part now, in the order in which they joined; one query. Raises CannotOpen.

    Who may read their names is for `access`: this does not know who reads.
    """
    rows = Member.objects.filter(network=network, ends_before__isnull=True).select_related("seat", "organisation")
    return [_words(member) for member in rows.order_by("starts_on", "id")]


def who_leads(network: Network) -> Member | None:
    """Who leads the talk, if somebody does; one query."""
    return network.members.filter(leads_talk=True, ends_before__isnull=True).first()


def people_at_table(network: Network) -> dict[int, TakesPart]:
    """Who takes part now by id, to know whether somebody else is one of them; one query. Raises CannotOpen."""
    return {
        member.pk: _takes_part(member)
        for member in Member.objects.filter(network=network, ends_before__isnull=True).order_by("id")
    }


def mark_of_member(member: Member) -> str:
    """By which it is known again that somebody stands in the list as it was read. Raises CannotOpen."""
    return mark_of(_takes_part(member))


def _takes_part(member: Member) -> TakesPart:
    return TakesPart(
        named=named_of(member),
        as_resident=member.as_resident,
        organisation_id=member.organisation_id,
        seat_id=member.seat_id,
        seat_until=member.seat_until,
    )


def member_networks(ids: Collection[int]) -> dict[int, str]:
    """The key of the network of each member."""
    return dict(Member.objects.filter(id__in=ids).values_list("id", "network__body__key"))


def member_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """Members by their network; never by name."""
    rows = Member.objects.filter(id__in=ids).values_list("id", "network__body__name")
    return {id_: str(MEMBER) % {"network": name} for id_, name in rows}


def _words(member: Member) -> MemberWords:
    return MemberWords(
        id=member.pk,
        named=named_of(member),
        seat=member.seat.name if member.seat else "",
        as_resident=member.as_resident,
        organisation=member.organisation.name if member.organisation else "",
        logs_in=member.user_id is not None,
        since=member.starts_on,
        seat_until=member.seat_until,
        leads_talk=member.leads_talk,
    )


def named_of(member: Member) -> Named:
    """Who it is that takes part; the table sees to it that there is a name. Raises CannotOpen."""
    return Named.of(unseal_words(member.named or b"", purpose=MEMBER_SEAL))
