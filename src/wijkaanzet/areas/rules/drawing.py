"""What one draws: a division with its areas, and what must be right before it is looked up what there is already."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wijkaanzet.areas.rules.codes import is_code, is_name, is_slug
from wijkaanzet.areas.rules.composition import Part, PartOf, check_composition
from wijkaanzet.areas.rules.naming import slugs, tiles
from wijkaanzet.kernel.refusals import Refused

LONGEST_KEY = 40


@dataclass(frozen=True)
class NewArea:
    """An area to draw: own code, address, name, place in the tile map, and the CBS areas it is composed of."""

    code: str
    slug: str
    name: str
    tile: tuple[int, int]
    parts: Mapping[str, str] | Sequence[Part]
    """CBS code to name where each belongs to the area wholly, else parts with their weights."""

    @property
    def composed_of(self) -> tuple[Part, ...]:
        """The parts with their weights."""
        if isinstance(self.parts, Mapping):
            return tuple(Part(code, name) for code, name in self.parts.items())
        return tuple(self.parts)


@dataclass(frozen=True)
class NewDivision:
    """A division to draw, in force from the start of a region year, with its areas."""

    key: str
    name: str
    year: int
    fictional: bool
    areas: Sequence[NewArea]
    covers_wholly: bool = True
    """Whether each CBS area that is named lies wholly in the division; else its weights may be less than 1 together."""


@dataclass(frozen=True)
class NamedArea:
    """An area as a file tells of it: its code, its name and its parts."""

    code: str
    name: str
    parts: tuple[Part, ...]


def laid_out(areas: Sequence[NamedArea], *, taken: frozenset[str], year: int) -> list[NewArea]:
    """Areas to draw, each with an address from its name that is not taken yet and a tile of its own."""
    names = {area.code: area.name for area in areas}
    addresses, places = slugs(names, taken=taken, year=year), tiles(names)
    return [NewArea(one.code, addresses[one.code], one.name, places[one.code], one.parts) for one in areas]


def check_drawing(new: NewDivision, *, municipality: str, municipality_name: str) -> None:
    """Hold a division against the rules; `municipality` is its CBS code.

    Raises Refused: ("bad_slug"), ("bad_code"), ("bad_name"), ("division_empty"), ("area_twice"), and what
    `check_composition` refuses.
    """
    _check_names(new)
    _check_once([area.code for area in new.areas])
    _check_once([area.slug for area in new.areas])
    check_composition(
        _parts(new.areas),
        municipality=municipality,
        municipality_name=municipality_name,
        covers_wholly=new.covers_wholly,
    )


def _check_names(new: NewDivision) -> None:
    if not is_slug(new.key) or len(new.key) > LONGEST_KEY:
        raise Refused("bad_slug", value=new.key)
    if not new.areas:
        raise Refused("division_empty")
    for area in new.areas:
        if not is_slug(area.slug):
            raise Refused("bad_slug", value=area.slug)
        if not is_code(area.code):
            raise Refused("bad_code", value=area.code)
    for code, name in [(new.key, new.name), *((area.code, area.name) for area in new.areas)]:
        if not is_name(name):
            raise Refused("bad_name", code=code)


def _check_once(values: Sequence[str]) -> None:
    for value, times in Counter(values).items():
        if times > 1:
            raise Refused("area_twice", value=value)


def _parts(areas: Sequence[NewArea]) -> Iterator[PartOf]:
    return (PartOf(area.code, area.name, part) for area in areas for part in area.composed_of)
