"""What there is for a plan from the money of its area, and what other plans ask of it."""

from datetime import date

from django.db.models import Q

from wijkaanzet.areas.models import Area
from wijkaanzet.budget.queries import money_of
from wijkaanzet.plans.models import Edition, Plan
from wijkaanzet.plans.queries.content import held_by
from wijkaanzet.plans.queries.published import taken_back
from wijkaanzet.plans.rules.handing_in import asks_cents
from wijkaanzet.plans.rules.plans import FINAL, EditionStatus


def available_cents(plan: Plan) -> int | None:
    """What the area got for the first year of a plan, less what other plans there ask that year, in cents.

    Never less than nothing: where the others get what they ask too much is for them to say. None while nothing was
    decided on the money of that year. Four queries.
    """
    area = plan.network.body.area
    if area is None:
        raise ValueError("the body of a network has no area")
    year = plan.starts_on.year
    pots, _holders = money_of(area, year=year)
    if not pots:
        return None
    return max(0, sum(pot.allocated_cents for pot in pots) - _asked_by_others(plan, area, year))


def last_adopted(plan: Plan) -> Edition | None:
    """The edition that holds; None before the first was adopted."""
    return Edition.objects.filter(plan=plan, status=EditionStatus.ADOPTED).order_by("-id").first()


def holding_plan(area: Area, *, year: int) -> Plan | None:
    """The plan of an area of which an edition was adopted that holds in a year; one query."""
    first = date(year, 1, 1)
    held = Plan.objects.filter(network__body__area=area, starts_on__year__lte=year, ends_before__gt=first)
    adopted = held.exclude(status__in=FINAL).filter(editions__status=EditionStatus.ADOPTED)
    return adopted.order_by("starts_on", "id").first()


def _asked_by_others(plan: Plan, area: Area, year: int) -> int:
    """What the plans of other networks of the area ask in a year, in cents, as adopted or handed in last.

    What lies with who decides counts: else two plans are adopted for the same money. What was refused or taken back
    since does not.
    """
    others = Plan.objects.filter(
        network__body__area=area, starts_on__year__lte=year, ends_before__gt=plan.starts_on
    ).exclude(Q(pk=plan.pk) | Q(status__in=FINAL))
    asking = Edition.objects.filter(plan__in=others, status__in=(EditionStatus.ADOPTED, EditionStatus.SUBMITTED))
    newest = {one.plan_id: one for one in asking.select_related("plan").order_by("plan_id", "id")}
    gone = taken_back(newest)
    return sum(asks_cents(held_by(one), without=gone) for one in newest.values())
