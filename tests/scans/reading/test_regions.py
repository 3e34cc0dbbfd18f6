"""Codes of regions in the ways in which files write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wijkaanzet.scans.rules.reading.regions import RegionLevel, is_abroad, is_water, region


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("NL00", "NL00"),
        ("NL01      ", "NL00"),
        ("GM0855", "GM0855"),
        (" gm0855 ", "GM0855"),
        ("WK085510", "WK085510"),
        ("WK0363A1", "WK0363A1"),
        ("bu08551003", "BU08551003"),
        ("BU0363A10B", "BU0363A10B"),
    ],
)
def test_a_code_is_trimmed_and_in_capitals(cell: str, code: str):
    assert region(cell) == code


@pytest.mark.parametrize(
    "cell",
    ["", " ", "NL", "NL02", "GM855", "GM08555", "WK08551", "BU0855100", "PV30", "0855", "Tilburg", "GM٠855"],
)
def test_anything_else_is_no_code(cell: str):
    assert region(cell) is None


@pytest.mark.parametrize(
    ("cell", "level", "code"),
    [
        ("0855", RegionLevel.MUNICIPALITY, "GM0855"),
        ("855", RegionLevel.MUNICIPALITY, "GM0855"),
        ("085510", RegionLevel.WIJK, "WK085510"),
        ("85510", RegionLevel.WIJK, "WK085510"),
        ("0363A1", RegionLevel.WIJK, "WK0363A1"),
        (" 08551003 ", RegionLevel.BUURT, "BU08551003"),
        ("8551003", RegionLevel.BUURT, "BU08551003"),
        ("00", RegionLevel.COUNTRY, "NL00"),
        ("0", RegionLevel.COUNTRY, "NL00"),
        ("WK085510", RegionLevel.BUURT, "WK085510"),
    ],
)
def test_a_bare_number_is_a_code_when_its_level_is_said(cell: str, level: RegionLevel, code: str):
    assert region(cell, level) == code


@pytest.mark.parametrize(
    ("cell", "level"),
    [
        ("08551", RegionLevel.MUNICIPALITY),
        ("08551003", RegionLevel.WIJK),
        ("", RegionLevel.WIJK),
        ("12.5", RegionLevel.WIJK),
        ("٨٥٥", RegionLevel.MUNICIPALITY),
        ("1", RegionLevel.COUNTRY),
    ],
)
def test_a_number_of_another_level_is_no_code(cell: str, level: RegionLevel):
    assert region(cell, level) is None


@settings(deadline=None)
@given(st.text(max_size=14), st.sampled_from([None, *RegionLevel]))
def test_what_comes_out_is_its_own_code(cell: str, level: RegionLevel | None):
    code = region(cell, level)
    assert code is None or region(code) == code


def test_ground_abroad_is_known():
    assert [is_abroad(code) for code in ("GM0998", "WK099800", "BU09980001", "GM0855", "NL00")] == [True] * 3 + [
        False
    ] * 2


def test_water_is_known():
    assert [is_water(cell) for cell in ("JA", "B", "ja ", "NEE", "", "0.5")] == [True, True, True, False, False, False]
