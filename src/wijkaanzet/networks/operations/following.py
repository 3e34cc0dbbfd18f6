"""An account is closed, and the person stays at the table: from then on without an account."""

from datetime import datetime

from django.db import transaction

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.networks.models import Member
from wijkaanzet.networks.operations.writing import locked_network, log_member


@transaction.atomic
def let_go_of_closed_accounts(*, actor: Actor, at: datetime) -> int:
    """Whoever takes part and closed the account goes on as somebody who has none; how many did.

    Name and addresses stay in the list: they were given to the network, which forgets them when that person leaves. So
    who gets an account again later comes back in the same place.
    """
    closed = Member.objects.filter(user__is_active=False)
    let_go = 0
    for member in closed.select_related("network").order_by("id"):
        network = locked_network(member.network)
        if not closed.filter(pk=member.pk).exists():  # that person left while we waited
            continue
        member.user = None
        member.save(update_fields=["user"])
        log_member(network, member_id=member.pk, act="without_account", detail={}, actor=actor, at=at)
        let_go += 1
    return let_go
