"""Of which CBS areas each area is composed, read from a TOML file; what the demo and `allocate --areas` share.

[[area]]
code = "T01"
name = "Noord"
[area.parts]
WK085510 = "Heidebloem"
"""

import tomllib
from collections.abc import Mapping

from wijkaanzet.areas.rules import is_code, is_name, is_part
from wijkaanzet.budget.rules.json_node import check_size
from wijkaanzet.scans.rules.bad_input import BadInput

KEYS = {"code", "name", "parts", "slug", "tile"}
TOP_KEYS = {"area", "key", "name", "year"}


def load_areas(content: bytes) -> dict[str, tuple[str, str]]:
    """The code and name of the area of each CBS code. Raises BadInput with the place of what is wrong."""
    check_size(len(content))
    try:
        document = tomllib.loads(content.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput("not_toml") from error
    for key in document.keys() - TOP_KEYS:
        raise BadInput("unknown_key", name=key)
    listed = document.get("area")
    if not isinstance(listed, list) or not listed:
        raise BadInput("no_areas_in_file")
    place_of: dict[str, tuple[str, str]] = {}
    for number, area in enumerate(listed):
        where = f"area[{number}]"
        place, parts = _area(area, where)
        for code in parts:
            if not is_part(code):
                raise BadInput("wrong_code", where=where, code=code)
            if code in place_of:
                raise BadInput("part_in_two_areas", where=where, code=code)
            place_of[code] = place
    return place_of


def _area(area: object, where: str) -> tuple[tuple[str, str], Mapping[str, object]]:
    if not isinstance(area, dict):
        raise BadInput("not_an_area", where=where)
    for key in area.keys() - KEYS:
        raise BadInput("unknown_key", where=where, name=key)
    code, name, parts = area.get("code"), area.get("name"), area.get("parts")
    if not isinstance(code, str) or not isinstance(name, str) or not isinstance(parts, dict) or not parts:
        raise BadInput("not_an_area", where=where)
    if not is_code(code) or not is_name(name):
        raise BadInput("not_an_area", where=where)
    return (code, name), parts
