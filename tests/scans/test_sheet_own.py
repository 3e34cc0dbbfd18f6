"""What the municipality counted itself: small numbers are hidden, and others with them; through other tables too."""

from fractions import Fraction

import pytest

from tests.scans.figure_town import PEOPLE, FigureTown, buurt, column_of, open_town, wijk
from wijkaanzet.scans.rules.columns import Column, ColumnKind
from wijkaanzet.scans.rules.disclosure.primary import HiddenReason
from wijkaanzet.scans.rules.statistics.intervals import IntervalMethod
from wijkaanzet.scans.rules.sureness import NoInterval

pytestmark = [pytest.mark.django_db, pytest.mark.both_engines]

K = ColumnKind
CITY = "GM0001"
ALONE = Column("p_eenzaam", "Eenzaam", K.PERCENTAGE)
YOUNG = Column("jong", "Jongeren", K.PART, of="inwoners")


class TestOurOwn:
    PUPILS = Column("n", "Cursisten", K.COUNT)
    WOMEN = Column("v", "Vrouwen", K.PART, of="n")

    def shown(self, town: FigureTown, slug: str = "cursisten") -> dict[str, object]:
        """What is shown of each neighbourhood and of the municipality: a value, or why not."""
        sheet = town.sheet()
        column = column_of(sheet, slug)
        found = {area.slug: sheet.shown(area, column) for area in sheet.areas}
        told = {name: one.hidden or one.whole.value for name, one in found.items()}
        return {**told, "city": sheet.city(column).value}

    def test_counts_are_rounded_and_small_ones_hidden_with_a_neighbour(self):
        town = open_town()
        town.own({wijk(n): {"n": count} for n, count in enumerate((3, 7, 12, 41))}, self.PUPILS)
        assert self.shown(town) == {
            "noord": HiddenReason.TOO_FEW_COUNTED, "oost": HiddenReason.SECONDARY, "zuid": 10, "west": 40, "city": 65
        }  # fmt: skip

    def test_the_row_of_the_municipality_is_rounded_too_and_hides_what_would_follow(self):
        town = open_town()
        counts = {wijk(n): {"n": count} for n, count in enumerate((6, 7, 12, 41))} | {CITY: {"n": 68}}
        town.own(counts, self.PUPILS)
        found = self.shown(town)
        assert found["city"] == 70
        assert HiddenReason.SECONDARY in found.values(), "66 of 68: two more live in no neighbourhood"

    @pytest.mark.done("4.over-time")
    @pytest.mark.parametrize(
        ("before", "after", "shown"),
        [(12, 14, HiddenReason.SECONDARY), (12, 11, 10), (12, 30, 30), (3, 7, 5)],
        ids=["two came", "one left, and nobody sees it", "many came", "the first was hidden"],
    )
    def test_a_corrected_table_does_not_tell_who_came_or_left(self, before: int, after: int, shown: object):
        town = open_town()
        for count in (before, after):
            town.own({wijk(n): {"n": 60 if n else count} for n in range(4)}, self.PUPILS)
        assert self.shown(town)["noord"] == shown

    def test_a_municipality_that_counts_almost_nobody_is_hidden(self):
        town = open_town()
        town.own({wijk(0): {"n": 3}, CITY: {"n": 3}}, self.PUPILS)
        assert self.shown(town)["city"] is None

    def test_another_division_of_other_levels_leaves_everything_hidden(self):
        town = open_town()
        counts = {wijk(n): {"n": count} for n, count in enumerate((3, 7, 12, 41))} | {CITY: {"n": 63}}
        town.own(counts, self.PUPILS)
        before = self.shown(town)
        town.also("dorpen", {"een": [buurt(1, 0), buurt(2, 0)], "twee": [buurt(1, 1)]})
        assert self.shown(town) == before

    def test_a_wijk_is_hidden_with_the_only_other_buurt_of_a_small_one(self):
        town = open_town()
        villages = town.also("dorpen", {"een": [buurt(1, 0)], "twee": [buurt(2, 0)], "drie": [buurt(1, 1)]})
        counts = {wijk(0): 13, buurt(1, 0): 10, buurt(2, 0): 3, wijk(1): 20, buurt(1, 1): 20, wijk(2): 30, wijk(3): 40}
        cells = {code: {"n": count} for code, count in counts.items()}
        for division in (town.division, villages):
            town.own(cells, self.PUPILS, division=division)
        sheet = town.sheet(villages)
        first = next(area for area in sheet.areas if area.slug == "een")
        told = [self.shown(town)["noord"], sheet.shown(first, column_of(sheet, "cursisten")).hidden]
        assert HiddenReason.SECONDARY in told, "13 of the wijk less 10 of this buurt leaves the 3 of the other"

    def test_neither_do_a_table_of_wijken_and_another_of_their_buurten(self):
        town = open_town()
        villages = town.also("dorpen", {"een": [buurt(1, 0)], "twee": [buurt(2, 0)], "drie": [buurt(1, 1)]})
        wijken = {wijk(0): 13, wijk(1): 20, wijk(2): 30, wijk(3): 40}
        buurten = {buurt(1, 0): 10, buurt(2, 0): 3, buurt(1, 1): 20}
        town.own({code: {"n": count} for code, count in wijken.items()}, self.PUPILS)
        before = self.shown(town)["noord"]
        town.own({code: {"n": count} for code, count in buurten.items()}, self.PUPILS, division=villages)
        sheet = town.sheet(villages)
        een, twee = (next(area for area in sheet.areas if area.slug == name) for name in ("een", "twee"))
        column = column_of(sheet, "cursisten")
        assert before == 15
        assert sheet.shown(twee, column).hidden is not None
        told = [self.shown(town)["noord"], sheet.shown(een, column).hidden]
        assert HiddenReason.SECONDARY in told, "13 of the wijk less 10 of this buurt leaves the 3 of the other"

    def test_a_share_is_hidden_where_the_count_that_it_is_of_is(self):
        town = open_town()
        counts = [(3, 1), (60, 30), (90, 40), (200, 80)]
        town.own({wijk(n): {"n": of, "v": part} for n, (of, part) in enumerate(counts)}, self.PUPILS, self.WOMEN)
        assert self.shown(town)["oost"] is HiddenReason.SECONDARY
        assert self.shown(town, "vrouwen")["oost"] is HiddenReason.SECONDARY

    def test_a_share_of_inhabitants_needs_no_count_to_be_shown(self):
        town = open_town()
        cells = {wijk(n): {"inwoners": 203 + n, "jong": 30 + n} for n in range(4)}
        town.own(cells, PEOPLE, YOUNG)
        assert self.shown(town, "jongeren")["noord"] == Fraction(100 * 30, 205)

    def test_how_many_people_live_somewhere_is_for_the_publisher_to_say(self):
        town = open_town()
        town.put({wijk(n): {"inwoners": 3 + n} for n in range(4)}, PEOPLE, year=2015)
        town.own({wijk(n): {"inwoners": 60} for n in range(4)}, PEOPLE, year=2016)
        assert self.shown(town, "inwoners") == {"noord": 3, "oost": 4, "zuid": 5, "west": 6, "city": 18}

    @pytest.mark.parametrize("weight", ["0.33333333", "0.00000001", "0.5"])
    def test_any_weight_can_be_judged(self, weight: str):
        town = open_town({"noord": {wijk(0): weight}, "zuid": [wijk(1)]})
        town.own({wijk(0): {"n": 60}, wijk(1): {"n": 80}}, self.PUPILS)
        assert self.shown(town)["zuid"] in (80, HiddenReason.SECONDARY)

    def test_a_percentage_of_a_rounded_number_of_decimals_can_be_judged(self):
        town = open_town()
        cells = {wijk(n): {"inwoners": 203, "p": percent} for n, percent in enumerate(("33.33", "12.345", "40", "0"))}
        town.own(cells, PEOPLE, Column("p", "Lid", K.PERCENTAGE, of="inwoners"))
        shown = self.shown(town, "lid")
        assert (shown["noord"], shown["west"]) == (Fraction(100 * 70, 205), HiddenReason.TOO_FEW_COUNTED)

    @pytest.mark.parametrize("column", [Column("m", "Cijfer", K.MEAN), Column("m", "Cijfer", K.MEDIAN)])
    def test_an_average_is_shown_where_enough_people_live(self, column: Column):
        town = open_town()
        cells = {wijk(n): {"inwoners": 20 + 20 * n, "m": 7} for n in range(4)}
        town.own(cells, PEOPLE, column)
        found = self.shown(town, "cijfer")
        assert {name for name, one in found.items() if one == 7} == {"zuid", "west"}

    def test_an_average_of_few_does_not_follow_from_that_of_all(self):
        town = open_town()
        numbers = {wijk(n): count for n, count in enumerate((3, 70, 80, 90))} | {CITY: 243}
        cells = {code: {"inwoners": 900, "n": count, "m": 7} for code, count in numbers.items()}
        town.own(cells, PEOPLE, Column("n", "Cursisten", K.COUNT), Column("m", "Cijfer", K.MEAN, of="n"))
        found = self.shown(town, "cijfer")
        assert found["noord"] is HiddenReason.TOO_FEW_PEOPLE
        assert HiddenReason.SECONDARY in found.values() or found["city"] is None

    def test_a_share_without_its_whole_is_judged_by_who_live_there(self):
        town = open_town()
        cells = {wijk(n): {"inwoners": 100, "p_eenzaam": percent} for n, percent in enumerate((2, 12, 95, 98))}
        town.own(cells, PEOPLE, ALONE)
        assert self.shown(town, "eenzaam") == {
            "noord": HiddenReason.TOO_FEW_COUNTED, "oost": 10, "zuid": 95,
            "west": HiddenReason.COMPLEMENT_TOO_SMALL, "city": None,
        }  # fmt: skip
        assert town.told("oost", "eenzaam").sure.none is NoInterval.NO_BASE

    def test_a_share_without_its_whole_is_hidden_where_that_of_a_small_one_would_follow(self):
        town = open_town()
        percents = {wijk(n): percent for n, percent in enumerate((2, 30, 40, 50))}
        cells = {code: {"inwoners": 100, "p_eenzaam": one} for code, one in percents.items()}
        town.own(cells | {CITY: {"inwoners": 400, "p_eenzaam": "30.5"}}, PEOPLE, ALONE)
        found = self.shown(town, "eenzaam")
        assert found["noord"] is HiddenReason.TOO_FEW_COUNTED
        assert HiddenReason.SECONDARY in found.values() or found["city"] is None

    def test_a_survey_of_our_own_is_judged_by_who_answered_and_its_bounds_stay_inside(self):
        town = open_town()
        asked = Column("p_eenzaam", "Eenzaam", K.PERCENTAGE, low="van", high="tot", respondents="r")
        answered = {wijk(n): (percent, of) for n, (percent, of) in enumerate(((50, 29), (50, 61), (25, 400), (10, 90)))}
        cells = {
            code: {"inwoners": 900, "p_eenzaam": percent, "van": percent - 1, "tot": percent + 1, "r": of}
            for code, (percent, of) in answered.items()
        }
        town.own(cells, PEOPLE, asked)
        found = self.shown(town, "eenzaam")
        assert found["noord"] is HiddenReason.TOO_FEW_PEOPLE
        assert found["zuid"] == 25
        interval = town.told("zuid", "eenzaam").sure.estimate.weak
        assert interval is not None
        assert interval.method is IntervalMethod.WILSON_SURVEY
