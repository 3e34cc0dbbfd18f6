"""Which plan, priority or question an address is about, and who may write there."""

from django.shortcuts import get_object_or_404

from wijkaanzet.kernel import clock
from wijkaanzet.plans import access, queries
from wijkaanzet.plans.models import Contribution, Priority
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.plan_writing.who import plan_to_write


def priority_to_write(request: Request, public_id: str, priority: str) -> Priority:
    """The priority at an address that still stands, for who writes along. Raises Http404 for others."""
    own = access.own_priorities(actor_of(request), request.municipality, on=clock.today())
    return get_object_or_404(own, plan__public_id=public_id, public_id=priority, dropped_on__isnull=True)


def contribution_to_write(request: Request, public_id: str, contribution: str) -> Contribution:
    """What somebody is asked for a plan, for who writes along. Raises Http404 for others."""
    plan = plan_to_write(request, public_id)
    return get_object_or_404(queries.contributions_of(plan), public_id=contribution)


def contribution_to_keep(request: Request, public_id: str, contribution: str) -> Contribution:
    """The same, for who keeps the network only. Raises Http404 for others."""
    kept = access.kept_plans(actor_of(request), request.municipality, on=clock.today())
    plan = get_object_or_404(kept, public_id=public_id)
    return get_object_or_404(queries.contributions_of(plan), public_id=contribution)
