"""The ways to what is otherwise in an edition than in those before, for who reads it before everybody may."""

from datetime import date

from django.utils.translation import gettext as _

from wijkaanzet.plans import access
from wijkaanzet.plans.models import Edition
from wijkaanzet.plans.queries import newest_first
from wijkaanzet.plans.rules.plans import EditionStatus
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.tenancy import address


def since_links(request: Request, edition: Edition, *, today: date) -> tuple[Action, ...]:
    """What changed since it came back, and since what holds; only between editions that who asks may see."""
    seen = access.seen_editions(actor_of(request), request.municipality, on=today).filter(plan=edition.plan)
    found = [one for one in newest_first(seen).defer("content") if one.number <= edition.number]
    if edition not in found:
        return ()
    holds = [one for one in found if one.status == EditionStatus.ADOPTED and one != edition]
    back = [one for one in found if one.status == EditionStatus.RETURNED and one.number == edition.number - 1]
    return (
        *(_link(request, edition, one, _("What changed since it came back?")) for one in back),
        *(_link(request, edition, one, _("What changed since the plan that holds?")) for one in holds[:1]),
    )


def _link(request: Request, edition: Edition, before: Edition, label: str) -> Action:
    numbers = {"number": edition.number, "before": before.number}
    href = address(request, "plan-handed-in-difference", public_id=edition.plan.public_id, **numbers)
    return Action(label=label, href=href)
