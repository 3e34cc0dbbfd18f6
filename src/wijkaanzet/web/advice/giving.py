"""Who advises for a body writes its advice down, point by point."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from wijkaanzet.decisions import operations
from wijkaanzet.decisions.models import AdviceRequest
from wijkaanzet.decisions.rules import AdviceStatus
from wijkaanzet.decisions.rules.advice import PROCESS
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.advice.build import give_page
from wijkaanzet.web.advice.forms import PointsForm
from wijkaanzet.web.http import Request
from wijkaanzet.web.tenancy import address

TEMPLATE = "web/advice_request.html"


def give(request: Request, found: AdviceRequest) -> HttpResponse:
    """The points as they are sent; or, when one more is asked, the same points with room for it."""
    if "more" in request.POST:
        form = PointsForm.longer(request.POST)
    else:
        form = PointsForm(filled_in(request))
        if form.is_valid() and _given(request, found, form):
            return redirect(address(request, "advice", public_id=found.public_id))
    page = give_page(request, found, form, today=clock.today())
    return answer(request, TEMPLATE, page=page, form=form)


def _given(request: Request, found: AdviceRequest, form: PointsForm) -> bool:
    done = attempt(
        request,
        lambda actor, at: operations.give_advice(found, points=form.points, actor=actor, at=at),
        act=Act(f"{PROCESS}.{AdviceStatus.GIVEN}", Subject(PROCESS, found.id)),
        form=form,
    )
    if done is None:
        return False
    messages.success(request, _("Thank you. Your advice is given, and every point gets an answer."))
    return True
