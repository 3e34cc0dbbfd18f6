"""Who takes part: residents, organisations, and people who never log in."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.sealed import seal_words
from wijkaanzet.networks.models import Member, Network, Seat
from wijkaanzet.networks.operations.writing import locked_network, log_member
from wijkaanzet.networks.queries import (
    MEMBER_SEAL,
    free_seat,
    own_organisation,
    people_at_table,
)
from wijkaanzet.networks.rules import Named
from wijkaanzet.networks.rules.members import (
    TakesPart,
    check_as_read,
    check_not_there,
    is_same_person,
    known_by_address,
)
from wijkaanzet.networks.rules.networks import SeatKind, check_for_whom, ends_before, fitting_named
from wijkaanzet.networks.rules.seat_terms import check_seat_term
from wijkaanzet.people.models import Organisation, User


@dataclass(frozen=True, kw_only=True)
class Seated:
    """How somebody stands in the list: in a seat or without one, as a resident, for an organisation, or neither."""

    named: Named
    seat: Seat | None = None
    as_resident: bool = False
    organisation: Organisation | None = None
    seat_until: date | None = None
    """The last day of the term, if the table agreed on one."""


@dataclass(frozen=True, kw_only=True)
class Joining(Seated):
    """Who takes part from now on."""

    user: User | None = None
    """The account, of somebody who logs in."""


Told = TypeVar("Told", bound=Seated)


@transaction.atomic
def take_seat(network: Network, *, joining: Joining, actor: Actor, at: datetime) -> Member:
    """Let somebody take part whom the table knows; nobody is listed twice. Who logs in is known by the account.

    Raises Refused: ("member_there"), and what `sit_down` refuses.
    """
    network = locked_network(network)
    joining = replace(joining, named=fitting_named(joining.named))
    if joining.user is None:
        check_not_there(_as_whom(joining), people_at_table(network).values())
    return sit_down(network, joining=joining, actor=actor, at=at)


@transaction.atomic
def sit_down(network: Network, *, joining: Joining, actor: Actor, at: datetime) -> Member:
    """Take part from today on; the name and how that person is reached are sealed.

    An open seat is for whoever wants to take part, so nobody fills it: who comes for it takes part without one.
    Raises Refused: ("member_without_name"), ("member_email"), ("member_phone"), ("network_words_too_long"),
    ("resident_for_organisation"), ("other_tenant"), ("seat_elsewhere"), ("seat_ended"), ("seat_taken") and
    ("member_already") for an account that takes part; of a term ("seat_term_without_seat"), ("seat_term_before_start"),
    ("seat_term_far").
    """
    network = locked_network(network)
    return _seated(network, _fitting(network, joining, at=at), actor=actor, at=at)


@transaction.atomic
def sit_down_with_code(network: Network, *, joining: Joining, actor: Actor, at: datetime) -> Member:
    """Take part by a code, which tells nobody who takes part already: its answer and the free seats are the same then.

    Who is in the list by that name and address stays that one row, and gets the seat and the account that it lacks. How
    somebody is reached stays as it is, for whoever has a code may say anything. Who sits in another seat than the one
    that is offered gets a row more, and who keeps the network sees that. Raises Refused as `sit_down` does.
    """
    network = locked_network(network)
    joining = _fitting(network, joining, at=at)
    member = _known(network, joining)
    if member is None or (member.seat and joining.seat):
        return _seated(network, joining, actor=actor, at=at)
    _check_new(network, joining.user)
    member.seat = member.seat or joining.seat
    member.user = member.user or joining.user
    member.save(update_fields=["seat", "user"])
    _log_seated(member, act="joined_again", actor=actor, at=at)
    return member


@transaction.atomic
def correct_member(member: Member, *, corrected: Seated, seen: str, actor: Actor, at: datetime) -> Member:
    """Put right how somebody stands in the list. It stays one row, so who came stays who came; so does the account.

    `seen` is the mark of the row as it was read (`queries.mark_of_member`). Raises Refused: ("membership_ended"),
    ("member_changed"), ("member_there") when that makes it somebody else who is in the list, ("member_without_name"),
    ("member_email"), ("member_phone"), ("network_words_too_long"), ("resident_for_organisation"), ("other_tenant"),
    ("seat_elsewhere"), ("seat_ended"), ("seat_taken"), ("seat_term_without_seat"), ("seat_term_before_start"),
    ("seat_term_far").
    """
    network = locked_network(member.network)
    member, there = _there(network, member), people_at_table(network)
    now = there.pop(member.pk)
    check_as_read(now, seen)
    corrected = _fitting(network, corrected, sits=member, at=at)
    if not is_same_person(_as_whom(corrected), now):
        check_not_there(_as_whom(corrected), there.values())
    member.named = _sealed(corrected.named)
    member.seat, member.seat_until = corrected.seat, corrected.seat_until
    member.as_resident, member.organisation = corrected.as_resident, corrected.organisation
    member.save(update_fields=["named", "seat", "seat_until", "as_resident", "organisation"])
    _log_seated(member, act="corrected", actor=actor, at=at)
    return member


@transaction.atomic
def end_membership(member: Member, *, actor: Actor, at: datetime) -> Member:
    """Somebody does not take part any more: name, addresses and account are deleted, the row stays to be counted.

    Who leads the talk does so no more. Raises Refused("membership_ended").
    """
    network = locked_network(member.network)
    member = _there(network, member)
    member.named, member.user, member.seat_until, member.leads_talk = None, None, None, False
    member.ends_before = ends_before(member.starts_on, localdate(at))
    member.save(update_fields=["named", "user", "seat_until", "leads_talk", "ends_before"])
    log_member(network, member_id=member.pk, act="left", detail={"seat": member.seat_id}, actor=actor, at=at)
    return member


def _seated(network: Network, joining: Joining, *, actor: Actor, at: datetime) -> Member:
    """A row for somebody who takes part from now on, told as it is kept. Raises Refused("member_already")."""
    _check_new(network, joining.user)
    member = Member.objects.create(
        network=network,
        seat=joining.seat,
        seat_until=joining.seat_until,
        user=joining.user,
        named=_sealed(joining.named),
        as_resident=joining.as_resident,
        organisation=joining.organisation,
        starts_on=localdate(at),
    )
    _log_seated(member, act="joined", actor=actor, at=at)
    return member


def _there(network: Network, member: Member) -> Member:
    """Somebody who takes part, as it is now. Raises Refused("membership_ended")."""
    member = network.members.select_related("seat").get(pk=member.pk)
    if member.ends_before is not None:
        raise Refused("membership_ended")
    return member


def _fitting(network: Network, told: Told, *, sits: Member | None = None, at: datetime) -> Told:
    """As it is kept; the seat is free, or that of who `sits` there already."""
    named = fitting_named(told.named)
    check_for_whom(as_resident=told.as_resident, has_organisation=told.organisation is not None)
    own_organisation(told.organisation, network=network)
    own = sits.seat if sits else None
    seat = own if told.seat == own else free_seat(network, told.seat)
    seat = None if seat and seat.kind == SeatKind.OPEN else seat
    today = localdate(at)
    starts_on = sits.starts_on if sits else today
    check_seat_term(told.seat_until, has_seat=seat is not None, starts_on=starts_on, today=today)
    return replace(told, named=named, seat=seat)


def _known(network: Network, joining: Joining) -> Member | None:
    """Who is in the list already by name and address.

    An account is not of who has another one; and it is of whom it has the e-mail address: else whoever has a code and
    knows how somebody is reached would stand there in that place.
    """
    there = network.members.filter(pk__in=known_by_address(joining.named, people_at_table(network)))
    if joining.user is not None:
        is_own = joining.user.email.casefold() == joining.named.email.casefold() != ""
        there = there.filter(user__isnull=True) if is_own else there.none()
    return there.select_related("network__body__municipality", "seat").order_by("pk").first()


def _as_whom(told: Seated) -> TakesPart:
    seat = told.seat if told.seat and told.seat.kind != SeatKind.OPEN else None
    return TakesPart(
        named=told.named,
        as_resident=told.as_resident,
        organisation_id=told.organisation.pk if told.organisation else None,
        seat_id=seat.pk if seat else None,
    )


def _check_new(network: Network, user: User | None) -> None:
    if user is not None and network.members.filter(user=user, ends_before__isnull=True).exists():
        raise Refused("member_already")


def _sealed(named: Named) -> bytes:
    return seal_words(named.words(), purpose=MEMBER_SEAL)


def _log_seated(member: Member, *, act: str, actor: Actor, at: datetime) -> None:
    detail: dict[str, str | int | None] = {"seat": member.seat_id, "organisation": member.organisation_id}
    if member.seat_until is not None:
        detail["until"] = member.seat_until.isoformat()
    log_member(member.network, member_id=member.pk, act=act, detail=detail, actor=actor, at=at)
