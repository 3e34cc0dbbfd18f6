"""What there is for a plan from the money of its area, and what other plans ask of it."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q

from wijkaanzet.areas.models import Area
from wijkaanzet.budget.queries import money_of
from wijkaanzet.plans.models import Edition, Plan
from wijkaanzet.plans.queries.content import held_by
from wijkaanzet.plans.queries.published import known_decisions, taken_back
from wijkaanzet.plans.queries.since_adopted import gone_on_without
from wijkaanzet.plans.rules.content import MoneyThere, PlanContent
from wijkaanzet.plans.rules.money import asked_by_part, money_left, year_of_money
from wijkaanzet.plans.rules.plans import FINAL, EditionStatus


def money_there(plan: Plan, *, on: date) -> MoneyThere:
    """What is still free of the money of an area, by earmark, less what other plans there ask that year, in cents.

    The year is that of the day, within those of the plan. Nothing is known as long as that year was not divided.
    Two queries; four once it was.
    """
    area = plan.network.body.area
    if area is None:
        raise ValueError("the body of a network has no area")
    year = year_of_money(plan.starts_on, plan.ends_before, on=on)
    pots, _holders = money_of(area, year=year)
    free: dict[str, int] = {}
    for pot in pots:
        free[pot.earmark] = free.get(pot.earmark, 0) + pot.free_cents
    return money_left(year, free=free, others=_asked_by_others(plan, area, year) if free else ())


def there_when_handed_in(edition: Edition, content: PlanContent) -> MoneyThere:
    """What there was for a plan when it was handed in, of which only the whole is known of the oldest editions."""
    return content.money or MoneyThere(year=edition.plan.starts_on.year, cents=edition.available_cents)


def last_adopted(plan: Plan) -> Edition | None:
    """The edition that holds; None before the first was adopted."""
    return Edition.objects.filter(plan=plan, status=EditionStatus.ADOPTED).order_by("-id").first()


def holding_plan(area: Area, *, year: int) -> Plan | None:
    """The plan of an area that holds in a year and of which everybody may know that it was adopted; one query."""
    first, known = date(year, 1, 1), known_decisions().values("subject_id")
    held = Plan.objects.filter(network__body__area=area, starts_on__year__lte=year, ends_before__gt=first)
    adopted = held.exclude(status__in=FINAL).filter(editions__status=EditionStatus.ADOPTED, editions__in=known)
    return adopted.order_by("starts_on", "id").first()


def _asked_by_others(plan: Plan, area: Area, year: int) -> Iterator[dict[str, int]]:
    """What the plans of other networks of the area ask in a year, in cents by earmark, as adopted or handed in last.

    What lies with who decides counts: else two plans are adopted for the same money. What was refused or taken back
    since does not.
    """
    of_year = Plan.objects.filter(network__body__area=area, starts_on__year__lte=year, ends_before__gt=date(year, 1, 1))
    others = of_year.exclude(Q(pk=plan.pk) | Q(status__in=FINAL))
    asking = Edition.objects.filter(plan__in=others, status__in=(EditionStatus.ADOPTED, EditionStatus.SUBMITTED))
    newest = {one.plan_id: one for one in asking.select_related("plan").order_by("plan_id", "id")}
    gone = taken_back(newest) | gone_on_without(newest)
    for one in newest.values():
        yield asked_by_part(held_by(one), without=gone)
