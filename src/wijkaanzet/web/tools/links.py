"""The way to the staircase, for who speaks for the municipality."""

from datetime import date

from wijkaanzet.arrangements.queries import nearest
from wijkaanzet.plans.access import sets_staircase
from wijkaanzet.plans.labels import TOOL_KINDS
from wijkaanzet.plans.models import Plan
from wijkaanzet.plans.rules.tools import ToolKind
from wijkaanzet.web.http import Request, actor_of, is_logged_in
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.tenancy import address


def staircase_link(request: Request, plan: Plan, *, today: date) -> Action | None:
    """Where it is said how far the municipality goes itself with a plan; a visitor costs no query."""
    if not is_logged_in(request) or not sets_staircase(actor_of(request), plan.network, on=today):
        return None
    if nearest(request.municipality, on=today).staircase is None:
        return None
    href = address(request, "plan-staircase", public_id=plan.public_id)
    return Action(label=str(TOOL_KINDS[ToolKind.STAIRCASE]), href=href)
