"""One figure through the years: joined only where the years may be compared, and no trend from a few measurements."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import NOBODY
from tests.scans.figure_town import LATER, PEOPLE, FigureTown, open_town, wijk
from wijkaanzet.areas.operations import import_concordance
from wijkaanzet.areas.rules.concordance_file import Origin as ConcordanceOrigin
from wijkaanzet.scans.queries.series import Series, series_of
from wijkaanzet.scans.rules.catalogue import Polarity
from wijkaanzet.scans.rules.columns import Column, ColumnKind
from wijkaanzet.scans.rules.series import BreakReason, Measurement, compared, cuts
from wijkaanzet.scans.rules.statistics.comparison import Judgement, NotCompared, Outcome, Strength
from wijkaanzet.scans.rules.statistics.intervals import Estimate, both_levels, proportion
from wijkaanzet.scans.rules.statistics.trend import TrendOutcome

NONE = Polarity.NO_JUDGEMENT
LONELY = Column("p", "Eenzaam", ColumnKind.PERCENTAGE, of="inwoners")
OF_CATALOGUE = Column("p", "Koopwoningen", ColumnKind.PERCENTAGE, indicator="koopwoningen")
RISING = (20, 25, 30, 36, 42)
BORDERS, SOURCE = BreakReason.BORDERS, BreakReason.SOURCE


def measured(*percents: float | None, first: int = 2012, people: int = 4_000) -> list[Measurement]:
    """Measurements year by year; None is not known."""
    return [Measurement(first + place, _estimate(percent, people)) for place, percent in enumerate(percents)]


def _estimate(percent: float | None, people: int) -> Estimate:
    if percent is None:
        return Estimate(None)
    numerator = round(percent * people / 100)
    return both_levels(percent / 100, lambda level: proportion(numerator, people, level=level)).scaled(100)


class TestRules:
    def test_what_comes_before_the_last_break_does_not_count(self):
        years = [point.year for point in cuts(measured(*RISING), {1, 3})]
        assert years == [2015, 2016]

    def test_without_measurements_there_is_nothing_to_cut(self):
        assert cuts([], set()) == []

    @pytest.mark.parametrize(
        ("percents", "outcome"),
        [
            (RISING, TrendOutcome.RISING),
            (RISING[::-1], TrendOutcome.FALLING),
            ((30, 31, 30, 29, 30), TrendOutcome.NO_TREND),
            ((10, *RISING), TrendOutcome.RISING),
            ((None, *RISING), TrendOutcome.RISING),
            (RISING[:4], TrendOutcome.TOO_FEW),
            ((20, None, 30, None, 42), TrendOutcome.TOO_FEW),
            ((), TrendOutcome.TOO_FEW),
        ],
    )
    def test_a_trend_takes_five_measurements(self, percents: tuple[float | None, ...], outcome: TrendOutcome):
        found = compared(cuts(measured(*percents), set()), polarity=NONE)
        assert found.trend.outcome is outcome
        assert (found.difference is None) == (outcome is not TrendOutcome.TOO_FEW or len(percents) < 2)

    @pytest.mark.parametrize("place", [1, 2, 3, 4])
    def test_a_break_among_the_last_five_takes_the_trend_away(self, place: int):
        found = compared(cuts(measured(*RISING), {place}), polarity=NONE)
        assert found.trend.outcome is TrendOutcome.TOO_FEW

    @pytest.mark.parametrize(
        ("percents", "outcome", "strength"),
        [
            ((30, 31), Outcome.SIMILAR, None),
            ((30, 32.3), Outcome.HIGHER, Strength.WEAK),
            ((30, 40), Outcome.HIGHER, Strength.STRONG),
            ((40, 30), Outcome.LOWER, Strength.STRONG),
            ((30, None), Outcome.NOT_COMPARED, None),
        ],
    )
    def test_the_last_two_of_a_few_are_held_against_each_other(
        self, percents: tuple[float | None, ...], outcome: Outcome, strength: Strength | None
    ):
        found = compared(cuts(measured(*percents), set()), polarity=NONE)
        assert found.difference is not None
        assert found.years == (2012, 2013)
        assert (found.difference.comparison.outcome, found.difference.comparison.strength) == (outcome, strength)

    def test_a_direction_says_what_a_difference_means(self):
        found = compared(cuts(measured(30, 40), set()), polarity=Polarity.LOWER_BETTER)
        assert found.difference is not None
        assert found.difference.comparison.judgement is Judgement.WORSE

    def test_without_intervals_nothing_is_compared(self):
        points = cuts([Measurement(2012, Estimate(1.0)), Measurement(2013, Estimate(9.0))], set())
        found = compared(points, polarity=NONE)
        assert found.difference is not None
        assert found.difference.comparison.reason is NotCompared.NO_INTERVAL

    @given(st.lists(st.one_of(st.none(), st.floats(1, 99)), max_size=4), st.sets(st.integers(0, 3)))
    def test_fewer_than_five_are_never_a_trend(self, percents: list[float | None], breaks: set[int]):
        points = cuts(measured(*percents), {place for place in breaks if place < len(percents)})
        assert compared(points, polarity=NONE).trend.outcome is TrendOutcome.TOO_FEW

    @given(st.lists(st.floats(1, 99), min_size=5, max_size=9), st.integers(50, 5_000))
    def test_a_trend_and_a_difference_are_never_told_together(self, percents: list[float], people: int):
        found = compared(cuts(measured(*percents, people=people), set()), polarity=NONE)
        assert (found.trend.outcome is TrendOutcome.TOO_FEW) == (found.difference is not None)


@pytest.fixture
def town(db: None) -> FigureTown:
    return open_town()


def table(town: FigureTown, year: int, percent: float, column: Column = LONELY, **told: Any) -> None:
    """A table of a year in which every wijk has the same percentage."""
    cells = {wijk(n): {"inwoners": 4_000, "p": percent, "cbs": told.pop("says", 1)} for n in range(4)}
    town.put(cells, PEOPLE, column, year=year, **told)


def series(town: FigureTown, slug: str = "eenzaam") -> Series:
    return series_of(town.sheet(), town.area("noord"), slug, polarity=NONE)


def concordance(town: FigureTown, from_year: int, to_year: int, *lines: str) -> None:
    """What became of the wijken, each as it was unless a line says otherwise."""
    same = [f"{wijk(n)},{wijk(n)},1" for n in range(4)]
    data = "\n".join(["from,to,weight", *(lines or same)]).encode()
    origin = ConcordanceOrigin(from_year, to_year, basis="adressen", source="Proefstad")
    import_concordance(town.municipality, data=data, origin=origin, actor=NOBODY, at=LATER)


class TestWhatMayBeCompared:
    def test_years_of_one_region_year_are_one_line(self, town: FigureTown):
        for year, percent in zip(range(2012, 2017), RISING, strict=True):
            table(town, year, percent, region_year=2016)
        found = series(town)
        assert (found.years, found.breaks) == ((2012, 2013, 2014, 2015, 2016), {})
        assert found.compared.trend.outcome is TrendOutcome.RISING

    def test_another_region_year_breaks_the_line_also_with_the_same_codes(self, town: FigureTown):
        for year in (2014, 2016):
            table(town, year, 30)
        assert series(town).breaks == {1: BORDERS}

    @pytest.mark.parametrize(("before", "after"), [(2014, 2016), (2015, 2016)])
    def test_a_concordance_that_moves_nothing_joins_them(self, town: FigureTown, before: int, after: int):
        concordance(town, before, after)
        for year in (before, after):
            table(town, year, 30)
        assert series(town).breaks == {}

    def test_a_concordance_of_other_years_does_not(self, town: FigureTown):
        concordance(town, 2013, 2016)
        for year in (2014, 2016):
            table(town, year, 30)
        assert series(town).breaks == {1: BORDERS}

    def test_a_wijk_that_was_split_over_neighbourhoods_breaks_the_line(self, town: FigureTown):
        lines = [f"{wijk(0)},{wijk(0)},0.5", f"{wijk(0)},{wijk(1)},0.5", *(f"{wijk(n)},{wijk(n)},1" for n in (1, 2, 3))]
        concordance(town, 2014, 2016, *lines)
        for year in (2014, 2016):
            table(town, year, 30)
        assert series(town).breaks == {1: BORDERS}
        east = series_of(town.sheet(), town.area("zuid"), "eenzaam", polarity=NONE)
        assert east.breaks == {}

    def test_renumbered_wijken_are_joined_by_their_concordance(self, town: FigureTown):
        town.recompose(2016, {name: [wijk(n + 10)] for n, name in enumerate(("noord", "oost", "zuid", "west"))})
        table(town, 2014, 30)
        cells = {wijk(n + 10): {"inwoners": 4_000, "p": 40} for n in range(4)}
        town.put(cells, PEOPLE, LONELY, year=2016)
        assert series(town).breaks == {1: BORDERS}
        concordance(town, 2014, 2016, *(f"{wijk(n)},{wijk(n + 10)},1" for n in range(4)))
        found = series(town)
        assert found.breaks == {}
        assert found.compared.difference is not None
        assert found.compared.difference.comparison.outcome is Outcome.HIGHER

    @pytest.mark.parametrize(
        ("before", "says", "breaks"),
        [(2015, 1, {}), (2015, 2, {1: BORDERS}), (2015, 3, {1: BORDERS}), (2014, 1, {1: BORDERS})],
    )
    def test_cbs_calls_an_area_unchanged_since_the_year_before_only(
        self, town: FigureTown, before: int, says: int, breaks: dict[int, BreakReason]
    ):
        table(town, before, 30)
        table(town, 2016, 30, changed="cbs", says=says)
        assert series(town).breaks == breaks

    def test_five_years_with_a_break_in_them_show_no_trend(self, town: FigureTown):
        for year, percent in zip(range(2012, 2017), RISING, strict=True):
            table(town, year, percent, region_year=2014 if year < 2015 else 2016)
        found = series(town)
        assert found.breaks == {3: BORDERS}
        assert found.compared.trend.outcome is TrendOutcome.TOO_FEW
        assert found.compared.years == (2015, 2016)


class TestSource:
    @pytest.mark.parametrize(("second", "breaks"), [("Wijkmeting", {}), ("Enquête", {1: SOURCE})])
    def test_a_figure_of_our_own_breaks_when_its_source_changes(
        self, town: FigureTown, second: str, breaks: dict[int, BreakReason]
    ):
        table(town, 2015, 30, region_year=2016, source="Wijkmeting")
        table(town, 2016, 30, source=second)
        assert series(town).breaks == breaks

    def test_and_when_it_is_counted_otherwise(self, town: FigureTown):
        table(town, 2015, 30, region_year=2016)
        table(town, 2016, 30, Column("p", "Eenzaam", ColumnKind.RATE, of="inwoners"))
        assert series(town).breaks == {1: SOURCE}

    def test_a_figure_of_the_catalogue_is_the_same_from_any_table(self, town: FigureTown):
        table(town, 2015, 30, OF_CATALOGUE, region_year=2016, source="CBS")
        table(town, 2016, 30, OF_CATALOGUE, source="CBS, kerncijfers")
        assert series(town, "koopwoningen").breaks == {}


class TestQueries:
    def test_ten_years_cost_as_many_as_two(self, town: FigureTown, django_assert_num_queries):
        for year in (2006, 2007):
            table(town, year, 30)
        for expected in (2, 10):
            sheet, area = town.sheet(), town.area("noord")
            with django_assert_num_queries(2):
                assert len(series_of(sheet, area, "eenzaam", polarity=NONE).told) == expected
            for year in range(2008, 2016):
                if expected == 2:
                    table(town, year, 30)
