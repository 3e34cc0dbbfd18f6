"""All plans of a municipality, by name of the neighbourhood and never by a figure."""

from itertools import groupby
from typing import Final
from urllib.parse import urlencode

from django.shortcuts import get_object_or_404
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from wijkaanzet.areas.access import public_areas
from wijkaanzet.plans import access, queries
from wijkaanzet.plans.models import Plan
from wijkaanzet.plans.rules.plans import PlanStatus
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks.who import area_of
from wijkaanzet.web.pages.plans import PlanRow, PlansOfArea, PlansPage
from wijkaanzet.web.paging import page
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.plan_reading import words
from wijkaanzet.web.tenancy import address

FIRST_LINES = 220
OF_AREA: Final = "wijk"
"""Under which name the address of the list says of which neighbourhood; empty for all."""


def plans_of_area(request: Request, slug: str) -> str:
    """Where the plans of one neighbourhood stand."""
    return f"{address(request, 'plans')}?{urlencode({OF_AREA: slug})}"


def plans_page(request: Request) -> PlansPage:
    """The plans that hold and those that are being made, of all neighbourhoods or of the one that was asked for.

    Four queries, however many there are, and one for a neighbourhood. Raises Http404 for one that is not there.
    """
    plans, slug = access.public_plans(request.municipality), request.GET.get(OF_AREA, "")
    area = get_object_or_404(public_areas(request.municipality), slug=slug) if slug else None
    if area is not None:
        plans = plans.filter(network__body__area=area)
    shown, pagination = page(request, queries.of_areas(plans), asked_for={OF_AREA: slug} if slug else None)
    public = access.public_editions(request.municipality).filter(plan__in=[one.pk for one in shown])
    summaries, statuses = queries.summaries_of(public), access.known_statuses(shown)
    rows = groupby(shown, key=lambda one: area_of(one.network).name)
    return PlansPage(
        areas=tuple(
            PlansOfArea(
                area=name,
                rows=tuple(plan_row(request, one, summaries.get(one.pk), statuses[one.pk]) for one in of_one),
            )
            for name, of_one in rows
        ),
        of_area=area.name if area else "",
        pagination=pagination,
        fictional=any(area_of(one.network).division.fictional for one in shown),
    )


def plan_row(request: Request, plan: Plan, held: tuple[int, str] | None, status: PlanStatus) -> PlanRow:
    """One plan; `held` is the number and the summary of the edition that holds, when there is one."""
    green = held is not None and status is not PlanStatus.ENDED
    return PlanRow(
        title=_("Plan for %(area)s, %(years)s") % {"area": area_of(plan.network).name, "years": words.years(plan)},
        href=address(request, "plan", public_id=plan.public_id),
        network=plan.network.body.name,
        years=words.years(plan),
        state=Badge(label=words.state(status, holds=held is not None), tone="leaf" if green else "stone"),
        words=Truncator(" ".join(held[1].split())).chars(FIRST_LINES) if held else "",
    )
