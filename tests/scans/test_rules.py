"""What a mapping must be, what a dry run says, how parts add up, and whose move it is."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scans.tables import HEADER, PLACES, ROWS, table
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.dry_run import DryRun, try_out
from wijkaanzet.scans.rules.importing import FINAL, SETTLED, FigureImportFacts, FigureImportStatus, move
from wijkaanzet.scans.rules.columns import Column, ColumnKind
from wijkaanzet.scans.rules.mapping import ColumnMapping, check_mapping, fingerprint, problems
from wijkaanzet.scans.rules.reading.layout import FileKind, Layout
from wijkaanzet.scans.rules.roll_up import Part, Whole, added, exact_text, share

PEOPLE = Column("a_inw", "Inwoners", ColumnKind.COUNT, unit="mensen", rounding="afgerond op 5")
YOUNG = Column("p_jong", "Jongeren", ColumnKind.PERCENTAGE, of="a_inw")
MAPPING = ColumnMapping("gwb_code", "naam", "a_inw", (PEOPLE, YOUNG))


class TestMapping:
    def test_a_right_one_passes(self):
        assert list(problems(MAPPING, HEADER)) == []

    @pytest.mark.parametrize(
        ("changed", "key"),
        [
            ({"decimal": "'"}, "wrong_decimal"),
            ({"code": "code"}, "missing_column"),
            ({"name": "gwb_code"}, "column_used_twice"),
            ({"inhabitants": "p_jong"}, "inhabitants_no_figure"),
            ({"columns": (PEOPLE, PEOPLE)}, "column_used_twice"),
            ({"columns": (PEOPLE, replace(YOUNG, label=" "))}, "label_missing"),
            ({"columns": (PEOPLE, replace(YOUNG, label="inwoners"))}, "label_twice"),
            ({"columns": (PEOPLE, replace(YOUNG, label="x" * 81))}, "text_too_long"),
            ({"columns": (PEOPLE, replace(YOUNG, unit="x" * 41))}, "text_too_long"),
            ({"columns": (PEOPLE, replace(YOUNG, rounding="a\x00"))}, "text_not_printable"),
            ({"columns": (PEOPLE, replace(YOUNG, of=""))}, "figure_of_what"),
            ({"columns": (PEOPLE, replace(YOUNG, of="p_jong"))}, "figure_of_what"),
            ({"columns": (PEOPLE, replace(YOUNG, kind=ColumnKind.COUNT))}, "figure_of_what"),
        ],
    )
    def test_a_wrong_one_says_what(self, changed: dict, key: str):
        with pytest.raises(BadInput) as refused:
            check_mapping(replace(MAPPING, **changed), HEADER)
        assert refused.value.key == key

    def test_a_column_that_stands_twice_in_the_file_cannot_be_used(self):
        with pytest.raises(BadInput, match="column_stands_twice"):
            check_mapping(MAPPING, (*HEADER, "p_jong"))

    def test_the_fingerprint_is_of_file_reading_and_years(self):
        prints = {
            fingerprint(MAPPING, sha256="a", years=(2016, 2017)),
            fingerprint(MAPPING, sha256="b", years=(2016, 2017)),
            fingerprint(MAPPING, sha256="a", years=(2016, 2018)),
            fingerprint(replace(MAPPING, decimal=","), sha256="a", years=(2016, 2017)),
        }
        assert len(prints) == 4
        assert fingerprint(MAPPING, sha256="a", years=(2016, 2017)) in prints


class TestDryRun:
    def tried(self, rows: Sequence[tuple[str, ...]], *, places: dict[str, str] = PLACES) -> DryRun:
        layout = Layout(FileKind.CSV)
        return try_out(table(rows), MAPPING, layout=layout, municipality="GM0855", places=places)

    def test_says_which_areas_there_are_and_what_is_not_known(self):
        tried = self.tried(list(ROWS), places={**PLACES, "WK085509": "Wijk 9"} | {})
        assert tried.problems == ()
        assert (tried.rows, tried.places, len(tried.matched)) == (4, 5, 4)
        assert tried.absent == {"WK085509": "Wijk 9"}
        assert tried.missing == {"a_inw": 0, "p_jong": 1}  # nobody lives in West

    def test_names_areas_outside_the_division(self):
        assert self.tried(list(ROWS), places={"WK085500": "Wijk 0"}).extra == {
            "WK085501": "Zuid", "WK085502": "Oost", "WK085503": "West",
        }  # fmt: skip

    def test_names_every_wrong_row_with_its_line(self):
        wrong = [(*ROWS[1][:3], "veel", "x"), ROWS[2], (*ROWS[3][:2], "1.5", "", "x"), ("WK0855", "?", "1", "1", "")]
        rows = [ROWS[0], *wrong]
        problems = self.tried(rows).problems
        assert [(one.key, one.where) for one in problems] == [
            ("not_a_number", "3"), ("inhabitants_not_whole", "5"), ("wrong_code", "6"),
        ]  # fmt: skip
        assert problems[0].parameters["cell"] == "veel"

    def test_a_wrong_row_is_not_called_absent(self):
        tried = self.tried([ROWS[0], (*ROWS[1][:3], "veel", "x"), *ROWS[2:]])
        assert (tried.absent, tried.rows) == ({}, 4)

    def test_numbers_that_cannot_be_are_wrong(self):
        tried = self.tried([(*ROWS[0][:3], "100.1", ""), (*ROWS[1][:3], "-1", "")])
        assert [one.key for one in tried.problems] == ["percentage_above_100", "value_negative"]

    @pytest.mark.parametrize(
        ("rows", "key"),
        [
            ([ROWS[0], ROWS[0]], "duplicate_area"),
            ([ROWS[0], ("BU08550101", "B", "1", "1", "")], "mixed_levels"),
            ([ROWS[4]], "no_rows_of_municipality"),
        ],
    )
    def test_says_what_is_wrong_with_the_file(self, rows: Sequence[tuple[str, ...]], key: str):
        assert [one.key for one in self.tried(rows).problems] == [key]

    def test_a_table_of_other_places_is_of_another_year(self):
        tried = self.tried(list(ROWS), places={"WK085599": "Wijk"})
        assert [one.key for one in tried.problems] == ["no_area_of_division"]

    def test_shows_twenty_and_counts_the_rest(self):
        rows = [(f"WK0855{n:02}", "Wijk", "veel", "1", "") for n in range(25)]
        tried = self.tried(rows)
        assert (len(tried.problems), tried.more_problems) == (20, 5 + 1)  # and no row is left


class TestRollUp:
    def test_counts_add_up(self):
        assert added([Part(Fraction(1000)), Part(Fraction(5, 2))]) == Whole(Fraction(2005, 2), 0, 2)

    def test_a_percentage_goes_through_what_it_is_of(self):
        parts = [Part(Fraction(10), Fraction(100)), Part(Fraction(40), Fraction(300))]
        assert share(parts) == Whole(Fraction(65, 2), 0, 2)

    @pytest.mark.parametrize(
        "parts",
        [
            [Part(Fraction(10), Fraction(100)), Part(None, Fraction(300))],
            [Part(Fraction(10), Fraction(100)), Part(Fraction(20), None)],
        ],
    )
    def test_a_part_that_is_not_known_makes_the_whole_not_known(self, parts: list[Part]):
        assert share(parts) == Whole(None, 1, 2)

    def test_where_nobody_lives_nothing_is_missing(self):
        empty = Part(None, Fraction(0), lived_in=False)
        assert share([Part(Fraction(10), Fraction(100)), empty]) == Whole(Fraction(10), 0, 2)
        assert added([Part(Fraction(7)), empty]) == Whole(Fraction(7), 0, 2)

    @pytest.mark.parametrize("add", [added, share])
    def test_of_nothing_nothing_is_known(self, add):
        assert add([]) == Whole(None, 0, 0)
        assert add([Part(None, None)]) == Whole(None, 1, 1)
        assert add([Part(None, Fraction(0), lived_in=False)]) == Whole(None, 1, 1)

    @given(st.lists(st.tuples(st.integers(0, 100), st.integers(1, 10**6)), min_size=1, max_size=20))
    def test_a_whole_lies_between_its_parts(self, parts: list[tuple[int, int]]):
        whole = share([Part(Fraction(value), Fraction(base)) for value, base in parts]).value
        assert whole is not None
        assert min(value for value, _ in parts) <= whole <= max(value for value, _ in parts)

    @given(st.integers(-(10**15), 10**15), st.integers(0, 15))
    def test_exact_text_is_the_same_number_again(self, digits: int, places: int):
        number = Fraction(digits, 10**places)
        assert Fraction(exact_text(number)) == number
        assert len(exact_text(number)) <= 40


class TestMove:
    FACTS = FigureImportFacts(municipality_id=3, since=date(2017, 10, 2), answer_days=10)

    @pytest.mark.parametrize(
        ("status", "action"),
        [
            (FigureImportStatus.UPLOADED, "scans.map_figures"),
            (FigureImportStatus.MAPPED, "scans.import_figures"),
        ],
    )
    def test_the_policy_officer_goes_on_within_the_term(self, status: FigureImportStatus, action: str):
        found = move(status, self.FACTS)
        assert found is not None
        assert (found.role, found.action, found.due_on) == ("policy_officer", action, date(2017, 10, 16))

    @pytest.mark.parametrize("status", sorted(FINAL | SETTLED))
    def test_imported_figures_wait_for_nobody(self, status: FigureImportStatus):
        assert move(status, self.FACTS) is None
