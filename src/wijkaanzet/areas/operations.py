"""Drawing the division of a municipality and the areas in it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from wijkaanzet.areas.models import Area, AreaPart, Division
from wijkaanzet.areas.rules import is_cbs_code, municipality_of
from wijkaanzet.kernel import audit
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject


@dataclass(frozen=True)
class NewArea:
    """An area to draw: own code, name, place in the tile map, and the CBS areas (code to name) it is composed of."""

    code: str
    slug: str
    name: str
    tile: tuple[int, int]
    parts: dict[str, str]


@dataclass(frozen=True)
class NewDivision:
    """A division to draw, in force from the start of a region year, with its areas."""

    key: str
    name: str
    year: int
    fictional: bool
    areas: list[NewArea]


@transaction.atomic
def draw_division(municipality: Municipality, *, new: NewDivision, actor: Actor, at: datetime) -> Division:
    """Draw a division with its areas, composed of the CBS areas of a region year.

    Raises Refused("wrong_cbs_code"), ("other_municipality") or ("part_twice"): a CBS area has one place.
    """
    _check_parts(municipality, new.areas)
    division = Division.objects.create(
        municipality=municipality,
        key=new.key,
        name=new.name,
        fictional=new.fictional,
        starts_on=date(new.year, 1, 1),
    )
    for drawn in new.areas:
        _draw_area(division, drawn, new.year)
    audit.record(
        "areas.division.drawn",
        subject=Subject("areas.division", division.id),
        actor=actor,
        at=at,
        municipality=municipality,
        detail={"areas": len(new.areas)},
    )
    return division


def _draw_area(division: Division, drawn: NewArea, year: int) -> None:
    column, row = drawn.tile
    area = Area.objects.create(
        division=division, code=drawn.code, slug=drawn.slug, name=drawn.name, tile_column=column, tile_row=row
    )
    AreaPart.objects.bulk_create(
        AreaPart(area=area, year=year, cbs_code=code, cbs_name=name) for code, name in drawn.parts.items()
    )


def _check_parts(municipality: Municipality, areas: list[NewArea]) -> None:
    seen: set[str] = set()
    for area in areas:
        for code in area.parts:
            if not is_cbs_code(code):
                raise Refused("wrong_cbs_code", code=code, area=area.name)
            if municipality_of(code) != municipality.code:
                raise Refused("other_municipality", code=code, municipality=municipality.name)
            if code in seen:
                raise Refused("part_twice", code=code)
            seen.add(code)
