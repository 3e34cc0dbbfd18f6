"""Drawing the division of a municipality and the areas in it."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from wijkaanzet.areas import queries
from wijkaanzet.areas.models import Area, AreaPart, Division
from wijkaanzet.areas.rules.composition import Part
from wijkaanzet.areas.rules.drawing import NamedArea, NewDivision, check_drawing, laid_out
from wijkaanzet.kernel import audit
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.subjects import Subject


@transaction.atomic
def draw_division(municipality: Municipality, *, new: NewDivision, actor: Actor, at: datetime) -> Division:
    """Draw a division with its areas, composed of the CBS areas of a region year.

    A running division of the same key ends on the day this one starts. Raises Refused: what `rules.drawing` refuses of
    the names and the weights, and ("address_taken"), ("code_taken"), ("division_exists") for what is there already.
    """
    check_drawing(new, municipality=municipality.code, municipality_name=municipality.name)
    Municipality.objects.select_for_update().get(pk=municipality.pk)  # two who draw at once wait for each other
    queries.check_free(municipality, new=new)
    starts_on = date(new.year, 1, 1)
    before = Division.objects.filter(municipality=municipality, key=new.key, ends_before__isnull=True)
    before.update(ends_before=starts_on)
    division = Division.objects.create(
        municipality=municipality, key=new.key, name=new.name, fictional=new.fictional, starts_on=starts_on
    )
    _draw_areas(division, new)
    audit.record(
        "areas.division.drawn",
        subject=Subject("areas.division", division.id),
        actor=actor,
        at=at,
        municipality=municipality,
        detail={"areas": len(new.areas)},
    )
    return division


@transaction.atomic
def draw_from_cbs(
    municipality: Municipality, *, key: str, name: str, year: int, areas: Mapping[str, str], actor: Actor, at: datetime
) -> Division:
    """Draw a division with one area for each CBS wijk or buurt of a region year; `areas` are CBS code to name.

    An area has the code of CBS as its own, an address from its name and a tile in order of name. Raises Refused as
    `draw_division` does; ("wrong_cbs_code") for what is no wijk or buurt.
    """
    named = [NamedArea(code, name, (Part(code, name),)) for code, name in areas.items()]
    drawn = laid_out(named, taken=queries.taken_slugs(municipality), year=year)
    new = NewDivision(key=key, name=name, year=year, fictional=False, areas=drawn)
    return draw_division(municipality, new=new, actor=actor, at=at)


def _draw_areas(division: Division, new: NewDivision) -> None:
    areas = Area.objects.bulk_create(
        Area(
            division=division,
            code=one.code,
            slug=one.slug,
            name=one.name,
            tile_column=one.tile[0],
            tile_row=one.tile[1],
        )
        for one in new.areas
    )
    AreaPart.objects.bulk_create(
        AreaPart(area=area, year=new.year, cbs_code=part.code, cbs_name=part.name, weight=part.weight)
        for area, drawn in zip(areas, new.areas, strict=True)
        for part in drawn.composed_of
    )
