"""Who sees how the municipality is divided and who changes that; who keeps the places of an area."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from wijkaanzet.areas import access, queries
from wijkaanzet.areas.models import Area, Division
from wijkaanzet.people.rules import Role
from wijkaanzet.web.http import Request
from wijkaanzet.web.mine import held

SEES_DIVISIONS = frozenset({Role.POLICY_OFFICER, Role.FUNCTIONAL_ADMIN})
KEEPS_PLACES = frozenset({Role.AREA_MANAGER, Role.COORDINATOR})
"""Of their own area; a policy officer of every area and of the communities."""


def may_divide(request: Request) -> bool:
    """Whether who asks changes divisions."""
    return any(one.role == Role.POLICY_OFFICER for one in held(request))


def sees_divisions(request: Request) -> bool:
    """Whether who asks sees the page of divisions."""
    return any(one.role in SEES_DIVISIONS for one in held(request))


def check_sees_divisions(request: Request) -> bool:
    """Whether who asks may act on divisions too. Raises Http404 for others, and for who only looks and yet acts."""
    acts = may_divide(request)
    if not acts and (request.method == "POST" or not sees_divisions(request)):
        raise Http404
    return acts


def division_of(request: Request, key: str) -> Division:
    """The newest division of a key. Raises Http404 when there is none."""
    found = queries.division_of_key(request.municipality, key=key)
    if found is None:
        raise Http404
    return found


def may_keep_places(request: Request, area: Area) -> bool:
    """Whether who asks adds and ends places of this area."""
    of_area = any(one.role in KEEPS_PLACES and one.area_id == area.id for one in held(request))
    return of_area or may_divide(request)


def area_to_keep(request: Request, slug: str) -> Area:
    """The area whose places who asks may keep. Raises Http404 for others."""
    areas = access.public_areas(request.municipality).select_related("division__municipality")
    area = get_object_or_404(areas, slug=slug)
    if not may_keep_places(request, area):
        raise Http404
    return area
