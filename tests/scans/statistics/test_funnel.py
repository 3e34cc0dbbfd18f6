"""The funnel: limits that agree with public health, and areas that are special without being good or bad."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.scans.rules.statistics.comparison import Strength
from wijkaanzet.scans.rules.statistics.distributions import STRONG, WEAK, normal_quantile
from wijkaanzet.scans.rules.statistics.funnel import FEWEST_AREAS, curve, funnel

WITHIN, SPECIAL, VERY = None, Strength.WEAK, Strength.STRONG


@pytest.mark.done("4.statistics")
class TestPublishedValues:
    @pytest.mark.parametrize(
        ("share", "counted", "reference", "outside"),
        [
            (0.077065767284991562, 5930, 0.089611086876279327, VERY),
            (0.098988121425428961, 2273, 0.089611086876279327, WITHIN),
            (0.12474645030425965, 1972, 0.089611086876279327, VERY),
            (0.109783420463032, 1339, 0.128379546895717, SPECIAL),
            (0.159065628476085, 899, 0.128379546895717, SPECIAL),
        ],
    )
    def test_special_is_what_fingertips_calls_so(self, share, counted, reference, outside):
        found = funnel(np.array([share * counted]), np.array([float(counted)]), reference=reference)
        assert found.chance.outside == (outside,)

    @pytest.mark.parametrize(
        ("counted", "limits"),
        [
            (9_998, (79.867989, 81.416907, 79.421375, 81.863521)),
            (42_000 + 1_036, (80.269164, 81.015732, 80.053899, 81.230996)),
            (110_000, (80.408963, 80.875933, 80.274317, 81.010578)),
        ],
    )
    def test_large_areas_have_the_limits_of_public_health(self, counted: int, limits: tuple[float, ...]):
        points = curve(0.80642448, fewest=counted, most=counted, points=1)
        found = [100 * limit for pair in (*points.weak, *points.strong) for limit in pair]
        # PHEindicatormethods draws the normal limits; the score limits lean z²/n to the middle
        assert found == pytest.approx(limits, abs=100 * normal_quantile(STRONG) ** 2 / counted)


def areas(deviations: list[float], *, counted: float = 400, reference: float = 0.3) -> tuple[np.ndarray, np.ndarray]:
    """Areas that lie so many standard deviations from the reference."""
    step = (reference * (1 - reference) / counted) ** 0.5
    denominators = np.full(len(deviations), counted)
    return (reference + step * np.array(deviations)) * denominators, denominators


class TestOverdispersion:
    def test_chance_alone_is_not_widened(self):
        found = funnel(*areas([-2.5, -1.5, -1, -0.5, 0, 0.2, 0.5, 1, 1.5, 2.5]), reference=0.3)
        assert found.chance.outside == (SPECIAL, *[WITHIN] * 8, SPECIAL)
        assert (found.factor, found.widened) == (1.0, None)

    def test_many_outside_widen_it_by_the_median_deviation(self):
        deviations = [-8.0, -6, -4, -2, -1, 1, 2, 4, 6, 20]
        found = funnel(*areas(deviations, counted=4000), reference=0.3)
        assert found.factor == pytest.approx(1.4826 * 4, rel=1e-9)
        assert found.widened is not None
        assert found.chance.outside.count(VERY) == 6
        assert found.widened.outside == (*[WITHIN] * 9, VERY)

    def test_an_area_far_away_does_not_hide_itself(self):
        others = [-8.0, -6, -4, -2, -1, 0, 1, 2, 4, 6]
        near, far = (funnel(*areas([*others, last], counted=4000), reference=0.3) for last in (8.0, 25.0))
        assert near.factor == pytest.approx(far.factor)

    def test_exactly_a_tenth_outside_is_still_chance(self):
        assert funnel(*areas([0.0] * 9 + [9]), reference=0.3).widened is None
        assert funnel(*areas([-4.0, 5.0] * 5), reference=0.3).widened is not None

    def test_a_few_areas_tell_nothing_of_their_spread(self):
        far = [-9.0, 9.0] * FEWEST_AREAS
        assert funnel(*areas(far[: FEWEST_AREAS - 1]), reference=0.3).widened is None
        assert funnel(*areas(far[:FEWEST_AREAS]), reference=0.3).widened is not None

    def test_areas_that_all_lie_higher_are_not_spread_wider(self):
        found = funnel(*areas([5.0, 5.2, 4.8, 5.5, 4.5, 5.1, 4.9, 5.3, 4.7, 5.0]), reference=0.3)
        assert found.chance.outside.count(VERY) == 10
        assert (found.factor, found.widened) == (1.0, None)


class TestLimits:
    def test_areas_stay_in_the_order_given_and_unknown_ones_are_nowhere(self):
        found = funnel(np.array([90.0, np.nan, 0.0, 30.0]), np.array([100.0, 100.0, 0.0, 100.0]), reference=0.3)
        assert found.chance.outside == (VERY, WITHIN, WITHIN, WITHIN)
        assert found.shares[0] == 0.9
        assert np.isnan(found.shares[1:3]).all()

    @given(st.floats(0.01, 0.99), st.integers(1, 50), st.integers(51, 10_000), st.floats(1, 6))
    def test_they_narrow_with_more_people_and_hold_the_reference(self, reference, fewest, most, factor):
        points = curve(reference, fewest=fewest, most=most, factor=factor)
        for limits in (points.weak, points.strong):
            assert (np.diff(limits.high - limits.low) < 0).all()
            assert ((limits.low >= 0) & (limits.low < reference)).all()
            assert ((reference < limits.high) & (limits.high <= 1)).all()
        assert (points.strong.high > points.weak.high).all()
        assert (points.strong.low < points.weak.low).all()

    @given(st.floats(0.01, 0.99), st.integers(1, 10_000), st.floats(1, 6))
    def test_the_curve_is_what_the_areas_are_held_to(self, reference, counted, factor):
        found = funnel(np.array([reference * counted]), np.array([float(counted)]), reference=reference)
        points = curve(reference, fewest=counted, most=counted, points=1)
        assert points.weak.low[0] == pytest.approx(found.chance.weak.low[0])
        assert points.strong.high[0] == pytest.approx(found.chance.strong.high[0])
        wider = curve(reference, fewest=counted, most=counted, factor=factor, points=1)
        assert wider.weak.high[0] >= points.weak.high[0] * (1 - 1e-12)

    @given(st.floats(0.01, 0.99), st.integers(1, 10_000))
    def test_they_solve_the_score_equation(self, reference, counted):
        points = curve(reference, fewest=counted, most=counted, points=1)
        for level, limits in ((WEAK, points.weak), (STRONG, points.strong)):
            ((low, high),) = limits
            for limit in (low, high):
                off = abs(limit - reference) / (limit * (1 - limit) / counted) ** 0.5
                assert off == pytest.approx(normal_quantile(level), rel=1e-6)

    @pytest.mark.parametrize("reference", [0, 1, -0.1, 1.2, float("nan")])
    def test_a_reference_lies_between_none_and_all(self, reference: float):
        with pytest.raises(ValueError, match="reference"):
            funnel(np.array([1.0]), np.array([2.0]), reference=reference)

    @pytest.mark.parametrize(("fewest", "most"), [(0, 10), (-1, 10), (20, 10)])
    def test_a_curve_runs_from_few_to_many(self, fewest: float, most: float):
        with pytest.raises(ValueError, match="curve"):
            curve(0.3, fewest=fewest, most=most)
