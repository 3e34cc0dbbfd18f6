"""What stands on the page of a decision on a plan: whose it is, where everybody reads of it, and who reads the rest."""

from django.utils.translation import gettext as _

from wijkaanzet.decisions.models import Decision
from wijkaanzet.plans.access import public_plans
from wijkaanzet.plans.queries import has_remarks
from wijkaanzet.plans.rules.plans import EDITION
from wijkaanzet.web.http import Request
from wijkaanzet.web.pages.decisions import AboutPlan
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.tenancy import address


def about_plan(request: Request, decision: Decision) -> AboutPlan | None:
    """The ways to the network and the plan; None when it is about something else. Two queries.

    What a part has to be done again for is no more public than the edition that came back.
    """
    if decision.subject_kind != EDITION:
        return None
    plan = public_plans(request.municipality).get(editions=decision.subject_id)
    body = plan.network.body
    network = Action(label=body.name, href=address(request, "network", network=body.key))
    own = Action(label=_("The page of the plan"), href=address(request, "plan", public_id=plan.public_id))
    again = _("What has to be done again, the network reads at its plan.") if has_remarks(decision.subject_id) else ""
    return AboutPlan(network=network, plan=own, again=again)
