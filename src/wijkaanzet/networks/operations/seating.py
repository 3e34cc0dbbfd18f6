"""Seats at a table, and who takes part: residents, organisations, and people who never log in."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.sealed import seal_words
from wijkaanzet.networks.models import Member, Network, Seat
from wijkaanzet.networks.operations.writing import locked_network, log, log_member
from wijkaanzet.networks.queries import MEMBER_SEAL, free_seat, own_organisation, people_at_table
from wijkaanzet.networks.rules import Named, NewSeat
from wijkaanzet.networks.rules.members import TakesPart, check_not_there
from wijkaanzet.networks.rules.networks import SeatKind, check_for_whom, fitting_named, fitting_seat
from wijkaanzet.people.models import Organisation, User


@dataclass(frozen=True, kw_only=True)
class Joining:
    """Who takes part from now on: in a seat or without one, as a resident, for an organisation, or neither."""

    named: Named
    seat: Seat | None = None
    as_resident: bool = False
    organisation: Organisation | None = None
    user: User | None = None
    """The account, of somebody who logs in."""


@transaction.atomic
def add_seat(
    network: Network,
    *,
    new: NewSeat,
    actor: Actor,
    at: datetime,
    organisation: Organisation | None = None,
    speaks_for: Network | None = None,
) -> Seat:
    """Put a seat at the table, free from today on; of nobody, of an organisation, or to speak for another network.

    Raises Refused: ("seat_without_name"), ("network_words_too_long"), ("other_tenant"), ("seat_of_two"), and
    ("seat_for_no_other") for one that speaks for its own network, or at a table that is not for several networks.
    """
    network, new = locked_network(network), fitting_seat(new)
    own_organisation(organisation, network=network)
    _check_speaks_for(network, speaks_for, organisation)
    seat = Seat.objects.create(
        network=network,
        name=new.name,
        kind=new.kind,
        organisation=organisation,
        speaks_for=speaks_for,
        starts_on=localdate(at),
    )
    log(network, act="seat_added", detail={"seat": seat.pk, "kind": seat.kind}, actor=actor, at=at)
    return seat


@transaction.atomic
def end_seat(seat: Seat, *, actor: Actor, at: datetime) -> Seat:
    """Take a free seat away. Raises Refused: ("seat_ended"), ("seat_taken") while somebody sits there."""
    network = locked_network(seat.network)
    seat = network.seats.get(pk=seat.pk)
    free_seat(network, seat)
    seat.ends_before = _end(seat.starts_on, localdate(at))
    seat.save(update_fields=["ends_before"])
    log(network, act="seat_ended", detail={"seat": seat.pk}, actor=actor, at=at)
    return seat


@transaction.atomic
def take_seat(network: Network, *, joining: Joining, actor: Actor, at: datetime) -> Member:
    """Let somebody take part whom the table knows; nobody is listed twice. Who logs in is known by the account.

    Raises Refused: ("member_there"), and what `sit_down` refuses.
    """
    network = locked_network(network)
    joining = replace(joining, named=fitting_named(joining.named))
    if joining.user is None:
        check_not_there(_as_whom(joining), people_at_table(network))
    return sit_down(network, joining=joining, actor=actor, at=at)


@transaction.atomic
def sit_down(network: Network, *, joining: Joining, actor: Actor, at: datetime) -> Member:
    """Take part from today on; the name and how that person is reached are sealed.

    An open seat is for whoever wants to take part, so nobody fills it: who comes for it takes part without one. Who has
    a code sits down without being looked for in the list: a code tells nobody who takes part already.
    Raises Refused: ("member_without_name"), ("member_email"), ("member_phone"), ("network_words_too_long"),
    ("resident_for_organisation"), ("other_tenant"), ("seat_elsewhere"), ("seat_ended"), ("seat_taken") and
    ("member_already") for an account that takes part.
    """
    network = locked_network(network)
    joining = replace(joining, named=fitting_named(joining.named))
    check_for_whom(as_resident=joining.as_resident, has_organisation=joining.organisation is not None)
    own_organisation(joining.organisation, network=network)
    seat = free_seat(network, joining.seat)
    if seat is not None and seat.kind == SeatKind.OPEN:
        seat = None
    _check_new(network, joining.user)
    member = Member.objects.create(
        network=network,
        seat=seat,
        user=joining.user,
        named=seal_words(joining.named.words(), purpose=MEMBER_SEAL),
        as_resident=joining.as_resident,
        organisation=joining.organisation,
        starts_on=localdate(at),
    )
    detail = {"seat": member.seat_id, "organisation": member.organisation_id}
    log_member(network, member_id=member.pk, act="joined", detail=detail, actor=actor, at=at)
    return member


@transaction.atomic
def end_membership(member: Member, *, actor: Actor, at: datetime) -> Member:
    """Somebody does not take part any more: name, addresses and account are deleted, the row stays to be counted.

    Raises Refused("membership_ended").
    """
    network = locked_network(member.network)
    member = network.members.get(pk=member.pk)
    if member.ends_before is not None:
        raise Refused("membership_ended")
    member.named, member.user = None, None
    member.ends_before = _end(member.starts_on, localdate(at))
    member.save(update_fields=["named", "user", "ends_before"])
    log_member(network, member_id=member.pk, act="left", detail={"seat": member.seat_id}, actor=actor, at=at)
    return member


def _as_whom(joining: Joining) -> TakesPart:
    seat = joining.seat if joining.seat and joining.seat.kind != SeatKind.OPEN else None
    return TakesPart(
        named=joining.named,
        as_resident=joining.as_resident,
        organisation_id=joining.organisation.pk if joining.organisation else None,
        seat_id=seat.pk if seat else None,
    )


def _check_new(network: Network, user: User | None) -> None:
    if user is not None and network.members.filter(user=user, ends_before__isnull=True).exists():
        raise Refused("member_already")


def _end(starts_on: date, today: date) -> date:
    """The first day on which it does not hold any more: today, and for what began today tomorrow."""
    return max(today, starts_on + timedelta(days=1))


def _check_speaks_for(network: Network, speaks_for: Network | None, organisation: Organisation | None) -> None:
    if speaks_for is None:
        return
    if organisation is not None:
        raise Refused("seat_of_two")
    if speaks_for.body.municipality_id != network.body.municipality_id:
        raise Refused("other_tenant", name=speaks_for.body.name)
    if network.body.area_id is not None or speaks_for.pk == network.pk:
        raise Refused("seat_for_no_other", name=speaks_for.body.name)
