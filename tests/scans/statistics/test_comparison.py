"""One comparison for table, map, chart and export."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.scans.rules.catalogue.indicator import Polarity
from wijkaanzet.scans.rules.statistics.comparison import (
    Benchmark,
    Comparison,
    Judgement,
    NotCompared,
    Outcome,
    Strength,
    compare,
    is_too_small,
    judge,
    leave_one_out,
)
from wijkaanzet.scans.rules.statistics.distributions import STRONG
from wijkaanzet.scans.rules.statistics.intervals import Estimate, both_levels, proportion, published

HIGHER, LOWER, NONE = Polarity.HIGHER_BETTER, Polarity.LOWER_BETTER, Polarity.NO_JUDGEMENT
FORTY = Estimate(40.0, published(36, 44), published(33, 47, level=STRONG))


class TestOutcome:
    @pytest.mark.parametrize(
        ("benchmark", "outcome", "strength"),
        [
            (40, Outcome.SIMILAR, None),
            (36, Outcome.SIMILAR, None),
            (44, Outcome.SIMILAR, None),
            (35.9, Outcome.HIGHER, Strength.WEAK),
            (33, Outcome.HIGHER, Strength.WEAK),
            (32.9, Outcome.HIGHER, Strength.STRONG),
            (44.1, Outcome.LOWER, Strength.WEAK),
            (47, Outcome.LOWER, Strength.WEAK),
            (47.1, Outcome.LOWER, Strength.STRONG),
        ],
    )
    def test_it_follows_where_the_benchmark_lies(self, benchmark: float, outcome: Outcome, strength: Strength | None):
        assert compare(FORTY, benchmark, polarity=NONE) == Comparison(outcome, strength)

    @pytest.mark.parametrize(
        ("benchmark", "polarity", "judgement"),
        [
            (30, HIGHER, Judgement.BETTER),
            (30, LOWER, Judgement.WORSE),
            (50, HIGHER, Judgement.WORSE),
            (50, LOWER, Judgement.BETTER),
            (30, NONE, None),
            (50, NONE, None),
            (40, HIGHER, None),
            (40, LOWER, None),
        ],
    )
    def test_only_an_indicator_with_a_direction_judges(self, benchmark: float, polarity: Polarity, judgement):
        assert compare(FORTY, benchmark, polarity=polarity).judgement == judgement

    def test_what_was_published_at_one_level_is_never_strong(self):
        assert compare(Estimate(40.0, published(36, 44)), 1, polarity=NONE).strength == Strength.WEAK

    @pytest.mark.parametrize(
        ("estimate", "benchmark", "reason"),
        [
            (Estimate(None), 40, NotCompared.NO_VALUE),
            (Estimate(None), None, NotCompared.NO_VALUE),
            (FORTY, None, NotCompared.NO_BENCHMARK),
            (Estimate(40.0), 40, NotCompared.NO_INTERVAL),
            (Estimate(40.0, published(36, 44), counted=24, rounding=5), 40, NotCompared.TOO_SMALL),
            (Estimate(40.0, counted=0, rounding=5), 40, NotCompared.TOO_SMALL),
        ],
    )
    def test_what_cannot_be_compared_says_why(self, estimate: Estimate, benchmark: float | None, reason: NotCompared):
        assert compare(estimate, benchmark, polarity=HIGHER) == Comparison(Outcome.NOT_COMPARED, reason=reason)

    @given(st.integers(0, 500), st.integers(1, 500), st.floats(0.001, 0.999), st.sampled_from(list(Polarity)))
    def test_a_strong_difference_is_also_a_weak_one_and_mirrors_in_the_complement(self, count, other, mark, polarity):
        total = count + other
        found = compare(_part(count, total), mark, polarity=polarity)
        mirrored = compare(_part(other, total), 1 - mark, polarity=polarity)
        turned = {Outcome.HIGHER: Outcome.LOWER, Outcome.LOWER: Outcome.HIGHER}
        assert mirrored.outcome == turned.get(found.outcome, found.outcome)
        assert mirrored.strength == found.strength
        assert (found.strength is None) == (found.outcome == Outcome.SIMILAR)


def _part(numerator: int, denominator: int) -> Estimate:
    return both_levels(numerator / denominator, lambda level: proportion(numerator, denominator, level=level))


class TestTooSmall:
    @pytest.mark.parametrize(
        ("counted", "rounding", "small"),
        [
            (20, 5, True),
            (24, 5, True),
            (25, 5, False),
            (95, 10, True),
            (100, 10, False),
            (3, 0, False),
            (None, 5, False),
        ],
    )
    def test_rounding_says_more_than_chance_below_its_square(self, counted: float | None, rounding: float, small: bool):
        assert is_too_small(Estimate(1.0, counted=counted, rounding=rounding)) is small

    @given(st.integers(1, 24))
    def test_a_neighbourhood_of_twenty_is_too_small_whatever_it_shows(self, counted: int):
        estimate = both_levels(
            1.0, lambda level: proportion(counted, counted, level=level), counted=counted, rounding=5
        )
        assert compare(estimate, 0.01, polarity=HIGHER).reason == NotCompared.TOO_SMALL


class TestBenchmark:
    def test_a_small_area_stays_in(self):
        assert leave_one_out(30, 100, of_numerator=200, of_denominator=1000) == Benchmark(0.2, left_out=False)

    def test_more_than_a_tenth_is_left_out(self):
        assert leave_one_out(31, 101, of_numerator=200, of_denominator=1000) == Benchmark(169 / 899, left_out=True)

    @pytest.mark.parametrize("whole", [1000, 995])
    def test_an_area_that_is_all_of_it_leaves_nothing_to_compare_with(self, whole: int):
        benchmark = leave_one_out(200, 1000, of_numerator=200, of_denominator=whole)
        assert benchmark == Benchmark(None, left_out=True)
        assert compare(FORTY, benchmark.value, polarity=HIGHER).reason == NotCompared.NO_BENCHMARK

    def test_parts_that_add_up_to_more_leave_nothing_not_less(self):
        assert leave_one_out(205, 500, of_numerator=200, of_denominator=1000).value == 0

    def test_a_benchmark_of_nobody_is_refused(self):
        with pytest.raises(ValueError, match="counts somebody"):
            leave_one_out(0, 0, of_numerator=0, of_denominator=0)

    @given(st.integers(0, 100), st.integers(101, 900), st.integers(0, 900), st.integers(901, 5000))
    def test_what_is_left_is_the_others(self, count, size, others_count, others_size):
        benchmark = leave_one_out(count, size, of_numerator=count + others_count, of_denominator=size + others_size)
        alone = others_count / others_size
        together = (count + others_count) / (size + others_size)
        assert benchmark.value == pytest.approx(alone if benchmark.left_out else together)
        assert benchmark.left_out == (size > 0.1 * (size + others_size))


@pytest.mark.parametrize("is_higher", [True, False])
def test_without_a_direction_nobody_judges(is_higher: bool):
    assert judge(is_higher=is_higher, polarity=NONE) is None
