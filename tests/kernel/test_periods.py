"""Periods are half-open: their first day belongs to them, their last does not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.kernel.periods import Period, year

DAY = timedelta(days=1)
days = st.dates(date(2016, 1, 1), date(2016, 3, 1))
lengths = st.none() | st.integers(1, 40)
periods = st.builds(
    lambda start, length: Period(start, None if length is None else start + length * DAY), days, lengths
)


@given(periods)
def test_a_period_holds_its_first_day_and_not_its_last(period: Period):
    assert period.contains(period.starts_on)
    assert not period.contains(period.starts_on - DAY)
    if period.ends_before is None:
        assert period.contains(date.max)
    else:
        assert period.contains(period.ends_before - DAY)
        assert not period.contains(period.ends_before)


@given(periods, periods)
def test_overlap_goes_both_ways_and_means_a_day_in_common(one: Period, other: Period):
    common = any(one.contains(day) and other.contains(day) for day in (date(2016, 1, 1) + n * DAY for n in range(120)))
    assert one.overlaps(other) == other.overlaps(one) == common


@given(days, st.integers(0, 40))
def test_a_period_without_a_day_is_refused(start: date, back: int):
    with pytest.raises(ValueError, match="ends after it starts"):
        Period(start, start - back * DAY)


def test_years_follow_each_other_without_a_gap():
    assert year(2017) == Period(date(2017, 1, 1), date(2018, 1, 1))
    assert not year(2017).overlaps(year(2018))
    assert year(2017).ends_before == year(2018).starts_on
