"""What people do and want here according to the plan, as a section of the page of a neighbourhood."""

from collections.abc import Sequence
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkaanzet.areas.models import Area
from wijkaanzet.plans import queries
from wijkaanzet.plans.rules.content import PriorityKept
from wijkaanzet.plans.rules.priorities import InformalAnswer
from wijkaanzet.web.http import Request
from wijkaanzet.web.parts.cards import Card
from wijkaanzet.web.parts.plans import PlanSection
from wijkaanzet.web.plan_reading.listing import plans_of_area
from wijkaanzet.web.plan_reading.priorities import uid
from wijkaanzet.web.plan_reading.words import informal
from wijkaanzet.web.tenancy import address

MOST: Final = 3
FIRST: Final = (InformalAnswer.DO, InformalAnswer.COULD, InformalAnswer.WANT)
"""What residents do comes before what they could do or want; then the rest, in the order of the plan."""


def plan_section(request: Request, area: Area) -> PlanSection:
    """The first of what residents do or want, of an area with its plan; no query.

    Before a plan is adopted, only the way to it, or to where people read what a plan is.
    """
    found, content = queries.plan_of(area), queries.content_to_read(area)
    href = address(request, "plan", public_id=found) if found else address(request, "plans")
    told = _residents_first(content.priorities) if content else []
    return PlanSection(
        label=_("Plan for %(area)s") % {"area": area.name},
        href=href,
        there=bool(found),
        cards=tuple(_card(one, href) for one in told[:MOST]),
        more=_more(len(told) - MOST),
        all_label=_("All plans of %(area)s") % {"area": area.name},
        all_href=plans_of_area(request, area.slug) if queries.more_plans_there(area) else "",
    )


def _residents_first(priorities: Sequence[PriorityKept]) -> list[PriorityKept]:
    first = [one for answer in FIRST for one in priorities if one.informal is answer]
    return [*first, *(one for one in priorities if one.informal not in FIRST)]


def _card(priority: PriorityKept, href: str) -> Card:
    return Card(
        title=priority.title,
        href=f"{href}#{uid(priority)}",
        text=priority.informal_says,
        badge=informal(priority),
    )


def _more(number: int) -> str:
    if number < 1:
        return ""
    return ngettext(
        "There is %(number)s more thing in the plan.", "There are %(number)s more things in the plan.", number
    ) % {"number": number}
