"""The page on which a policy officer asks advice on a division."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.budget.labels import REFUSALS
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.queries import figures_taken_back
from wijkaanzet.budget.rules.runs import NEXT, RunStatus
from wijkaanzet.cycle import operations
from wijkaanzet.decisions.queries import advising_bodies
from wijkaanzet.decisions.rules import Step
from wijkaanzet.decisions.rules.advice import LONGEST_POINT
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.working_days import add_days
from wijkaanzet.web.acts import ActForm, answer, attempt, filled_in
from wijkaanzet.web.divisions.acts import own, to_enter
from wijkaanzet.web.http import Request
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.divisions import AskAdvicePage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.long_text import LongTextField
from wijkaanzet.web.parts.notices import Alert
from wijkaanzet.web.templatetags.parts import in_words
from wijkaanzet.web.tenancy import address

TEMPLATE = "web/ask_advice.html"


class QuestionForm(ActForm):
    """What advice is asked on."""

    question = LongTextField(
        label=gettext_lazy("What do you want advice on?"),
        help_text=gettext_lazy("One or two sentences. Everybody who is asked gets the same question."),
        error_messages={"required": gettext_lazy("Write down what you want advice on.")},
        max_length=LONGEST_POINT,
    )
    refused_at: ClassVar[Mapping[str, str]] = {"no_question": "question", "text_too_long": "question"}


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: Request, public_id: str) -> HttpResponse:
    """Who is asked and until when, with the question to fill in; where it cannot be asked now the page says why."""
    run = own(request, public_id)
    form = QuestionForm(filled_in(request))
    if form.is_valid() and _asked(request, run, form):
        return redirect(address(request, "division-run", public_id=run.public_id))
    page = _page(request, run, today=clock.today())
    if page.closed and not form.is_bound:
        return render(request, TEMPLATE, {"page": page, "form": form}, status=409)
    return answer(request, TEMPLATE, page=page, form=form)


def _asked(request: Request, run: AllocationRun, form: QuestionForm) -> bool:
    question = form.cleaned_data["question"]
    done = attempt(
        request,
        lambda actor, at: operations.ask_advice(run, question=question, actor=actor, at=at),
        act=to_enter(run, RunStatus.ADVICE_ASKED),
        form=form,
    )
    if done is None:
        return False
    messages.success(request, _("Advice is asked of %(bodies)s.") % {"bodies": in_words(_bodies(run, clock.today()))})
    return True


def _page(request: Request, run: AllocationRun, *, today: date) -> AskAdvicePage:
    bodies = _bodies(run, today)
    terms = arrangements.nearest(run.municipality, on=today).terms
    why_not = _why_not(run, bodies)
    return AskAdvicePage(
        year=run.year,
        href=address(request, "division-run", public_id=run.public_id),
        bodies=bodies,
        until=day(add_days(today, terms.advise_days)),
        buttons=Buttons(submit=_("Ask advice")),
        closed=Alert(text=why_not, tone="problem") if why_not else None,
    )


def _why_not(run: AllocationRun, bodies: tuple[str, ...]) -> str:
    """Why advice cannot be asked now, as the operation would refuse it; empty when it can."""
    if not bodies:
        return str(REFUSALS["nobody_advises"])
    if RunStatus.ADVICE_ASKED not in NEXT[RunStatus(run.status)]:
        return str(REFUSALS["wrong_state"])
    return str(REFUSALS["figures_undone"]) if figures_taken_back(run) else ""


def _bodies(run: AllocationRun, today: date) -> tuple[str, ...]:
    return tuple(body.name for body in advising_bodies(run.municipality, Step.CITY_AREA, on=today))
