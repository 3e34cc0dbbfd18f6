"""The quantiles against printed tables, and against the chances that they are defined by."""

from math import exp, factorial, isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.scans.rules.statistics.distributions import (
    STRONG,
    WEAK,
    normal_quantile,
    poisson_limits,
    student_quantile,
)

LEVELS = st.floats(50, 99.9)


@pytest.mark.done("4.statistics")
class TestPublishedTables:
    @pytest.mark.parametrize(("level", "z"), [(90, 1.6449), (95, 1.9600), (98, 2.3263), (99, 2.5758), (99.8, 3.0902)])
    def test_the_normal_quantiles_are_those_of_the_tables(self, level: float, z: float):
        assert round(normal_quantile(level), 4) == z

    @pytest.mark.parametrize(
        ("degrees", "weak", "strong"),
        [
            (1, 12.706, 318.309),
            (2, 4.303, 22.327),
            (3, 3.182, 10.215),
            (5, 2.571, 5.893),
            (9, 2.262, 4.297),
            (10, 2.228, 4.144),
            (20, 2.086, 3.552),
            (30, 2.042, 3.385),
            (40, 2.021, 3.307),
            (100, 1.984, 3.174),
        ],
    )
    def test_students_quantiles_are_those_of_the_tables(self, degrees: int, weak: float, strong: float):
        assert (round(student_quantile(WEAK, degrees), 3), round(student_quantile(STRONG, degrees), 3)) == (
            weak,
            strong,
        )

    @pytest.mark.parametrize(
        ("events", "low", "high"),
        [
            (0, 0.0, 3.6889),
            (1, 0.0253, 5.5716),
            (2, 0.2422, 7.2247),
            (3, 0.6187, 8.7673),
            (4, 1.0899, 10.2416),
            (5, 1.6235, 11.6683),
            (7, 2.8144, 14.4227),
            (9, 4.1154, 17.0848),
            (10, 4.7954, 18.3904),
        ],
    )
    def test_exact_limits_of_events_are_those_of_garwood(self, events: int, low: float, high: float):
        found = poisson_limits(events, WEAK)
        assert (round(found[0], 4), round(found[1], 4)) == (low, high)


@given(events=st.integers(0, 60), level=LEVELS)
def test_at_the_exact_limits_the_chances_are_what_the_level_leaves(events: int, level: float):
    low, high = poisson_limits(events, level)
    side = (1 - level / 100) / 2
    assert isclose(_so_many_or_fewer(events, high), side, rel_tol=1e-6)
    assert low == 0 if events == 0 else isclose(1 - _so_many_or_fewer(events - 1, low), side, rel_tol=1e-6)


def _so_many_or_fewer(events: int, mean: float) -> float:
    return sum(exp(-mean) * mean**count / factorial(count) for count in range(events + 1))


@given(events=st.floats(0, 60), more=st.floats(0.01, 5))
def test_the_exact_limits_rise_with_the_events_also_between_whole_ones(events: float, more: float):
    first, second = poisson_limits(events, WEAK), poisson_limits(events + more, WEAK)
    assert first[0] <= second[0]
    assert first[1] < second[1]


@given(degrees=st.floats(1, 1e6), more=st.floats(1, 100), level=LEVELS)
def test_students_quantile_falls_to_the_normal_one(degrees: float, more: float, level: float):
    wide, narrow = student_quantile(level, degrees), student_quantile(level, degrees + more)
    assert wide * (1 + 1e-12) >= narrow > normal_quantile(level) * (1 - 1e-12)


@given(level=LEVELS)
def test_students_quantile_has_no_step_where_the_expansion_takes_over(level: float):
    assert isclose(student_quantile(level, 999.9999999), student_quantile(level, 1000), rel_tol=1e-9)


@pytest.mark.parametrize("level", [0, 100, -5, 120, float("nan")])
def test_a_level_that_is_no_percentage_is_refused(level: float):
    with pytest.raises(ValueError, match="level"):
        normal_quantile(level)


@pytest.mark.parametrize("degrees", [0, -1, float("nan")])
def test_no_degrees_of_freedom_are_refused(degrees: float):
    with pytest.raises(ValueError, match="degrees"):
        student_quantile(WEAK, degrees)


@pytest.mark.parametrize("events", [-1, float("nan")])
def test_events_that_cannot_be_counted_are_refused(events: float):
    with pytest.raises(ValueError, match="events"):
        poisson_limits(events, WEAK)
