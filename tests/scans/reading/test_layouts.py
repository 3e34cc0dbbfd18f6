"""Each layout that is published is understood: where the names are, the signs, the rows and what is not among them."""

from dataclasses import replace
from datetime import date, time
from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart

from tests.scans.reading.files import (
    GEOJSON,
    KWB_2014,
    ODATA_V3,
    PIVOT,
    PIVOT_BY_YEAR,
    R_TITLES,
    SYMBOLS,
    UNTYPED,
    gzipped,
    read,
    workbook,
    zipped,
)
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.reading.detection import detect
from wijkaanzet.scans.rules.reading.layout import FileKind, Layout, Packing
from wijkaanzet.scans.rules.reading.numbers import MissingReason, Numbers
from wijkaanzet.scans.rules.reading.table import open_table

PLAIN = "code;naam;inwoners\nWK999900;Noord;1200\nWK999901;Zuid;12,5\n"


@pytest.mark.done("4.layouts")
class TestStatLine:
    def test_untyped_open_data_loses_its_padding_and_keeps_its_points(self):
        layout = detect(UNTYPED.encode())
        assert (layout.kind, layout.delimiter, layout.decimal) == (FileKind.STATLINE, ";", ".")
        header, rows = read(UNTYPED.encode())
        assert header[7:] == ("Codering_3", "Eenzaam_28", "Regie_27")
        assert rows[1] == (
            3,
            ["4", "20300", "MW00000", "GM9999", "2020JJ00", "Voorbeeld", "Gemeente", "GM9999", "49.1", "."],
        )
        assert rows[2][1][-2:] == [".", ""]

    def test_titles_of_r_with_an_index_and_commas_in_quotes(self):
        layout = detect(R_TITLES.encode())
        assert (layout.kind, layout.delimiter, layout.decimal) == (FileKind.STATLINE, ",", ",")
        assert layout.missing == ("", ".", "NA")
        header, rows = read(R_TITLES.encode())
        assert header[:2] == ("column 1", "Wijken.en.buurten")
        assert rows[1][1] == ["2", "Voorbeeld", "GM9999", "NA", "1,8"]

    @pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    def test_pivot_has_titles_paths_units_and_a_source(self, mark: bytes, end: str):
        content = mark + PIVOT.replace("\n", end).encode()
        layout = detect(content)
        assert (layout.kind, layout.decimal) == (FileKind.STATLINE_PIVOT, ",")
        assert (layout.header_row, layout.name_rows, layout.rows_below_header) == (4, 1, 1)
        table = open_table(content, layout)
        assert table.header[:2] == ("Wijken en buurten", "Inkomen|Aantal ontvangers")
        assert table.units == ("", "aantal", "x 1 000 euro", "%")
        assert list(table.rows) == [(6, ["Voorbeeld", "641700", "33,5", "40,9"]), (7, ["Noord", "", "30,1", "."])]

    def test_pivot_with_topics_and_years_has_both_in_its_names(self):
        content = PIVOT_BY_YEAR.encode()
        layout = detect(content)
        assert (layout.header_row, layout.name_rows, layout.rows_below_header) == (3, 2, 1)
        table = open_table(content, layout)
        assert table.header == ("Regio's", "Eenzaam|2016", "Eenzaam|2020", "Mantelzorger|2020")
        assert [cells for _, cells in table.rows] == [["Voorbeeld", "43,4", "-", "15,2"]]

    def test_signs_are_read_as_statline_means_them(self):
        layout = detect(SYMBOLS.encode())
        assert layout.statline_signs
        numbers = Numbers(layout)
        cells = [row for _, row in read(SYMBOLS.encode())[1]]
        assert [[numbers.text(cell) for cell in row[2:]] for row in cells] == [
            ["0.2", "12.5"],
            [None, None],
            ["0", "10.0"],
        ]
        assert numbers.reason("x") is MissingReason.WITHHELD


@pytest.mark.done("4.layouts")
class TestWorkbook:
    def test_names_on_the_third_row_below_a_title(self):
        content = workbook(Toelichting=[("Lees dit",)], Cijfers=KWB_2014)
        layout = detect(content)
        assert (layout.kind, layout.sheet, layout.sheets) == (FileKind.XLSX, "Cijfers", ("Toelichting", "Cijfers"))
        assert layout.header_row == 3
        header, rows = read(content)
        assert header == ("gwb_code_10", "regio", "recs", "a_inw", "p_koopwon", "bijgewerkt")
        assert rows == [
            (4, ["WK999900", "Noord", "Wijk", "1200", "76.1", "2014-01-01"]),
            (5, ["BU99990001", "Noord-Oost", "Buurt", "", "0.3", "2014-01-01"]),
        ]

    def test_another_sheet_can_be_chosen(self):
        content = workbook(Een=KWB_2014, Twee=[("code", "n"), ("WK999900", 3)])
        assert detect(content).sheet == "Een"
        assert read(content, detect(content, sheet="Twee")) == (("code", "n"), [(2, ["WK999900", "3"])])
        with pytest.raises(BadInput) as refused:
            detect(content, sheet="Drie")
        assert (refused.value.key, refused.value.parameters) == ("sheet_missing", {"sheet": "Drie"})

    def test_hidden_sheets_come_last_and_a_chart_is_passed_over(self):
        book = Workbook()
        book.worksheets[0].title = "Verborgen"
        book.worksheets[0].sheet_state = "hidden"
        for row in (("code", "n"), ("WK999900", 1)):
            book.worksheets[0].append(row)
        book.create_chartsheet("Grafiek").add_chart(BarChart())
        shown = book.create_sheet("Zichtbaar")
        for values in (("code", "n", "d", "t"), ("WK999901", True, date(2022, 1, 1), time(8, 30))):
            shown.append(values)
        book.active = 2
        file = BytesIO()
        book.save(file)
        layout = detect(file.getvalue())
        assert (layout.sheet, layout.sheets) == ("Zichtbaar", ("Grafiek", "Zichtbaar", "Verborgen"))
        assert read(file.getvalue())[1] == [(2, ["WK999901", "true", "2022-01-01", "08:30:00"])]


@pytest.mark.done("4.layouts")
class TestRecords:
    def test_properties_of_shapes_are_columns(self):
        layout = detect(GEOJSON.encode())
        assert (layout.kind, layout.header_row) == (FileKind.GEOJSON, 0)
        header, rows = read(GEOJSON.encode())
        assert header == ("wijkcode", "aantalInwoners", "mannen", "water", "x")
        assert rows == [(1, ["WK999900", "1200", "-99997", "", ""]), (2, ["WK999901", "12.50", "", "true", ""])]

    def test_numbers_follow_the_sign_of_the_text_beside_them(self):
        content = b'[{"code": "WK999900", "a": 1.5, "b": "2,5"}, {"code": "WK999901", "a": 2, "b": "3,5"}]'
        layout = detect(content)
        assert layout.decimal == ","
        assert [cells[1:] for _, cells in read(content)[1]] == [["1,5", "2,5"], ["2", "3,5"]]

    def test_open_data_is_statline(self):
        layout = detect(ODATA_V3.encode())
        assert (layout.kind, layout.statline_signs) == (FileKind.ODATA, True)
        assert read(ODATA_V3.encode())[1] == [
            (1, ["0", "WK999900", "WK999900", "1200"]),
            (2, ["1", "WK999901", "WK999901", "."]),
        ]

    @pytest.mark.parametrize(
        "content", [b'{"type": "Topology", "objects": {}}', b'{"a": {"features": []}}', b'{"error": "no"}', b"{}"]
    )
    def test_other_json_is_no_table(self, content: bytes):
        with pytest.raises(BadInput) as refused:
            detect(content)
        assert refused.value.key == "json_no_table"

    @pytest.mark.parametrize("cut", range(60, len(GEOJSON) - 2, 23))
    def test_json_that_breaks_off_is_refused_when_it_is_read(self, cut: int):
        with pytest.raises(BadInput):
            read(GEOJSON.encode()[:cut], detect(GEOJSON.encode()))


@pytest.mark.done("4.layouts")
@pytest.mark.parametrize("text", [UNTYPED, R_TITLES, PIVOT, SYMBOLS, GEOJSON, ODATA_V3, PLAIN])
class TestPacked:
    def test_a_packed_file_is_read_like_the_file_itself(self, text: str):
        content = text.encode()
        for packed, packing in ((gzipped(content), Packing.GZIP), (zipped(content), Packing.ZIP)):
            assert detect(packed) == replace(detect(content), packing=packing)
            assert read(packed) == read(content)

    def test_what_macos_adds_to_a_zip_does_not_count(self, text: str):
        packed = zipped(text.encode(), more=("__MACOSX/._cijfers.csv", ".DS_Store", "map/"))
        assert read(packed) == read(text.encode())


class TestEncodings:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
    def test_names_keep_their_accents(self, encoding: str):
        text = PLAIN.replace("Noord", "Café ’t Noord").replace("naam", "naam’s")
        mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
        header, rows = read(mark + text.encode(encoding))
        assert header[1] == "naam’s"
        assert rows[0] == (2, ["WK999900", "Café ’t Noord", "1200"])

    def test_a_name_that_was_decoded_wrongly_before_is_mended(self):
        assert read("code;auto\x92s;x\u200by\nWK999900;1;2\n".encode())[0] == ("code", "auto’s", "xy")

    def test_bytes_that_no_windows_program_writes_are_latin(self):
        assert detect(b"code;na\x81am;n\nWK999900;Caf\xe9;1\n").encoding == "iso8859-1"

    def test_the_line_with_the_wrong_byte_is_named(self):
        content = PLAIN.encode() + b"WK999902;Caf\xe9;1\n"
        with pytest.raises(BadInput) as refused:
            read(content, Layout(FileKind.CSV, delimiter=";"))
        assert (refused.value.key, refused.value.where) == ("wrong_encoding", "4")


class TestHeading:
    @pytest.mark.parametrize(
        ("text", "row", "below", "header"),
        [
            ("sep=;\ncode;n\nWK999900;1\n", 2, 0, ("code", "n")),
            ("Wijken\n\n\ncode;n\n\nWK999900;1\n", 4, 0, ("code", "n")),
            ("code;n;m\n;aantal;%\nWK999900;1;2\n", 1, 1, ("code", "n", "m")),
            (
                "Groep;Bevolking;\ncode;Aantal inwoners;Aantal mannen\nWK999900;1;2\n",
                2,
                0,
                ("code", "Aantal inwoners", "Aantal mannen"),
            ),
            ("code;a;b;c;d\n;wf;wf;wf;kg\nWK999900;1;2;3;4\n", 1, 1, ("code", "a", "b", "c", "d")),
            ("Onderwerp;A;A;B;B\nRegio;m;v;m;v\nWK999900;1;2;3;4\n", 2, 0, ("Regio", "m", "v", "m", "v")),
            ("naam;2016;2020\nNoord;10;20\nZuid;5;6\n", 1, 0, ("naam", "2016", "2020")),
            ("code;n;\nWK999900;1;2\n", 1, 0, ("code", "n", "column 3")),
            ("code;;column 2\nWK999900;1;2\n", 1, 0, ("code", "column 2'", "column 2")),
            ('code;"een\nnaam"\nWK999900;1\n', 2, 0, ("code", "een naam")),
            ("code;n;;;\nWK999900;1;;;\n", 1, 0, ("code", "n")),
            ("1;code;n\n3;WK999900;7\n", 1, 0, ("1", "code", "n")),
        ],
    )
    def test_is_found(self, text: str, row: int, below: int, header: tuple[str, ...]):
        layout = detect(text.encode())
        assert (layout.header_row, layout.rows_below_header) == (row, below)
        assert read(text.encode())[0] == header

    @pytest.mark.parametrize(
        ("text", "key"),
        [
            ("WK999900;Noord;1\nWK999901;Zuid;2\n", "no_header"),
            ("Titel\nWK999900;Noord;1\n", "no_header"),
            ("code;n\n", "no_rows"),
            ("\n;\n", "no_rows"),
            ("een zin zonder tabel\nen nog een\n", "no_columns"),
            (";".join(f"k{n}" for n in range(601)) + "\nWK999900" + ";1" * 600 + "\n", "too_many_columns"),
            (f"code;{'n' * 201}\nWK999900;1\n", "header_too_long"),
        ],
    )
    def test_is_asked_for(self, text: str, key: str):
        with pytest.raises(BadInput) as refused:
            detect(text.encode())
        assert refused.value.key == key

    def test_a_row_that_is_not_there_is_refused(self):
        layout = replace(detect(PLAIN.encode()), header_row=9)
        with pytest.raises(BadInput) as refused:
            open_table(PLAIN.encode(), layout)
        assert (refused.value.key, refused.value.parameters) == ("header_row_missing", {"row": 9})


class TestRows:
    def test_a_row_of_another_width_is_named(self):
        content = (PLAIN + "WK999902;Oost\nWK999903;West;4;5\nWK999904;Midden;6;;\n").encode()
        with pytest.raises(BadInput) as refused:
            read(content)
        assert (refused.value.key, refused.value.where) == ("ragged_row", "4")
        assert refused.value.parameters == {"cells": 2, "columns": 3}

    def test_a_dry_run_hears_of_every_such_row_and_goes_on(self):
        content = (PLAIN + "WK999902;Oost\nWK999903;West;4;5\nWK999904;Midden;6;;\n").encode()
        told: list[BadInput] = []
        rows = list(open_table(content, detect(content), note=told.append).rows)
        assert [line for line, _ in rows] == [2, 3, 6]
        assert [(bad.key, bad.where) for bad in told] == [("ragged_row", "4"), ("ragged_row", "5")]

    @pytest.mark.parametrize("below", ["Bron: CBS", "Bron: CBS;;", "© CBS, 2020\nToelichting\n\n", '"Bron: CBS; RIVM"'])
    def test_a_source_below_is_no_row(self, below: str):
        assert read((PLAIN + below).encode()) == read(PLAIN.encode())

    def test_a_cell_without_end_is_refused(self):
        with pytest.raises(BadInput) as refused:
            read((PLAIN + f"WK999902;{'o' * 20_001};3\n").encode())
        assert (refused.value.key, refused.value.where) == ("cell_too_long", "4")
