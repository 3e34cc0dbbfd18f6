"""All areas at once say the same as one by one, and what is not known stays so."""

from collections.abc import Callable
from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.scans.rules.statistics.intervals import (
    Estimate,
    Interval,
    both_levels,
    percentage,
    proportion,
    rate,
    survey,
)
from wijkaanzet.scans.rules.statistics.many import percentages, proportions, rates, surveys

COUNTS = st.integers(1, 5000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
ROWS = st.lists(COUNTS, min_size=1, max_size=8)
ROUNDINGS = st.sampled_from([0.0, 5.0])


def columns(rows: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    numerators, denominators = np.array(rows, dtype=np.float64).T
    return numerators, denominators


def assert_same(found: Estimate, one: Estimate) -> None:
    assert (found.counted, found.rounding) == (one.counted, one.rounding)
    assert found.value == pytest.approx(one.value, rel=1e-12)
    for interval, alone in ((found.weak, one.weak), (found.strong, one.strong)):
        assert interval is not None
        assert alone is not None
        assert (interval.low, interval.high) == pytest.approx((alone.low, alone.high), rel=1e-12)
        assert (interval.level, interval.method) == (alone.level, alone.method)


def _alone(of: Callable[..., Interval], count: tuple[int, int], rounding: float) -> Estimate:
    x, n = count
    return both_levels(x / n, lambda level: of(x, n, level=level, rounding=rounding), counted=n, rounding=rounding)


def _asked(count: tuple[int, int], effect: float) -> Estimate:
    x, n = count
    return both_levels(x / n, lambda level: survey(x / n, respondents=n, design_effect=effect, level=level), counted=n)


@given(ROWS, ROUNDINGS)
def test_proportions_are_those_of_one_by_one(rows, rounding):
    for found, one in zip(proportions(*columns(rows), rounding=rounding), rows, strict=True):
        assert_same(found, _alone(proportion, one, rounding))


@given(ROWS, ROUNDINGS)
def test_rates_are_those_of_one_by_one(rows, rounding):
    rows = [(events, base + 5) for events, base in rows]
    for found, one in zip(rates(*columns(rows), rounding=rounding), rows, strict=True):
        assert_same(found, _alone(rate, one, rounding))


@given(ROWS, st.data(), ROUNDINGS)
def test_percentages_are_those_of_one_by_one_each_with_its_own_step(rows, data, rounding):
    numerators, denominators = columns(rows)
    steps = data.draw(st.lists(st.sampled_from([0.0, 0.01, 0.001]), min_size=len(rows), max_size=len(rows)))
    found = percentages(numerators / denominators, denominators, steps=np.array(steps), rounding=rounding)
    for estimate, (x, n), step in zip(found, rows, steps, strict=True):
        one = both_levels(x / n, partial(_one_percentage, x / n, n, step), counted=n, rounding=rounding)
        assert_same(estimate, one)


def _one_percentage(share: float, of: int, step: float, level: float) -> Interval:
    return percentage(share, of, level=level, step=step)


@given(ROWS, st.floats(1, 4))
def test_surveys_are_those_of_one_by_one(rows, effect):
    numerators, respondents = columns(rows)
    found = surveys(numerators / respondents, respondents, design_effect=effect)
    for estimate, one in zip(found, rows, strict=True):
        assert_same(estimate, _asked(one, effect))


@pytest.mark.parametrize("make", [proportions, rates])
def test_what_is_not_known_has_no_value_and_no_interval(make):
    numerators, denominators = np.array([np.nan, 5.0, 5.0, 0.0]), np.array([100.0, np.nan, 100.0, 0.0])
    found = make(numerators, denominators)
    assert [estimate.value is None for estimate in found] == [True, True, False, True]
    assert [estimate.weak is None and estimate.strong is None for estimate in found] == [True, True, False, True]


def test_a_rate_of_almost_nobody_has_no_interval():
    (found,) = rates(np.array([5.0]), np.array([2.0]), rounding=5)
    assert (found.weak, found.strong) == (None, None)


def test_no_areas_give_no_estimates():
    assert proportions(np.array([]), np.array([])) == []
    assert rates(np.array([]), np.array([])) == []


def test_a_part_is_never_more_than_the_whole():
    (found,) = proportions(np.array([25.0]), np.array([20.0]), rounding=5)
    assert found.value == 1
    assert found.weak is not None
    assert found.weak.holds(1)


@pytest.mark.parametrize("make", [proportions, rates])
def test_one_row_that_cannot_be_is_refused(make):
    with pytest.raises(ValueError, match="numerator"):
        make(np.array([5.0, -1.0]), np.array([100.0, 100.0]))


def test_a_design_effect_is_above_zero():
    with pytest.raises(ValueError, match="design effect"):
        surveys(np.array([0.5]), np.array([100.0]), design_effect=0)
