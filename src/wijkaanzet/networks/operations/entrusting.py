"""Another party coordinates one of the networks of an area, or the coordinator of the area does so again."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.kernel import open_moves
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks import queries
from wijkaanzet.networks.models import Network
from wijkaanzet.networks.operations.writing import locked_network, log
from wijkaanzet.people.models import Organisation
from wijkaanzet.people.queries import has_coordinator


@transaction.atomic
def entrust_network(network: Network, *, organisation: Organisation | None, actor: Actor, at: datetime) -> Network:
    """Let a party keep a network through a coordinator of its own; None gives it back to who coordinates the area.

    What waits for who keeps it moves along. Raises Refused: ("other_tenant"), and ("network_without_coordinator") as
    long as nobody has the role of coordinator over it, for then what waits would wait for nobody.
    """
    network = locked_network(network)
    organisation = queries.own_organisation(organisation, network=network)
    if organisation is not None and not has_coordinator(network.body, on=localdate(at)):
        raise Refused("network_without_coordinator", name=network.body.name)
    before = queries.keeper_scope(network)
    network.coordinated_by = organisation
    network.save(update_fields=["coordinated_by"])
    log(network, act="entrusted", detail={"organisation": network.coordinated_by_id}, actor=actor, at=at)
    open_moves.follow_from(before, municipality=network.body.municipality)
    return network
