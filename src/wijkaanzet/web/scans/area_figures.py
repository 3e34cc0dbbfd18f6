"""The figures of a neighbourhood: all on one page, one in full, and as a table to take away."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe

from wijkaanzet.areas.access import public_areas
from wijkaanzet.areas.models import Area
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.tables import csv_text
from wijkaanzet.scans import queries
from wijkaanzet.scans.queries.sheet import Sheet
from wijkaanzet.web.http import Request
from wijkaanzet.web.scans.figure_page import figure_page
from wijkaanzet.web.scans.overview import overview_page
from wijkaanzet.web.scans.rows import HEADER, cells


@require_safe
def figures(request: Request, slug: str) -> HttpResponse:
    """Every figure that there is of a neighbourhood."""
    page = overview_page(request, area_of(request, slug))
    return render(request, "web/area_figures.html", {"page": page})


@require_safe
def figure(request: Request, slug: str, figure: str) -> HttpResponse:
    """One figure of a neighbourhood: what it is, through the years, beside the others, and where it comes from."""
    page = figure_page(request, area_of(request, slug), figure, today=clock.today())
    if page is None:
        raise Http404
    return render(request, "web/area_figure.html", {"page": page})


@require_safe
def figures_csv(request: Request, slug: str) -> HttpResponse:
    """The same figures of all years as a table to take away; its words are Dutch in every language of the site."""
    area = area_of(request, slug)
    sheet = Sheet(area.division, queries.public_columns(area.division))
    with translation.override("nl"):
        rows = [cells(area, sheet.told([area], column)[area.id]) for column in sheet.columns]
        text = csv_text(HEADER, rows)
    return as_file(text, "text/csv", f"{request.municipality.slug}-{area.slug}-cijfers.csv")


def area_of(request: Request, slug: str) -> Area:
    """The neighbourhood at an address; in more divisions that of the one that began last. Raises Http404."""
    areas = public_areas(request.municipality).filter(slug=slug).select_related("division__municipality")
    area = areas.order_by("-division__starts_on", "-division_id", "id").first()
    if area is None:
        raise Http404
    return area


def as_file(text: str, kind: str, name: str) -> HttpResponse:
    """A text to take away."""
    response = HttpResponse(text, content_type=f"{kind}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
