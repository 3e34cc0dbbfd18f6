"""Series are cut at their breaks, and small areas may add up years."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.scans.rules.statistics.intervals import Estimate
from wijkaanzet.scans.rules.statistics.series import Count, Point, pooled, stretches

NOTHING = Estimate(None)


def years(points: list[list[Point]]) -> list[list[int]]:
    return [[point.year for point in stretch] for stretch in points]


@pytest.mark.parametrize(
    ("breaks", "cut"),
    [
        ([], [[2012, 2014, 2016, 2018]]),
        ([2016], [[2012, 2014], [2016, 2018]]),
        ([2015], [[2012, 2014], [2016, 2018]]),
        ([2013, 2014, 2018], [[2012], [2014, 2016], [2018]]),
        ([2012, 2020], [[2012, 2014, 2016, 2018]]),
    ],
)
def test_a_series_is_cut_before_the_year_of_a_break(breaks: list[int], cut: list[list[int]]):
    points = [Point(year, NOTHING) for year in (2018, 2012, 2016, 2014)]
    assert years(stretches(points, breaks=breaks)) == cut


def test_years_added_up_across_a_break_belong_nowhere():
    points = [Point(year, NOTHING, years=3) for year in range(2013, 2020)]
    assert years(stretches(points, breaks=[2016])) == [[2013, 2014, 2015], [2018, 2019]]


@given(st.sets(st.integers(2000, 2030)), st.sets(st.integers(2000, 2030)))
def test_no_stretch_holds_a_break_and_none_is_lost(found, breaks):
    cut = stretches([Point(year, NOTHING) for year in found], breaks=breaks)
    assert sorted(point.year for stretch in cut for point in stretch) == sorted(found)
    for stretch in cut:
        assert not any(stretch[0].year < year <= stretch[-1].year for year in breaks)


def test_three_years_are_added_up_for_each_year_that_has_them():
    counts = [Count(2014 + step, 2.0 + step, 30.0) for step in range(5)]
    assert pooled(counts) == [Count(2016, 9, 90, 3), Count(2017, 12, 90, 3), Count(2018, 15, 90, 3)]


@pytest.mark.parametrize(
    "missing", [Count(2016, None, 30.0), Count(2016, 2.0, None), Count(2020, 2.0, 30.0)], ids=["number", "base", "year"]
)
def test_a_year_that_is_not_known_makes_no_sum(missing: Count):
    counts = [Count(2014, 1.0, 30.0), Count(2015, 1.0, 30.0), missing, Count(2017, 1.0, 30.0), Count(2018, 1.0, 30.0)]
    assert pooled(counts) == []


def test_one_year_is_itself():
    counts = [Count(2014, 1.0, 30.0), Count(2016, 2.0, 30.0)]
    assert pooled(counts, years=1) == counts


@pytest.mark.parametrize(
    ("counts", "years", "what"),
    [([Count(2014, 1, 2)], 0, "at least one"), ([Count(2014, 1, 2), Count(2014, 1, 2)], 3, "once")],
)
def test_what_makes_no_series_is_refused(counts: list[Count], years: int, what: str):
    with pytest.raises(ValueError, match=what):
        pooled(counts, years=years)
