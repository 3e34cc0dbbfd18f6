"""What a file seems to be: how it is written, which column has the codes, and what is no table at all."""

import json
from collections.abc import Callable
from fractions import Fraction
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scans.tables import HEADER, MAPPING, PLACES, ROWS, geojson, gzipped, sheet, table, zipped
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.dry_run import try_out
from wijkaanzet.scans.rules.figures import FiguresLayout
from wijkaanzet.scans.rules.figures_file import load_figures
from wijkaanzet.scans.rules.mapping import check_mapping, mapping_of
from wijkaanzet.scans.rules.overview import KEPT_ROWS, LARGEST_FILE, MOST_COLUMNS, Overview, look_at, sample_of
from wijkaanzet.scans.rules.proposal import propose
from wijkaanzet.scans.rules.reading.layout import FileKind, Layout, Packing
from wijkaanzet.scans.rules.told import check_told, clean_name

FILES: dict[str, Callable[[], bytes]] = {
    "csv": table,
    "csv.gz": lambda: gzipped(table()),
    "csv.zip": lambda: zipped(table()),
    "semicolons": lambda: table(delimiter=";", decimal=",", encoding="cp1252"),
    "utf-16": lambda: table(delimiter="\t", encoding="utf-16"),
    "xlsx": sheet,
    "xlsx.gz": lambda: gzipped(sheet()),
    "geojson": geojson,
    "geojson.gz": lambda: gzipped(geojson()),
}


def look(content: bytes) -> Overview:
    return look_at(content, municipality="GM0855")


class TestLayout:
    @pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
    @pytest.mark.parametrize("decimal", [".", ","])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
    def test_is_read_from_the_file(self, delimiter: str, decimal: str, encoding: str):
        rows = [("WK085500", "Café Noord", "1000", "20.5", "één"), *ROWS[1:]]
        found = look(table(rows, delimiter=delimiter, decimal=decimal, encoding=encoding))
        layout = found.layout
        assert (layout.delimiter, layout.decimal) == (delimiter, decimal)
        assert layout.encoding == encoding.removesuffix("-sig")
        assert found.header == HEADER
        assert found.first_rows[0][1] == "Café Noord"
        assert (found.code, found.rows) == ("gwb_code", 5)

    @pytest.mark.parametrize("kind", FILES)
    def test_of_every_kind_of_file_gives_the_same_columns(self, kind: str):
        found = look(FILES[kind]())
        assert (found.header, found.code, found.rows) == (HEADER, "gwb_code", 5)
        assert [column.numbers(found.layout) for column in found.columns[2:4]] == [
            [1000, 2000, 500, 0], [Fraction(41, 2), 10],
        ]  # fmt: skip

    def test_tells_how_a_file_was_sent(self):
        assert look(FILES["xlsx.gz"]()).layout.packing is Packing.GZIP
        assert look(FILES["geojson"]()).layout.kind is FileKind.GEOJSON

    def test_that_was_said_is_kept(self):
        found = look_at(table(delimiter=";"), municipality="GM0855", layout=Layout(FileKind.CSV, delimiter=";"))
        assert found.layout == Layout(FileKind.CSV, delimiter=";")
        with pytest.raises(BadInput, match=r"ragged_row|no_code_here"):
            look_at(table(delimiter=";", decimal=","), municipality="GM0855", layout=Layout(FileKind.CSV))

    @pytest.mark.parametrize("sign", ["-", "x", "NA", "*"])
    def test_knows_the_signs_for_not_known(self, sign: str):
        rows = [(*row[:3], sign, row[4]) if n == 2 else row for n, row in enumerate(ROWS)]
        assert look(table(rows)).layout.missing == ("", ".", sign)

    def test_a_sign_between_words_is_no_sign_for_not_known(self):
        rows = [(*row[:4], "-") for row in ROWS]
        assert look(table(rows)).layout.missing == ("", ".")

    def test_padded_cells_of_statline_are_read(self):
        rows = [("WK085500  ", "Noord", "1000", "    20.5", "ja"), ("wk085501", "Zuid", "2000", "       .", "nee")]
        found = look(table(rows))
        assert found.columns[3].values == ["20.5", "."]
        assert found.columns[3].numbers(found.layout) == [Fraction(41, 2)]

    def test_the_column_that_names_most_areas_is_the_one_with_the_codes(self):
        rows = [("GM0855", "WK085500", f"BU0855000{n}", f"B{n}", "10") for n in range(3)]
        assert look(table(rows, header=("gm", "wk", "bu", "naam", "inwoners"))).code == "bu"

    def test_of_a_large_file_only_the_first_rows_are_looked_at(self):
        rows = [(f"BU0855{n:04}", f"Buurt {n}", "10", "1", "") for n in range(KEPT_ROWS + 50)]
        found = look(table(rows))
        assert (found.rows, len(found.columns[2].values)) == (KEPT_ROWS + 50, KEPT_ROWS)
        assert len(found.columns[0].codes) == KEPT_ROWS + 50


class TestRefused:
    @pytest.mark.done("4.bad-input")
    @pytest.mark.parametrize(
        ("content", "key"),
        [
            (b"", "empty_file"),
            (b" \n \n", "empty_file"),
            (gzipped(b""), "empty_file"),
            (b"a" * (LARGEST_FILE + 1), "file_over"),
            (b"PK\x03\x04zip", "damaged_packing"),
            (zipped(table(), "a.csv", "b.csv"), "zip_many_files"),
            (gzipped(gzipped(table())), "packed_twice"),
            (gzipped(b"0" * 201_000_000), "unpacked_over"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old_spreadsheet"),
            (b"%PDF-1.4", "pdf_file"),
            (b"<!DOCTYPE html><table>", "web_page"),
            (b'{"type": "Topology"}', "json_no_table"),
            (b"naam;a_inw\nNoord\x00;3", "not_a_text_file"),
            (b"alleen een woord", "no_columns"),
            (b"alleen,namen", "no_rows"),
            (b",,,\nWK085500,Noord,1,2", "no_header"),
            (b"WK085500,Noord,1,2\nWK085501,Zuid,1,2", "no_header"),
            (table(ROWS[4:]), "no_code_here"),
            (table(delimiter="^"), "no_columns"),
            (table(header=(*HEADER[:4], "x" * 201)), "header_too_long"),
            (b",".join(b"k%d" % n for n in range(MOST_COLUMNS + 1)) + b"\n" + b"1," * MOST_COLUMNS, "too_many_columns"),
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
                mapping = mapping_of(choices, decimal=found.layout.decimal)
                check_mapping(mapping, found.header)
            except BadInput:
                continue
            tried = try_out(file, mapping, layout=found.layout, municipality="GM0855", places=PLACES)
            assert tried.problems or tried.values

    @pytest.mark.parametrize(
        ("told", "key"),
        [
            ({"source": "  "}, "source_missing"),
            ({"source": "a\x00b"}, "source_missing"),
            ({"source": "x" * 201}, "source_too_long"),
            ({"year": 1899}, "figures_year_out_of_range"),
            ({"for_year": 2201}, "figures_year_out_of_range"),
            ({"region_year": 20}, "figures_year_out_of_range"),
            ({"year": 2019}, "figures_after_year"),
        ],
    )
    def test_what_is_told_with_a_file(self, told: dict, key: str):
        with pytest.raises(Refused) as refused:
            check_told(**{"source": "CBS", "year": 2017, "for_year": 2018, "region_year": 2017, **told})
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


CELLS = st.sampled_from(["1", "20.5", "100", "100.1", "-3", ".", "", "x", "1.2.3", "99999"])


@given(st.lists(CELLS, min_size=4, max_size=4), st.sampled_from([",", ";"]))
def test_the_dry_run_and_the_parser_of_the_division_accept_the_same(cells: list[str], delimiter: str):
    rows = [(*row[:3], cell, row[4]) for row, cell in zip(ROWS, cells, strict=False)]
    content = table(rows, delimiter=delimiter)
    layout = FiguresLayout(delimiter, ".", "utf-8", ("", "."), "gwb_code", "naam", "a_inw")
    found = Layout(FileKind.CSV, delimiter=delimiter)
    tried = try_out(content, MAPPING, layout=found, municipality="GM0855", places=PLACES)
    impossible = sum(cell in {"100.1", "-3", "99999"} for cell in cells)
    if any(cell in {"x", "1.2.3"} for cell in cells):
        with pytest.raises(BadInput) as refused:
            load_figures(BytesIO(content), layout, MAPPING.keys(), municipality="GM0855")
        assert (refused.value.key, refused.value.where) in {(one.key, one.where) for one in tried.problems}
    else:
        assert len(tried.problems) == impossible
        areas = load_figures(BytesIO(content), layout, MAPPING.keys(), municipality="GM0855").areas
        known = {(area.code, key): value for area in areas for key, value in area.values.items()}
        right = {at: Fraction(text) if text else None for at, text in tried.values.items()}
        assert right == {at: value for at, value in known.items() if at in right}


@pytest.mark.parametrize(
    ("width", "cell", "rows"),
    [(3, "kort", 6), (3, "x" * 4_000, 6), (190, "x" * 60, 2), (60, "\u2603" * 60, 1), (190, "\u2603" * 40, 0)],
)
def test_what_is_kept_to_show_is_small(width: int, cell: str, rows: int):
    line = (cell,) * width
    kept = sample_of(Overview(Layout(FileKind.CSV), line, (), "", (line,) * 5, 5))
    assert len(kept) == rows
    assert all(len(cells) == width for cells in kept)
    assert len(json.dumps(kept)) <= 20_000
    assert {text.rstrip("…")[:4] for cells in kept for text in cells} <= {cell[:4]}
