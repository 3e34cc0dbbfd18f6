"""Which network or meeting an address is about, and what who asks may do there."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from wijkaanzet.areas.models import Area
from wijkaanzet.kernel import clock
from wijkaanzet.networks import access
from wijkaanzet.networks.models import Agreement, Meeting, Network
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


def area_of(network: Network) -> Area:
    """The neighbourhood in which a network works. Raises Http404 for a body that lost it."""
    if network.body.area is None:
        raise Http404
    return network.body.area
