"""The way to plans from the page of a network."""

from django.utils.translation import gettext as _

from wijkaanzet.networks.models import Network
from wijkaanzet.plans import access, queries
from wijkaanzet.plans.models import Plan
from wijkaanzet.web.http import Request
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.plan_reading import words
from wijkaanzet.web.tenancy import address


def plan_links(request: Request, network: Network) -> tuple[Action, ...]:
    """The plans of a network that are not over, the newest first; three queries."""
    own = queries.not_ended(access.public_plans(request.municipality).filter(network=network))
    plans = list(queries.of_areas(own))
    statuses = access.known_statuses(plans)
    public = access.public_editions(request.municipality).filter(plan__in=statuses)
    held = set(public.values_list("plan_id", flat=True))
    return tuple(
        Action(
            label=_named(one, words.state(statuses[one.pk], holds=one.pk in held)),
            href=address(request, "plan", public_id=one.public_id),
        )
        for one in plans
    )


def _named(plan: Plan, state: str) -> str:
    """By its years, and how far it came."""
    return _("Plan of %(years)s (%(state)s)") % {"years": words.years(plan), "state": state}
