"""A layout is kept with its import, and nothing else than a layout comes back."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.reading.layout import DELIMITERS, ENCODINGS, FileKind, Layout, Packing

LAYOUT = Layout(FileKind.STATLINE, missing=("", ".", "x"), sheets=("Een", "Twee"), statline_signs=True)
LAYOUTS = st.builds(
    Layout,
    kind=st.sampled_from(FileKind),
    packing=st.sampled_from(Packing),
    encoding=st.sampled_from(ENCODINGS),
    delimiter=st.sampled_from(DELIMITERS),
    decimal=st.sampled_from([".", ","]),
    thousands=st.sampled_from(["", " ", "'"]),
    header_row=st.integers(0, 200),
    name_rows=st.integers(1, 5),
    rows_below_header=st.integers(0, 200),
    sheet=st.text(max_size=31),
    sheets=st.lists(st.text(max_size=31), max_size=3).map(tuple),
    missing=st.lists(st.text(max_size=5), max_size=5).map(tuple),
    statline_signs=st.booleans(),
    uncertain=st.booleans(),
)


@settings(deadline=None)
@given(LAYOUTS)
def test_comes_back_as_it_was_kept(layout: Layout):
    assert Layout.from_json(layout.to_json()) == layout


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "pdf"),
        ("packing", None),
        ("encoding", "utf-7"),
        ("delimiter", ""),
        ("decimal", ";"),
        ("thousands", "."),
        ("header_row", -1),
        ("header_row", True),
        ("name_rows", 0),
        ("rows_below_header", "1"),
        ("sheet", 4),
        ("sheets", "Een"),
        ("missing", [1]),
        ("missing", ["x" * 21]),
        ("missing", ["x"] * 31),
        ("statline_signs", 1),
        ("uncertain", "yes"),
        ("another", 1),
    ],
)
def test_names_the_field_that_cannot_be(field: str, value: object):
    with pytest.raises(BadInput) as refused:
        Layout.from_json({**replace(LAYOUT).to_json(), field: value})
    assert (refused.value.key, refused.value.parameters) == ("wrong_layout", {"field": field})
