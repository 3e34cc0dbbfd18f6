"""The published scans of a year, by name of the neighbourhood and never by a figure."""

from django.http import Http404
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from wijkaanzet.scans import queries
from wijkaanzet.scans.models import Scan
from wijkaanzet.web.http import Request
from wijkaanzet.web.pages.neighbourhood_scan import ScanRow, ScansPage
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Download
from wijkaanzet.web.tenancy import address

FILES = (("scans-pdf", "PDF"), ("scans-csv", "CSV"), ("scans-json", "JSON"), ("scans-geojson", "GeoJSON"))
FIRST_LINES = 180


def scans_of(request: Request, year: int) -> list[Scan]:
    """The scans of a year that everybody may read. Raises Http404 when there is none."""
    found = queries.published_scans(request.municipality, year)
    if not found:
        raise Http404
    return found


def scans_page(request: Request, year: int) -> ScansPage:
    """Their list. Four queries or so, however many there are."""
    found = scans_of(request, year)
    words = queries.strengths_of(found)
    label = _("All scans of %(year)s") % {"year": year}
    return ScansPage(
        year=year,
        rows=tuple(
            ScanRow(
                area=one.area.name,
                href=address(request, "scan", slug=one.area.slug, year=year),
                words=Truncator(" ".join(words.get(one.pk, "").split())).chars(FIRST_LINES),
            )
            for one in found
        ),
        years=tuple(
            Action(label=str(other), href=address(request, "scans", year=other))
            for other in queries.published_years(request.municipality)
            if other != year
        ),
        downloads=tuple(
            Download(href=address(request, name, year=year), label=label, kind=kind) for name, kind in FILES
        ),
    )
