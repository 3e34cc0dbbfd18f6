"""A table of areas is read, or refused in one sentence that names the line."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.areas.told import told
from wijkaanzet.areas.rules.area_file import read_areas, read_composition
from wijkaanzet.areas.rules.composition import Part
from wijkaanzet.areas.rules.table_file import LARGEST_KB, text_of
from wijkaanzet.kernel.refusals import Refused

HEAD = "gebied_code;naam;cbs_code;cbs_naam;gewicht\n"
GOOD = HEAD + "A1;Noord;WK000110;Oud Noord;\nA1;Noord;bu00012001;Hoek;0,25\nA2;Zuid;BU00012001;Hoek;0,75\n"
OTHER_ORDER = """\
opmerking;naam;gewicht;cbs code;cbs naam;gebied
x;Noord;;WK000110;Oud Noord;A1
=1+1;Noord;0,25;BU00012001;Hoek;A1
;Zuid;0,75;BU00012001;Hoek;A2
"""


def refusal(text: str | bytes) -> Refused:
    with pytest.raises(Refused) as caught:
        read_areas(text_of(text if isinstance(text, bytes) else text.encode()))
    assert told(caught.value)
    return caught.value


def test_an_area_has_the_parts_of_its_rows() -> None:
    first, second = read_areas(GOOD)
    assert (first.code, first.name) == ("A1", "Noord")
    assert first.parts == (Part("WK000110", "Oud Noord"), Part("BU00012001", "Hoek", Decimal("0.25")))
    assert second.parts == (Part("BU00012001", "Hoek", Decimal("0.75")),)


@pytest.mark.parametrize(
    "data",
    [
        GOOD.encode(),
        GOOD.encode("utf-8-sig"),
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.replace(";", "\t").encode(),
        GOOD.replace(",", ".").replace(";", ",").encode(),
        GOOD.replace(",", ".").replace(";", "|").encode(),
        GOOD.replace("gebied_code", "Gebied-Code").replace("cbs_naam", " CBS naam ").encode(),
        b"\n" + GOOD.replace("Hoek", '"Hoek"').encode() + b";;;;\n\n",
        OTHER_ORDER.encode(),
    ],
)
def test_files_are_read_however_a_spreadsheet_writes_them(data: bytes) -> None:
    assert read_areas(text_of(data)) == read_areas(GOOD)


def test_a_file_of_an_old_spreadsheet_keeps_its_accents() -> None:
    assert read_areas(text_of(GOOD.replace("Zuid", "Súd").encode("cp1252")))[1].name == "Súd"


def test_a_composition_needs_no_names_of_areas() -> None:
    found = read_composition("gebied;cbs code;cbs naam\nA1;WK000110;Oud Noord\n")
    assert found == {"A1": (Part("WK000110", "Oud Noord"),)}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "table_empty"),
        (" \n\n", "table_empty"),
        (" ; ;\n;\n", "table_empty"),
        (HEAD, "table_no_rows"),
        (HEAD + ";;;;\n", "table_no_rows"),
        ("A1;Noord;WK000110;Oud Noord\n", "table_column_missing"),
        (GOOD.replace("cbs_code", "code"), "table_column_missing"),
        (GOOD.replace("gewicht", "naam"), "table_column_twice"),
        (b"PK\x03\x04rest", "table_spreadsheet"),
        (b"\xd0\xcf\x11\xe0rest", "table_spreadsheet"),
        (b"%PDF-1.7 " + GOOD.encode(), "table_no_text"),
        (GOOD.encode("utf-16"), "table_no_text"),
        (GOOD.encode() + b"\x00", "table_no_text"),
        (GOOD.encode() + b"\x81", "table_no_text"),
        (b"x" * (LARGEST_KB * 1_000 + 1), "table_too_large"),
    ],
)
def test_a_file_that_is_no_table_of_areas_is_refused(text: str | bytes, key: str) -> None:
    assert refusal(text).key == key


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("A2;Zuid;WK000120\n", "table_cells"),
        ("A2;Zuid;WK000120;Oud Zuid;0,5;meer\n", "table_cells"),
        (";Zuid;WK000120;Oud Zuid;\n", "table_cell_empty"),
        ("A2;;WK000120;Oud Zuid;\n", "table_cell_empty"),
        ("A2;Zuid;;Oud Zuid;\n", "table_cell_empty"),
        ("A2;Zuid;WK000120;;\n", "table_cell_empty"),
        ("A1;Zuid;WK000120;Oud Zuid;\n", "area_two_names"),
        ("A2;Zuid;WK00012;Oud Zuid;\n", "table_no_cbs_code"),
        ("A2;Zuid;GM0001;Oud Zuid;\n", "table_no_cbs_code"),
        ("A2;Zuid;WK000120;Oud Zuid;half\n", "table_no_weight"),
        ("A2;Zuid;WK000120;Oud Zuid;50%\n", "table_no_weight"),
        ("A2;Zuid;WK000120;Oud Zuid;1e-3\n", "table_no_weight"),
        ("A2;Zuid;WK000120;Oud Zuid;-1\n", "table_no_weight"),
        ("A2;Zuid;WK000120;Oud Zuid;٠,٥\n", "table_no_weight"),
        ("A2;Zuid;WK000120;Oud Zuid;0\n", "table_bad_weight"),
        ("A2;Zuid;WK000120;Oud Zuid;1,5\n", "table_bad_weight"),
        ("A2;Zuid;WK000120;Oud Zuid;0,123456789\n", "table_bad_weight"),
        ('A2;Zuid;WK000120;"Oud Zuid;\n', "table_broken"),
    ],
)
def test_what_is_wrong_is_named_by_its_line(row: str, key: str) -> None:
    refused = refusal(HEAD + "A1;Noord;WK000110;Oud Noord;\n" + row)
    assert (refused.key, refused.parameters["line"]) == (key, 3)


def test_a_line_is_counted_as_an_editor_counts_it() -> None:
    refused = refusal(HEAD + '\nA1;Noord;WK000110;"Oud\nNoord";\n\nA2;Zuid;WK;Oud Zuid;\n')
    assert (refused.key, refused.parameters["line"]) == ("table_no_cbs_code", 6)


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: (HEAD + text).encode()))
def test_any_other_file_gets_a_sentence_and_no_crash(data: bytes) -> None:
    try:
        found = read_areas(text_of(data))
    except Refused as refused:
        outcome = told(refused)
    else:
        outcome = ", ".join(area.code for area in found if area.parts)
    assert outcome
