"""Drawing the division of a municipality and the areas in it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from wijkaanzet.areas.models import Area, AreaPart, Division
from wijkaanzet.areas.rules import is_code, is_name, is_part, is_slug, municipality_of, wijk_of
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

    A running division of the same key ends on the day this one starts. Raises Refused: ("wrong_cbs_code"),
    ("other_municipality"), ("part_twice") and ("part_within_part") because a CBS area has one place,
    ("area_twice"), ("address_taken") and ("code_taken") because an area keeps its address and its accounts for good,
    ("bad_slug"), ("bad_code"), ("bad_name") and ("division_exists").
    """
    _check_names(new)
    _check_parts(municipality, new.areas)
    Municipality.objects.select_for_update().get(pk=municipality.pk)  # two who draw at once wait for each other
    _check_addresses(municipality, new.areas)
    _check_codes(municipality, new)
    _follow_up(municipality, new)
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


def _check_names(new: NewDivision) -> None:
    if not is_slug(new.key) or len(new.key) > 40:
        raise Refused("bad_slug", value=new.key)
    for area in new.areas:
        if not is_slug(area.slug):
            raise Refused("bad_slug", value=area.slug)
        if not is_code(area.code):
            raise Refused("bad_code", value=area.code)
    for code, name in [(new.key, new.name), *((area.code, area.name) for area in new.areas)]:
        if not is_name(name):
            raise Refused("bad_name", code=code)


def _follow_up(municipality: Municipality, new: NewDivision) -> None:
    """End the running division of the same key where the new one starts, so that one is in force on any day."""
    starts_on = date(new.year, 1, 1)
    same_key = Division.objects.filter(municipality=municipality, key=new.key)
    if same_key.filter(Q(starts_on__gte=starts_on) | Q(ends_before__gt=starts_on)).exists():
        raise Refused("division_exists", division=new.key, year=new.year)
    same_key.filter(ends_before__isnull=True).update(ends_before=starts_on)


def _check_addresses(municipality: Municipality, areas: list[NewArea]) -> None:
    """An area is found by its slug alone, so no two of a municipality share one, in whatever division they lie."""
    for values in ([area.code for area in areas], [area.slug for area in areas]):
        for value, times in Counter(values).items():
            if times > 1:
                raise Refused("area_twice", value=value)
    own = Area.objects.filter(division__municipality=municipality, slug__in=[area.slug for area in areas])
    taken = own.order_by("slug").values_list("slug", flat=True).first()
    if taken is not None:
        raise Refused("address_taken", municipality=municipality.name, slug=taken)


def _check_codes(municipality: Municipality, new: NewDivision) -> None:
    """Accounts bear the code of an area, so divisions side by side share none; one that follows up may keep its own."""
    beside = Area.objects.filter(division__municipality=municipality).exclude(division__key=new.key)
    shared = beside.filter(code__in=[area.code for area in new.areas])
    taken = shared.order_by("code").values_list("code", flat=True).first()
    if taken is not None:
        raise Refused("code_taken", municipality=municipality.name, code=taken)


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
    named = {code for area in areas for code in area.parts}
    for area in areas:
        for code in area.parts:
            if not is_part(code):
                raise Refused("wrong_cbs_code", code=code, area=area.name)
            if municipality_of(code) != municipality.code:
                raise Refused("other_municipality", code=code, municipality=municipality.name)
            if code in seen:
                raise Refused("part_twice", code=code)
            if code != wijk_of(code) and wijk_of(code) in named:
                raise Refused("part_within_part", code=code, wijk=wijk_of(code))
            seen.add(code)
