"""Figures come in: the list, one table, and what can be done with it; each act has an address of its own."""

from collections.abc import Callable
from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkaanzet.areas.models import Division
from wijkaanzet.cycle import operations as cycle
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.progress import percentage
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.scans import access, operations, queries
from wijkaanzet.scans.models import FigureImport
from wijkaanzet.scans.rules.importing import PROCESS, FigureImportStatus, Origin
from wijkaanzet.web.acts import Act, ActForm, ConfirmForm, answer, attempt, filled_in
from wijkaanzet.web.areas.build import division_now
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.scans import build
from wijkaanzet.web.scans.forms import FirstUploadForm, MappingForm, UndoForm, UploadForm
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.uploads import Kind, takes_upload

LIST, ONE = "web/figure_imports.html", "web/figure_import.html"
ACTS = ("GET", "HEAD", "POST")


@takes_upload(Kind.TABLE)
@require_http_methods(ACTS)
def imports(request: Request) -> HttpResponse:
    """The tables that came in, and the form to bring in another."""
    actor, today = actor_of(request), clock.today()
    acts = access.may_import(actor, request.municipality, on=today)
    if not (acts or (access.may_see_imports(actor, request.municipality, on=today) and request.method != "POST")):
        raise Http404
    _arrangement, division = division_now(request.municipality, today=today)
    asked = {"for_year": today.year + 1, "year": today.year}
    divided = division is not None
    form_class = UploadForm if divided else FirstUploadForm
    form = form_class(filled_in(request), request.FILES or None, initial=asked)
    if form.is_valid():
        taken = _uploaded(request, division, form)
        if taken is not None:
            messages.success(request, _("The file is here. Check below what its columns mean."))
            return _to(request, taken)
    seen = access.visible_imports(actor, request.municipality, on=today).order_by("-id")
    page = build.imports_page(request, seen, acts=acts, divided=divided)
    return answer(request, LIST, page=page, form=form)


@require_safe
def one(request: Request, public_id: str) -> HttpResponse:
    """One table: what was understood of it, and what can be done with it now."""
    actor, today = actor_of(request), clock.today()
    seen = access.visible_imports(actor, request.municipality, on=today)
    found = get_object_or_404(seen, public_id=public_id)
    acts = access.may_import(actor, request.municipality, on=today)
    kept = filled_in(request) or QueryDict()
    asked = acts and "decimal" in kept and found.content is not None
    mapping = build.mapping_form(found, queries.overview_of(found), kept) if asked else None
    page = build.import_page(found, acts=acts, mapping=mapping, undo=UndoForm(kept) if "reason" in kept else None)
    return render(request, ONE, {"page": page, "form": ConfirmForm()})


@require_safe
def progress(request: Request, public_id: str) -> HttpResponse:
    """How far the import of a table is, as a piece of its page; empty while nothing is going on."""
    seen = access.visible_imports(actor_of(request), request.municipality, on=clock.today())
    found = get_object_or_404(seen, public_id=public_id)
    percent = percentage(Subject(PROCESS, found.pk))
    return render(request, "web/includes/figure_progress.html", {"percent": percent})


@require_http_methods(ACTS)
def map_columns(request: Request, public_id: str) -> HttpResponse:
    """Say what the columns mean; then the page shows what importing would do."""
    found = _own(request, public_id)
    if found.content is None:
        return _refused(request, found, ConfirmForm(filled_in(request)))
    form = build.mapping_form(found, queries.overview_of(found), filled_in(request))
    if form.is_valid() and _mapped(request, found, form):
        messages.success(request, _("This is what importing would do. Nothing has been imported yet."))
        return _to(request, found)
    return answer(request, ONE, page=build.import_page(found, acts=True, mapping=form), form=form)


@require_http_methods(ACTS)
def run(request: Request, public_id: str) -> HttpResponse:
    """Bring the figures in; from then on everybody can read them."""
    found = _own(request, public_id)
    form = ConfirmForm(filled_in(request))

    def act(actor: Actor, at: datetime) -> FigureImport:
        return cycle.import_figures(found, actor=actor, at=at)

    if form.is_valid() and _done(request, found, act, FigureImportStatus.IMPORTED, form):
        messages.success(request, _("The figures are in. Everybody can read them now, marked as not yet discussed."))
        return _to(request, found)
    return _refused(request, found, form)


@require_http_methods(ACTS)
def refuse(request: Request, public_id: str) -> HttpResponse:
    """Throw a table away that should not have come in."""
    found = _own(request, public_id)
    form = ConfirmForm(filled_in(request))

    def act(actor: Actor, at: datetime) -> FigureImport:
        return operations.refuse(found, actor=actor, at=at)

    if form.is_valid() and _done(request, found, act, FigureImportStatus.REFUSED, form):
        messages.success(request, _("The file has been thrown away. Your neighbourhoods stay as they are."))
        return redirect(address(request, "figure-imports"))
    return _refused(request, found, form)


@require_http_methods(ACTS)
def undo(request: Request, public_id: str) -> HttpResponse:
    """Take imported figures back, with the reason."""
    found = _own(request, public_id)
    form = UndoForm(filled_in(request))

    def act(actor: Actor, at: datetime) -> FigureImport:
        return cycle.undo_figures(found, reason=form.cleaned_data["reason"], actor=actor, at=at)

    if form.is_valid() and _done(request, found, act, FigureImportStatus.UNDONE, form):
        messages.success(request, _("The figures have been taken back and erased."))
        return _to(request, found)
    return _refused(request, found, form)


def _own(request: Request, public_id: str) -> FigureImport:
    own = access.own_imports(actor_of(request), request.municipality, on=clock.today())
    return get_object_or_404(own.defer(None), public_id=public_id)


def _uploaded(request: Request, division: Division | None, form: UploadForm) -> FigureImport | None:
    told = form.cleaned_data
    new = operations.Upload(
        content=told["file"].read(),
        file_name=told["file"].name,
        source=told["source"],
        year=told["year"],
        for_year=told["for_year"],
        fictional=told["fictional"],
        region_year=told["region_year"],
        origin=Origin.OWN if told["own"] else Origin.PUBLISHED,
        provisional=told["provisional"],
    )
    municipality = request.municipality

    name = _("Neighbourhoods as CBS has them")

    def act(actor: Actor, at: datetime) -> FigureImport:
        return cycle.upload_figures(municipality, division=division, new=new, name=name, actor=actor, at=at)

    what = Subject("areas.division", division.id if division else 0)
    return attempt(request, act, act=Act("scans.figure_import.uploaded", what), form=form)


def _mapped(request: Request, found: FigureImport, form: MappingForm) -> bool:
    def act(actor: Actor, at: datetime) -> FigureImport:
        return operations.map_columns(found, mapping=form.mapping, actor=actor, at=at)

    return _done(request, found, act, FigureImportStatus.MAPPED, form)


def _done(
    request: Request,
    found: FigureImport,
    act: Callable[[Actor, datetime], FigureImport],
    status: FigureImportStatus,
    form: ActForm,
) -> bool:
    what = Act(f"scans.figure_import.{status}", Subject(PROCESS, found.id))
    return attempt(request, act, act=what, form=form) is not None


def _refused(request: Request, found: FigureImport, form: ActForm) -> HttpResponse:
    undo_form = form if isinstance(form, UndoForm) else None
    return answer(request, ONE, page=build.import_page(found, acts=True, undo=undo_form), form=form)


def _to(request: Request, found: FigureImport) -> HttpResponse:
    return redirect(address(request, "figure-import", public_id=found.public_id))
