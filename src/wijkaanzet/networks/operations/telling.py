"""What is mailed to who takes part and gave an e-mail address; it has no recipient with an account."""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.kernel import outbox
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import queries
from wijkaanzet.networks.models import Network
from wijkaanzet.networks.operations.writing import locked_network, log
from wijkaanzet.networks.rules import MEMBER

INVITED: Final = "networks.invited"
"""People are invited to a meeting."""
CALLED_OFF: Final = "networks.called_off"
"""A meeting to which people were invited does not go on."""
REMINDED: Final = "networks.reminded"
"""What was agreed is looked at again: how does it go?"""


@transaction.atomic
def remind(network: Network, *, actor: Actor, at: datetime) -> int:
    """Ask how it goes with what the table looks at again at its next meeting; nobody has to answer.

    Gives how many messages it makes. Raises Refused: ("nothing_to_look_at"), and ("reminded_today") on the same day.
    """
    network, today = locked_network(network), localdate(at)
    if not queries.asked_about(network, on=today):
        raise Refused("nothing_to_look_at")
    if queries.mailed_on(network, REMINDED, day=today):
        raise Refused("reminded_today")
    messages = tell_members(network, kind=REMINDED, at=at)
    log(network, act="reminded", detail={"messages": messages}, actor=actor, at=at)
    return messages


@transaction.atomic
def tell_members(network: Network, *, kind: str, at: datetime) -> int:
    """Put a message ready for each member with an e-mail address; gives how many."""
    municipality = network.body.municipality
    reached = [member.id for member in queries.members_of(network) if member.named.email]
    for id_ in reached:
        outbox.put(kind, recipient_id=None, subject=Subject(MEMBER, id_), municipality=municipality, at=at)
    return len(reached)
