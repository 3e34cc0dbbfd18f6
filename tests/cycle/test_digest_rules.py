"""On which day an overview goes, and for which stretch of time it counts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.cycle.rules.digests import DigestRhythm, period_of, usual_rhythm
from wijkaanzet.kernel.working_days import is_working_day
from wijkaanzet.people.rules import INVITED, PAID, Role

MONDAY = date(2017, 10, 2)
DAYS = st.dates(date(2015, 1, 1), date(2035, 1, 1))


@pytest.mark.parametrize(
    ("rhythm", "today", "period"),
    [
        (DigestRhythm.WEEKLY, MONDAY, MONDAY),
        (DigestRhythm.WEEKLY, MONDAY + timedelta(days=3), MONDAY),
        (DigestRhythm.WEEKLY, MONDAY + timedelta(days=6), MONDAY),
        (DigestRhythm.WEEKLY, date(2017, 4, 17), None),  # Easter Monday: it goes on Tuesday
        (DigestRhythm.DAILY, MONDAY, MONDAY),
        (DigestRhythm.DAILY, MONDAY + timedelta(days=5), None),
        (DigestRhythm.DAILY, date(2017, 12, 25), None),
        (DigestRhythm.NONE, MONDAY, None),
    ],
)
def test_goes_on_working_days_and_counts_for_its_own_period(rhythm: DigestRhythm, today: date, period: date | None):
    assert period_of(rhythm, today=today) == period


@given(DAYS)
def test_every_week_has_one_period_whatever_day_the_timer_runs(day: date):
    monday = day - timedelta(days=day.weekday())
    week = [period_of(DigestRhythm.WEEKLY, today=monday + timedelta(days=n)) for n in range(7)]
    assert {one for one in week if one is not None} == {monday}


@given(DAYS)
def test_never_on_a_holiday_in_the_week(day: date):
    assert (period_of(DigestRhythm.DAILY, today=day) is None) is not is_working_day(day)


@pytest.mark.parametrize("role", Role)
def test_only_who_is_paid_is_mailed_without_asking_for_it(role: Role):
    assert usual_rhythm([role]) is (DigestRhythm.WEEKLY if role in PAID else DigestRhythm.NONE)
    assert usual_rhythm(INVITED | {role}) is usual_rhythm([role])


def test_who_has_no_role_is_not_mailed():
    assert usual_rhythm([]) is DigestRhythm.NONE
