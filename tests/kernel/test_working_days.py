"""Terms in working days follow the Algemene termijnenwet."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.kernel.working_days import add_days, add_working_days, easter, holidays, is_working_day, kings_day

days = st.dates(date(2015, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    "day",
    [
        date(1818, 3, 22),  # the earliest Easter there is
        date(1943, 4, 25),  # the latest
        date(2016, 3, 27),
        date(2017, 4, 16),
        date(2018, 4, 1),
        date(2019, 4, 21),
        date(2020, 4, 12),
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
        date(2038, 4, 25),
    ],
)
def test_easter_falls_on_the_published_day(day: date):
    assert easter(day.year) == day


@pytest.mark.parametrize(
    ("year", "day"), [(2014, 26), (2017, 27), (2019, 27), (2020, 27), (2025, 26), (2026, 27), (2031, 26)]
)
def test_kings_day_moves_back_from_a_sunday(year: int, day: int):
    assert kings_day(year) == date(year, 4, day)


def test_the_holidays_of_2018_are_those_of_article_3():
    assert sorted(holidays(2018)) == [
        date(2018, 1, 1),
        date(2018, 3, 30),  # Good Friday
        date(2018, 4, 2),
        date(2018, 4, 27),
        date(2018, 5, 5),
        date(2018, 5, 10),  # Ascension Day
        date(2018, 5, 21),
        date(2018, 12, 25),
        date(2018, 12, 26),
    ]


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2018, 3, 1), 7, date(2018, 3, 8)),
        (date(2018, 3, 1), 2, date(2018, 3, 5)),  # Saturday becomes Monday
        (date(2018, 3, 1), 29, date(2018, 4, 3)),  # Good Friday, a weekend and Easter Monday
        (date(2017, 12, 1), 24, date(2017, 12, 27)),  # both Christmas days
        (date(2017, 12, 31), 1, date(2018, 1, 2)),
        (date(2018, 3, 3), 0, date(2018, 3, 5)),
        (date(2025, 4, 25), 1, date(2025, 4, 28)),  # King's Day on a Saturday, then a Sunday
    ],
)
def test_a_term_that_ends_when_offices_are_closed_moves_on(start: date, count: int, end: date):
    assert add_days(start, count) == end


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2018, 3, 1), 0, date(2018, 3, 1)),
        (date(2018, 3, 1), 1, date(2018, 3, 2)),
        (date(2018, 3, 1), 2, date(2018, 3, 5)),
        (date(2018, 3, 3), 1, date(2018, 3, 5)),
        (date(2018, 3, 28), 5, date(2018, 4, 6)),
        (date(2017, 12, 22), 5, date(2018, 1, 3)),
    ],
)
def test_working_days_leave_out_weekends_and_holidays(start: date, count: int, end: date):
    assert add_working_days(start, count) == end


@given(days, st.integers(0, 80))
def test_a_term_ends_on_a_working_day_and_never_early(start: date, count: int):
    end = add_days(start, count)
    assert is_working_day(end)
    assert 0 <= (end - start).days - count <= 4


@given(days, st.integers(1, 40))
def test_working_days_are_counted_one_by_one(start: date, count: int):
    end = add_working_days(start, count)
    between = [date.fromordinal(n) for n in range(start.toordinal() + 1, end.toordinal() + 1)]
    assert sum(map(is_working_day, between)) == count
    assert is_working_day(end)
