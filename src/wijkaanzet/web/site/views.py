"""The front door of the installation, and its accessibility statement."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from wijkaanzet.areas.queries import municipalities_by_name
from wijkaanzet.people.queries import desks_of_municipalities
from wijkaanzet.web.pages import AccessibilityPage, DeskOf, HomePage, MunicipalityRow

STATEMENT_REVIEWED_ON = date(2026, 11, 22)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The municipalities that take part; with one there is nothing to choose."""
    rows = tuple(
        MunicipalityRow(name=one.name, href=f"/{one.slug}/", areas=areas) for one, areas in municipalities_by_name()
    )
    if len(rows) == 1:
        return redirect(rows[0].href)
    return render(request, "web/home.html", {"page": HomePage(municipalities=rows)})


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """What is tested for accessibility, what is known not to work, and whom to tell."""
    desks = tuple(
        DeskOf(municipality=row.municipality.name, name=row.name, phone=row.phone) for row in desks_of_municipalities()
    )
    page = AccessibilityPage(reviewed_on=STATEMENT_REVIEWED_ON, desks=desks)
    return render(request, "web/accessibility.html", {"page": page})
