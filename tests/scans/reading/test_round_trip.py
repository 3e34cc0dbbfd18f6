"""Any table that is written in any of the ways comes back with the same cells; anything else ends in one exception."""

import csv
import json
from collections.abc import Callable
from fractions import Fraction
from io import StringIO

import pytest
from hypothesis import example, given, note, settings
from hypothesis import strategies as st

from tests.scans.reading.files import GEOJSON, KWB_2014, PIVOT, UNTYPED, gzipped, read, workbook, zipped
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.reading.detection import detect
from wijkaanzet.scans.rules.reading.layout import DELIMITERS, FileKind, Layout, Packing
from wijkaanzet.scans.rules.reading.numbers import SENTINEL, Numbers

PACKERS: dict[Packing, Callable[[bytes], bytes]] = {Packing.PLAIN: bytes, Packing.GZIP: gzipped, Packing.ZIP: zipped}
WORDS = st.text(st.characters(codec="cp1252", exclude_categories=["C", "Z"]), max_size=12)
LETTERS = st.text("abcdefghijklmnopqrstuvwxyzéABC_", min_size=3, max_size=12)
NUMBERS = st.decimals(-9_999, 999_999, allow_nan=False, places=1).map(str)
Cells = list[list[str]]
patiently = settings(deadline=None)  # a busy machine is no fault of the reader


def tables(words: st.SearchStrategy[str]) -> st.SearchStrategy[Cells]:
    """A header, and rows that each begin with a code, in as many columns as there are names."""
    names = st.lists(LETTERS, min_size=2, max_size=5, unique=True)
    return st.tuples(names, st.lists(st.tuples(NUMBERS, words, NUMBERS, words), min_size=1, max_size=8).map(list)).map(
        lambda table: [table[0], *([f"WK{n:06}", *row][: len(table[0])] for n, row in enumerate(table[1]))]
    )


def written(cells: Cells, *, delimiter: str, end: str) -> str:
    text = StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(cells)
    return text.getvalue()


def with_decimals(cells: Cells, decimal: str) -> Cells:
    return [[cell.replace(".", decimal) if is_number(cell) else cell for cell in row] for row in cells]


DIALECTS = {
    "delimiter": st.sampled_from(DELIMITERS),
    "end": st.sampled_from(["\n", "\r\n", "\r"]),
    "packing": st.sampled_from(Packing),
}


@pytest.mark.done("4.layouts")
@given(
    tables(LETTERS), st.sampled_from([".", ","]), st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]), st.data()
)
def test_text_in_any_dialect_is_found_out(cells: Cells, decimal: str, encoding: str, data: st.DataObject):
    dialect = data.draw(st.fixed_dictionaries(DIALECTS))
    cells = with_decimals(cells, decimal)
    text = written(cells, delimiter=dialect["delimiter"], end=dialect["end"])
    header, rows = read(PACKERS[dialect["packing"]](text.encode(encoding)))
    assert header == tuple(cells[0])
    assert [row for _, row in rows] == cells[1:]


@patiently
@given(tables(WORDS), st.sampled_from(["utf-8", "cp1252", "utf-16"]), st.data())
def test_text_with_any_words_is_read_as_its_layout_says(cells: Cells, encoding: str, data: st.DataObject):
    dialect = data.draw(st.fixed_dictionaries(DIALECTS))
    text = written(cells, delimiter=dialect["delimiter"], end=dialect["end"])
    content = PACKERS[dialect["packing"]](text.encode(encoding))
    layout = Layout(FileKind.CSV, packing=dialect["packing"], encoding=encoding, delimiter=dialect["delimiter"])
    header, rows = read(content, layout)
    assert header == tuple(cells[0])
    assert [row for _, row in rows] == cells[1:]


@settings(patiently, max_examples=25)
@given(tables(WORDS.filter(lambda word: not word.startswith("="))), st.sampled_from(Packing))
def test_a_workbook(cells: Cells, packing: Packing):
    native: list[list[object]] = [[float(cell) if is_number(cell) else cell or None for cell in row] for row in cells]
    content = PACKERS[packing](workbook(Een=native))
    layout = detect(content)
    header, rows = read(content, layout)
    assert header == tuple(cells[0])
    assert [as_floats(row, Numbers(layout)) for _, row in rows] == [
        as_floats(row, Numbers(POINTS)) for row in cells[1:]
    ]


@patiently
@given(tables(WORDS), st.sampled_from(Packing), st.booleans())
def test_records(cells: Cells, packing: Packing, shapes: bool):
    items = [dict(zip(cells[0], row, strict=True)) for row in cells[1:]]
    features = [{"geometry": None, "properties": item} for item in items]
    told = {"type": "FeatureCollection", "features": features} if shapes else {"odata.metadata": "x", "value": items}
    header, rows = read(PACKERS[packing](json.dumps(told).encode()))
    assert header == tuple(cells[0])
    assert [row for _, row in rows] == cells[1:]


POINTS = Layout(FileKind.CSV)


def as_floats(row: list[str], numbers: Numbers) -> list[str | float]:
    """A spreadsheet does not keep whether 12 was written as 12.0."""
    found: list[str | float] = []
    for cell in row:
        try:
            text = numbers.text(cell)
        except BadInput:
            text = None
        found.append(cell if text is None else float(text))
    return found


def is_number(cell: str) -> bool:
    return cell.lstrip("-").replace(".", "", 1).isdecimal() and cell.isascii()


SEEDS = [text.encode() for text in (UNTYPED, PIVOT, GEOJSON)] + [workbook(Een=KWB_2014)]
SEEDS += [gzipped(seed) for seed in SEEDS[:3]] + [zipped(seed) for seed in SEEDS[:3]]


@pytest.mark.done("4.fuzz")
@settings(patiently, max_examples=400)
@given(st.sampled_from(SEEDS), st.lists(st.tuples(st.integers(0, 3_000), st.binary(max_size=6)), max_size=6))
@example(b"a;b\n1;2\n", [(0, b"\xff\xfe")])
@example(zipped(b"a;b\n1;2\n", name="x"), [(87, b"\0")])  # a part without a name
def test_damage_ends_in_one_exception(seed: bytes, damage: list[tuple[int, bytes]]):
    content = seed
    for place, new in damage:
        place %= len(content)
        content = content[:place] + new + content[place + len(new) :]
    try:
        cells = [cell for _, row in read(content)[1] for cell in row]
        numbers = Numbers(detect(content))
    except BadInput as refused:
        note(f"{refused}")
        return
    for cell in cells:
        assert cell.encode("utf-8") is not None
        try:
            text = numbers.text(cell)
        except BadInput:
            continue
        assert text is None or Fraction(text) > SENTINEL


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=4), inside, max_size=4),
    max_leaves=12,
)


@patiently
@given(st.lists(JSON, min_size=1, max_size=4), st.sampled_from([None, 1]), st.booleans())
def test_the_shape_of_a_feature_is_passed_over_whatever_stands_in_it(shapes: list[object], indent: int, ascii: bool):
    before = [{"type": "Feature", "geometry": shape, "properties": {"code": "WK999900", "n": 3}} for shape in shapes]
    after = [{"properties": {"code": "WK999900", "n": 3}, "geometry": shape} for shape in shapes]
    text = json.dumps({"features": before + after}, indent=indent, ensure_ascii=ascii)
    header, rows = read(text.encode("utf-8", "surrogatepass"))
    assert header == ("code", "n")
    assert [cells for _, cells in rows] == [["WK999900", "3"]] * 2 * len(shapes)


ANY_TEXT = st.text(st.characters(exclude_characters="\0"), max_size=8)
"""With halves of signs (lone surrogates), which JSON can write and nothing else can hold."""


@patiently
@given(st.lists(st.tuples(ANY_TEXT, ANY_TEXT), min_size=1, max_size=5))
@example([("a\ud800", "\udc00b")])
def test_every_cell_of_json_can_be_kept_and_shown(told: list[tuple[str, str]]):
    rows = [{"code": "WK999900", "n": 1, "opm": text, "lijst": [text, {more: 1}]} for text, more in told]
    found = read(json.dumps(rows).encode())[1]
    assert len(found) == len(told)
    for (text, _), (_, cells) in zip(told, found, strict=True):
        assert "".join(cells).encode()
        if "\ufffd" not in cells[2]:
            assert cells[2] == text.strip()


def test_half_a_sign_becomes_a_mark_and_a_whole_one_stays():
    header, rows = read(b'[{"code": "WK999900", "a\\ud800": "x\\ud83d\\ude00\\udc00y"}]')
    assert (header[1], rows[0][1][1]) == ("a\ufffd", "x\U0001f600\ufffdy")
