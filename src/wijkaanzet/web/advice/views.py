"""One address for a request for advice: who is asked gives it, who asked answers it, others read it."""

from collections.abc import Callable
from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from wijkaanzet.decisions import access
from wijkaanzet.decisions.models import AdviceRequest
from wijkaanzet.decisions.rules import AdviceStatus
from wijkaanzet.kernel import clock
from wijkaanzet.web.advice import answering, giving
from wijkaanzet.web.advice.build import read_page
from wijkaanzet.web.http import Request, actor_of

View = Callable[[Request, AdviceRequest], HttpResponse]


@require_http_methods(["GET", "HEAD", "POST"])
def advice(request: Request, public_id: str) -> HttpResponse:
    """The form that fits this person and the state; else what was asked and said."""
    today = clock.today()
    seen = access.advice_requests(actor_of(request), request.municipality, on=today)
    found = get_object_or_404(seen, public_id=public_id)
    act = _act_of(request, found, today=today)
    if act is not None:
        return act(request, found)
    if request.method == "POST":
        raise Http404
    return render(request, "web/advice_request.html", {"page": read_page(request, found, today=today)})


def _act_of(request: Request, found: AdviceRequest, *, today: date) -> View | None:
    """What this person does here: in its state, or too late with a form that is still open."""
    actor, acts = actor_of(request), request.method == "POST"
    gives = request.POST.get("act") != "answer" and access.advises_for(actor, found.body, on=today)
    if gives and (acts or found.status == AdviceStatus.ASKED):
        return giving.give
    if (acts or found.status == AdviceStatus.GIVEN) and access.answers(actor, found, on=today):
        return answering.answer_points
    return None
