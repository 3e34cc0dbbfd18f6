"""Which plan an address is about, and what who asks may do with it."""

from django.shortcuts import get_object_or_404

from wijkaanzet.kernel import clock
from wijkaanzet.plans import access
from wijkaanzet.plans.models import Edition, Plan
from wijkaanzet.web.http import Request, actor_of


def plan_to_keep(request: Request, public_id: str) -> Plan:
    """The plan at an address, for who keeps its network. Raises Http404 for others."""
    kept = access.kept_plans(actor_of(request), request.municipality, on=clock.today())
    return get_object_or_404(kept, public_id=public_id)


def edition_to_decide(request: Request, public_id: str, number: int) -> Edition:
    """The edition at an address, for a clerk who records for some body; decided on since, for the clerk of that body.

    Raises Http404 for others.
    """
    actor, today = actor_of(request), clock.today()
    waiting = access.editions_to_decide(actor, request.municipality, on=today)
    edition = waiting.filter(plan__public_id=public_id, number=number).first()
    if edition is not None:
        return edition
    decided = access.editions_decided(actor, request.municipality, on=today)
    return get_object_or_404(decided, plan__public_id=public_id, number=number)
