"""What comes round in the year of a municipality, on days and in words."""

from datetime import date

from wijkaanzet.arrangements.rules import Arrangement
from wijkaanzet.cycle.rules.calendar import Moment, PlanYears, moments, next_moment


def moments_of(arrangement: Arrangement, *, first: date, before: date) -> tuple[Moment, ...]:
    """What comes round from a day up to a day by what the municipality chose."""
    return moments(arrangement.calendar, first=first, before=before, plans=plan_years(arrangement))


def next_of(arrangement: Arrangement, *, after: date) -> Moment | None:
    """What comes round first after a day."""
    return next_moment(arrangement.calendar, after=after, plans=plan_years(arrangement))


def plan_years(arrangement: Arrangement) -> PlanYears:
    """The years of plans, counted from the year in which the arrangement began to hold."""
    return PlanYears(first=arrangement.valid.starts_on.year, length=arrangement.cadence.plan_years)
