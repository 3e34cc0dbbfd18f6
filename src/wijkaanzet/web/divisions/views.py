"""The list of divisions, one division, and its amounts as a file."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from wijkaanzet.budget.access import visible_runs
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.kernel import clock
from wijkaanzet.web.budget import files
from wijkaanzet.web.divisions.list_page import divisions_page
from wijkaanzet.web.divisions.run_page import division_page
from wijkaanzet.web.http import Request, actor_of

RUN_TEMPLATE = "web/division.html"


@require_safe
def divisions(request: Request) -> HttpResponse:
    """How the money was divided in each year; and what is on its way, for who may see that."""
    return render(request, "web/divisions.html", {"page": divisions_page(request, today=clock.today())})


@require_safe
def division(request: Request, public_id: str) -> HttpResponse:
    """One division: how it came about, what it gives, and how it was calculated."""
    page = division_page(request, _seen(request, public_id), today=clock.today())
    return render(request, RUN_TEMPLATE, {"page": page})


@require_safe
def amounts_csv(request: Request, public_id: str) -> HttpResponse:
    """What every area gets and what stays with the city, also before it is decided."""
    run = _seen(request, public_id)
    response = HttpResponse(files.division_csv(run), content_type="text/csv; charset=utf-8")
    name = f"{request.municipality.slug}-verdeling-{run.year}-{run.public_id}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _seen(request: Request, public_id: str) -> AllocationRun:
    runs = visible_runs(actor_of(request), request.municipality, on=clock.today())
    return get_object_or_404(runs, public_id=public_id)
