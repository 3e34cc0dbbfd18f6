"""What comes round in the year of a municipality, on days: each as often as was said, and never twice."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.arrangements.rules import Beat, Every, Step
from wijkaanzet.cycle.rules.calendar import TIMES_A_YEAR, PlanYears, moments, next_moment

FOUR = PlanYears(first=2016, length=4)
STARTS, NEXT_YEAR = date(2017, 1, 1), date(2018, 1, 1)


def beat(every: Every, *, step: Step = Step.FOLLOW, month: int = 1, day: int = 15, key: str = "keer") -> Beat:
    return Beat(key=key, name="Keer", step=step, every=every, month=month, day=day, role="coordinator")


@pytest.mark.parametrize(
    ("every", "month", "months"),
    [
        (Every.YEARLY, 11, [11]),
        (Every.HALF_YEARLY, 3, [3, 9]),
        (Every.QUARTERLY, 2, [2, 5, 8, 11]),
    ],
)
def test_comes_as_often_in_a_year_as_was_said(every: Every, month: int, months: list[int]):
    found = moments([beat(every, month=month)], first=STARTS, before=NEXT_YEAR, plans=FOUR)
    assert [one.on for one in found] == [date(2017, month, 15) for month in months]


@pytest.mark.parametrize(
    ("step", "years"),
    [
        (Step.DO, [2016, 2020, 2024]),
        (Step.ACCOUNT, [2016, 2020, 2024]),
        (Step.PLAN, [2019, 2023]),
        (Step.SCAN, [2019, 2023]),
    ],
)
def test_once_in_a_plan_what_prepares_it_comes_the_year_before(step: Step, years: list[int]):
    found = moments([beat(Every.PLAN, step=step)], first=date(2016, 1, 1), before=date(2025, 1, 1), plans=FOUR)
    assert [one.on.year for one in found] == years


def test_a_plan_of_a_year_comes_every_year():
    found = moments(
        [beat(Every.PLAN, step=Step.PLAN)], first=STARTS, before=date(2020, 1, 1), plans=PlanYears(first=2018, length=1)
    )
    assert [one.on.year for one in found] == [2017, 2018, 2019]


def test_on_one_day_stands_in_the_order_of_the_wheel():
    beats = [beat(Every.YEARLY, step=step, key=step.value) for step in reversed(Step)]
    found = moments(beats, first=STARTS, before=NEXT_YEAR, plans=FOUR)
    assert [one.beat.step for one in found] == list(Step)


BEATS = st.builds(
    lambda every, step, day, month: beat(
        every, step=step, month=1 + (month - 1) % (12 // TIMES_A_YEAR[every]), day=day
    ),
    st.sampled_from(Every),
    st.sampled_from(Step),
    st.integers(1, 28),
    st.integers(1, 12),
)


@given(one=BEATS, day=st.dates(date(2000, 1, 1), date(2090, 1, 1)), length=st.integers(1, 8))
def test_what_comes_next_lies_after_the_day_and_nothing_lies_between(one: Beat, day: date, length: int):
    plans = PlanYears(first=2016, length=length)
    ahead = next_moment([one], after=day, plans=plans)
    assert ahead is not None
    assert ahead.on > day
    assert moments([one], first=day + timedelta(days=1), before=ahead.on, plans=plans) == ()


@given(one=BEATS, days=st.lists(st.dates(date(2016, 1, 1), date(2030, 1, 1)), min_size=1, max_size=5))
def test_cut_anywhere_the_parts_are_the_whole(one: Beat, days: list[date]):
    first, before = date(2016, 1, 1), date(2030, 1, 2)
    cuts = sorted({first, before, *days})
    parts = [moments([one], first=start, before=end, plans=FOUR) for start, end in pairwise(cuts)]
    assert sum(parts, ()) == moments([one], first=first, before=before, plans=FOUR)


def test_without_beats_nothing_comes():
    assert next_moment([], after=STARTS, plans=FOUR) is None
