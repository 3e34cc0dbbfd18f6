"""From rows to regions: what a cell becomes, which rows do not count, and how a wrong one is named."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scans.tables import HEADER, MAPPING, PEOPLE, ROWS, YOUNG, table
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.columns import Column, ColumnKind
from wijkaanzet.scans.rules.dry_run import regions_of
from wijkaanzet.scans.rules.mapping import ColumnMapping
from wijkaanzet.scans.rules.reading.layout import FileKind, Layout
from wijkaanzet.scans.rules.rows import Row
from wijkaanzet.scans.rules.seen import Seen

CSV = Layout(FileKind.CSV)
Rows = Sequence[Sequence[str]]


def read(
    rows: Rows, mapping: ColumnMapping = MAPPING, *, header: Sequence[str] = HEADER, layout: Layout = CSV
) -> tuple[list[Row], list[BadInput]]:
    """The regions of a table, and what is wrong with the other rows."""
    wrong: list[BadInput] = []
    content = table(rows, header=header, delimiter=layout.delimiter)
    return list(regions_of(content, mapping, layout=layout, note=wrong.append)), wrong


def one(cells: Sequence[str], *columns: Column, layout: Layout = CSV) -> tuple[str, ...]:
    """What the first of the columns becomes in a table of one row."""
    header = ["code", *(f"k{n}" for n in range(len(cells)))]
    mapping = ColumnMapping("code", "", "", columns)
    found, wrong = read([["WK085500", *cells]], mapping, header=header, layout=layout)
    if wrong:
        raise wrong[0]
    return found[0].cells[0]


class TestCells:
    @pytest.mark.parametrize(
        ("cell", "value", "reason"),
        [
            ("20.5", "20.5", ""),
            ("007", "007", ""),
            ("", "", "blank"),
            (".", "", "unknown"),
            ("x", "", "withheld"),
            ("-99997", "", "coded"),
            ("-99999999", "", "coded"),
        ],
    )
    def test_hold_a_number_or_the_reason_why_there_is_none(self, cell: str, value: str, reason: str):
        layout = replace(CSV, missing=("", ".", "x"))
        assert one([cell], Column("k0", "K", ColumnKind.MEAN), layout=layout) == (value, reason, "", "", "")

    def test_of_statline_have_its_signs(self):
        layout = replace(CSV, kind=FileKind.STATLINE, statline_signs=True, decimal=",", delimiter=";")
        column = Column("k0", "K", ColumnKind.COUNT)
        assert [one([cell], column, layout=layout)[:2] for cell in ("-", "0,2*", "x", "   12,5", "       .")] == [
            ("0", ""), ("0.2", ""), ("", "withheld"), ("12.5", ""), ("", "unknown"),
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("times", "cell", "value"),
        [("1000", "28.4", "28400"), ("1/10", "12.34", "1.234"), ("100", "-0.5", "-50"), ("1", "28.40", "28.40")],
    )
    def test_are_in_the_unit_of_the_figure(self, times: str, cell: str, value: str):
        column = Column("k0", "K", ColumnKind.MEAN, low="k1", high="k2", respondents="k3", times=times)
        assert one([cell, cell, cell, "40"], column) == (value, "", value, value, "40")

    def test_beside_a_figure_may_be_empty(self):
        column = Column("k0", "K", ColumnKind.PERCENTAGE, low="k1", respondents="k2")
        assert one(["47", "", "."], column) == ("47", "", "", "", "")
        assert one([".", "41.1", "200"], column) == ("", "unknown", "41.1", "", "200")

    @given(st.fractions(-1000, 1000, max_denominator=100).filter(lambda f: 10**4 % f.denominator == 0))
    def test_times_a_thousand_is_exact(self, number: Fraction):
        cell = format(number.numerator / number.denominator, ".4f")
        assert Fraction(one([cell], Column("k0", "K", ColumnKind.MEAN, times="1000"))[0]) == number * 1000

    @pytest.mark.parametrize(
        ("kind", "cell", "key"),
        [
            *((kind, "-0.5", "value_negative") for kind in ColumnKind if kind.value in ("count", "part", "rate")),
            (ColumnKind.PERCENTAGE, "-1", "value_negative"),
            (ColumnKind.PERCENTAGE, "100.1", "percentage_above_100"),
            (ColumnKind.PERCENTAGE, "100.0000000000000000001", "percentage_above_100"),
        ],
    )
    def test_that_cannot_be_are_wrong(self, kind: ColumnKind, cell: str, key: str):
        with pytest.raises(BadInput) as refused:
            one([cell, "9"], Column("k0", "K", kind, of="k1"))
        assert (refused.value.key, refused.value.where, refused.value.parameters["column"]) == (key, "2", "k0")

    @pytest.mark.parametrize(
        ("kind", "cell"),
        [
            (ColumnKind.MEAN, "-3.2"),
            (ColumnKind.MEDIAN, "-3"),
            (ColumnKind.INDEX, "-0.7"),
            (ColumnKind.COUNT, "-0"),
            (ColumnKind.PART, "101"),
            (ColumnKind.RATE, "1200"),
            (ColumnKind.PERCENTAGE, "100.00"),
        ],
    )
    def test_that_can_be_are_not(self, kind: ColumnKind, cell: str):
        assert one([cell, "9"], Column("k0", "K", kind, of="k1"))[0] == cell


class TestWrong:
    @pytest.mark.parametrize(
        ("cells", "key", "told"),
        [
            (("WK08550", "Noord", "1", "1", ""), "wrong_code", {"code": "WK08550"}),
            (("WK085500", "", "1", "1", ""), "wrong_name", {"code": "WK085500"}),
            (("WK085500", "a\u202eb", "1", "1", ""), "wrong_name", {"code": "WK085500"}),
            (("WK085500", "n" * 201, "1", "1", ""), "wrong_name", {"code": "WK085500"}),
            (("WK085500", "=1+1", "1", "1", ""), "formula_in_name", {"code": "WK085500", "sign": "="}),
            (("WK085500", "@cmd", "1", "1", ""), "formula_in_name", {"code": "WK085500", "sign": "@"}),
            (("WK085500", "Noord", "veel", "1", ""), "not_a_number", {"column": "a_inw", "cell": "veel"}),
            (("WK085500", "Noord", "1e99", "1", ""), "not_a_number", {"column": "a_inw", "cell": "1e99"}),
            (("WK085500", "Noord", "1" * 16, "1", ""), "not_a_number", {"column": "a_inw"}),
        ],
    )
    def test_rows_are_told_with_their_line_and_left_out(self, cells: Sequence[str], key: str, told: dict):
        found, (wrong,) = read([ROWS[1], cells])
        assert [row.code for row in found] == ["WK085501"]
        assert (wrong.key, wrong.where) == (key, "3")
        assert wrong.parameters.items() >= told.items()

    @pytest.mark.done("4.mixed-decimals")
    @pytest.mark.parametrize(("decimal", "cell"), [(".", "12,5"), (",", "12.5"), (".", "1,234")])
    def test_another_sign_of_decimals_is_named_by_line_and_column(self, decimal: str, cell: str):
        layout = replace(CSV, decimal=decimal, delimiter=";")
        _, (wrong,) = read([ROWS[1], ("WK085502", "Oost", "500", cell, "")], layout=layout)
        assert (wrong.key, wrong.where) == ("mixed_decimals", "3")
        assert wrong.parameters == {"code": "WK085502", "column": "p_jong", "cell": cell, "decimal": decimal}

    def test_a_wrong_bound_is_named_by_its_own_column(self):
        with pytest.raises(BadInput) as refused:
            one(["47", "laag"], Column("k0", "K", ColumnKind.PERCENTAGE, low="k1"))
        assert (refused.value.parameters["column"], refused.value.parameters["cell"]) == ("k1", "laag")

    def test_a_row_of_another_width_is_told(self):
        found, (wrong,) = read([ROWS[0], ("WK085501", "Zuid", "1")])
        assert (len(found), wrong.key, wrong.where) == (1, "ragged_row", "3")

    def test_a_region_stands_there_once(self):
        found, (wrong,) = read([ROWS[0], ("wk085500 ", "Noord", "1", "1", "")])
        assert (len(found), wrong.key, wrong.where) == (1, "duplicate_area", "3")


class TestWhichRows:
    def test_codes_are_read_in_every_case_and_of_every_level(self):
        codes = ("NL01", "gm0855", " WK0855a1", "BU08550A1B")
        found, wrong = read([(code, f"Naam {n}", "1", "1", "") for n, code in enumerate(codes)])
        assert [row.code for row in found] == ["NL00", "GM0855", "WK0855A1", "BU08550A1B"]
        assert wrong == []

    @pytest.mark.done("4.real-files")
    def test_ground_abroad_does_not_count(self):
        rows = [(code, "Buitenland", "veel", "", "") for code in ("GM0998", "WK099800", "BU09980000")]
        found, wrong = read([*rows, ROWS[0]])
        assert [(row.code, row.line) for row in found] == [("WK085500", 5)]
        assert wrong == []

    @pytest.mark.done("4.real-files")
    @pytest.mark.parametrize("header", ["WATER", "H2O", "h2o", "Water"])
    def test_water_does_not_count_twice(self, header: str):
        rows = [
            ("GM0855", "Tilburg", "1000", "20", "NEE"),
            ("GM0855", "Tilburg", "", "", "JA"),
            ("GM0307", "Amersfoort", "", "", "B"),
        ]
        found, wrong = read(rows, header=(*HEADER[:4], header))
        assert [(row.code, row.line) for row in found] == [("GM0855", 2)]
        assert wrong == []

    def test_only_those_that_are_meant_count(self):
        rows = [(*row[:3], value, age) for row in ROWS for age, value in (("18 tot  65", "30"), ("65+", "60"))]
        found, wrong = read(rows, replace(MAPPING, only=(("opmerking", "65+"),)))
        assert [row.cells[1][0] for row in found] == ["60"] * 5
        assert [row.line for row in found] == [3, 5, 7, 9, 11]
        assert wrong == []
        assert len(read(rows, replace(MAPPING, only=(("opmerking", "18 tot 65"),)))[0]) == 5

    @pytest.mark.parametrize(
        ("cell", "unchanged"),
        [("1", True), ("1.0", True), ("2", False), ("3", False), (".", False), ("", False)],
    )
    def test_whether_borders_changed_is_kept(self, cell: str, unchanged: bool):
        found, _ = read([(*ROWS[0][:4], cell)], replace(MAPPING, changed="opmerking"))
        assert found[0].unchanged is unchanged

    def test_a_table_without_names_or_people_is_read(self):
        found, wrong = read(ROWS, ColumnMapping("gwb_code", "", "", (YOUNG,)))
        assert ({row.name for row in found}, len(found), wrong) == ({""}, 5, [])

    def test_the_columns_must_be_there(self):
        with pytest.raises(BadInput, match="missing_column"):
            read(ROWS, ColumnMapping("gwb_code", "", "", (replace(PEOPLE, key="inwoners"),)))


LETTERS = st.text("0123456789AZ", min_size=8, max_size=8).map(lambda text: f"BU{text}")
CODES = st.one_of(
    st.sampled_from(["NL00", "GM0000", "GM9999", "WK000000", "WK999999", "BU00000000", "BU99999999"]),
    st.integers(0, 10**8 - 1).map(lambda number: f"BU{number:08}"),
    st.integers(0, 10**6 - 1).map(lambda number: f"WK{number:06}"),
    LETTERS,
)


@given(st.lists(CODES, max_size=60))
def test_what_was_seen_is_a_set_of_codes(codes: list[str]):
    seen = Seen()
    assert [seen.add(code) for code in codes] == [code not in codes[:place] for place, code in enumerate(codes)]
    assert [seen.add(code) for code in codes] == [False] * len(codes)
