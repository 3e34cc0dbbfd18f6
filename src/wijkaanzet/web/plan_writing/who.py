"""Which plan or part an address is about, and what who asks may do there."""

from django.shortcuts import get_object_or_404

from wijkaanzet.kernel import clock
from wijkaanzet.plans import access
from wijkaanzet.plans.models import Plan, Section, Suggestion
from wijkaanzet.web.http import Request, actor_of, is_logged_in


def plan_to_read(request: Request, public_id: str) -> Plan:
    """The plan at an address: that it is there is public. Raises Http404 when there is none."""
    return get_object_or_404(access.public_plans(request.municipality), public_id=public_id)


def plan_to_write(request: Request, public_id: str) -> Plan:
    """The plan at an address, for who writes along. Raises Http404 for others."""
    own = access.own_plans(actor_of(request), request.municipality, on=clock.today())
    return get_object_or_404(own, public_id=public_id)


def section_to_write(request: Request, public_id: str, number: int) -> Section:
    """The part at an address, for who writes along. Raises Http404 for others."""
    own = access.own_sections(actor_of(request), request.municipality, on=clock.today())
    return get_object_or_404(own, plan__public_id=public_id, pk=number)


def suggestion_to_answer(request: Request, public_id: str, number: int) -> Suggestion:
    """The suggestion at an address, for who keeps the plan. Raises Http404 for others."""
    own = access.kept_suggestions(actor_of(request), request.municipality, on=clock.today())
    return get_object_or_404(own, plan__public_id=public_id, pk=number)


def writes(request: Request, plan: Plan) -> bool:
    """Whether who asks writes along; a visitor costs no query."""
    if not is_logged_in(request):
        return False
    return access.own_plans(actor_of(request), request.municipality, on=clock.today()).filter(pk=plan.pk).exists()


def keeps(request: Request, plan: Plan) -> bool:
    """Whether who asks keeps the plan; a visitor costs no query."""
    if not is_logged_in(request):
        return False
    return access.kept_plans(actor_of(request), request.municipality, on=clock.today()).filter(pk=plan.pk).exists()
