"""The list of areas and the public page of one."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wijkaanzet.areas import access
from wijkaanzet.areas.queries import drawn_beside
from wijkaanzet.kernel import clock
from wijkaanzet.networks.access import public_meetings
from wijkaanzet.networks.queries import with_coming_together
from wijkaanzet.people.queries import with_contacts
from wijkaanzet.plans.access import public_editions
from wijkaanzet.plans.queries import with_plan, with_plan_held
from wijkaanzet.scans.queries import with_newest_year
from wijkaanzet.web.areas import build
from wijkaanzet.web.http import Request


@require_safe
def areas(request: Request) -> HttpResponse:
    """All areas of the municipality, by name."""
    return render(request, "web/areas.html", {"page": build.areas_page(request, today=clock.today())})


@require_safe
def area(request: Request, slug: str) -> HttpResponse:
    """One neighbourhood: whose move it is, where the money goes, and whom to call."""
    areas, editions = access.public_areas(request.municipality), public_editions(request.municipality)
    areas = with_plan(with_newest_year(with_contacts(areas)), editions=editions, on=clock.today())
    areas = with_plan_held(areas, editions=editions, slug=slug)
    meetings, today = public_meetings(request.municipality), clock.today()
    areas = with_coming_together(areas, meetings=meetings, slug=slug, on=today)
    found, beside, borders = drawn_beside(areas, slug)
    if found is None:
        raise Http404
    drawn = build.area_map(request, beside, borders, current=found)
    return render(request, "web/area.html", {"page": build.area_page(request, found, drawn, today=today)})
