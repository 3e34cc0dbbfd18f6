"""What is no table is refused with what to do, and a bomb stops at a limit: in little memory, without a file."""

import gzip
import tracemalloc
import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest

from tests.scans.reading.files import KWB_2014, UNTYPED, gzipped, read, workbook, zipped
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.reading.detection import detect
from wijkaanzet.scans.rules.reading.layout import Limits
from wijkaanzet.scans.rules.reading.table import open_table

CSV = b"code;n\nWK999900;1\n"
SMALL = Limits(unpacked=1_000_000, in_memory=300_000, texts=300_000, record=300_000)
ODS = zipped(b"application/vnd.oasis.opendocument.spreadsheet", name="mimetype")


def refusal(content: bytes, limits: Limits = SMALL) -> BadInput:
    with pytest.raises(BadInput) as refused:
        list(open_table(content, detect(content, limits=limits), limits=limits).rows)
    return refused.value


def outcome_of(content: bytes, limits: Limits) -> str:
    """The key of the refusal; empty when the file is read."""
    try:
        list(open_table(content, detect(content, limits=limits), limits=limits).rows)
    except BadInput as bad:
        return bad.key
    return ""


@pytest.mark.done("4.bad-input")
@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "empty_file"),
        (b" \n\n", "empty_file"),
        (gzipped(b""), "empty_file"),
        (b"%PDF-1.7\n%...", "pdf_file"),
        (gzipped(b"%PDF-1.7\n%..."), "pdf_file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old_spreadsheet"),
        (zipped(b"x", name="xl/workbook.bin", more=("[Content_Types].xml",)), "old_spreadsheet"),
        (ODS, "open_document"),
        (zipped(b"x", name="word/document.xml", more=("[Content_Types].xml",)), "not_a_table"),
        (b"<!DOCTYPE html><html><body><table>", "web_page"),
        (b"\xef\xbb\xbf\n<html lang=nl>", "web_page"),
        (b"<?xml version='1.0'?><Workbook/>", "web_page"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "picture_file"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "picture_file"),
        (b"7z\xbc\xaf\x27\x1c", "other_packing"),
        (gzipped(gzipped(CSV)), "packed_twice"),
        (zipped(zipped(CSV)), "packed_twice"),
        (zipped(CSV, more=("twee.csv",)), "zip_many_files"),
        (zipped(CSV)[:60], "damaged_packing"),
        (b"code;n\nWK999900;\x001\n", "not_a_text_file"),
        (CSV + b"x" * 5_000 + b"\x00", "not_a_text_file"),
        ("code;n\nWK999900;\x001\n".encode("utf-16"), "zero_byte"),
        (b"\xff\xfe\x00\xd8c\x00", "wrong_encoding"),
        (b'code;n\nWK999900;"1\n', "unreadable_row"),
        (b"code;n\nWK999900;" + b"1" * 200_001, "unreadable_row"),
        (workbook(Leeg=[]), "no_table_in_workbook"),
        (workbook(Uitleg=[("Lees dit",)]), "no_table_in_workbook"),
        (workbook(Een=[("code", "n"), ("WK999900", "=1+1")]), "formula_without_value"),
        (zipped(b"<x", name="xl/workbook.xml", more=("[Content_Types].xml",)), "damaged_spreadsheet"),
        (b'{"value": [1]}', "damaged_json"),
        (b'{"value": [{"a": 1}, {"a": 2', "damaged_json"),
        (b"[" * 5_000, "damaged_json"),
        (b'{"features": [{"properties": {"code": "WK999900"}, "geometry": [1, {"a": "]"}}', "damaged_json"),
        (b'{"features": [{"geometry": null}]}', "damaged_json"),
        (b'{"features": [{"properties": {"code": "WK999900"} "geometry": null}]}', "damaged_json"),
        (b'{"features": [7]}', "damaged_json"),
        (b'[{"code": "WK999900", "n": "1\\u00002"}]', "zero_byte"),
        (b'[{"code": "WK999900", "n\\u0000": "1"}]', "zero_byte"),
        (b'{"value": []}', "no_rows"),
    ],
)
def test_what_is_no_table_says_what_to_do(content: bytes, key: str):
    assert refusal(content).key == key


@pytest.mark.parametrize("packed", [gzipped(UNTYPED.encode() * 50), gzipped(workbook(Een=KWB_2014))])
def test_a_packed_file_that_breaks_off_anywhere_is_refused(packed: bytes):
    for cut in range(2, len(packed) - 1, 97):
        assert refusal(packed[:cut]).key in {"damaged_packing", "empty_file"}


def test_a_workbook_that_breaks_off_anywhere_is_refused():
    content = workbook(Een=KWB_2014)
    keys = {refusal(content[:cut]).key for cut in range(4, len(content) - 1, 211)}
    assert keys <= {"damaged_packing"}


@pytest.mark.done("4.bombs")
class TestBombs:
    def test_a_file_over_the_limit_is_not_opened(self):
        assert refusal(CSV * 10, Limits(uploaded=100)).key == "file_over"

    @pytest.mark.parametrize("line", [b"0" * 99 + b"\n", b"WK999900;1\n", b'{"value": [', b"\x00"])
    def test_a_packed_bomb_stops_at_the_limit(self, line: bytes):
        bomb = CSV + line * (40_000_000 // len(line))
        for content in (gzip.compress(bomb, 1), zipped(bomb)):
            assert len(content) < 500_000
            tracemalloc.start()
            refused = refusal(content)
            peak = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
            assert refused.key in {"unpacked_over", "not_a_text_file"}
            assert peak < 8_000_000

    def test_a_workbook_with_a_bomb_for_texts_is_not_opened(self):
        assert refusal(with_part("xl/sharedStrings.xml", b"<sst>" + b" " * 400_000)).key == "unpacked_over"

    @pytest.mark.parametrize(
        ("part", "inside"),
        [
            ("xl/styles.xml", b"<cellXfs>" + b"<xf/>" * 150_000 + b"</cellXfs>"),
            ("xl/styles.xml", b" " * 1_100_000),
            ("xl/workbook.xml", b"<definedNames>" + b"<definedName/>" * 100_000 + b"</definedNames>"),
            ("xl/theme/theme1.xml", b" " * 1_100_000),
            ("docProps/core.xml", b"<a/>" * 150_000),
            ("xl/sharedStrings.xml", b"<si/>" * 1_100_000),
            ("xl/worksheets/sheet1.xml", b"<a/>" * 150_000),
            ("xl/worksheets/_rels/sheet1.xml.rels", b"<Relationship/>" * 150_000),
        ],
    )
    def test_a_workbook_with_a_bomb_for_any_part_costs_little(self, part: str, inside: bytes):
        content = with_part(part, b"<styleSheet>" + inside + b"</styleSheet>")
        assert len(content) < 20_000
        tracemalloc.start()
        refused = refusal(content, Limits())
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert refused.key in {"unpacked_over", "damaged_spreadsheet"}
        assert peak < 30_000_000

    def test_a_part_that_lies_about_its_size_is_not_read_further(self):
        content = bytearray(with_part("xl/styles.xml", b"<styleSheet>" + b"<xf/>" * 150_000 + b"</styleSheet>"))
        entry = content.index(b"xl/styles.xml", content.index(b"PK\x01\x02")) - 46
        content[entry + 24 : entry + 28] = (100).to_bytes(4, "little")  # its size when unpacked
        assert refusal(bytes(content), Limits()).key == "damaged_packing"

    def test_small_parts_in_great_number_are_not_read_all(self):
        sheets = b"".join(b'<sheet name="%d" sheetId="%d" r:id="rId1"/>' % (n, n) for n in range(1, 9_000))
        book = part_of(workbook(Een=KWB_2014), "xl/workbook.xml")
        start, end = book.index(b"<sheets>"), book.index(b"</sheets>")
        head = b'<sheets xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        content = with_part("xl/workbook.xml", book[:start] + head + sheets + book[end:])
        assert refusal(content, Limits()).key == "unpacked_over"

    def test_a_large_picture_in_a_workbook_is_no_hindrance(self):
        content = with_part("xl/media/image1.png", b"\x89PNG" + bytes(2_000_000))
        assert read(content) == read(workbook(Een=KWB_2014))

    def test_a_workbook_with_a_bomb_for_a_sheet_is_not_opened(self):
        assert refusal(with_part("xl/worksheets/sheet1.xml", b"<worksheet>" + b" " * 2_000_000)).key == "unpacked_over"

    def test_a_row_of_a_sheet_without_end_is_refused(self):
        cells = b'<row r="2">' + b'<c r="A1"><v>1</v></c>' * 300_000 + b"</row>"
        sheet = part_of(workbook(Een=[("code",)]), "xl/worksheets/sheet1.xml")
        sheet = sheet.replace(b"</sheetData>", cells + b"</sheetData>")
        refused = refusal(with_part("xl/worksheets/sheet1.xml", sheet), Limits())
        assert refused.parameters == {"most": 5}

    @pytest.mark.parametrize(
        "inside", [b"[],", b"[[[]]],", b"1,", b'"[",', b'{"a":[]},', b"[", b"[[[[[[[[[[]]]]]]]]]],"]
    )
    def test_the_shape_of_a_feature_is_passed_over_or_refused_without_making_anything_of_it(self, inside: bytes):
        shape = b'{"coordinates":[' + inside * (6_000_000 // len(inside)) + b"1]}"
        content = gzip.compress(b'{"features":[{"properties":{"code":"WK999900","n":3},"geometry":' + shape + b"}]}", 1)
        tracemalloc.start()
        refused = outcome_of(content, Limits())
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert refused == ("" if inside not in (b"[", b"[[[[[[[[[[]]]]]]]]]],") else "damaged_json")
        assert peak < 40_000_000

    @pytest.mark.parametrize(
        "inside", [b'"x",', pytest.param(b"[],", marks=pytest.mark.full), pytest.param(b"1,", marks=pytest.mark.full)]
    )
    def test_what_a_record_tells_has_an_end(self, inside: bytes):
        told = b'{"n":[' + inside * (3_000_000 // len(inside)) + b"1]}"
        for whole in (b'{"features":[{"properties":' + told + b"}]}", b'{"value":[' + told + b"]}"):
            tracemalloc.start()
            assert outcome_of(gzip.compress(whole, 1), Limits(record=300_000)) == "damaged_json"
            assert tracemalloc.get_traced_memory()[1] < 30_000_000
            tracemalloc.stop()

    @pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml"])
    def test_no_entity_of_a_workbook_is_expanded(self, part: str):
        laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
        doctype = f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]>'
        bomb = f"{doctype}<worksheet><sheetData><row><c><v>&l9;</v></c></row></sheetData></worksheet>"
        assert refusal(with_part(part, bomb.encode())).key == "damaged_spreadsheet"

    def test_a_sheet_that_lies_about_its_size_is_read_as_it_is(self):
        content = workbook(Een=[("code", "n"), ("WK999900", 1)])
        sheet = part_of(content, "xl/worksheets/sheet1.xml").replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')
        assert read(with_part("xl/worksheets/sheet1.xml", sheet, content))[1] == [(2, ["WK999900", "1"])]

    def test_a_row_far_below_is_not_waited_for(self):
        content = workbook(Een=[("code", "n"), ("WK999900", 1), ("WK999901", 1)])
        sheet = (
            part_of(content, "xl/worksheets/sheet1.xml").replace(b'"3"', b'"999999999"').replace(b'3"', b'999999999"')
        )
        assert read(with_part("xl/worksheets/sheet1.xml", sheet, content))[1] == [(2, ["WK999900", "1"])]


@pytest.mark.done("4.memory")
def test_many_rows_need_little_memory():
    def lines() -> Iterator[bytes]:
        yield b"code;naam;a;b\n"
        for number in range(30_000):
            yield b"BU%08d;Buurt %d;%d;12,5\n" % (number, number, number)

    content = gzip.compress(b"".join(lines()), 1)
    tracemalloc.start()
    rows = sum(1 for _ in open_table(content, detect(content)).rows)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert rows == 30_000
    assert peak < 2_000_000


def part_of(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(content)) as parts:
        return parts.read(name)


def with_part(name: str, data: bytes, content: bytes = b"") -> bytes:
    """A workbook in which one part is another."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(content or workbook(Een=KWB_2014))) as old, zipfile.ZipFile(file, "w", 8) as new:
        parts = {part: old.read(part) for part in old.namelist()} | {name: data}
        types = parts["[Content_Types].xml"]
        if name not in old.namelist() and name.endswith(".xml"):
            kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
            types = types.replace(b"</Types>", f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'.encode())
        for part, content in (parts | {"[Content_Types].xml": types}).items():
            new.writestr(part, content)
    return file.getvalue()
