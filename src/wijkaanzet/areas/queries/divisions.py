"""Reading divisions and their areas, by name."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Count, Q, QuerySet

from wijkaanzet.areas.models import Area, AreaBorder, AreaPart, Division
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality


def steered_division(municipality: Municipality, *, key: str, on: date) -> Division | None:
    """The division that the municipality steers on at a day, None when it has none yet."""
    running = Q(ends_before__isnull=True) | Q(ends_before__gt=on)
    of_key = Division.objects.filter(running, municipality=municipality, key=key, starts_on__lte=on)
    return of_key.select_related("municipality").order_by("-starts_on").first()


def running_divisions(municipality: Municipality, *, on: date) -> list[Division]:
    """Every division of the municipality that is in force at a day, by key."""
    running = Q(ends_before__isnull=True) | Q(ends_before__gt=on)
    found = Division.objects.filter(running, municipality=municipality, starts_on__lte=on)
    return list(found.select_related("municipality").order_by("key", "-starts_on"))


def by_name(areas: QuerySet[Area], division: Division) -> list[Area]:
    """The areas of a division by name."""
    return list(areas.filter(division=division).order_by("name", "id"))


def composition(area: Area) -> list[AreaPart]:
    """Of which CBS areas an area is composed in the newest region year that is known."""
    return compositions([area]).get(area.id, [])


def compositions(areas: Iterable[Area]) -> dict[int, list[AreaPart]]:
    """The composition of many areas at once, by area id; one query."""
    found: dict[int, list[AreaPart]] = {}
    for part in AreaPart.objects.filter(area__in=[area.id for area in areas]).order_by("-year", "cbs_code"):
        parts = found.setdefault(part.area_id, [])
        if not parts or parts[0].year == part.year:
            parts.append(part)
    return found


def area_of_cbs_code(division: Division, *, year: int) -> dict[str, Area]:
    """For each CBS code of a region year the area of the division that it wholly belongs to."""
    parts = AreaPart.objects.filter(area__division=division, year=year, weight=1).select_related("area")
    return {part.cbs_code: part.area for part in parts}


def drawn_by_name(areas: QuerySet[Area], division: Division) -> tuple[list[Area], dict[int, AreaBorder]]:
    """The areas of a division by name, and the border of each that has one, by area id; one query."""
    found = by_name(areas.select_related("border"), division)
    return found, {area.id: area.border for area in found if hasattr(area, "border")}


def drawn_beside(areas: QuerySet[Area], slug: str) -> tuple[Area | None, list[Area], dict[int, AreaBorder]]:
    """The area at an address, with all of its division as `drawn_by_name` gives them; one query.

    None when there is no such area. In more divisions it is the one of the division that began last.
    """
    found = list(areas.filter(division__areas__slug=slug).select_related("border", "division").order_by("name", "id"))
    same = [area for area in found if area.slug == slug]
    if not same:
        return None, [], {}
    area = max(same, key=lambda one: (one.division.starts_on, one.division_id))
    beside = [one for one in found if one.division_id == area.division_id]
    return area, beside, {one.id: one.border for one in beside if hasattr(one, "border")}


def municipalities_by_name() -> list[tuple[Municipality, int]]:
    """Every municipality by name, with how many areas it has; one query."""
    counted = Municipality.objects.annotate(areas=Count("divisions__areas")).order_by("name", "id")
    return [(one, one.areas) for one in counted]


def division_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """The names of divisions."""
    return dict(Division.objects.filter(id__in=ids).values_list("id", "name"))


def all_visible(actor: Actor, ids: Collection[int]) -> set[int]:
    """How a municipality is divided is public, and so is what became of its areas and which places are in them."""
    return set(ids)
