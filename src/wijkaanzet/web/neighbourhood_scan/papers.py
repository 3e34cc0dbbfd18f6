"""Scans to print: one page of paper for each neighbourhood, as everybody may read it at the moment it is made."""

from datetime import date

from django.http import HttpResponse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wijkaanzet.kernel import clock
from wijkaanzet.scans import queries
from wijkaanzet.scans.labels import HOW_SURE, PARTS
from wijkaanzet.scans.models import Scan
from wijkaanzet.scans.queries import ItemInFull, SectionInFull
from wijkaanzet.scans.rules.frozen import FrozenFigure
from wijkaanzet.web.documents import scan_paper
from wijkaanzet.web.documents.scan_parts import PaperFigure, PaperSection, PaperVoice, ScanPaper
from wijkaanzet.web.http import Request
from wijkaanzet.web.neighbourhood_scan import figures
from wijkaanzet.web.neighbourhood_scan.changes import changes
from wijkaanzet.web.neighbourhood_scan.reading import made_by
from wijkaanzet.web.neighbourhood_scan.told import gone, kind_of
from wijkaanzet.web.neighbourhood_scan.who import public_scan
from wijkaanzet.web.neighbourhood_scan.year import scans_of
from wijkaanzet.web.numbers import day
from wijkaanzet.web.tenancy import address


@require_safe
@never_cache
def scan_pdf(request: Request, slug: str, year: int) -> HttpResponse:
    """The scan of one neighbourhood."""
    return _pdf(request, [public_scan(request, slug, year)], name=f"{request.municipality.slug}-{slug}-wijkscan-{year}")


@require_safe
@never_cache
def scans_pdf(request: Request, year: int) -> HttpResponse:
    """The scans of a year, by name of the neighbourhood."""
    return _pdf(request, scans_of(request, year), name=f"{request.municipality.slug}-wijkscans-{year}")


def _pdf(request: Request, scans: list[Scan], *, name: str) -> HttpResponse:
    papers = [paper(request, one, today=clock.today()) for one in scans]
    content = scan_paper.scan_pdf(papers, language=get_language() or "nl", made_at=clock.now())
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return response


def paper(request: Request, scan: Scan, *, today: date) -> ScanPaper:
    """A published scan as it is printed: never more than everybody may read."""
    full = queries.scan_in_full(scan, reader_sees_all=False, on=today)
    found = changes(request, full, sees_all=False, on=today)
    changed = [f"{one.title}: {line}" for one in found.parts for line in one.lines] if found else []
    shown = [one.figure for section in full.sections for one in section.items if one.figure]
    return ScanPaper(
        municipality=request.municipality.name,
        area=scan.area.name,
        year=scan.year,
        published_on=day(scan.published_on) if scan.published_on else "",
        made_by=made_by(scan),
        sections=tuple(map(_section, full.sections)),
        changed=tuple(changed),
        address=request.build_absolute_uri(address(request, "scan", slug=scan.area.slug, year=scan.year)),
        fictional=scan.area.division.fictional or any(one.fictional for one in shown),
    )


def _section(section: SectionInFull) -> PaperSection:
    pairs = [(one, one.figure) for one in section.items]
    return PaperSection(
        title=str(PARTS[section.key]),
        words=section.words,
        sure=str(HOW_SURE[section.sure]) if section.sure else "",
        figures=tuple(_figure(figure, one.meaning) for one, figure in pairs if figure is not None),
        voices=tuple(_voice(one) for one, figure in pairs if figure is None),
    )


def _figure(figure: FrozenFigure, meaning: str) -> PaperFigure:
    return PaperFigure(
        name=figure.label,
        value=figures.value(figure),
        period=str(figure.year),
        source=figure.source,
        sure=figures.between(figure),
        meaning=meaning,
    )


def _voice(item: ItemInFull) -> PaperVoice:
    told = item.told
    if told is None:
        return PaperVoice(title="", text=gone(item), kind=kind_of(item.kind, None))
    return PaperVoice(title=told.title, text=told.text, kind=kind_of(item.kind, told), where=told.place)
