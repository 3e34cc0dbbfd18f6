"""What importing a table would do: which areas it has, what is not known, what does not add up, what is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

import pytest

from tests.scans.tables import MAPPING, PEOPLE, PLACES, ROWS, YOUNG, table
from wijkaanzet.scans.rules.columns import ColumnKind
from wijkaanzet.scans.rules.dry_run import DryRun, Gap, try_out
from wijkaanzet.scans.rules.mapping import ColumnMapping
from wijkaanzet.scans.rules.reading.layout import FileKind, Layout

BUURTEN = [(f"BU0855000{n}", f"Buurt {n}", "100", "10", "") for n in range(3)]
CITY = ("GM0855", "Tilburg", "3505", "13", "")


def tried(
    rows: Sequence[Sequence[str]], *, places: Mapping[str, str] = PLACES, mapping: ColumnMapping = MAPPING
) -> DryRun:
    return try_out(table(rows), mapping, layout=Layout(FileKind.CSV), municipality="GM0855", places=places)


class TestSays:
    def test_which_areas_there_are_and_what_is_not_known(self):
        found = tried(ROWS, places={**PLACES, "WK085509": "Wijk 9"})
        assert found.problems == ()
        assert (found.rows, found.places, len(found.matched)) == (4, 5, 4)
        assert found.absent == {"WK085509": "Wijk 9"}
        assert found.missing == {"a_inw": 0, "p_jong": 1}  # nobody lives in West

    def test_how_many_regions_there_are_of_each_level(self):
        found = tried([("NL00", "Nederland", "17000000", "15", ""), CITY, *ROWS, *BUURTEN])
        assert found.levels == {"NL": 1, "GM": 1, "WK": 5, "BU": 3}
        assert (found.level, found.rows, found.problems) == ("WK", 4, ())

    def test_every_value_of_the_own_areas_by_code_and_column(self):
        found = tried([CITY, *ROWS, *BUURTEN])
        assert found.values["GM0855", "a_inw"] == "3505"
        assert found.values["BU08550002", "p_jong"] == "10"
        assert found.values["WK085502", "p_jong"] == ""
        assert {code for code, _ in found.values} == {"GM0855", *PLACES, *(row[0] for row in BUURTEN)}

    def test_areas_outside_the_division(self):
        assert tried(ROWS, places={"WK085500": "Wijk 0"}).extra == {
            "WK085501": "Zuid", "WK085502": "Oost", "WK085503": "West",
        }  # fmt: skip

    def test_the_level_that_the_division_is_made_up_of(self):
        found = tried([*ROWS, *BUURTEN], places={row[0]: "Wijk" for row in BUURTEN})
        assert (found.level, found.rows, found.extra) == ("BU", 3, {})

    def test_no_level_when_the_division_knows_none_of_two(self):
        found = tried([*ROWS, *BUURTEN], places={})
        assert (found.level, found.matched, found.problems) == ("", (), ())


class TestGaps:
    def test_parts_that_do_not_add_up_are_shown_and_nothing_is_forced(self):
        found = tried([CITY, *ROWS])
        assert found.gaps == (Gap("a_inw", Fraction(3505), Fraction(3500), "WK", 4),)
        assert found.problems == ()
        assert found.values["GM0855", "a_inw"] == "3505"

    @pytest.mark.parametrize(("parts", "rounding"), [("3488", True), ("3487", False), ("3512", True), ("3513", False)])
    def test_rounding_each_of_five_numbers_explains_twelve_and_a_half_and_no_more(self, parts: str, rounding: bool):
        assert Gap("a_inw", Fraction(3500), Fraction(parts), "WK", 4).is_rounding is rounding

    @pytest.mark.parametrize(
        "city",
        [(*CITY[:2], "3500", "99", ""), (*CITY[:2], ".", "99", "")],
        ids=["adds up", "not known"],
    )
    def test_there_is_none(self, city: Sequence[str]):
        assert tried([city, *ROWS]).gaps == ()

    def test_only_counts_add_up(self):
        columns = (PEOPLE, replace(YOUNG, kind=ColumnKind.MEAN))
        assert [gap.key for gap in tried([CITY, *ROWS], mapping=replace(MAPPING, columns=columns)).gaps] == ["a_inw"]

    def test_buurten_do_not_count_beside_wijken(self):
        assert [gap.parts for gap in tried([CITY, *ROWS, *BUURTEN]).gaps] == [3500]


class TestWrong:
    def test_every_wrong_row_is_named_with_its_line(self):
        wrong = [(*ROWS[1][:3], "veel", "x"), ROWS[2], ("WK0855", "?", "1", "1", "")]
        problems = tried([ROWS[0], *wrong]).problems
        assert [(one.key, one.where) for one in problems] == [("not_a_number", "3"), ("wrong_code", "5")]
        assert problems[0].parameters["cell"] == "veel"

    @pytest.mark.parametrize(("people", "key"), [("1.5", "inhabitants_not_whole"), (".", "inhabitants_missing")])
    def test_without_inhabitants_money_cannot_be_divided(self, people: str, key: str):
        found = tried([ROWS[0], (*ROWS[1][:2], people, "", "x")])
        assert [(one.key, one.where) for one in found.problems] == [(key, "3")]
        assert tried([ROWS[0], ("WK030701", "Elders", people, "", "")]).problems == ()  # of elsewhere it may lack

    def test_without_a_column_of_inhabitants_nothing_is_asked_of_them(self):
        found = tried(ROWS, mapping=ColumnMapping("gwb_code", "", "", (replace(YOUNG, of=""),)))
        assert (found.problems, found.missing) == ((), {"p_jong": 2})

    def test_a_wrong_row_is_not_called_absent(self):
        found = tried([ROWS[0], (*ROWS[1][:3], "veel", "x"), *ROWS[2:]])
        assert (found.absent, found.rows) == ({}, 4)

    @pytest.mark.parametrize(
        ("rows", "keys"),
        [
            ([ROWS[0], ROWS[0]], ["duplicate_area"]),
            ([ROWS[4]], ["no_rows_of_municipality"]),
            ([CITY], ["no_rows_of_municipality"]),
            ([ROWS[4], ("?", "", "", "", "")], ["wrong_code"]),
            ([(*ROWS[0][:3], "100.1", ""), (*ROWS[1][:3], "-1", "")], ["percentage_above_100", "value_negative"]),
        ],
    )
    def test_what_is_wrong_is_said_once(self, rows: Sequence[tuple[str, ...]], keys: list[str]):
        assert [one.key for one in tried(rows).problems] == keys

    def test_a_wrong_row_of_elsewhere_stops_it_too(self):
        assert [one.where for one in tried([*ROWS, ("WK030701", "Elders", "veel", "", "")]).problems] == ["7"]

    def test_a_table_of_other_places_is_of_another_year(self):
        found = tried(ROWS, places={"WK085599": "Wijk"})
        assert [one.key for one in found.problems] == ["no_area_of_division"]

    def test_twenty_are_shown_and_the_rest_is_counted(self):
        rows = [(f"WK0855{n:02}", "Wijk", "veel", "1", "") for n in range(25)]
        found = tried(rows)
        assert (len(found.problems), found.more_problems, found.rows) == (20, 5, 25)

    def test_a_file_that_breaks_off_is_told_with_its_line(self):
        content = table(ROWS[:2]) + b'\nWK085502,"Oost'
        found = try_out(content, MAPPING, layout=Layout(FileKind.CSV), municipality="GM0855", places=PLACES)
        assert [(one.key, one.where) for one in found.problems] == [("unreadable_row", "4")]
