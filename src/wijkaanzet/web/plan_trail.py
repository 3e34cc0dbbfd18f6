"""Where pages of a plan stand: one trail for all that is read and written of it."""

from django.utils.translation import gettext as _

from wijkaanzet.plans.models import Plan
from wijkaanzet.plans.queries import years_of
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks.who import area_of
from wijkaanzet.web.pages.plan_trail import PlanTrail
from wijkaanzet.web.tenancy import address


def plan_title(plan: Plan) -> str:
    """The plan by its years."""
    return _("Plan of %(years)s") % {"years": years_of(plan)}


def trail(request: Request, plan: Plan, *, page: str = "plan-write") -> PlanTrail:
    """Where a page of a plan stands: under the table of who writes it, or under its public page ("plan")."""
    area, body = area_of(plan.network), plan.network.body
    return PlanTrail(
        area=area.name,
        area_href=address(request, "area", slug=area.slug),
        network=body.name,
        network_href=address(request, "network", network=body.key),
        plan=plan_title(plan),
        plan_href=address(request, page, public_id=plan.public_id),
    )
