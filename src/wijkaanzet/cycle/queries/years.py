"""The years of areas by id: what they are called and who may see them; and the years whose money is to be divided."""

from collections.abc import Collection

from wijkaanzet.areas.models import Division
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.rules.runs import RunStatus
from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.scans.models import FigureImport
from wijkaanzet.scans.rules.importing import FigureImportStatus


def years_to_divide(division: Division) -> list[int]:
    """The years that have begun or have figures, and whose money is not divided yet; the newest first."""
    begun = AreaYear.objects.filter(area__division=division).values_list("year", flat=True)
    meant = FigureImport.objects.filter(division=division, status=FigureImportStatus.IMPORTED)
    divided = AllocationRun.objects.filter(division=division, status=RunStatus.DECIDED).values_list("year", flat=True)
    return sorted({*begun, *meant.values_list("for_year", flat=True)} - set(divided), reverse=True)


def area_slugs(ids: Collection[int]) -> dict[int, str]:
    """The slug of the area of each year, by id of the year."""
    return dict(AreaYear.objects.filter(id__in=ids).values_list("id", "area__slug"))


def years_by_area(ids: Collection[int]) -> dict[int, AreaYear]:
    """The years of areas by id, with their areas and in the order of their names; one query."""
    years = AreaYear.objects.filter(id__in=ids).select_related("area")
    return {one.id: one for one in years.order_by("area__name", "id")}


def labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """Years by area and year."""
    years = AreaYear.objects.filter(id__in=ids).select_related("area")
    return {one.id: f"{one.area.name} {one.year}" for one in years}


def visible(actor: Actor, ids: Collection[int]) -> set[int]:
    """The years of areas are public."""
    return set(ids)
