"""Why an area gets its amount, and the same sum as a file."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from wijkaanzet.areas.access import public_areas
from wijkaanzet.areas.models import Area
from wijkaanzet.budget.access import public_runs
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.kernel import clock
from wijkaanzet.web.budget import files, why_page
from wijkaanzet.web.http import Request


@require_safe
def why(request: Request, slug: str, year: int) -> HttpResponse:
    """Why does this neighbourhood get this amount? The sum, line by line."""
    area, run = _found(request, slug, year)
    page = why_page.build(request, area, run, today=clock.today())
    return render(request, "web/why.html", {"page": page})


@require_safe
def why_csv(request: Request, slug: str, year: int) -> HttpResponse:
    """The lines of the sum of one neighbourhood."""
    area, run = _found(request, slug, year)
    return _csv(files.lines_csv(run, area), f"{request.municipality.slug}-{area.slug}-{year}.csv")


@require_safe
def division_csv(request: Request, year: int) -> HttpResponse:
    """The whole division of a year: every area and earmark, and what stays with the city."""
    run = get_object_or_404(public_runs(request.municipality), year=year)
    return _csv(files.division_csv(run), f"{request.municipality.slug}-verdeling-{year}.csv")


def _found(request: Request, slug: str, year: int) -> tuple[Area, AllocationRun]:
    area = get_object_or_404(public_areas(request.municipality).select_related("division"), slug=slug)
    runs = public_runs(request.municipality).select_related("decision__body")
    return area, get_object_or_404(runs, division=area.division, year=year)


def _csv(text: str, name: str) -> HttpResponse:
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
