"""The way to the scan from the page of a neighbourhood."""

from django.utils.translation import gettext as _

from wijkaanzet.areas.models import Area
from wijkaanzet.scans.queries import newest_year_of
from wijkaanzet.web.http import Request
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.tenancy import address


def scan_link(request: Request, area: Area) -> Action:
    """To the newest published scan; without one to where people read what a scan is. No query."""
    year = newest_year_of(area)
    if year is None:
        return Action(label=_("Scan of the neighbourhood"), href=address(request, "scans-of-area", slug=area.slug))
    label = _("Scan of the neighbourhood %(year)s") % {"year": year}
    return Action(label=label, href=address(request, "scan", slug=area.slug, year=year))
