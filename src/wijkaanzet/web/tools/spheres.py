"""The talk about circles: which circle, what we hope for, who has a say, and what each can do."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.arrangements.rules import Question
from wijkaanzet.plans.operations.tools import Filled, fill_spheres
from wijkaanzet.plans.rules.tools import SPHERES_FILLED, Cell, ToolKind
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.pages.tools import Named, QuestionRow, SpheresPage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.meaning import meanings
from wijkaanzet.web.tools.forms import SpheresForm
from wijkaanzet.web.tools.head import head_of
from wijkaanzet.web.tools.who import SheetAt, sheet_of_network, sheet_of_plan

ACTS = ["GET", "HEAD", "POST"]


@require_http_methods(ACTS)
@never_cache
def of_network(request: Request, network: str) -> HttpResponse:
    """The sheet of a network in this year, or an earlier one to read."""
    return _sheet(request, sheet_of_network(request, network, ToolKind.SPHERES))


@require_http_methods(ACTS)
@never_cache
def of_plan(request: Request, public_id: str) -> HttpResponse:
    """The sheet that is kept with a plan."""
    return _sheet(request, sheet_of_plan(request, public_id, ToolKind.SPHERES))


def _sheet(request: Request, at: SheetAt) -> HttpResponse:
    form = SpheresForm(filled_in(request), now=at.now, spheres=at.now.arrangement.spheres)
    if form.is_valid() and (filled := _filled(request, at, form)) is not None:
        _tell(request, at, filled)
        return redirect(request.path)
    return answer(request, "web/tool_spheres.html", page=_page(request, at, form), form=form)


def _page(request: Request, at: SheetAt, form: SpheresForm) -> SpheresPage:
    spheres, head = at.now.arrangement.spheres, head_of(request, at, lead=_lead(), version=form.seen)
    texts = [question.text for question in spheres.questions] + [circle.means for circle in spheres.circles]
    return SpheresPage(
        head=head,
        circles=tuple(Named(name=one.name, means=one.means) for one in spheres.circles),
        rows=tuple(_row(at, question, form) for question in spheres.questions),
        meanings=meanings(at.now.arrangement, [*texts, *at.now.notes.values()]),
        buttons=Buttons(submit=_("Keep it"), actions=(head.back,)) if at.is_open else None,
    )


def _lead() -> str:
    return _(
        "Put this on the table when you talk about who does what. Write down what is said, never who said it. Only who "
        "writes along reads this. Nothing has to be filled in."
    )


def _row(at: SheetAt, question: Question, form: SpheresForm) -> QuestionRow:
    cells = [Cell(question.key, circle.key) for circle in at.now.arrangement.spheres.circles]
    return QuestionRow(
        text=question.text,
        notes=tuple(at.now.notes.get(cell, "") for cell in cells),
        fields=tuple(map(form.note, cells)),
    )


def _filled(request: Request, at: SheetAt, form: SpheresForm) -> Filled | None:
    return attempt(
        request,
        lambda actor, now: fill_spheres(at.network, plan=at.plan, hand_in=form.hand_in, actor=actor, at=now),
        act=Act(SPHERES_FILLED, at.subject),
        form=form,
    )


def _tell(request: Request, at: SheetAt, filled: Filled) -> None:
    messages.success(request, _("It is kept."))
    texts = {one.key: one.text for one in at.now.arrangement.spheres.questions}
    for row in dict.fromkeys(cell.row for cell in filled.both):
        said = _("Somebody else wrote here as well: “%(question)s” Both texts stand below each other now.")
        messages.warning(request, said % {"question": texts[row]})
