"""What chance alone shows, and what a survey is too small for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.scans.rules.catalogue.indicator import Polarity
from wijkaanzet.scans.rules.statistics.chance import ByChance, expected_by_chance, smallest_visible_change
from wijkaanzet.scans.rules.statistics.comparison import Outcome
from wijkaanzet.scans.rules.statistics.difference import difference
from wijkaanzet.scans.rules.statistics.distributions import STRONG
from wijkaanzet.scans.rules.statistics.intervals import Estimate, both_levels, survey
from wijkaanzet.scans.rules.statistics.series import Point


@pytest.mark.done("4.statistics")
def test_fifty_nine_neighbourhoods_with_twenty_indicators_differ_by_chance():
    found = expected_by_chance(59 * 20)
    assert (found.comparisons, round(found.weak, 6), round(found.strong, 2)) == (1180, 59, 2.36)


def test_nothing_compared_is_nothing_by_chance():
    assert expected_by_chance(0) == ByChance(0, 0, 0)


def test_less_than_nothing_is_refused():
    with pytest.raises(ValueError, match="comparisons"):
        expected_by_chance(-1)


@pytest.mark.done("4.statistics")
def test_a_hundred_respondents_see_changes_of_fourteen_points():
    assert round(100 * smallest_visible_change(100)) == 14


@pytest.mark.parametrize(
    ("given_", "points"),
    [
        ({"respondents": 400}, 6.9),
        ({"respondents": 100, "share": 0.1}, 8.3),
        ({"respondents": 100, "design_effect": 2}, 19.6),
        ({"respondents": 100, "level": STRONG}, 21.9),
        ({"respondents": 100, "share": 0}, 0.0),
    ],
)
def test_more_respondents_see_more(given_: dict, points: float):
    assert round(100 * smallest_visible_change(**given_), 1) == points


@given(st.integers(30, 5000))
def test_it_is_what_the_difference_of_two_rounds_then_shows(respondents: int):
    change = smallest_visible_change(respondents)
    shown = _two_rounds(change * 1.06, respondents), _two_rounds(change * 0.94, respondents)
    assert shown == (Outcome.HIGHER, Outcome.SIMILAR)


def _two_rounds(change: float, respondents: int) -> Outcome:
    earlier, later = (Point(year, _asked(0.5 + side * change / 2, respondents)) for year, side in ((1, -1), (2, 1)))
    return difference(earlier, later, polarity=Polarity.NO_JUDGEMENT).comparison.outcome


def _asked(share: float, respondents: int) -> Estimate:
    return both_levels(share, lambda level: survey(share, respondents=respondents, level=level))


@pytest.mark.parametrize(
    "wrong", [{"respondents": 0}, {"respondents": 10, "share": 1.1}, {"respondents": 10, "design_effect": 0}]
)
def test_a_survey_of_nobody_is_refused(wrong: dict):
    with pytest.raises(ValueError, match="survey"):
        smallest_visible_change(**wrong)
