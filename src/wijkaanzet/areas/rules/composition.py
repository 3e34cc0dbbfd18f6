"""Of which CBS areas an area is composed in a region year, and that nothing is counted twice or lost. Plain Python.

Source: CBS, Toelichting Wijk- en Buurtkaart: wijken and buurten are numbered again, so it holds for one year.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from wijkaanzet.areas.rules.codes import is_part, municipality_of, wijk_of
from wijkaanzet.kernel.refusals import Refused

WHOLE: Final = Decimal(1)
WEIGHT_PLACES: Final = 8
"""How many decimals a weight may have: what the tables keep, so that a sum of one is exactly one."""


@dataclass(frozen=True)
class Part:
    """A CBS area that belongs to an area, with the weight of what belongs there: 1 is all of it."""

    code: str
    name: str
    weight: Decimal = WHOLE


@dataclass(frozen=True)
class PartOf:
    """A part, with the code and the name of the area that it belongs to."""

    area_code: str
    area: str
    part: Part


def is_weight(weight: Decimal) -> bool:
    """Whether a number can be a weight: above 0, at most 1, with at most eight decimals."""
    return weight.is_finite() and 0 < weight <= 1 and weight == round(weight, WEIGHT_PLACES)


def check_composition(
    parts: Iterable[PartOf], *, municipality: str, municipality_name: str, covers_wholly: bool = True
) -> None:
    """Hold the composition of all areas of a division in one year against the rules; `municipality` is its CBS code.

    The weights of a CBS area over the areas are together exactly 1, or less where the division does not cover it
    wholly; never more. Raises Refused: ("wrong_cbs_code"), ("other_municipality"), ("bad_weight"),
    ("part_twice_in_area"), ("part_within_part"), ("part_twice"), ("weights_above_one"), ("weights_below_one").
    """
    parts = list(parts)
    named = {one.part.code for one in parts}
    seen: set[tuple[str, str]] = set()
    for one in parts:
        _check_part(one, municipality, municipality_name)
        code, wijk = one.part.code, wijk_of(one.part.code)
        if (one.area_code, code) in seen:
            raise Refused("part_twice_in_area", code=code, area=one.area)
        if code != wijk and wijk in named:
            raise Refused("part_within_part", code=code, wijk=wijk)
        seen.add((one.area_code, code))
    _check_sums(_weights(parts), covers_wholly=covers_wholly)


def _check_part(one: PartOf, municipality: str, municipality_name: str) -> None:
    code = one.part.code
    if not is_part(code):
        raise Refused("wrong_cbs_code", code=code, area=one.area)
    if municipality_of(code) != municipality:
        raise Refused("other_municipality", code=code, municipality=municipality_name)
    if not is_weight(one.part.weight):
        raise Refused("bad_weight", code=code, area=one.area, weight=str(one.part.weight))


def _weights(parts: Iterable[PartOf]) -> dict[str, list[Decimal]]:
    found: dict[str, list[Decimal]] = {}
    for one in parts:
        found.setdefault(one.part.code, []).append(one.part.weight)
    return found


def _check_sums(weights: Mapping[str, list[Decimal]], *, covers_wholly: bool) -> None:
    for code, found in weights.items():
        total = sum(found, Decimal())
        if total > 1 and all(weight == 1 for weight in found):
            raise Refused("part_twice", code=code)
        if total > 1:
            raise Refused("weights_above_one", code=code, total=str(total))
        if total < 1 and covers_wholly:
            raise Refused("weights_below_one", code=code, total=str(total))
