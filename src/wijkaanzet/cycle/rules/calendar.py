"""When what comes round in the year of a municipality is: the beats of its arrangement on days. Plain Python."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from wijkaanzet.arrangements.rules import Beat, Every, Step

TIMES_A_YEAR: dict[Every, int] = {Every.YEARLY: 1, Every.HALF_YEARLY: 2, Every.QUARTERLY: 4, Every.PLAN: 1}
BEFORE_A_PLAN = frozenset({Step.SCAN, Step.BUDGET, Step.PLAN})
"""The steps that prepare a plan: once in a plan they fall in the year before it begins."""
ORDER = tuple(Step)


@dataclass(frozen=True)
class PlanYears:
    """The years of plans: each begins in `first`, or a number of times `length` years from it."""

    first: int
    length: int

    def has(self, year: int, step: Step) -> bool:
        """Whether in a year a step is done that comes once in a plan."""
        begins = year + 1 if step in BEFORE_A_PLAN else year
        return (begins - self.first) % self.length == 0


@dataclass(frozen=True)
class Moment:
    """Moment in het jaar. A beat on a day."""

    on: date
    beat: Beat


def moments(beats: Iterable[Beat], *, first: date, before: date, plans: PlanYears) -> tuple[Moment, ...]:
    """What comes round from a day up to a day, in order of time; on one day in the order of the wheel."""
    years = range(first.year, before.year + 1)
    found = [Moment(on, beat) for beat in beats for year in years for on in _days(beat, year, plans)]
    found = [one for one in found if first <= one.on < before]
    return tuple(sorted(found, key=lambda one: (one.on, ORDER.index(one.beat.step), one.beat.key)))


def next_moment(beats: Iterable[Beat], *, after: date, plans: PlanYears) -> Moment | None:
    """What comes round first after a day; None in a municipality where nothing does."""
    ahead = date(after.year + plans.length + 1, 12, 31)
    return next((one for one in moments(beats, first=after, before=ahead, plans=plans) if one.on > after), None)


def _days(beat: Beat, year: int, plans: PlanYears) -> Iterator[date]:
    if beat.every is Every.PLAN and not plans.has(year, beat.step):
        return
    times = TIMES_A_YEAR[beat.every]
    for time in range(times):
        yield date(year, beat.month + time * 12 // times, beat.day)
