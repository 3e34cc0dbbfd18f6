"""Reading a scan, and saying what one thinks of it; nothing of it stays behind in a browser, since tellers may go."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.scans import access, operations, queries
from wijkaanzet.scans.models import Scan, ScanComment
from wijkaanzet.scans.rules.scan import PROCESS
from wijkaanzet.web.acts import Act, ConfirmForm, answer, attempt, filled_in
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.kept import kept_form_data
from wijkaanzet.web.neighbourhood_scan.forms import AnswerForm, CommentForm
from wijkaanzet.web.neighbourhood_scan.reading import Typed, all_comments, scan_page, starts
from wijkaanzet.web.neighbourhood_scan.who import (
    composes,
    is_published,
    scan_to_comment,
    scan_to_make,
    scan_to_read,
)
from wijkaanzet.web.neighbourhood_scan.year import scans_page
from wijkaanzet.web.pages.neighbourhood_scan import NoScanPage
from wijkaanzet.web.scans.area_figures import area_of
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.told.cards import tell_href

TEMPLATE = "web/scan.html"
ACTS = ["GET", "HEAD", "POST"]


@require_safe
@never_cache
def scans_of_area(request: Request, slug: str) -> HttpResponse:
    """The way to the scan that is being made, for who sees it, or else to the newest; or that there is none yet."""
    area, today = area_of(request, slug), clock.today()
    seen = list(
        access.seen_scans(actor_of(request), request.municipality, on=today).filter(area=area).order_by("-year", "id")
    )
    found = next((one for one in seen if not is_published(one)), None) or next(iter(seen), None)
    if found is not None:
        return redirect(address(request, "scan", slug=slug, year=found.year))
    page = NoScanPage(
        area=area.name,
        slug=slug,
        tell_href=tell_href(request, area=slug),
        starts=starts(request, area, today=today) if composes(request, area, on=today) else (),
    )
    return answer(request, "web/scan_none.html", page=page, form=ConfirmForm(None))


@require_safe
@never_cache
def scan(request: Request, slug: str, year: int) -> HttpResponse:
    """The whole scan on one screen."""
    found = scan_to_read(request, slug, year)
    return _shown(request, found, _kept(request, found))


@require_http_methods(ACTS)
@never_cache
def comment(request: Request, slug: str, year: int) -> HttpResponse:
    """Say something of a scan while the network is asked."""
    found = scan_to_comment(request, slug, year)
    form = CommentForm(filled_in(request))
    if form.is_valid() and _commented(request, found, form) is not None:
        messages.success(request, _("Thank you. Who make the scan answer you here."))
        return redirect(address(request, "scan", slug=slug, year=year))
    return _shown(request, found, Typed(comment=form if form.is_bound else None))


@require_http_methods(ACTS)
@never_cache
def answer_comment(request: Request, slug: str, year: int) -> HttpResponse:
    """Say what is done with a comment."""
    found = scan_to_make(request, slug, year)
    form = _answer_form(request, found)
    if form.is_valid() and _answered(request, form) is not None:
        messages.success(request, _("Your answer stands beside the comment."))
        return redirect(f"{address(request, 'scan', slug=slug, year=year)}#comment-{form.about.pk}")
    return _shown(request, found, Typed(answer=form if form.is_bound else None))


@require_safe
@never_cache
def scans(request: Request, year: int) -> HttpResponse:
    """The published scans of a year, by name of the neighbourhood."""
    return render(request, "web/scans.html", {"page": scans_page(request, year)})


def _shown(request: Request, found: Scan, typed: Typed) -> HttpResponse:
    page = scan_page(request, found, typed, today=clock.today())
    return answer(request, TEMPLATE, page=page, form=typed.form)


def _kept(request: Request, found: Scan) -> Typed:
    """What was filled in on the page before the session ended."""
    kept = kept_form_data(request)
    if kept is None:
        return Typed()
    return Typed(comment=CommentForm(kept)) if "text" in kept else Typed(answer=_answer_form(request, found))


def _answer_form(request: Request, found: Scan) -> AnswerForm:
    full = queries.scan_in_full(found, reader_sees_all=True, on=clock.today())
    data = filled_in(request)
    comments = all_comments(full)
    sent = data.get("comment") if data else None
    about = next((one for one in comments if str(one.pk) == sent), None)
    return AnswerForm(data, comments=comments, about=about)


def _commented(request: Request, found: Scan, form: CommentForm) -> ScanComment | None:
    return attempt(
        request,
        lambda actor, at: operations.comment(
            found, section=form.part, text=form.cleaned_data["text"], actor=actor, at=at
        ),
        act=Act("scans.scan.commented", Subject(PROCESS, found.pk)),
        form=form,
    )


def _answered(request: Request, form: AnswerForm) -> ScanComment | None:
    about = form.about
    return attempt(
        request,
        lambda actor, at: operations.answer_comment(about, answer=form.cleaned_data["answer"], actor=actor, at=at),
        act=Act("scans.scan.answered", Subject(PROCESS, about.scan_id)),
        form=form,
    )
