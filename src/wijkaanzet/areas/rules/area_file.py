"""A table of areas: one row for each CBS area, with the area that it belongs to. Plain Python."""

from collections.abc import Iterable
from typing import Final

from wijkaanzet.areas.rules.codes import is_part
from wijkaanzet.areas.rules.composition import Part, is_weight
from wijkaanzet.areas.rules.drawing import NamedArea
from wijkaanzet.areas.rules.table_file import LONGEST_SHOWN, Columns, Row, read_table
from wijkaanzet.kernel.refusals import Refused

AREA: Final = ("gebied code", "gebiedcode", "gebiedscode", "gebied", "area code", "area")
NAME: Final = ("naam", "gebied naam", "gebiedsnaam", "name", "area name")
CBS_CODE: Final = ("cbs code", "cbscode", "cbs")
CBS_NAME: Final = ("cbs naam", "cbsnaam", "cbs name")
WEIGHT: Final = ("gewicht", "weight", "aandeel")
_PARTS: Final = {"area": AREA, "cbs_code": CBS_CODE, "cbs_name": CBS_NAME}
DRAWING: Final = Columns(needed={**_PARTS, "name": NAME}, optional={"weight": WEIGHT})
COMPOSITION: Final = Columns(needed=_PARTS, optional={"weight": WEIGHT, "name": NAME})


def read_areas(text: str) -> list[NamedArea]:
    """The areas that a table tells of, in the order of the file.

    Raises Refused with the line: ("area_two_names"), ("table_bad_weight"), ("table_no_cbs_code"); and what
    `read_table` refuses.
    """
    rows = read_table(text, columns=DRAWING)
    names: dict[str, str] = {}
    for row in rows:
        area, name = row.needed("area"), row.needed("name")
        if names.setdefault(area, name) != name:
            raise Refused("area_two_names", line=row.line, area=area, name=names[area])
    parts = _parts(rows)
    return [NamedArea(code, name, parts[code]) for code, name in names.items()]


def read_composition(text: str) -> dict[str, tuple[Part, ...]]:
    """The parts of each area, by the code of the area. Raises Refused as `read_areas` does; names are not looked at."""
    return _parts(read_table(text, columns=COMPOSITION))


def _parts(rows: Iterable[Row]) -> dict[str, tuple[Part, ...]]:
    found: dict[str, tuple[Part, ...]] = {}
    for row in rows:
        weight = row.weight("weight")
        if not is_weight(weight):
            raise Refused("table_bad_weight", line=row.line, value=str(weight))
        area, code = row.needed("area"), row.needed("cbs_code").upper()
        if not is_part(code):
            raise Refused("table_no_cbs_code", line=row.line, value=code[:LONGEST_SHOWN])
        found[area] = (*found.get(area, ()), Part(code, row.needed("cbs_name"), weight))
    return found
