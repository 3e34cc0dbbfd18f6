"""The way to plans from the page of a network."""

from django.utils.translation import gettext as _

from wijkaanzet.networks.models import Network
from wijkaanzet.plans import access, queries
from wijkaanzet.plans.labels import PLAN_STATUSES
from wijkaanzet.plans.models import Plan
from wijkaanzet.plans.rules.plans import PlanStatus
from wijkaanzet.web.http import Request
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.plan_reading import words
from wijkaanzet.web.tenancy import address


def plan_links(request: Request, network: Network) -> tuple[Action, ...]:
    """The plans of a network that are not over, the newest first; one query."""
    own = queries.not_ended(access.public_plans(request.municipality).filter(network=network))
    return tuple(
        Action(label=_named(one), href=address(request, "plan", public_id=one.public_id))
        for one in queries.of_areas(own)
    )


def _named(plan: Plan) -> str:
    """By its years, and how far it came."""
    parts = {"years": words.years(plan), "state": PLAN_STATUSES[PlanStatus(plan.status)]}
    return _("Plan of %(years)s (%(state)s)") % parts
