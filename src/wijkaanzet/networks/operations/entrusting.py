"""Another party coordinates one of the networks of an area, or the coordinator of the area does so again."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks.models import Agreement, Meeting, Network
from wijkaanzet.networks.operations.joining import follow_invitations
from wijkaanzet.networks.operations.writing import check_tenant, follow, follow_agreement, locked_network, log
from wijkaanzet.networks.rules import FINAL, AgreementStatus
from wijkaanzet.people.models import Organisation
from wijkaanzet.people.queries import has_coordinator


@transaction.atomic
def entrust_network(network: Network, *, organisation: Organisation | None, actor: Actor, at: datetime) -> Network:
    """Let a party keep a network through a coordinator of its own; None gives it back to who coordinates the area.

    What waits in the network moves along. Raises Refused: ("other_tenant"), and ("network_without_coordinator") as
    long as nobody has the role of coordinator over it, for then what waits would wait for nobody.
    """
    network = locked_network(network)
    check_tenant(organisation, network.body.municipality)
    if organisation is not None and not has_coordinator(network.body, on=localdate(at)):
        raise Refused("network_without_coordinator", name=network.body.name)
    network.coordinated_by = organisation
    network.save(update_fields=["coordinated_by"])
    log(network, act="entrusted", detail={"organisation": network.coordinated_by_id}, actor=actor, at=at)
    whole = "network__body__municipality"
    for meeting in Meeting.objects.filter(network=network).exclude(status__in=FINAL).select_related(whole):
        follow(meeting)
    open_ones = Agreement.objects.filter(meeting__network=network, status=AgreementStatus.OPEN)
    for agreement in open_ones.select_related(f"meeting__{whole}"):
        follow_agreement(agreement)
    follow_invitations(network)
    return network
