"""From the year of an area to the page on which its plan is opened."""

from django.utils.translation import gettext as _

from wijkaanzet.budget.queries import money_of
from wijkaanzet.cycle import queries
from wijkaanzet.cycle.labels import NOW, REFUSALS
from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.cycle.rules import AreaYearStatus
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages import OpenPlanPage
from wijkaanzet.web.parts.forms import Buttons


def open_plan_page(area_year: AreaYear) -> OpenPlanPage:
    """What was decided for the area, or why its plan cannot be opened now."""
    closed = _closed(area_year)
    pots = [] if closed else money_of(area_year.area, year=area_year.year)[0]
    return OpenPlanPage(
        name=area_year.area.name,
        slug=area_year.area.slug,
        year=area_year.year,
        amount_cents=sum(pot.allocated_cents for pot in pots),
        closed=closed,
        buttons=Buttons(submit=_("Open the plan")),
    )


def _closed(area_year: AreaYear) -> str:
    """The same as the operation refuses, told as where the year stands."""
    status, starts_on = AreaYearStatus(area_year.status), area_year.network_starts_on
    if status is AreaYearStatus.BUDGET and queries.standing(area_year).facts.money_decided:
        return ""
    words = {"year": area_year.year, "starts_on": day(starts_on) if starts_on else ""}
    told = str(NOW[status]) % words
    return told if starts_on else f"{told} {str(REFUSALS['money_not_decided']) % words}"
