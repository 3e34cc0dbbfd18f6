"""Which scan an address is about, and what who asks may do with it."""

from datetime import date

from django.db.models import QuerySet
from django.http import Http404

from wijkaanzet.areas.models import Area
from wijkaanzet.kernel import clock
from wijkaanzet.scans import access
from wijkaanzet.scans.models import Scan
from wijkaanzet.scans.rules.scan import ScanPartKey, ScanStatus
from wijkaanzet.web.http import Request, actor_of, is_logged_in


def sees_all_of(request: Request, area: Area, *, on: date) -> bool:
    """Whether who asks reads a scan with its comments and what is not for everybody; a visitor costs no query."""
    return is_logged_in(request) and access.sees_all_of(actor_of(request), area, on=on)


def composes(request: Request, area: Area, *, on: date) -> bool:
    """Whether who asks makes the scan of an area; a visitor costs no query."""
    return is_logged_in(request) and access.may_compose(actor_of(request), area, on=on)


def scan_to_read(request: Request, slug: str, year: int) -> Scan:
    """The scan at an address. Raises Http404 when it is not there or not to be seen yet."""
    seen = access.seen_scans(actor_of(request), request.municipality, on=clock.today())
    return _at(seen, slug, year)


def scan_to_make(request: Request, slug: str, year: int) -> Scan:
    """The scan at an address, for who makes it. Raises Http404 for others."""
    own = access.own_scans(actor_of(request), request.municipality, on=clock.today())
    return _at(own, slug, year)


def scan_to_comment(request: Request, slug: str, year: int) -> Scan:
    """The scan at an address, for who may say something of it now or could before. Raises Http404 for others."""
    scan = scan_to_read(request, slug, year)
    if not sees_all_of(request, scan.area, on=clock.today()):
        raise Http404
    return scan


def public_scan(request: Request, slug: str, year: int) -> Scan:
    """The scan at an address as everybody reads it. Raises Http404 as long as it is not published."""
    return _at(access.public_scans(request.municipality), slug, year)


def _at(scans: QuerySet[Scan], slug: str, year: int) -> Scan:
    """The one at an address; in more divisions that of the one that began last. Raises Http404."""
    here = scans.filter(area__slug=slug, year=year)
    scan = here.order_by("-area__division__starts_on", "-area__division_id", "id").first()
    if scan is None:
        raise Http404
    return scan


def part_of(key: str) -> ScanPartKey:
    """The part of an address. Raises Http404 for what is no part."""
    if key not in set(ScanPartKey):
        raise Http404
    return ScanPartKey(key)


def is_published(scan: Scan) -> bool:
    """Whether everybody may read it."""
    return scan.status == ScanStatus.PUBLISHED
