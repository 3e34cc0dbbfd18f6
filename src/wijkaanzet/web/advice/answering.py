"""Who asked for advice answers every point of it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from wijkaanzet.budget.access import visible_runs
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.cycle import operations
from wijkaanzet.decisions.models import AdviceRequest
from wijkaanzet.decisions.queries import points_of
from wijkaanzet.decisions.rules import AdviceStatus
from wijkaanzet.decisions.rules.advice import PROCESS
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.advice.build import answer_page
from wijkaanzet.web.advice.forms import AnswersForm
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.tenancy import address

TEMPLATE = "web/advice_request.html"


def answer_points(request: Request, found: AdviceRequest) -> HttpResponse:
    """The points with an answer to each; back to the division once they are all there."""
    today = clock.today()
    runs = visible_runs(actor_of(request), request.municipality, on=today)
    run = get_object_or_404(runs, pk=found.subject_id)
    form = AnswersForm(filled_in(request), points=points_of(found))
    if form.is_valid() and _answered(request, run, found, form):
        return redirect(address(request, "division-run", public_id=run.public_id))
    return answer(request, TEMPLATE, page=answer_page(request, found, today=today), form=form)


def _answered(request: Request, run: AllocationRun, found: AdviceRequest, form: AnswersForm) -> bool:
    done = attempt(
        request,
        lambda actor, at: operations.answer_advice(run, request=found, answers=form.answers, actor=actor, at=at),
        act=Act(f"{PROCESS}.{AdviceStatus.ANSWERED}", Subject(PROCESS, found.id)),
        form=form,
    )
    if done is None:
        return False
    messages.success(request, _("Every point of %(body)s has an answer.") % {"body": found.body.name})
    return True
