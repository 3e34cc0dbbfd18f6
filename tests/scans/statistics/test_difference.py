"""Two measurements: a difference, with what may be said of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.scans.rules.catalogue.indicator import Polarity
from wijkaanzet.scans.rules.statistics.comparison import Comparison, Judgement, NotCompared, Outcome, Strength
from wijkaanzet.scans.rules.statistics.difference import difference, newcombe
from wijkaanzet.scans.rules.statistics.distributions import STRONG
from wijkaanzet.scans.rules.statistics.intervals import Estimate, IntervalMethod, both_levels, proportion, published
from wijkaanzet.scans.rules.statistics.series import Point

LOWER = Polarity.LOWER_BETTER


def part(numerator: int, denominator: int) -> Estimate:
    return both_levels(numerator / denominator, lambda level: proportion(numerator, denominator, level=level))


@pytest.mark.done("4.statistics")
@pytest.mark.parametrize(
    ("first", "second", "limits"),
    [
        ((56, 70), (48, 80), (0.0524, 0.3339)),
        ((9, 10), (3, 10), (0.1705, 0.8090)),
        ((6, 7), (2, 7), (0.0582, 0.8062)),
        ((5, 56), (0, 29), (-0.0381, 0.1926)),
        ((0, 10), (0, 20), (-0.1611, 0.2775)),
        ((0, 10), (0, 10), (-0.2775, 0.2775)),
        ((10, 10), (0, 20), (0.6791, 1.0000)),
        ((10, 10), (0, 10), (0.6075, 1.0000)),
    ],
)
def test_it_is_method_10_of_newcombe_1998(first: tuple[int, int], second: tuple[int, int], limits: tuple[float, float]):
    found = difference(Point(2016, part(*second)), Point(2020, part(*first)), polarity=LOWER).estimate
    assert found.value == pytest.approx(first[0] / first[1] - second[0] / second[1])
    assert found.weak is not None
    assert (round(found.weak.low, 4), round(found.weak.high, 4)) == limits
    assert found.weak.method == IntervalMethod.NEWCOMBE


@pytest.mark.parametrize(
    ("earlier", "later", "comparison"),
    [
        (part(40, 100), part(50, 100), Comparison(Outcome.SIMILAR)),
        (part(400, 1000), part(450, 1000), Comparison(Outcome.HIGHER, Strength.WEAK, Judgement.WORSE)),
        (part(400, 1000), part(500, 1000), Comparison(Outcome.HIGHER, Strength.STRONG, Judgement.WORSE)),
        (part(500, 1000), part(400, 1000), Comparison(Outcome.LOWER, Strength.STRONG, Judgement.BETTER)),
        (Estimate(None), part(4, 10), Comparison(Outcome.NOT_COMPARED, reason=NotCompared.NO_VALUE)),
        (part(4, 10), Estimate(None), Comparison(Outcome.NOT_COMPARED, reason=NotCompared.NO_VALUE)),
        (Estimate(0.4), part(4, 10), Comparison(Outcome.NOT_COMPARED, reason=NotCompared.NO_INTERVAL)),
        (
            Estimate(0.4, published(0.3, 0.5), counted=20, rounding=5),
            part(40, 100),
            Comparison(Outcome.NOT_COMPARED, reason=NotCompared.TOO_SMALL),
        ),
    ],
)
def test_its_outcome_is_that_of_a_comparison_with_no_difference(earlier, later, comparison: Comparison):
    assert difference(Point(2016, earlier), Point(2020, later), polarity=LOWER).comparison == comparison


@given(st.integers(0, 100), st.integers(0, 100))
def test_it_turns_round_with_the_years(first: int, second: int):
    there = difference(Point(1, part(first, 100)), Point(2, part(second, 100)), polarity=LOWER).estimate
    back = difference(Point(1, part(second, 100)), Point(2, part(first, 100)), polarity=LOWER).estimate
    assert there.weak is not None
    assert there.strong is not None
    assert back.weak is not None
    assert there.weak.low == pytest.approx(-back.weak.high)
    assert there.strong.low <= there.weak.low <= there.weak.high <= there.strong.high
    assert there.strong.low >= -1
    assert there.strong.high <= 1


def test_the_same_year_is_not_set_against_itself():
    found = difference(Point(2018, part(30, 90)), Point(2020, part(60, 90), years=3), polarity=LOWER)
    assert found.comparison == Comparison(Outcome.NOT_COMPARED, reason=NotCompared.SAME_YEARS)
    apart = difference(Point(2017, part(30, 90)), Point(2020, part(60, 90), years=3), polarity=LOWER)
    assert apart.comparison.outcome == Outcome.HIGHER


@pytest.mark.parametrize("year", [2020, 2021])
def test_later_is_later(year: int):
    with pytest.raises(ValueError, match="later"):
        difference(Point(year, part(1, 2)), Point(2020, part(1, 2)), polarity=LOWER)


def test_intervals_of_one_level_make_a_difference():
    with pytest.raises(ValueError, match="one level"):
        newcombe(0.4, 0.3, later=proportion(4, 10), earlier=proportion(3, 10, level=STRONG))
