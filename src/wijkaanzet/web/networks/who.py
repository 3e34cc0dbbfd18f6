"""Which network or meeting an address is about, and what who asks may do there."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from wijkaanzet.areas.models import Area
from wijkaanzet.kernel import clock
from wijkaanzet.networks import access, queries
from wijkaanzet.networks.models import Agreement, Invitation, Meeting, Member, Network, Seat
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.mine import held


def keeps(request: Request, network: Network) -> bool:
    """Whether who asks keeps a network; a visitor costs no query."""
    return access.keeps(held(request), network)


def network_to_read(request: Request, key: str) -> Network:
    """The network at an address. Raises Http404 when there is none."""
    return get_object_or_404(access.public_networks(request.municipality), body__key=key)


def network_to_keep(request: Request, key: str) -> Network:
    """The network at an address, for who keeps it. Raises Http404 for others."""
    own = access.own_networks(actor_of(request), request.municipality, on=clock.today())
    return get_object_or_404(own, body__key=key)


def meeting_to_read(request: Request, key: str, public_id: str) -> Meeting:
    """The meeting at an address. Raises Http404 for who may not know of it yet."""
    seen = access.network_meetings(actor_of(request), request.municipality, on=clock.today())
    return get_object_or_404(seen, network__body__key=key, public_id=public_id)


def meeting_to_keep(request: Request, key: str, public_id: str) -> Meeting:
    """The meeting at an address, for who keeps it. Raises Http404 for others."""
    own = access.own_meetings(actor_of(request), request.municipality, on=clock.today())
    return get_object_or_404(own, network__body__key=key, public_id=public_id)


def agreement_to_keep(request: Request, key: str, number: int) -> Agreement:
    """The agreement at an address, for who keeps the network. Raises Http404 for others."""
    own = access.own_agreements(actor_of(request), request.municipality, on=clock.today())
    return get_object_or_404(own, meeting__network__body__key=key, pk=number)


def member_to_keep(request: Request, key: str, number: int) -> Member:
    """Somebody who takes part, for who keeps the network. Raises Http404 for others, and for who stopped."""
    own = access.own_members(actor_of(request), request.municipality, on=clock.today())
    return get_object_or_404(own, network__body__key=key, pk=number)


def free_seats(request: Request, network: Network) -> list[Seat]:
    """The seats in which somebody can sit down, by name, for who keeps the network; two queries."""
    own = access.own_seats(actor_of(request), request.municipality, on=clock.today()).filter(network=network)
    free = {one.id for one in queries.seats_of(network, on=clock.today()) if not one.taken}
    return [seat for seat in own.order_by("name", "id") if seat.pk in free]


def invitation_to_keep(request: Request, key: str, public_id: str) -> Invitation:
    """The invitation at an address, for who keeps the network. Raises Http404 for others."""
    own = access.own_invitations(actor_of(request), request.municipality, on=clock.today())
    return get_object_or_404(own, network__body__key=key, public_id=public_id)


def is_fictional(network: Network) -> bool:
    """Whether its neighbourhood is made up; a consultation of the whole municipality has none."""
    area = network.body.area
    return area is not None and area.division.fictional


def area_of(network: Network) -> Area:
    """The neighbourhood in which a network works. Raises Http404 for a consultation of the whole municipality."""
    if network.body.area is None:
        raise Http404
    return network.body.area
