"""The list of areas and the public page of one."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from wijkaanzet.areas import access
from wijkaanzet.kernel import clock
from wijkaanzet.people.queries import with_contacts
from wijkaanzet.web.areas import build
from wijkaanzet.web.http import Request


@require_safe
def areas(request: Request) -> HttpResponse:
    """All areas of the municipality, by name."""
    return render(request, "web/areas.html", {"page": build.areas_page(request, today=clock.today())})


@require_safe
def area(request: Request, slug: str) -> HttpResponse:
    """One neighbourhood: whose move it is, where the money goes, and whom to call."""
    found = get_object_or_404(with_contacts(access.public_areas(request.municipality)), slug=slug)
    return render(request, "web/area.html", {"page": build.area_page(request, found, today=clock.today())})
