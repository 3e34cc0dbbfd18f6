"""Making a scan: beginning it, filling its parts, putting it before the network and publishing it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.scans import operations
from wijkaanzet.scans.models import Scan, ScanSection
from wijkaanzet.scans.rules.scan import PROCESS, ScanPartKey, ScanStatus
from wijkaanzet.web.acts import Act, ConfirmForm, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.neighbourhood_scan.compose import ask_page, compose_page, publish_page
from wijkaanzet.web.neighbourhood_scan.forms import SectionForm
from wijkaanzet.web.neighbourhood_scan.reading import starts
from wijkaanzet.web.neighbourhood_scan.section import section_form, section_page
from wijkaanzet.web.neighbourhood_scan.who import composes, is_published, part_of, scan_to_make
from wijkaanzet.web.pages.neighbourhood_scan import ConfirmPage, NoScanPage
from wijkaanzet.web.scans.area_figures import area_of
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.told.cards import tell_href

ACTS = ["GET", "HEAD", "POST"]


class Confirming(Protocol):
    """The page that says what a step does."""

    def __call__(self, request: Request, scan: Scan, /, *, today: date) -> ConfirmPage: ...


@dataclass(frozen=True)
class Step:
    """A step that is confirmed first: from which status to which, and what is said of it."""

    starts: ScanStatus
    ends: ScanStatus
    page: Confirming
    done: Promise


ASK = Step(ScanStatus.DRAFT, ScanStatus.COMMENTING, ask_page, gettext_lazy("It is open for comments."))
PUBLISH = Step(
    ScanStatus.COMMENTING,
    ScanStatus.PUBLISHED,
    publish_page,
    gettext_lazy("It is published. Everybody can read it."),
)


@require_POST
def start(request: Request, slug: str, year: int) -> HttpResponse:
    """Begin the scan of a year."""
    area, today = area_of(request, slug), clock.today()
    if not composes(request, area, on=today):
        raise Http404
    form = ConfirmForm(request.POST)
    begun = attempt(
        request,
        lambda actor, at: operations.start_scan(area, year=year, actor=actor, at=at),
        act=Act("scans.scan.started", Subject(PROCESS, 0)),
        form=form,
    )
    if begun is not None:
        return redirect(address(request, "scan-compose", slug=slug, year=year))
    to_tell = tell_href(request, area=slug)
    page = NoScanPage(area=area.name, slug=slug, tell_href=to_tell, starts=starts(request, area, today=today))
    return answer(request, "web/scan_none.html", page=page, form=form)


@require_safe
@never_cache
def compose(request: Request, slug: str, year: int) -> HttpResponse:
    """What stands in each part, what can still be chosen, and the next step."""
    scan = scan_to_make(request, slug, year)
    if is_published(scan):
        return redirect(address(request, "scan", slug=slug, year=year))
    return _composing(request, scan, ConfirmForm(None))


@require_http_methods(ACTS)
@never_cache
def section(request: Request, slug: str, year: int, part: str) -> HttpResponse:
    """Fill one part: its words, how sure, and what it rests on."""
    scan, key, today = scan_to_make(request, slug, year), part_of(part), clock.today()
    if request.method != "POST" and scan.status != ScanStatus.DRAFT:
        return redirect(address(request, "scan-compose", slug=slug, year=year))
    form = section_form(request, scan, key, filled_in(request), today=today)
    if form.is_valid() and _filled(request, scan, key, form) is not None:
        page = section_page(request, scan, key, form)
        messages.success(request, _("“%(part)s” is kept.") % {"part": page.title})
        return redirect(address(request, "scan-compose", slug=slug, year=year))
    return answer(request, "web/scan_section.html", page=section_page(request, scan, key, form), form=form)


@require_http_methods(ACTS)
@never_cache
def ask(request: Request, slug: str, year: int) -> HttpResponse:
    """Put a scan before the network."""
    scan = scan_to_make(request, slug, year)
    return _step(request, scan, ASK, lambda actor, at: operations.ask_network(scan, actor=actor, at=at))


@require_http_methods(ACTS)
@never_cache
def publish(request: Request, slug: str, year: int) -> HttpResponse:
    """Let everybody read a scan."""
    scan = scan_to_make(request, slug, year)
    return _step(request, scan, PUBLISH, lambda actor, at: operations.publish_scan(scan, actor=actor, at=at))


@require_POST
def take_back(request: Request, slug: str, year: int) -> HttpResponse:
    """Work on a scan again."""
    scan, form = scan_to_make(request, slug, year), ConfirmForm(request.POST)
    taken = attempt(
        request,
        lambda actor, at: operations.take_back(scan, actor=actor, at=at),
        act=_act(scan, ScanStatus.DRAFT),
        form=form,
    )
    if taken is None:
        return _composing(request, scan, form)
    messages.success(request, _("You can work on the scan again. What people said about it stays."))
    return redirect(address(request, "scan-compose", slug=slug, year=year))


def _step(request: Request, scan: Scan, step: Step, done: Callable[[Actor, datetime], Scan]) -> HttpResponse:
    """Say what a step does, and do it when it is confirmed."""
    overview = address(request, "scan-compose", slug=scan.area.slug, year=scan.year)
    if request.method != "POST" and scan.status != step.starts:
        return redirect(overview)
    form = ConfirmForm(filled_in(request))
    if form.is_valid() and attempt(request, done, act=_act(scan, step.ends), form=form) is not None:
        messages.success(request, str(step.done))
        return redirect(address(request, "scan", slug=scan.area.slug, year=scan.year))
    page = step.page(request, scan, today=clock.today())
    return answer(request, "web/scan_confirm.html", page=page, form=form)


def _act(scan: Scan, to: ScanStatus) -> Act:
    return Act(f"scans.scan.{to}", Subject(PROCESS, scan.pk))


def _filled(request: Request, scan: Scan, key: ScanPartKey, form: SectionForm) -> ScanSection | None:
    return attempt(
        request,
        lambda actor, at: operations.fill_section(scan, section=key, filled=form.filled, actor=actor, at=at),
        act=Act("scans.scan.filled", Subject(PROCESS, scan.pk)),
        form=form,
    )


def _composing(request: Request, scan: Scan, form: ConfirmForm) -> HttpResponse:
    page = compose_page(request, scan, today=clock.today())
    return answer(request, "web/scan_compose.html", page=page, form=form)
