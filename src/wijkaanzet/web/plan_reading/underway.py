"""A plan of which nothing was adopted yet: that it is being made and how to take part; nothing of what it says."""

from datetime import date

from django.utils.translation import gettext as _

from wijkaanzet.plans.models import Plan
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks.who import area_of
from wijkaanzet.web.pages.plans import PlanUnderwayPage
from wijkaanzet.web.plan_reading import around


def underway_page(request: Request, plan: Plan, *, today: date) -> PlanUnderwayPage:
    """What everybody may know of a plan before it is adopted."""
    area = area_of(plan.network)
    return PlanUnderwayPage(
        head=around.head(request, plan),
        move=around.move_card(plan, today=today),
        steps=(
            _("Residents and organisations say what they want here, and who does what."),
            _("The network says whether it agrees."),
            _("The municipality decides. From then on everybody reads the plan here."),
        ),
        questions=around.questions(request, plan),
        take_part=around.take_part(request, plan, today=today),
        write=around.write_link(request, plan, today=today),
        map=around.map_of(request, area),
        fictional=area.division.fictional,
    )
