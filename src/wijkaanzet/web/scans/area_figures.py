"""The plain figures of a neighbourhood: value, unit, year, source, rounding; no colour, arrow or adjective."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wijkaanzet.areas.access import public_areas
from wijkaanzet.areas.models import Area
from wijkaanzet.kernel.tables import csv_text
from wijkaanzet.scans import queries
from wijkaanzet.scans.labels import NOT_YET_DISCUSSED
from wijkaanzet.scans.models import FigureColumn
from wijkaanzet.scans.rules.columns import SHARES
from wijkaanzet.scans.rules.roll_up import Whole
from wijkaanzet.web.http import Request
from wijkaanzet.web.numbers import count
from wijkaanzet.web.pages.scans import AreaFiguresPage, FigureRow
from wijkaanzet.web.paging import page
from wijkaanzet.web.parts.notices import Download
from wijkaanzet.web.tenancy import address

HEADER = (
    "wijk", "cijfer", "waarde", "waarde_exact", "eenheid", "jaar", "bron", "afronding", "status",
    "onbekende_delen", "delen", "fictief",
)  # fmt: skip


@require_safe
def figures(request: Request, slug: str) -> HttpResponse:
    """Every figure that there is of a neighbourhood, as it was counted."""
    area = _area(request, slug)
    columns = queries.figure_columns(area)
    shown, pagination = page(request, columns)
    known = queries.figures_of(area, shown)
    built = AreaFiguresPage(
        name=area.name,
        slug=area.slug,
        rows=tuple(_row(column, known[column.id]) for column in shown),
        download=_download(request, area) if columns else None,
        pagination=pagination,
        fictional=any(column.figure_import.fictional for column in shown),
    )
    return render(request, "web/area_figures.html", {"page": built})


@require_safe
def figures_csv(request: Request, slug: str) -> HttpResponse:
    """The same figures as a table to take away; its words are Dutch in every language of the site."""
    area = _area(request, slug)
    columns = queries.figure_columns(area)
    known = queries.figures_of(area, columns)
    with translation.override("nl"):
        text = csv_text(HEADER, [_cells(area, column, known[column.id]) for column in columns])
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    name = f"{request.municipality.slug}-{area.slug}-cijfers.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _area(request: Request, slug: str) -> Area:
    areas = public_areas(request.municipality).select_related("division__municipality")
    return get_object_or_404(areas, slug=slug)


def _row(column: FigureColumn, whole: Whole) -> FigureRow:
    unknown = ""
    if whole.value is None:
        unknown = _("not known for %(unknown)s of the %(parts)s parts")
        unknown %= {"unknown": whole.unknown, "parts": whole.parts}
    return FigureRow(
        label=column.label,
        value=_shown(column, whole),
        unknown=unknown,
        unit=column.unit,
        year=column.figure_import.year,
        source=column.figure_import.source,
        rounding=column.rounding,
        status=str(NOT_YET_DISCUSSED),
    )


def _shown(column: FigureColumn, whole: Whole) -> str:
    if whole.value is None:
        return ""
    value = count(str(whole.value))
    return f"{value}%" if column.kind in SHARES else value


def _cells(area: Area, column: FigureColumn, whole: Whole) -> tuple[object, ...]:
    table = column.figure_import
    exact = "" if whole.value is None else str(whole.value).replace(".", ",")
    return (
        area.name,
        column.label,
        _shown(column, whole),
        exact,
        column.unit,
        table.year,
        table.source,
        column.rounding,
        str(NOT_YET_DISCUSSED),
        whole.unknown,
        whole.parts,
        "ja" if table.fictional else "nee",
    )


def _download(request: Request, area: Area) -> Download:
    label = _("The figures of %(name)s") % {"name": area.name}
    return Download(href=address(request, "area-figures-csv", slug=area.slug), label=label)
