"""Codes of regions as CBS gives them, in the ways in which files write them."""

import re
from enum import StrEnum

# CBS: municipality 4 digits, wijk 2 and buurt 2, in which letters occur from the hundredth on
CODE = re.compile(r"NL0[01]|GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4}")
COUNTRY = "NL00"  # RIVM and the maps of 2014 write NL01
ABROAD = "0998"  # Belgian ground at Baarle, in the layers of maps
_WATER = ("JA", "B")  # WATER or H2O: JA is the water of an area, B lies abroad, NEE is land


class RegionLevel(StrEnum):
    """Soort regio. How large a region is, as the letters before its code say."""

    COUNTRY = "NL"
    MUNICIPALITY = "GM"
    WIJK = "WK"
    BUURT = "BU"


_DIGITS = {RegionLevel.MUNICIPALITY: 4, RegionLevel.WIJK: 6, RegionLevel.BUURT: 8}


def region(cell: str, level: RegionLevel | None = None) -> str | None:
    """The code in a cell, in capitals without padding (NL01 becomes NL00); None when there is none.

    With a level a bare number counts too (gwb_code_8: "08551003"), also when a spreadsheet ate the zeros before it.
    """
    code = cell.strip().upper()
    if CODE.fullmatch(code):
        return COUNTRY if code.startswith(RegionLevel.COUNTRY) else code
    if level is None or not code:
        return None
    if level is RegionLevel.COUNTRY:
        return COUNTRY if code.strip("0") == "" else None
    if code.isascii() and code.isdigit():
        code = code.zfill(_DIGITS[level])
    code = level + code
    return code if CODE.fullmatch(code) else None


def is_abroad(code: str) -> bool:
    """Whether a code is of ground abroad (GM0998 and what lies in it), which is no part of any figure."""
    return code[2:6] == ABROAD and code[:2] != RegionLevel.COUNTRY


def is_water(cell: str) -> bool:
    """Whether the cell under WATER or H2O says that the row is the water of an area, or abroad: it counts double."""
    return cell.strip().upper() in _WATER
