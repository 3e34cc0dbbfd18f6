"""Sheets on which everybody who takes part writes: the talk about circles, and what is meant by words."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.plans.operations.tools import Filled, fill_in
from wijkaanzet.plans.rules.tools import FILLED, Together, ToolKind
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks.looking import box_of, fit_to_be_read
from wijkaanzet.web.pages.tools import Named, NotesPage, NotesRow
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.meaning import meanings
from wijkaanzet.web.tools.forms import NotesForm
from wijkaanzet.web.tools.head import head_of
from wijkaanzet.web.tools.layout import Layout, Row, layout_of
from wijkaanzet.web.tools.who import SheetAt, sheet_of_network, sheet_of_plan

ACTS = ["GET", "HEAD", "POST"]


@require_http_methods(ACTS)
@never_cache
def of_network(request: Request, network: str, kind: Together) -> HttpResponse:
    """The sheet of a network in this year, or an earlier one to read."""
    return _sheet(request, sheet_of_network(request, network, kind), kind)


@require_http_methods(ACTS)
@never_cache
def of_plan(request: Request, public_id: str, kind: Together) -> HttpResponse:
    """The sheet that is kept with a plan."""
    return _sheet(request, sheet_of_plan(request, public_id, kind), kind)


def _sheet(request: Request, at: SheetAt, kind: Together) -> HttpResponse:
    layout = layout_of(kind, at.now.arrangement)
    form = NotesForm(filled_in(request), now=at.now, places=layout.places)
    if form.is_valid() and _fit(request, at, form):
        filled = _filled(request, at, kind, form)
        if filled is not None:
            _tell(request, layout, filled)
            return redirect(request.path)
    return answer(request, "web/tool_together.html", page=_page(request, at, layout, form), form=form)


def _page(request: Request, at: SheetAt, layout: Layout, form: NotesForm) -> NotesPage:
    head = head_of(request, at, lead=layout.lead, version=form.seen)
    explained = () if at.kind is ToolKind.WORDS else [*layout.texts, *at.now.notes.values()]
    return NotesPage(
        head=head,
        asks=layout.asks,
        columns=tuple(Named(name=one.name, means=one.means) for one in layout.columns),
        rows=tuple(_row(at, layout, row, form) for row in layout.rows),
        meanings=meanings(at.now.arrangement, explained),
        looked=box_of(form),
        buttons=Buttons(submit=_("Keep it"), actions=(head.back,)) if at.is_open and layout.rows else None,
    )


def _row(at: SheetAt, layout: Layout, row: Row, form: NotesForm) -> NotesRow:
    cells = layout.cells(row)
    return NotesRow(
        text=row.text,
        means=row.means,
        notes=tuple(at.now.notes.get(cell, "") for cell in cells),
        fields=tuple(map(form.note, cells)),
    )


def _fit(request: Request, at: SheetAt, form: NotesForm) -> bool:
    """Whether what everybody will read with a plan points at nobody; of the circles only who writes along reads."""
    return at.kind is not ToolKind.WORDS or at.plan is None or fit_to_be_read(request, form, form.told)


def _filled(request: Request, at: SheetAt, kind: Together, form: NotesForm) -> Filled | None:
    return attempt(
        request,
        lambda actor, now: fill_in(at.network, kind=kind, plan=at.plan, hand_in=form.hand_in, actor=actor, at=now),
        act=Act(FILLED[kind], at.subject),
        form=form,
    )


def _tell(request: Request, layout: Layout, filled: Filled) -> None:
    messages.success(request, _("It is kept."))
    texts = {row.key: row.text for row in layout.rows}
    for row in dict.fromkeys(cell.row for cell in filled.both):
        said = _("Somebody else wrote here as well: “%(question)s” Both texts stand below each other now.")
        messages.warning(request, said % {"question": texts[row]})
