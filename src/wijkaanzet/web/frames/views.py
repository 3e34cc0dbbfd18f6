"""The frame of a year: prepared by a policy officer, recorded by the clerk of the council, then read by everybody."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from wijkaanzet.budget import operations, queries
from wijkaanzet.budget.access import may_prepare, visible_frames
from wijkaanzet.budget.models import BudgetFrame
from wijkaanzet.budget.rules import entries
from wijkaanzet.budget.rules.frames import PROCESS, FrameStatus
from wijkaanzet.decisions.access import records_for
from wijkaanzet.decisions.rules import Kind, Step
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.decisions.owners import OWNERS
from wijkaanzet.web.decisions.record import KindQuestion, Matter, record
from wijkaanzet.web.frames.build import frame_page, record_page
from wijkaanzet.web.frames.form import FrameForm
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.pages.recording import FramePage
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.words import of_year, word

TEMPLATE = "web/frame.html"
ABOUT_KIND = KindQuestion(
    label=gettext_lazy("Can people object to this?"),
    help_text=gettext_lazy(
        "Mostly they cannot: the council sets money apart, and that decides nothing about anybody yet."
    ),
    answers={
        Kind.AGREEMENT: gettext_lazy("No, the council only sets money apart"),
        Kind.LEGAL_ACT: gettext_lazy("Yes, it is a decision in law"),
    },
    usual=Kind.AGREEMENT,
)
"""Setting money apart (Gemeentewet 189) mostly is no legal act (Awb 1:3); a municipality may have made it one."""


@require_http_methods(["GET", "HEAD", "POST"])
def frame(request: Request, year: int) -> HttpResponse:
    """What the council gives for a year; a policy officer fills it in as long as the council has not decided."""
    today, actor = clock.today(), actor_of(request)
    found = visible_frames(actor, request.municipality, on=today).filter(year=year).first()
    prepares = may_prepare(actor, request.municipality, on=today) and _likely(year)
    editing = prepares and (found is None or found.status != FrameStatus.DECIDED)
    if found is None and not prepares:
        raise Http404
    if request.method == "POST" and not editing:
        if prepares:
            raise Refused("frame_exists", year=year)
        raise Http404
    form = _form(request, year, found)
    if editing and form.is_valid() and _kept(request, year, found, form):
        return redirect(address(request, "frame", year=year))
    page = frame_page(request, found, editing=editing, today=today) if found else FramePage(year=year, editing=True)
    return answer(request, TEMPLATE, page=page, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: Request, year: int) -> HttpResponse:
    """The clerk of the council records what it decided. A frame that was decided, or went back, says so."""
    today, actor = clock.today(), actor_of(request)
    found = get_object_or_404(visible_frames(actor, request.municipality, on=today), year=year)
    council = queries.council_of(found)
    if council is None or not records_for(actor, council, on=today):
        raise Http404
    if found.status == FrameStatus.DECIDED and request.method != "POST":
        raise Refused("already_decided")
    if found.status != FrameStatus.DRAFT and request.method != "POST":
        raise Refused("wrong_state", status=found.status, wanted=FrameStatus.DECIDED)
    decide_frame = OWNERS[PROCESS]
    return record(
        request,
        Matter(
            subject=Subject(PROCESS, found.id),
            step=Step.FRAME,
            body=council,
            decide=lambda minutes, actor, at: decide_frame(found, minutes=minutes, actor=actor, at=at),
            page=record_page(request, found, council),
            about_kind=ABOUT_KIND,
        ),
    )


def _likely(year: int) -> bool:
    return entries.FIRST_YEAR <= year <= entries.LAST_YEAR


def _form(request: Request, year: int, found: BudgetFrame | None) -> FrameForm:
    """Starts from what is there, else from what the council gave the year before."""
    words = of_year(request.municipality, year)
    if found is None:
        cents = queries.decided_frame_cents(request.municipality, year - 1)
    else:
        cents = {line.earmark: line.amount_cents for line in queries.lines_of_frame(found)}
    names = {key: word(words, "earmark", key) for key in words.earmarks}
    return FrameForm(filled_in(request), names=names, cents=cents)


def _kept(request: Request, year: int, found: BudgetFrame | None, form: FrameForm) -> bool:
    done = attempt(
        request,
        lambda actor, at: operations.prepare_frame(
            request.municipality, year=year, lines=form.lines, actor=actor, at=at
        ),
        act=Act(f"{PROCESS}.draft", Subject(PROCESS, found.id if found else 0)),
        form=form,
    )
    if done is None:
        return False
    messages.success(request, _("The frame of %(year)s lies before the council.") % {"year": year})
    return True
