"""What anybody may read of the figures of a neighbourhood: made up of its parts, and beside the municipality."""

from fractions import Fraction

import pytest

from tests.scans.figure_town import PEOPLE, FigureTown, column_of, open_town, wijk
from wijkaanzet.scans.rules.columns import Column, ColumnKind
from wijkaanzet.scans.rules.disclosure.primary import HiddenReason
from wijkaanzet.scans.rules.roll_up import WhyUnknown
from wijkaanzet.scans.rules.statistics.comparison import NotCompared, Outcome, Strength
from wijkaanzet.scans.rules.statistics.intervals import IntervalMethod
from wijkaanzet.scans.rules.sureness import NoInterval

pytestmark = [pytest.mark.django_db, pytest.mark.both_engines]

K = ColumnKind
CITY = "GM0001"
LONELY = Column("p_eenzaam", "Eenzaam", K.PERCENTAGE, of="inwoners")
ALONE = Column("p_eenzaam", "Eenzaam", K.PERCENTAGE)
YOUNG = Column("jong", "Jongeren", K.PART, of="inwoners")
ILL = Column("ziek", "Ziek", K.RATE, of="inwoners")
INCOME = Column("inkomen", "Inkomen", K.MEAN, of="inwoners")
WORTH = Column("woz", "WOZ", K.MEDIAN)
MODELLED = Column("eenzaam", "Eenzaamheid", K.PERCENTAGE, of="inwoners", indicator="eenzaam")
TWO = {"noord": [wijk(0), wijk(1)], "zuid": [wijk(2)], "west": [wijk(3)]}


@pytest.fixture
def town() -> FigureTown:
    """Noord has two wijken, Zuid and West one each."""
    return open_town(TWO)


def rows(key: str, *values: object, people: tuple[int, ...] = (100, 300, 400, 4200)) -> dict[str, dict[str, object]]:
    """What the four wijken have in one column, beside their inhabitants."""
    return {wijk(n): {"inwoners": people[n], key: value} for n, value in enumerate(values)}


class TestMadeUpOfParts:
    @pytest.mark.parametrize(
        ("column", "values", "expected"),
        [
            (Column("n", "Banken", K.COUNT), (4, 7, 9, 1), 11),
            (LONELY, (10, 20, 30, 40), Fraction(10 * 100 + 20 * 300, 400)),
            (YOUNG, (10, 60, 90, 100), Fraction(100 * 70, 400)),
            (ILL, (10, 50, 30, 40), Fraction(10 * 100 + 50 * 300, 400)),
            (INCOME, (20, 30, 25, 40), Fraction(20 * 100 + 30 * 300, 400)),
        ],
    )
    def test_counts_add_up_and_shares_go_through_what_they_are_of(
        self, town: FigureTown, column: Column, values: tuple[int, ...], expected: Fraction
    ):
        town.put(rows(column.key, *values), PEOPLE, column)
        whole = town.told("noord", column.slug).shown.whole
        assert (whole.value, whole.unknown, whole.parts, whole.estimated) == (expected, 0, 2, False)

    @pytest.mark.parametrize(("column", "why"), [(ALONE, WhyUnknown.NO_BASE), (WORTH, WhyUnknown.NEVER_ADDED)])
    def test_without_its_whole_or_as_a_median_it_stands_only_where_an_area_is_one_cbs_area(
        self, town: FigureTown, column: Column, why: WhyUnknown
    ):
        town.put(rows(column.key, 10, 20, 30, 40), PEOPLE, column)
        of_two, of_one = (town.told(name, column.slug).shown.whole for name in ("noord", "zuid"))
        assert (of_two.value, of_two.why, of_two.parts) == (None, why, 2)
        assert of_one.value == 30

    def test_a_part_that_is_not_known_makes_the_whole_not_known(self, town: FigureTown):
        town.put(rows("p_eenzaam", 10, ".", 30, 40), PEOPLE, LONELY)
        told = town.told("noord", "eenzaam")
        assert (told.shown.whole.value, told.shown.hidden) == (None, HiddenReason.NOT_KNOWN)
        assert (told.shown.whole.unknown, told.sure.none) == (1, NoInterval.NOT_SHOWN)
        assert told.comparison.reason is NotCompared.NO_VALUE

    def test_where_nobody_lives_nothing_is_missing(self, town: FigureTown):
        town.put(rows("p_eenzaam", 10, ".", 30, 40, people=(100, 0, 400, 4200)), PEOPLE, LONELY)
        assert town.told("noord", "eenzaam").shown.whole.value == 10

    def test_a_cbs_area_in_two_neighbourhoods_is_shared_out_and_the_figure_an_estimate(self):
        town = open_town({"noord": {wijk(0): "0.25"}, "zuid": {wijk(0): "0.75", wijk(1): "1"}})
        town.put(rows("n", 40, 10), PEOPLE, Column("n", "Banken", K.COUNT))
        wholes = [town.told(name, "banken").shown.whole for name in ("noord", "zuid")]
        assert [one.value for one in wholes] == [10, 40]
        assert all(one.estimated for one in wholes)

    def test_a_neighbourhood_without_cbs_areas_is_not_known(self):
        town = open_town({"noord": [wijk(0)], "zuid": []})
        town.put(rows("n", 40), PEOPLE, Column("n", "Banken", K.COUNT))
        town.own(rows("m", 40), PEOPLE, Column("m", "Cursisten", K.COUNT))
        for slug in ("banken", "cursisten"):
            assert town.told("zuid", slug).shown.hidden is HiddenReason.NOT_KNOWN


class TestBesideTheMunicipality:
    def test_its_own_row_in_the_table_goes_first(self, town: FigureTown):
        given = rows("p_eenzaam", 10, 20, 30, 40) | {CITY: {"inwoners": 5000, "p_eenzaam": 35}}
        town.put(given, PEOPLE, LONELY)
        sheet = town.sheet()
        assert sheet.city(column_of(sheet, "eenzaam")).value == 35
        assert town.told("noord", "eenzaam").benchmark == 35

    @pytest.mark.parametrize("cell", [".", ""])
    def test_without_a_value_there_all_neighbourhoods_together_are_the_municipality(self, town: FigureTown, cell: str):
        given = rows("p_eenzaam", 10, 20, 30, 40) | {CITY: {"inwoners": 5000, "p_eenzaam": cell}}
        town.put(given, PEOPLE, LONELY)
        sheet = town.sheet()
        together = Fraction(10 * 100 + 20 * 300 + 30 * 400 + 40 * 4200, 5000)
        assert sheet.city(column_of(sheet, "eenzaam")).value == together

    def test_a_neighbourhood_of_more_than_a_tenth_is_left_out_of_it(self, town: FigureTown):
        town.put(rows("p_eenzaam", 10, 20, 30, 40), PEOPLE, LONELY)
        west, noord = (town.told(name, "eenzaam") for name in ("west", "noord"))
        assert (west.left_out, noord.left_out) == (True, False)
        assert west.benchmark == pytest.approx((1000 + 6000 + 12000) / 800)
        assert noord.benchmark == pytest.approx(37.4)

    def test_exactly_a_tenth_is_not_more_than_a_tenth(self, town: FigureTown):
        town.put(rows("p_eenzaam", 10, 20, 30, 40, people=(100, 400, 500, 4000)), PEOPLE, LONELY)
        assert [town.told(name, "eenzaam").left_out for name in ("noord", "zuid")] == [False, False]

    @pytest.mark.parametrize(
        ("column", "scale"), [(YOUNG, 100), (ILL, 1000)], ids=["part of a count", "number per 1,000"]
    )
    def test_what_is_left_without_it_stands_in_the_same_unit(self, town: FigureTown, column: Column, scale: int):
        town.put(rows(column.key, 10, 60, 90, 120), PEOPLE, column)
        counted = {K.PART: (10 + 60 + 90), K.RATE: (10 * 100 + 60 * 300 + 90 * 400) / 1000}[column.kind]
        assert town.told("west", column.slug).benchmark == pytest.approx(scale * counted / 800)

    def test_a_mean_without_it_is_the_mean_of_the_others(self, town: FigureTown):
        town.put(rows("inkomen", 20, 30, 25, 40), PEOPLE, INCOME)
        assert town.told("west", "inkomen").benchmark == pytest.approx((2000 + 9000 + 10_000) / 800)

    def test_a_town_of_one_neighbourhood_has_nothing_to_compare_with(self):
        town = open_town({"dorp": [wijk(0)]})
        town.put(rows("p_eenzaam", 10), PEOPLE, LONELY)
        told = town.told("dorp", "eenzaam")
        assert (told.benchmark, told.left_out, told.comparison.reason) == (None, True, NotCompared.NO_BENCHMARK)


class TestCompared:
    @pytest.mark.parametrize(
        ("percent", "outcome", "strength"),
        [
            (37, Outcome.SIMILAR, None),
            (31, Outcome.LOWER, Strength.WEAK),
            (20, Outcome.LOWER, Strength.STRONG),
            (60, Outcome.HIGHER, Strength.STRONG),
        ],
    )
    def test_a_share_differs_only_beyond_chance(
        self, town: FigureTown, percent: int, outcome: Outcome, strength: Strength | None
    ):
        given = rows("p_eenzaam", 30, 30, percent, 37) | {CITY: {"inwoners": 5000, "p_eenzaam": 37}}
        town.put(given, PEOPLE, LONELY)
        comparison = town.told("zuid", "eenzaam").comparison
        assert (comparison.outcome, comparison.strength) == (outcome, strength)

    def test_a_count_is_never_compared(self, town: FigureTown):
        town.put(
            rows("n", 4, 7, 9, 1000) | {CITY: {"inwoners": 5000, "n": 1020}}, PEOPLE, Column("n", "Banken", K.COUNT)
        )
        told = town.told("noord", "banken")
        assert (told.comparison.outcome, told.benchmark, told.sure.none) == (
            Outcome.NOT_COMPARED, None, NoInterval.COUNT
        )  # fmt: skip

    def test_what_a_model_made_is_never_compared(self, town: FigureTown):
        town.put(rows("eenzaam", 10, 20, 30, 40), PEOPLE, MODELLED)
        told = town.told("zuid", "eenzaam")
        assert told.benchmark is not None
        assert (told.comparison.outcome, told.sure.none) == (Outcome.NOT_COMPARED, NoInterval.MODELLED)

    def test_a_survey_is_compared_by_how_many_answered(self, town: FigureTown):
        asked = Column("p_eenzaam", "Eenzaam", K.PERCENTAGE, respondents="n")
        given = {wijk(n): {"inwoners": 900, "p_eenzaam": 47, "n": 100} for n in range(4)}
        given[CITY] = {"inwoners": 50_000, "p_eenzaam": 40, "n": 4000}
        town.put(given, PEOPLE, asked)
        told = town.told("zuid", "eenzaam")
        interval = told.sure.estimate.weak
        assert interval is not None
        assert [interval.low, interval.high] == pytest.approx([37.5, 56.7], abs=0.05)
        assert (interval.method, told.comparison.outcome) == (IntervalMethod.WILSON_SURVEY, Outcome.SIMILAR)

    @pytest.mark.parametrize(("people", "reason"), [(9_000, None), (8_999, NotCompared.PART_OF_IT)])
    def test_a_large_part_that_cannot_be_taken_out_is_not_compared(
        self, town: FigureTown, people: int, reason: NotCompared | None
    ):
        asked = Column("p_eenzaam", "Eenzaam", K.PERCENTAGE, respondents="n")
        given = {wijk(n): {"inwoners": 900, "p_eenzaam": 47, "n": 100} for n in range(4)}
        town.put(given | {CITY: {"inwoners": people, "p_eenzaam": 40, "n": 4000}}, PEOPLE, asked)
        told = town.told("zuid", "eenzaam")
        assert (told.comparison.reason, told.benchmark) == (reason, 40), "900 people are a tenth of 9,000, no more"

    def test_bounds_of_the_publisher_decide(self, town: FigureTown):
        published = Column("p_eenzaam", "Eenzaam", K.PERCENTAGE, of="inwoners", low="van", high="tot")
        given = {wijk(n): {"inwoners": 900, "p_eenzaam": 47, "van": 46, "tot": 48} for n in range(4)}
        given[CITY] = {"inwoners": 50_000, "p_eenzaam": 45, "van": 45, "tot": 45}
        town.put(given, PEOPLE, published)
        told = town.told("zuid", "eenzaam")
        assert told.sure.estimate.weak is not None
        assert told.sure.estimate.weak.method is IntervalMethod.PUBLISHED
        assert (told.comparison.outcome, told.comparison.strength) == (Outcome.HIGHER, Strength.WEAK)

    def test_bounds_of_parts_are_none_of_the_whole(self, town: FigureTown):
        published = Column("p_eenzaam", "Eenzaam", K.PERCENTAGE, of="inwoners", low="van", high="tot")
        town.put(
            {wijk(n): {"inwoners": 900, "p_eenzaam": 47, "van": 46, "tot": 48} for n in range(4)}, PEOPLE, published
        )
        interval = town.told("noord", "eenzaam").sure.estimate.weak
        assert interval is not None
        assert interval.method is IntervalMethod.WILSON_ROUNDED

    def test_bounds_of_a_count_are_none_of_a_share_of_it(self):
        town = open_town({"noord": {wijk(0): "0.25"}, "zuid": {wijk(0): "0.75"}})
        counted = Column("n", "Banken", K.COUNT, low="van", high="tot")
        town.put({wijk(0): {"inwoners": 900, "n": 100, "van": 90, "tot": 110}}, PEOPLE, counted)
        assert town.told("noord", "banken").sure.estimate.weak is None

    def test_few_of_rounded_counts_are_too_small_to_compare(self, town: FigureTown):
        homes = Column("hh", "Huishoudens", K.COUNT, indicator="huishoudens")
        alone = Column("alleen", "Alleen", K.PART, of="hh", indicator="eenpersoonshuishoudens")
        cells = {wijk(n): {"inwoners": 60, "hh": count, "alleen": 10} for n, count in enumerate((900, 900, 20, 25))}
        town.put(cells, PEOPLE, homes, alone)
        reasons = [town.told(name, alone.slug).comparison.reason for name in ("noord", "zuid", "west")]
        assert reasons == [None, NotCompared.TOO_SMALL, None]


class TestWhichTable:
    BENCHES = Column("n", "Banken", K.COUNT)

    def test_of_a_year_the_newest_counts(self, town: FigureTown):
        for number in (1, 2):
            town.put(rows("n", number, number, number, number), PEOPLE, self.BENCHES)
        assert [one.slug for one in town.sheet().columns] == ["inwoners", "banken"]
        assert town.told("zuid", "banken").shown.whole.value == 2

    def test_what_a_newer_table_leaves_out_stays_from_the_older(self, town: FigureTown):
        town.put(rows("n", 1, 1, 1, 1), PEOPLE, self.BENCHES)
        town.put(rows("p_eenzaam", 10, 20, 30, 40), PEOPLE, LONELY)
        assert town.told("zuid", "banken").shown.whole.value == 1

    def test_every_year_stands_apart_the_newest_first(self, town: FigureTown):
        for year in (2014, 2016, 2015):
            town.put(rows("n", year, 1, year, 1), PEOPLE, self.BENCHES, year=year)
        years = [one.figure_import.year for one in town.sheet().columns if one.slug == "banken"]
        assert years == [2016, 2015, 2014]
        assert town.told("zuid", "banken", year=2014).shown.whole.value == 2014

    def test_parts_are_those_of_the_region_year_of_the_table(self, town: FigureTown):
        town.recompose(2015, {"noord": [wijk(3)], "zuid": [wijk(2)], "west": [wijk(0), wijk(1)]})
        town.put(rows("n", 1, 2, 3, 4), PEOPLE, self.BENCHES, year=2014)
        town.put(rows("n", 1, 2, 3, 4), PEOPLE, self.BENCHES, year=2015)
        town.put(rows("n", 5, 6, 7, 8), PEOPLE, self.BENCHES, year=2016, region_year=2014)
        values = {year: town.told("noord", "banken", year=year).shown.whole.value for year in (2014, 2015, 2016)}
        assert values == {2014: 3, 2015: 4, 2016: 11}

    def test_inhabitants_come_from_the_table_itself_else_from_the_newest_that_counts_them(self, town: FigureTown):
        town.put({wijk(n): {"inwoners": 20} for n in range(4)}, PEOPLE, year=2015)
        town.put(rows("p_eenzaam", 1, 2, 3, 4), PEOPLE, ALONE, year=2014)
        town.put({wijk(n): {"w": 1} for n in range(4)}, Column("w", "WOZ", K.MEDIAN), year=2016)
        assert town.told("zuid", "eenzaam").shown.hidden is None
        assert town.told("zuid", "woz").shown.hidden is HiddenReason.TOO_FEW_PEOPLE
