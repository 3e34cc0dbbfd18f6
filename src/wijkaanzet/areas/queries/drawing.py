"""What a municipality has already, where a new division is drawn beside it."""

from datetime import date

from django.db.models import Q

from wijkaanzet.areas.models import Area, Division
from wijkaanzet.areas.rules.drawing import NewDivision
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused


def taken_slugs(municipality: Municipality) -> frozenset[str]:
    """Every address that an area of the municipality has, in whatever division: an area keeps its address for good."""
    own = Area.objects.filter(division__municipality=municipality)
    return frozenset(own.values_list("slug", flat=True))


def check_free(municipality: Municipality, *, new: NewDivision) -> None:
    """Whether a division fits beside what there is.

    Raises Refused: ("address_taken") and ("code_taken") because an area keeps its address and its accounts for good,
    and ("division_exists") because one division of a key is in force on any day.
    """
    own = Area.objects.filter(division__municipality=municipality)
    by_slug = own.filter(slug__in=[area.slug for area in new.areas])
    slug = by_slug.order_by("slug").values_list("slug", flat=True).first()
    if slug is not None:
        raise Refused("address_taken", municipality=municipality.name, slug=slug)
    # Accounts bear the code of an area, so divisions side by side share none; one that follows up may keep its own.
    beside = own.exclude(division__key=new.key).filter(code__in=[area.code for area in new.areas])
    code = beside.order_by("code").values_list("code", flat=True).first()
    if code is not None:
        raise Refused("code_taken", municipality=municipality.name, code=code)
    starts_on = date(new.year, 1, 1)
    same_key = Division.objects.filter(municipality=municipality, key=new.key)
    if same_key.filter(Q(starts_on__gte=starts_on) | Q(ends_before__gt=starts_on)).exists():
        raise Refused("division_exists", division=new.key, year=new.year)
