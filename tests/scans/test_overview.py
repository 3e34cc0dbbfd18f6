"""What a file seems to be: how it is written, which column has the codes, what the columns probably mean."""

from collections.abc import Sequence
from fractions import Fraction
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scans.tables import HEADER, PLACES, ROWS, table
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.dry_run import layout_for, try_out
from wijkaanzet.scans.rules.figures_file import load_figures
from wijkaanzet.scans.rules.mapping import Column, ColumnKind, ColumnMapping, ColumnRole, check_mapping, mapping_of
from wijkaanzet.scans.rules.overview import LARGEST_FILE, MOST_COLUMNS, look_at
from wijkaanzet.scans.rules.proposal import propose
from wijkaanzet.scans.rules.told import check_told, clean_name


def look(content: bytes):
    return look_at(content, municipality="GM0855")


class TestDialect:
    @pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
    @pytest.mark.parametrize("decimal", [".", ","])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
    def test_is_read_from_the_file(self, delimiter: str, decimal: str, encoding: str):
        rows = [("WK085500", "Café Noord", "1000", "20.5", "één"), *ROWS[1:]]
        found = look(table(rows, delimiter=delimiter, decimal=decimal, encoding=encoding))
        dialect = found.dialect
        assert (dialect.delimiter, dialect.decimal) == (delimiter, decimal)
        assert dialect.encoding == encoding.removesuffix("-sig")
        assert found.header == HEADER
        assert found.first_rows[0][1] == "Café Noord"
        assert (found.code, found.rows) == ("gwb_code", 5)

    @pytest.mark.parametrize("sign", ["-", "x", "NA", "*"])
    def test_knows_the_signs_for_not_known(self, sign: str):
        rows = [(*row[:3], sign, row[4]) if n == 2 else row for n, row in enumerate(ROWS)]
        assert look(table(rows)).dialect.missing == ("", ".", sign)

    def test_a_sign_between_words_is_no_sign_for_not_known(self):
        rows = [(*row[:4], "-") for row in ROWS]
        assert look(table(rows)).dialect.missing == ("", ".")

    def test_padded_cells_of_statline_are_read(self):
        rows = [("WK085500  ", "Noord", "1000", "    20.5", "ja"), ("wk085501", "Zuid", "2000", "       .", "nee")]
        found = look(table(rows))
        assert found.columns[3].values == ["20.5", "."]
        assert found.columns[3].numbers(found.dialect.missing) == [Fraction(41, 2)]

    def test_the_column_that_names_most_areas_is_the_one_with_the_codes(self):
        rows = [("GM0855", "WK085500", f"BU0855000{n}", f"B{n}", "10") for n in range(3)]
        assert look(table(rows, header=("gm", "wk", "bu", "naam", "inwoners"))).code == "bu"


class TestRefused:
    @pytest.mark.parametrize(
        ("content", "key"),
        [
            (b"", "empty_file"),
            (b" \n \n", "empty_file"),
            (b"a" * (LARGEST_FILE + 1), "file_over"),
            (b"PK\x03\x04zip", "spreadsheet_file"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "spreadsheet_file"),
            (b"%PDF-1.4", "not_a_text_file"),
            ("naam;a_inw\nNoord;3".encode("utf-16"), "not_a_text_file"),
            (b",,,\nWK085500,Noord,1,2", "no_rows"),
            (b"WK085500,Noord,1,2\nWK085501,Zuid,1,2", "no_header"),
            (table(ROWS[4:]), "no_code_here"),
            (table(header=(*HEADER[:4], "x" * 201)), "header_too_long"),
            (b",".join(b"k%d" % n for n in range(MOST_COLUMNS + 1)), "too_many_columns"),
            (b'code,naam\nWK085500,"Noord', "unreadable_row"),
        ],
    )
    def test_what_is_no_table_of_the_municipality(self, content: bytes, key: str):
        with pytest.raises(BadInput) as refused:
            look(content)
        assert refused.value.key == key

    @given(st.binary(max_size=300))
    def test_no_file_whatsoever_gives_another_error(self, content: bytes):
        for file in (content, table() + b"\n" + content, content + table()):
            try:
                found = look(file)
                choices = [one.choice for one in propose(found, known={})]
                mapping = mapping_of(choices, decimal=found.dialect.decimal)
                check_mapping(mapping, found.header)
            except BadInput:
                continue
            d = found.dialect
            layout = layout_for(mapping, delimiter=d.delimiter, encoding=d.encoding, missing=d.missing)
            tried = try_out(file, mapping, layout=layout, municipality="GM0855", places=PLACES)
            assert tried.problems or tried.areas

    @pytest.mark.parametrize(
        ("told", "key"),
        [
            ({"source": "  "}, "source_missing"),
            ({"source": "a\x00b"}, "source_missing"),
            ({"source": "x" * 201}, "source_too_long"),
            ({"year": 1899}, "figures_year_out_of_range"),
            ({"for_year": 2201}, "figures_year_out_of_range"),
            ({"year": 2019}, "figures_after_year"),
        ],
    )
    def test_what_is_told_with_a_file(self, told: dict, key: str):
        with pytest.raises(Refused) as refused:
            check_told(**{"source": "CBS", "year": 2017, "for_year": 2018, **told})
        assert refused.value.key == key


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\wijken 2017.csv", "wijken 2017.csv"),
        ("a\u202eb\n\x00.csv", "a b .csv"),
        ("", "-"),
        ("x" * 130 + ".csv", "x" * 116 + ".csv"),
    ],
)
def test_the_name_of_a_file_can_be_shown(name: str, clean: str):
    assert clean_name(name) == clean


class TestProposal:
    def roles(self, header: tuple[str, ...], rows: Sequence[tuple[str, ...]], **known: Column) -> dict:
        found = look(table(rows, header=header))
        return {one.choice.key: one for one in propose(found, known=known)}

    def test_by_header_and_values(self):
        found = self.roles(HEADER, list(ROWS))
        assert {key: one.choice.role for key, one in found.items()} == {
            "gwb_code": ColumnRole.CODE,
            "naam": ColumnRole.NAME,
            "a_inw": ColumnRole.INHABITANTS,
            "p_jong": ColumnRole.PERCENTAGE,
            "opmerking": ColumnRole.IGNORE,
        }
        assert found["p_jong"].choice.of == "a_inw"
        assert all(one.sure for one in found.values())

    @pytest.mark.parametrize("header", ["population", "inwoners", "aantal_inwoners", "a_inw", "AantalInwoners_5"])
    def test_knows_the_inhabitants_by_their_header(self, header: str):
        found = self.roles(("code", "naam", header), [("WK085500", "Noord", "1000")])
        assert found[header].choice.role is ColumnRole.INHABITANTS

    @pytest.mark.parametrize(
        ("header", "value", "role", "sure"),
        [
            ("a_hh", "450", ColumnRole.COUNT, True),
            ("huishoudens", "450", ColumnRole.COUNT, False),
            ("p_koopwon", "45", ColumnRole.PERCENTAGE, True),
            ("koop", "45", ColumnRole.PERCENTAGE, False),
            ("g_wozbag", "245", ColumnRole.IGNORE, True),
            ("gemiddeld_inkomen", "28.4", ColumnRole.IGNORE, True),
            ("soort", "stad", ColumnRole.IGNORE, True),
            ("niets", "", ColumnRole.IGNORE, True),
        ],
    )
    def test_is_only_sure_of_what_the_header_says(self, header: str, value: str, role: ColumnRole, sure: bool):
        found = self.roles(("code", "naam", "inwoners", header), [("WK085500", "Noord", "1000", value)])[header]
        assert (found.choice.role, found.sure) == (role, sure)

    def test_takes_the_words_of_the_table_before(self):
        before = Column("koop", "Koopwoningen", ColumnKind.PERCENTAGE, of="a_inw", unit="van de woningen")
        found = self.roles(("code", "naam", "a_inw", "koop"), [("WK085500", "Noord", "1000", "45")], koop=before)
        assert (found["koop"].choice.label, found["koop"].choice.unit) == ("Koopwoningen", "van de woningen")
        assert found["koop"].sure

    def test_a_column_with_one_wrong_cell_is_still_a_figure(self):
        rows = [(*row[:3], "twaalf", row[4]) if n == 1 else row for n, row in enumerate(ROWS)]
        assert self.roles(HEADER, rows)["p_jong"].choice.role is ColumnRole.PERCENTAGE


CELLS = st.sampled_from(["1", "20.5", "100", "100.1", "-3", ".", "", "x", "1.2.3", "1e5", "99999"])
PEOPLE = Column("a_inw", "Inwoners", ColumnKind.COUNT)
YOUNG = Column("p_jong", "Jongeren", ColumnKind.PERCENTAGE, of="a_inw")


@given(st.lists(CELLS, min_size=4, max_size=4), st.sampled_from([",", ";"]))
def test_the_dry_run_and_the_parser_of_the_division_accept_the_same(cells: list[str], delimiter: str):
    rows = [(*row[:3], cell, row[4]) for row, cell in zip(ROWS, cells, strict=False)]
    content = table(rows, delimiter=delimiter)
    mapping = ColumnMapping("gwb_code", "naam", "a_inw", (PEOPLE, YOUNG))
    layout = layout_for(mapping, delimiter=delimiter, encoding="utf-8", missing=("", "."))
    tried = try_out(content, mapping, layout=layout, municipality="GM0855", places=PLACES)
    impossible = sum(cell in {"100.1", "-3", "99999"} for cell in cells)
    if any(cell in {"x", "1.2.3", "1e5"} for cell in cells):
        with pytest.raises(BadInput) as refused:
            load_figures(BytesIO(content), layout, mapping.keys(), municipality="GM0855")
        assert (tried.problems[0].key, tried.problems[0].where) == (refused.value.key, refused.value.where)
    else:
        assert len(tried.problems) == impossible
        assert tried.areas == load_figures(BytesIO(content), layout, mapping.keys(), municipality="GM0855").areas
