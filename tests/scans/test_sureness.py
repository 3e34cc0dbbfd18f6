"""How sure the figures of a column are: the interval that fits what was published, for all areas in one pass."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.scans.rules.catalogue import Indicator, Method, indicator, indicators
from wijkaanzet.scans.rules.columns import ColumnKind
from wijkaanzet.scans.rules.roll_up import Whole
from wijkaanzet.scans.rules.statistics.distributions import STRONG, WEAK
from wijkaanzet.scans.rules.statistics.intervals import (
    Interval,
    IntervalMethod,
    percentage,
    proportion,
    rate,
    survey,
)
from wijkaanzet.scans.rules.sureness import Measured, NoInterval, Sure, sureness

KINDS = list(ColumnKind)
LEVELS = (WEAK, STRONG)
COUNTED = next(one for one in indicators() if one.method is Method.REGISTER)
MODELLED = indicator("eenzaam")


def part(numerator: float, denominator: float) -> Whole:
    """So many of so many, as a percentage."""
    x, n = Fraction(numerator), Fraction(denominator)
    return Whole(100 * x / n, 0, 1, None, x, n)


def per_thousand(events: float, base: float) -> Whole:
    x, n = Fraction(events), Fraction(base)
    return Whole(1000 * x / n, 0, 1, None, x, n)


def bare(value: float) -> Whole:
    """A value of which the table says nothing else."""
    return Whole(Fraction(value), 0, 1)


def one(kind: ColumnKind, measured: Measured, *, rounding: float = 0, told_by: Indicator | None = None) -> Sure:
    (found,) = sureness(kind, [measured], indicator=told_by, rounding=rounding)
    return found


def ends(interval: Interval | None) -> tuple[float, float]:
    assert interval is not None
    return interval.low, interval.high


def scaled(interval: Interval, factor: float) -> object:
    return pytest.approx((interval.low * factor, interval.high * factor))


class TestByKind:
    @pytest.mark.parametrize(("numerator", "denominator"), [(0, 40), (3, 60), (47, 100), (200, 200)])
    @pytest.mark.parametrize("rounding", [0, 5])
    def test_a_part_has_the_interval_of_its_counts(self, numerator: int, denominator: int, rounding: float):
        sure = one(ColumnKind.PART, Measured(part(numerator, denominator)), rounding=rounding)
        for level, found in zip(LEVELS, (sure.estimate.weak, sure.estimate.strong), strict=True):
            assert ends(found) == scaled(proportion(numerator, denominator, level=level, rounding=rounding), 100)
        assert sure.estimate.value == pytest.approx(100 * numerator / denominator)
        assert (sure.estimate.rounding, sure.none) == (rounding, None)

    def test_zero_of_forty_may_be_almost_nine_percent(self):
        assert ends(one(ColumnKind.PART, Measured(part(0, 40))).estimate.weak) == pytest.approx((0, 8.76), abs=0.01)

    @pytest.mark.parametrize(("value", "decimals"), [(20, 0), (20.5, 1), (0, 0), (100, 0)])
    def test_of_a_percentage_only_the_last_digit_was_rounded(self, value: float, decimals: int):
        whole = replace(bare(value), numerator=Fraction(value) * 3, denominator=Fraction(300))
        sure = one(ColumnKind.PERCENTAGE, Measured(whole, decimals=decimals), rounding=5)
        for level, found in zip(LEVELS, (sure.estimate.weak, sure.estimate.strong), strict=True):
            assert ends(found) == scaled(percentage(value / 100, 300, level=level, step=0.01 / 10**decimals), 100)
        assert (sure.estimate.counted, sure.estimate.rounding) == (300, 5)

    @pytest.mark.parametrize(("events", "base"), [(0, 500), (9, 500), (10, 500), (250, 10_000)])
    @pytest.mark.parametrize("rounding", [0, 5])
    def test_a_rate_has_the_interval_of_its_events(self, events: int, base: int, rounding: float):
        sure = one(ColumnKind.RATE, Measured(per_thousand(events, base)), rounding=rounding)
        for level, found in zip(LEVELS, (sure.estimate.weak, sure.estimate.strong), strict=True):
            assert ends(found) == scaled(rate(events, base, level=level, rounding=rounding), 1000)

    @pytest.mark.parametrize(
        ("kind", "whole", "why"),
        [
            (ColumnKind.COUNT, bare(12), NoInterval.COUNT),
            (ColumnKind.PART, bare(12), NoInterval.NO_BASE),
            (ColumnKind.PERCENTAGE, bare(12), NoInterval.NO_BASE),
            (ColumnKind.RATE, bare(12), NoInterval.NO_BASE),
            (ColumnKind.MEAN, bare(12), NoInterval.NO_SPREAD),
            (ColumnKind.MEAN, part(12, 50), NoInterval.NO_SPREAD),
            (ColumnKind.MEDIAN, bare(12), NoInterval.NO_SPREAD),
            (ColumnKind.INDEX, bare(12), NoInterval.NO_SPREAD),
        ],
    )
    def test_what_has_no_interval_says_why(self, kind: ColumnKind, whole: Whole, why: NoInterval):
        sure = one(kind, Measured(whole))
        assert (sure.none, sure.estimate.weak, sure.estimate.strong) == (why, None, None)
        assert sure.estimate.value is not None

    @pytest.mark.parametrize("kind", KINDS)
    def test_what_is_not_shown_has_neither_value_nor_interval(self, kind: ColumnKind):
        measured = Measured(Whole(None, 1, 1), Fraction(1), Fraction(2), Fraction(30))
        assert one(kind, measured) == Sure(one(kind, measured).estimate, NoInterval.NOT_SHOWN)
        assert (one(kind, measured).estimate.value, one(kind, measured).estimate.weak) == (None, None)


class TestPublishedBesideIt:
    @pytest.mark.parametrize("kind", KINDS)
    def test_bounds_of_the_publisher_go_before_ours(self, kind: ColumnKind):
        sure = one(kind, Measured(part(20, 100), Fraction(15), Fraction(26)), told_by=MODELLED)
        assert sure.estimate.weak == Interval(15, 26, WEAK, IntervalMethod.PUBLISHED)
        assert (sure.estimate.strong, sure.none) == (None, None)

    @pytest.mark.parametrize(("low", "high"), [(None, 26), (15, None), (26, 15)])
    def test_half_an_interval_or_one_upside_down_is_none(self, low: int | None, high: int | None):
        bounds = [None if number is None else Fraction(number) for number in (low, high)]
        sure = one(ColumnKind.MEDIAN, Measured(bare(20), bounds[0], bounds[1]))
        assert (sure.none, sure.estimate.weak) == (NoInterval.NO_SPREAD, None)

    @pytest.mark.parametrize("kind", [ColumnKind.PART, ColumnKind.PERCENTAGE])
    @pytest.mark.parametrize("told_by", [None, COUNTED, MODELLED])
    def test_a_survey_counts_who_answered(self, kind: ColumnKind, told_by: Indicator | None):
        measured = Measured(part(20, 4_000), respondents=Fraction(80))
        sure = one(kind, replace(measured, whole=replace(measured.whole, value=Fraction(20))), told_by=told_by)
        for level, found in zip(LEVELS, (sure.estimate.weak, sure.estimate.strong), strict=True):
            assert ends(found) == scaled(survey(0.2, respondents=80, level=level), 100)
        assert sure.estimate.counted == 80

    def test_a_survey_that_nobody_answered_says_nothing(self):
        assert one(ColumnKind.PERCENTAGE, Measured(bare(20), respondents=Fraction(0))).none is NoInterval.NO_BASE

    @pytest.mark.parametrize("kind", [ColumnKind.PERCENTAGE, ColumnKind.RATE, ColumnKind.PART])
    def test_what_a_model_made_has_no_interval_of_ours(self, kind: ColumnKind):
        sure = one(kind, Measured(part(20, 100)), told_by=MODELLED)
        assert (sure.none, sure.estimate.weak) == (NoInterval.MODELLED, None)


measured_rows = st.builds(
    lambda numerator, rest, answered, bounds, known: Measured(
        part(numerator, numerator + rest) if known and numerator + rest else Whole(None, 1, 1),
        low=Fraction(0) if bounds else None,
        high=Fraction(100) if bounds else None,
        respondents=Fraction(answered) if answered else None,
    ),
    st.integers(0, 200),
    st.integers(0, 200),
    st.one_of(st.none(), st.integers(1, 500)),
    st.booleans(),
    st.booleans(),
)


@given(
    st.sampled_from([ColumnKind.PART, ColumnKind.PERCENTAGE, ColumnKind.COUNT, ColumnKind.MEDIAN]),
    st.lists(measured_rows, max_size=6),
    st.sampled_from([0.0, 5.0]),
    st.sampled_from([None, COUNTED, MODELLED]),
)
def test_all_areas_at_once_give_what_each_gives_alone(
    kind: ColumnKind, rows: list[Measured], rounding: float, told_by: Indicator | None
):
    together = sureness(kind, rows, indicator=told_by, rounding=rounding)
    assert together == [one(kind, row, rounding=rounding, told_by=told_by) for row in rows]


@given(st.integers(0, 500), st.integers(1, 500), st.sampled_from([0.0, 5.0]))
def test_a_rounded_numerator_above_its_denominator_is_all_of_it(numerator: int, denominator: int, rounding: float):
    sure = one(ColumnKind.PART, Measured(part(numerator, denominator)), rounding=rounding)
    weak, strong = ends(sure.estimate.weak), ends(sure.estimate.strong)
    assert 0 <= strong[0] <= weak[0] <= weak[1] <= strong[1] <= 100
    assert sure.estimate.value is not None
    assert sure.estimate.value <= 100
