"""Intervals against published values, and what holds of every interval."""

from math import isclose, sqrt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wijkaanzet.scans.rules.statistics.distributions import STRONG, WEAK, normal_quantile
from wijkaanzet.scans.rules.statistics.intervals import (
    Estimate,
    Interval,
    IntervalMethod,
    both_levels,
    mean,
    percentage,
    proportion,
    published,
    rate,
    survey,
)

LEVELS = st.sampled_from([WEAK, STRONG])
ROUNDINGS = st.sampled_from([0.0, 5.0, 10.0])


@st.composite
def counts(draw: st.DrawFn, most: int = 20_000) -> tuple[int, int]:
    denominator = draw(st.integers(1, most))
    return draw(st.integers(0, denominator)), denominator


def rounded(interval: Interval, digits: int) -> tuple[float, float]:
    return round(interval.low, digits), round(interval.high, digits)


@pytest.mark.done("4.statistics")
class TestPublishedValues:
    @pytest.mark.parametrize(
        ("numerator", "denominator", "limits"),
        [
            (81, 263, (0.2553, 0.3662)),
            (15, 148, (0.0624, 0.1605)),
            (0, 20, (0.0000, 0.1611)),
            (1, 29, (0.0061, 0.1718)),
        ],
    )
    def test_wilson_is_method_3_of_newcombe_1998(self, numerator: int, denominator: int, limits: tuple[float, float]):
        assert rounded(proportion(numerator, denominator), 4) == limits

    @pytest.mark.parametrize(
        ("numerator", "denominator", "limits"),
        [
            (100, 10_000, (0.8229336148148417, 1.2146982255114647)),
            (100, 1_000, (8.29094435930957, 12.01519631953484)),
        ],
    )
    def test_wilson_is_that_of_public_health(self, numerator: int, denominator: int, limits: tuple[float, float]):
        found = proportion(numerator, denominator).scaled(100)
        assert (found.low, found.high) == pytest.approx(limits, rel=1e-9)

    @pytest.mark.parametrize(
        ("numerator", "respondents", "limits"),
        [
            (5, 10, (23.7, 76.3)),
            (14, 30, (30.2, 63.9)),
            (24, 50, (34.8, 61.5)),
            (47, 100, (37.5, 56.7)),
            (94, 200, (40.2, 53.9)),
            (188, 400, (42.2, 51.9)),
            (0, 40, (0.0, 8.8)),
        ],
    )
    def test_a_survey_of_few_says_little(self, numerator: int, respondents: int, limits: tuple[float, float]):
        assert rounded(survey(numerator / respondents, respondents=respondents).scaled(100), 1) == limits

    def test_byar_is_that_of_public_health(self):
        found = rate(100, 10_000).scaled(100_000)
        assert found.method == IntervalMethod.BYAR
        assert found.low == pytest.approx(813.6210549052788, rel=1e-12)
        assert found.high == pytest.approx(1216.28, abs=0.005)  # Breslow and Day's formula by hand

    def test_a_rate_of_few_events_is_exact_as_in_r(self):
        found = rate(5, 94.32)
        assert found.method == IntervalMethod.EXACT
        assert (found.low, found.high) == pytest.approx((0.01721254, 0.12371005), abs=5e-9)

    def test_a_mean_takes_students_quantile(self):
        found = mean(10, deviation=2, observations=20)
        assert rounded(found, 3) == (9.064, 10.936)  # 2.093 × 2 / √20 = 0.936
        assert rounded(mean(10, deviation=2, observations=20, level=STRONG), 3) == (8.399, 11.601)  # 3.579


class TestProportion:
    @given(counts(), LEVELS)
    def test_its_limits_are_the_parts_at_which_the_count_lies_so_far_off(self, count: tuple[int, int], level: float):
        numerator, denominator = count
        found = proportion(numerator, denominator, level=level)
        for limit in (found.low, found.high):
            if 0 < limit < 1:
                off = abs(numerator / denominator - limit) / sqrt(limit * (1 - limit) / denominator)
                assert isclose(off, normal_quantile(level), rel_tol=1e-6)

    @given(counts(), LEVELS, ROUNDINGS)
    def test_it_holds_the_estimate_and_stays_between_nothing_and_all(self, count, level, rounding):
        numerator, denominator = count
        found = proportion(numerator, denominator, level=level, rounding=rounding)
        assert 0 <= found.low <= numerator / denominator <= found.high <= 1

    @given(counts(), ROUNDINGS)
    def test_it_is_wider_at_a_higher_level(self, count, rounding):
        weak, strong = (proportion(*count, level=level, rounding=rounding) for level in (WEAK, STRONG))
        assert strong.low <= weak.low
        assert weak.high <= strong.high

    @given(counts(), st.integers(2, 9))
    def test_it_is_narrower_with_more_people(self, count, times):
        few, many = proportion(*count), proportion(count[0] * times, count[1] * times)
        assert many.high - many.low < few.high - few.low

    @given(counts(), LEVELS)
    def test_who_is_not_counted_has_the_mirrored_interval(self, count, level):
        found, other = (proportion(one, count[1], level=level) for one in (count[0], count[1] - count[0]))
        assert found.low == pytest.approx(1 - other.high, abs=1e-12)
        assert found.high == pytest.approx(1 - other.low, abs=1e-12)

    @given(counts(2_000), st.sampled_from([5.0, 10.0]), st.floats(-1, 1), st.floats(-1, 1))
    def test_the_envelope_holds_the_interval_of_all_that_was_rounded(self, count, rounding, up, beside):
        denominator = count[1] + beside * rounding / 2
        assume(denominator > 0)
        numerator = min(max(count[0] + up * rounding / 2, 0), denominator)
        envelope, inner = proportion(*count, rounding=rounding), proportion(numerator, denominator)
        assert envelope.low <= inner.low + 1e-12
        assert inner.high <= envelope.high + 1e-12

    def test_counts_rounded_to_five_can_be_anything_when_almost_nobody_lives_there(self):
        assert rounded(proportion(0, 5, rounding=5), 2) == (0.0, 1.0)

    def test_more_counted_than_there_are_is_explained_by_rounding_or_refused(self):
        assert proportion(25, 20, rounding=5).high == 1
        with pytest.raises(ValueError, match="numerator"):
            proportion(30, 20, rounding=5)

    @pytest.mark.parametrize(("numerator", "denominator"), [(-1, 10), (11, 10), (0, 0), (1, -1), (1, float("nan"))])
    def test_what_is_no_part_is_refused(self, numerator: float, denominator: float):
        with pytest.raises(ValueError, match=r"numerator|part of"):
            proportion(numerator, denominator)


class TestPublishedParts:
    def test_a_whole_percentage_is_known_to_half_a_point(self):
        plain, whole = percentage(0.30, 1000, step=0), percentage(0.30, 1000)
        assert whole.low < plain.low < plain.high < whole.high
        assert whole.low == pytest.approx(percentage(0.295, 1000, step=0).low)
        assert whole.method == IntervalMethod.WILSON_ROUNDED

    @given(counts(), st.floats(1, 5))
    def test_a_design_effect_takes_respondents_away(self, count, effect):
        share = count[0] / count[1]
        found = survey(share, respondents=count[1], design_effect=effect)
        assert found.low == pytest.approx(percentage(share, count[1] / effect, step=0).low)
        assert found.high - found.low >= proportion(*count).high - proportion(*count).low - 1e-12
        assert found.method == IntervalMethod.WILSON_SURVEY

    @pytest.mark.parametrize("effect", [0, -1])
    def test_no_design_effect_is_refused(self, effect: float):
        with pytest.raises(ValueError, match="above zero"):
            survey(0.5, respondents=100, design_effect=effect)

    def test_a_part_above_all_is_refused(self):
        with pytest.raises(ValueError, match="numerator"):
            percentage(1.01, 100)

    def test_what_was_published_is_taken_as_it_is(self):
        assert published(12.5, 14.1, level=90) == Interval(12.5, 14.1, 90, IntervalMethod.PUBLISHED)


class TestRate:
    @given(st.integers(0, 5000), st.floats(1, 1e6), LEVELS, ROUNDINGS)
    def test_it_holds_the_estimate_and_is_never_negative(self, events, base, level, rounding):
        assume(base > rounding)
        found = rate(events, base, level=level, rounding=rounding)
        assert 0 <= found.low <= events / base <= found.high

    @given(st.integers(0, 5000), ROUNDINGS)
    def test_it_is_wider_at_a_higher_level(self, events, rounding):
        weak, strong = (rate(events, 1000, level=level, rounding=rounding) for level in (WEAK, STRONG))
        assert strong.low <= weak.low
        assert weak.high < strong.high

    @given(st.integers(0, 300), LEVELS)
    def test_rounding_only_makes_it_wider(self, events, level):
        plain, envelope = rate(events, 1000, level=level), rate(events, 1000, level=level, rounding=5)
        assert envelope.low <= plain.low
        assert plain.high <= envelope.high
        assert envelope.method == IntervalMethod.RATE_ROUNDED

    @given(LEVELS)
    def test_the_two_methods_nearly_meet_at_ten_events(self, level):
        exact, byar = rate(9.999999, 1, level=level), rate(10, 1, level=level)
        assert byar.low == pytest.approx(exact.low, rel=0.03)
        assert byar.high == pytest.approx(exact.high, rel=0.03)

    @pytest.mark.parametrize(("events", "base", "rounding"), [(1, 0, 0), (-1, 10, 0), (1, 2, 5), (1, float("nan"), 0)])
    def test_events_of_nobody_are_refused(self, events: float, base: float, rounding: float):
        with pytest.raises(ValueError, match=r"numerator|part of"):
            rate(events, base, rounding=rounding)


class TestMean:
    @given(st.floats(-1e6, 1e6), st.floats(0, 1e5), st.integers(2, 10_000))
    def test_it_lies_in_the_middle_of_its_interval(self, value, deviation, observations):
        found = mean(value, deviation=deviation, observations=observations)
        assert found.holds(value)
        assert value - found.low == pytest.approx(found.high - value, abs=1e-6)

    @pytest.mark.parametrize(("deviation", "observations"), [(1, 1), (-1, 10)])
    def test_a_mean_without_spread_has_none(self, deviation: float, observations: int):
        with pytest.raises(ValueError, match="two observations"):
            mean(10, deviation=deviation, observations=observations)


class TestEstimate:
    def test_its_intervals_are_at_both_levels_and_scale_with_it(self):
        found = both_levels(0.3, lambda level: proportion(30, 100, level=level), counted=100, rounding=5).scaled(100)
        assert found.value == 30
        assert found.weak == proportion(30, 100).scaled(100)
        assert found.strong == proportion(30, 100, level=STRONG).scaled(100)
        assert (found.counted, found.rounding) == (100, 5)

    def test_one_that_is_not_known_stays_so(self):
        assert Estimate(None).scaled(100) == Estimate(None)

    def test_an_interval_at_another_level_is_refused(self):
        with pytest.raises(ValueError, match="95 and 99"):
            Estimate(1.0, published(0, 2, level=90))

    @pytest.mark.parametrize(("low", "high"), [(2, 1), (float("nan"), 1)])
    def test_an_interval_runs_from_low_to_high(self, low: float, high: float):
        with pytest.raises(ValueError, match="lower limit"):
            published(low, high)
