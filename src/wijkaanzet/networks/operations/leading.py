"""Who leads the talk at the table: somebody who takes part, if people want that."""

from datetime import datetime

from django.db import transaction

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks import queries
from wijkaanzet.networks.models import Member, Network
from wijkaanzet.networks.operations.writing import locked_network, log
from wijkaanzet.networks.rules.as_read import check_unchanged


@transaction.atomic
def let_lead(network: Network, *, member: Member | None, seen: str = "", actor: Actor, at: datetime) -> Network:
    """Let somebody who takes part lead the talk from now on, in the place of who did; or nobody in particular.

    It needs no account and gives no right here: who keeps the network stays who does. `seen` is the mark of what was
    read (`queries.mark_of_leading`). Raises Refused: ("changed_meanwhile"), ("leads_elsewhere") for who takes part in
    another network, ("membership_ended").
    """
    network = locked_network(network)
    before = queries.who_leads(network)
    check_unchanged(seen, now=queries.mark_of_leading(before))
    chosen = _there(network, member)
    if chosen == before:
        return network
    for one, leads in ((before, False), (chosen, True)):  # the table lets there be one
        if one is not None:
            one.leads_talk = leads
            one.save(update_fields=["leads_talk"])
    detail = {"before": before.pk if before else None, "member": chosen.pk if chosen else None}
    log(network, act="lead_chosen", detail=detail, actor=actor, at=at)
    return network


def _there(network: Network, member: Member | None) -> Member | None:
    if member is None:
        return None
    found = network.members.filter(pk=member.pk).first()
    if found is None:
        raise Refused("leads_elsewhere")
    if found.ends_before is not None:
        raise Refused("membership_ended")
    return found
