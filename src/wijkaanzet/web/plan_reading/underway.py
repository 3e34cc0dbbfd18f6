"""A plan of which nothing was adopted yet: that it is being made and how to take part; nothing of what it says."""

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from wijkaanzet.plans.access import known_statuses
from wijkaanzet.plans.models import Plan
from wijkaanzet.plans.rules.plans import PlanStatus
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks.who import area_of
from wijkaanzet.web.pages.plans import PlanUnderwayPage
from wijkaanzet.web.plan_reading import around

_WRITE = gettext_lazy("Residents and organisations say what they want here, and who does what.")
_AGREE = gettext_lazy("The network says whether it agrees.")
_HAND_IN = gettext_lazy("The network hands the plan in.")
_DECIDE = gettext_lazy("The municipality decides. From then on everybody reads the plan here.")
STEPS: dict[PlanStatus, tuple[str | Promise, ...]] = {
    PlanStatus.WRITING: (_WRITE, _AGREE, _DECIDE),
    PlanStatus.RESTING: (_WRITE, _AGREE, _DECIDE),
    PlanStatus.AGREED: (_HAND_IN, _DECIDE),
    PlanStatus.SUBMITTED: (_DECIDE,),
    PlanStatus.ADOPTED: (),
    PlanStatus.ENDED: (),
}
"""What is still to come of a plan, by how far everybody may know that it came."""


def underway_page(request: Request, plan: Plan, *, today: date) -> PlanUnderwayPage:
    """What everybody may know of a plan before it is adopted."""
    area = area_of(plan.network)
    return PlanUnderwayPage(
        head=around.head(request, plan),
        move=around.move_card(plan, today=today),
        steps=tuple(map(str, STEPS[known_statuses([plan])[plan.pk]])),
        questions=around.questions(request, plan, None),
        take_part=around.take_part(request, plan, today=today),
        write=around.write_link(request, plan, today=today),
        map=around.map_of(request, area),
        fictional=area.division.fictional,
    )
