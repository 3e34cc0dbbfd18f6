"""Codes of places, as Statistics Netherlands writes them."""

import pytest

from wijkaanzet.areas.rules import is_cbs_code, is_part, municipality_of, wijk_of


@pytest.mark.parametrize("code", ["NL00", "NL01", "GM0855", "WK085510", "WK0855XA", "BU08551003", "BU0855XA0B"])
def test_a_code_of_any_level_is_known(code: str):
    assert is_cbs_code(code)


@pytest.mark.parametrize(
    "code", ["", "WK0855", "WK08551", "WK085510\n", " WK085510", "wk085510", "BU0855100", "GM085", "GM٠٨٥٥", "XX085510"]
)
def test_anything_else_is_no_code(code: str):
    assert not is_cbs_code(code)


@pytest.mark.parametrize(
    ("code", "part"), [("WK085510", True), ("BU08551003", True), ("GM0855", False), ("NL00", False)]
)
def test_an_area_is_composed_of_wijken_and_buurten(code: str, part: bool):
    assert is_part(code) is part


def test_a_code_holds_the_places_it_lies_in():
    assert municipality_of("BU08551003") == municipality_of("WK085510") == "GM0855"
    assert wijk_of("BU08551003") == wijk_of("WK085510") == "WK085510"
