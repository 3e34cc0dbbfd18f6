"""Which scans there are, where they stand, and what they are called by those who point at them."""

from collections.abc import Collection, Iterator

from django.db.models import OuterRef, QuerySet, Subquery

from wijkaanzet.areas.models import Area
from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.moves import Standing
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.scans.models import Scan, ScanSection
from wijkaanzet.scans.rules.scan import FINAL, ScanFacts, ScanPartKey, ScanStatus


def with_area(scans: QuerySet[Scan]) -> QuerySet[Scan]:
    """Scans together with their area and municipality, without a query more."""
    return scans.select_related("area__division__municipality", "network")


def published_scans(municipality: Municipality, year: int) -> list[Scan]:
    """The scans of one year that everybody may read, by name of the neighbourhood."""
    own = Scan.objects.filter(area__division__municipality=municipality, year=year, status=ScanStatus.PUBLISHED)
    return list(with_area(own).order_by("area__name", "id"))


def published_years(municipality: Municipality) -> list[int]:
    """The years of which there are published scans, the newest first."""
    own = Scan.objects.filter(area__division__municipality=municipality, status=ScanStatus.PUBLISHED)
    return list(own.order_by("-year").values_list("year", flat=True).distinct())


def with_newest_year(areas: QuerySet[Area]) -> QuerySet[Area]:
    """Areas together with the year of their newest published scan, for `newest_year_of`."""
    published = Scan.objects.filter(area=OuterRef("pk"), status=ScanStatus.PUBLISHED).order_by("-year")
    return areas.annotate(newest_scan_year=Subquery(published.values("year")[:1]))


def newest_year_of(area: Area) -> int | None:
    """The year of its newest published scan, of an area that came from `with_newest_year`; None without one."""
    year: int | None = getattr(area, "newest_scan_year")  # noqa: B009  # beside the fields of the model
    return year


def strengths_of(scans: Collection[Scan]) -> dict[int, str]:
    """What each scan says in its own words of what is strong, by its id; one query."""
    rows = ScanSection.objects.filter(scan__in=scans, section=ScanPartKey.STRENGTHS)
    return dict(rows.values_list("scan_id", "words"))


def newest_published(area: Area, *, before: int) -> Scan | None:
    """The newest published scan of an area from before a year; None when there is none."""
    earlier = Scan.objects.filter(area=area, year__lt=before, status=ScanStatus.PUBLISHED)
    return with_area(earlier).order_by("-year").first()


def used_in(subject: Subject) -> list[Scan]:
    """The published scans in which something that was told stands, the newest first: what was done with it."""
    holding = Scan.objects.filter(
        status=ScanStatus.PUBLISHED, sections__items__subject_kind=subject.kind, sections__items__subject_id=subject.id
    )
    return list(with_area(holding.distinct()).order_by("-year", "id"))


def scan_places(ids: Collection[int]) -> dict[int, tuple[str, int]]:
    """The address of the area and the year of each scan, by its own id."""
    rows = Scan.objects.filter(id__in=ids).values_list("id", "area__slug", "year")
    return {id_: (slug, year) for id_, slug, year in rows}


def scan_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """Scans by area and year."""
    rows = Scan.objects.filter(id__in=ids).values_list("id", "area__name", "year")
    return {id_: f"{name} {year}" for id_, name, year in rows}


def scan_standing(scan: Scan) -> Standing:
    """Where a scan stands, with the term of the arrangement of that day."""
    municipality = scan.area.division.municipality
    begin_days = arrangements.current(municipality, on=scan.status_since).terms.begin_days
    facts = ScanFacts(scan.area_id, scan.network_id, scan.status_since, begin_days, scan.commenting_until)
    return Standing(scan.pk, municipality.pk, ScanStatus(scan.status), facts)


def scan_standings() -> Iterator[Standing]:
    """Where all scans stand that still wait for somebody."""
    waiting = with_area(Scan.objects.exclude(status__in=FINAL))
    return (scan_standing(one) for one in waiting.order_by("id"))
