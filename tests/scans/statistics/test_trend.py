"""A trend only where five measurements show one; of fewer, the difference between two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.scans.rules.statistics.intervals import Estimate, both_levels, proportion, published
from wijkaanzet.scans.rules.statistics.series import Point
from wijkaanzet.scans.rules.statistics.trend import CRITICAL, Trend, TrendOutcome, trend


def counted(*counts: tuple[float, float], first: int = 2008) -> list[Point]:
    return [Point(first + place, part(x, n)) for place, (x, n) in enumerate(counts)]


def part(numerator: float, denominator: float) -> Estimate:
    return both_levels(numerator / denominator, lambda level: proportion(numerator, denominator, level=level))


def read(*rows: tuple[int, float, float, float]) -> list[Point]:
    return [Point(year, Estimate(value, published(low, high))) for year, value, low, high in rows]


VACCINATED = read(
    (2020, 92.6254, 92.4168, 92.8288),
    (2021, 92.3221, 92.1072, 92.5315),
    (2022, 90.8708, 90.6358, 91.1004),
    (2023, 90.0170, 89.7694, 90.2594),
    (2024, 90.1013, 89.8578, 90.3396),
)
SIGHT_LOSS = read(
    (2020, 2.9350, 2.7841, 3.0919),
    (2021, 1.93028, 1.8085, 2.058),
    (2022, 2.7567, 2.6113, 2.9082),
    (2023, 2.8701, 2.7225, 3.0237),
    (2024, 3.0121, 2.8616, 3.1683),
)
DIABETES = read(
    (2020, 7.0826, 7.0754, 7.0940),
    (2021, 7.1085, 7.1013, 7.1199),
    (2022, 7.2571, 7.2499, 7.2684),
    (2023, 7.4528, 7.4456, 7.4643),
    (2024, 7.6554, 7.6481, 7.6669),
)
DEATHS = read(
    (2019, 126.9341, 125.9343, 127.9400),
    (2020, 125.8290, 124.8371, 126.8268),
    (2021, 121.5234, 120.5533, 122.4993),
    (2022, 122.3782, 121.4012, 123.3610),
    (2023, 120.7742, 119.8035, 121.7507),
)


@pytest.mark.done("4.statistics")
@pytest.mark.parametrize(
    ("points", "outcome"),
    [
        (VACCINATED, TrendOutcome.FALLING),
        (SIGHT_LOSS, TrendOutcome.RISING),
        (DIABETES, TrendOutcome.RISING),
        (DEATHS, TrendOutcome.FALLING),
        (DEATHS[1:], TrendOutcome.TOO_FEW),
        (counted((621, 3454), (599, 3195), (556, 3256), (535, 3227), (447, 3121)), TrendOutcome.FALLING),
        (counted((2157, 3454), (2090, 3195), (2194, 3256), (2134.81, 3152), (2094, 3062)), TrendOutcome.RISING),
        (counted((8116, 91530), (8145, 91773), (8222, 92088), (8506, 92238), (8728, 92665.89)), TrendOutcome.RISING),
        (counted((5, 22), (7, 35), (6, 42), (8, 50), (8, 100), (9, 200)), TrendOutcome.FALLING),
        (counted((5405, 18095), (5500, 18170), (5435, 18005), (5480, 17890), (5315, 17860)), TrendOutcome.NO_TREND),
        (
            counted((22435, 65880), (22445, 67900), (21365, 68705), (20955, 69835), (19055, 70910)),
            TrendOutcome.FALLING,
        ),
    ],
)
def test_a_published_series_has_the_trend_that_fingertips_shows(points: list[Point], outcome: TrendOutcome):
    assert trend(points).outcome == outcome


def flat(year: int, value: float, margin: float = 1.96) -> Point:
    return Point(year, Estimate(value, published(value - margin, value + margin)))


class TestTest:
    def test_slope_and_statistic_are_those_of_the_weighted_line(self):
        found = trend([flat(2010 + step, 10.0 + 2 * step) for step in range(5)])
        assert found.slope == pytest.approx(2)
        assert found.statistic == pytest.approx(2**2 * 10)  # variance 1 / Σ(t - t̄)² with a standard error of 1

    @pytest.mark.parametrize(("slope", "outcome"), [(0.977, TrendOutcome.NO_TREND), (0.978, TrendOutcome.RISING)])
    def test_the_line_has_to_pass_the_critical_value(self, slope: float, outcome: TrendOutcome):
        found = trend([flat(2010 + step, slope * step) for step in range(5)])  # √(9.5495 / 10) = 0.9772
        assert found.outcome == outcome
        assert found.statistic is not None
        assert (found.statistic > CRITICAL) == (outcome == TrendOutcome.RISING)

    def test_one_year_that_makes_the_trend_is_none(self):
        points = [flat(2010, 10.0), flat(2011, 9.9), flat(2012, 9.8), flat(2013, 9.7), flat(2014, 30.0)]
        found = trend(points)
        assert found.statistic is not None
        assert found.statistic > CRITICAL
        assert found.outcome == TrendOutcome.NO_TREND

    def test_a_missed_year_counts_in_the_slope(self):
        years = (2004, 2008, 2012, 2016, 2020)
        assert trend([flat(year, year / 4) for year in years]).slope == pytest.approx(0.25)

    @given(st.lists(st.floats(-100, 100), min_size=5, max_size=5), st.randoms())
    def test_it_turns_with_the_values_and_not_with_their_order(self, values, randomly):
        points = [flat(2010 + step, value) for step, value in enumerate(values)]
        turned = trend([flat(2010 + step, -value) for step, value in enumerate(values)])
        mixed = list(points)
        randomly.shuffle(mixed)
        found = trend(points)
        opposite = {TrendOutcome.RISING: TrendOutcome.FALLING, TrendOutcome.FALLING: TrendOutcome.RISING}
        assert trend(mixed) == found
        assert turned.outcome == opposite.get(found.outcome, found.outcome)


class TestValidPoints:
    def test_only_the_last_five_count(self):
        old = [flat(2000 + step, 100.0 - 20 * step) for step in range(5)]
        new = [flat(2010 + step, 10.0 + 2 * step) for step in range(5)]
        assert trend([*old, *new]) == trend(new)
        assert trend(new).years == (2010, 2011, 2012, 2013, 2014)

    @pytest.mark.parametrize(
        "estimate",
        [Estimate(None), Estimate(3.0), Estimate(3.0, published(3, 3)), Estimate(None, published(2, 4))],
    )
    def test_one_without_value_or_margin_is_none(self, estimate: Estimate):
        points = [flat(2010 + step, 2.0 * step) for step in range(4)]
        assert trend([*points, Point(2014, estimate)]) == Trend(TrendOutcome.TOO_FEW, (2010, 2011, 2012, 2013))

    def test_three_measurements_are_too_few(self):
        found = trend(read((2012, 43.2, 42, 44), (2016, 46.5, 45, 48), (2020, 49.1, 48, 50)))
        assert found == Trend(TrendOutcome.TOO_FEW, (2012, 2016, 2020))

    def test_nothing_is_too_few(self):
        assert trend([]) == Trend(TrendOutcome.TOO_FEW, ())

    def test_years_that_were_added_up_are_used_once(self):
        pooled = [
            Point(year, Estimate(2.0 * year, published(2.0 * year - 1, 2.0 * year + 1)), years=3)
            for year in range(2003, 2018)
        ]
        assert trend(pooled).years == (2005, 2008, 2011, 2014, 2017)
        assert trend(pooled[4:]).outcome == TrendOutcome.TOO_FEW

    def test_a_year_that_stands_twice_is_refused(self):
        with pytest.raises(ValueError, match="once"):
            trend([flat(2010, 1.0), flat(2010, 2.0)])
