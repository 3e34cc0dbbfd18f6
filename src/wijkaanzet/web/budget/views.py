"""Why an area gets its amount, and the same sum as a file."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from wijkaanzet.areas.access import public_areas
from wijkaanzet.areas.models import Area
from wijkaanzet.budget.access import public_runs
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.kernel import clock
from wijkaanzet.web.areas.build import division_now
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
    return _file(files.lines_csv(run, area), f"{request.municipality.slug}-{area.slug}-{year}.csv")


@require_safe
def division_csv(request: Request, year: int) -> HttpResponse:
    """The whole division of a year: every area and earmark, and what stays with the city."""
    run = _decided(request, year)
    return _file(files.division_csv(run), f"{request.municipality.slug}-verdeling-{year}.csv")


@require_safe
def model_json(request: Request, year: int) -> HttpResponse:
    """The frozen model of a year, to the letter, so that its seal can be checked."""
    run = _decided(request, year)
    return _file(run.model_text, f"{request.municipality.slug}-verdeelmodel-{year}.json", kind="application/json")


@require_safe
def figures_csv(request: Request, year: int) -> HttpResponse:
    """The figures of every area that a year was counted with."""
    return _file(files.figures_csv(_decided(request, year)), f"{request.municipality.slug}-cijfers-{year}.csv")


def _found(request: Request, slug: str, year: int) -> tuple[Area, AllocationRun]:
    area = get_object_or_404(public_areas(request.municipality).select_related("division__municipality"), slug=slug)
    runs = public_runs(request.municipality).select_related("decision__body")
    return area, get_object_or_404(runs, division=area.division, year=year)


def _decided(request: Request, year: int) -> AllocationRun:
    """The division of a year over the areas that the municipality steers on; else over its other areas."""
    _arrangement, steered = division_now(request.municipality, today=clock.today())
    runs = public_runs(request.municipality).filter(year=year).select_related("decision__body", "division")
    found = runs.filter(division=steered).first() or runs.order_by("division__key", "pk").first()
    if found is None:
        raise Http404
    return found


def _file(text: str, name: str, *, kind: str = "text/csv") -> HttpResponse:
    response = HttpResponse(text, content_type=f"{kind}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
