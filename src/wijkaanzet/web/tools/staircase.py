"""The staircase: how far the municipality goes itself. It says so; the network reads it, and residents what follows."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.arrangements.rules import Principle, Staircase
from wijkaanzet.kernel import clock
from wijkaanzet.plans.access import sets_staircase
from wijkaanzet.plans.operations.tools import Filled, set_staircase
from wijkaanzet.plans.rules.tools import STAIRCASE_SET, Cell, ToolKind, expectations
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.pages.tools import Cross, Expected, Named, PrincipleRow, StaircasePage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.tools.forms import SheetForm, StaircaseForm
from wijkaanzet.web.tools.head import head_of
from wijkaanzet.web.tools.who import SheetAt, sheet_of_network, sheet_of_plan

ACTS = ["GET", "HEAD", "POST"]
NO_STAIRCASE = Staircase(name="", steps=(), principles=())


@require_http_methods(ACTS)
@never_cache
def of_network(request: Request, network: str) -> HttpResponse:
    """The staircase of a network in this year, or an earlier one to read."""
    return _sheet(request, sheet_of_network(request, network, ToolKind.STAIRCASE))


@require_http_methods(ACTS)
@never_cache
def of_plan(request: Request, public_id: str) -> HttpResponse:
    """The staircase that is kept with a plan."""
    return _sheet(request, sheet_of_plan(request, public_id, ToolKind.STAIRCASE))


def _sheet(request: Request, at: SheetAt) -> HttpResponse:
    sets = sets_staircase(actor_of(request), at.network, on=clock.today())
    if request.method == "POST" and not sets:
        raise Http404
    staircase = at.now.arrangement.staircase or NO_STAIRCASE
    form = StaircaseForm(filled_in(request), now=at.now, staircase=staircase)
    if form.is_valid() and _set(request, at, form) is not None:
        messages.success(request, _("It is kept."))
        return redirect(request.path)
    page = _page(request, at, staircase, form=form, acts=sets and at.is_open and bool(staircase.steps))
    return answer(request, "web/tool_staircase.html", page=page, form=form)


def _page(request: Request, at: SheetAt, staircase: Staircase, *, form: StaircaseForm, acts: bool) -> StaircasePage:
    seen = str(at.now.version) if form.refused else form.seen  # who was refused has looked at what it says now
    head = head_of(request, at, lead=_lead(), version=seen)
    return StaircasePage(
        head=head,
        steps=tuple(Named(name=one.name, also_called=one.also_called, means=one.means) for one in staircase.steps),
        rows=tuple(_row(at, staircase, one, form) for one in staircase.principles),
        expected=expected(staircase, at.now.marks),
        source=staircase.source,
        is_read=form.refused is not None or not acts,
        buttons=Buttons(submit=_("Keep it"), actions=(head.back,)) if acts else None,
    )


def expected(staircase: Staircase, marks: frozenset[Cell]) -> tuple[Expected, ...]:
    """What residents may expect, as it is shown to them."""
    return tuple(Expected(about=one.about, sentences=one.sentences) for one in expectations(staircase, marks))


def _lead() -> str:
    return _(
        "The later in the row, the more the municipality does itself. The municipality says where it stands and "
        "why; talk about it together. Residents read only what they may expect."
    )


def _row(at: SheetAt, staircase: Staircase, one: Principle, form: StaircaseForm) -> PrincipleRow:
    return PrincipleRow(
        name=one.name,
        direction=one.direction,
        crosses=tuple(
            Cross(step=step.name, stands=Cell(one.key, step.key) in at.now.marks) for step in staircase.steps
        ),
        why=at.now.notes.get(Cell(one.key), ""),
        fields=(form.steps(one.key), form.note(Cell(one.key))),
    )


def _set(request: Request, at: SheetAt, form: SheetForm) -> Filled | None:
    return attempt(
        request,
        lambda actor, now: set_staircase(at.network, plan=at.plan, hand_in=form.hand_in, actor=actor, at=now),
        act=Act(STAIRCASE_SET, at.subject),
        form=form,
    )
