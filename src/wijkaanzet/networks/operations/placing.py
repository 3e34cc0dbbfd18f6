"""The seats at a table: put there, and taken away."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks.models import Network, Seat
from wijkaanzet.networks.operations.writing import locked_network, log
from wijkaanzet.networks.queries import free_seat, own_organisation
from wijkaanzet.networks.rules import NewSeat
from wijkaanzet.networks.rules.networks import ends_before, fitting_seat
from wijkaanzet.people.models import Organisation


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
    seat.ends_before = ends_before(seat.starts_on, localdate(at))
    seat.save(update_fields=["ends_before"])
    log(network, act="seat_ended", detail={"seat": seat.pk}, actor=actor, at=at)
    return seat


def _check_speaks_for(network: Network, speaks_for: Network | None, organisation: Organisation | None) -> None:
    if speaks_for is None:
        return
    if organisation is not None:
        raise Refused("seat_of_two")
    if speaks_for.body.municipality_id != network.body.municipality_id:
        raise Refused("other_tenant", name=speaks_for.body.name)
    if network.body.area_id is not None or speaks_for.pk == network.pk:
        raise Refused("seat_for_no_other", name=speaks_for.body.name)
