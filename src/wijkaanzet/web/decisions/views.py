"""The list of decisions, the page of one, and making it known."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from wijkaanzet.cycle.operations import make_known
from wijkaanzet.decisions import access, operations, queries
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import PROCESS
from wijkaanzet.decisions.rules.notices import PROCESS as NOTICE
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.web.acts import Act, ActForm, answer, attempt
from wijkaanzet.web.decisions import build
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.tenancy import address


@require_safe
def decisions(request: Request) -> HttpResponse:
    """Every published decision of the municipality."""
    page = build.decisions_page(request, today=clock.today())
    return render(request, "web/decisions.html", {"page": page})


@require_safe
def decision(request: Request, public_id: str) -> HttpResponse:
    """One decision: who, what, why, the money that moved on it, and how to object."""
    return _page(request, _found(request, public_id), ActForm())


@require_POST
def publish(request: Request, public_id: str) -> HttpResponse:
    """The clerk of the body makes a decision known."""
    found = _found(request, public_id)
    if not access.records_for(actor_of(request), found.body, on=clock.today()):
        raise Http404
    form = ActForm(request.POST)
    done = attempt(
        request,
        lambda actor, at: make_known(found, actor=actor, at=at),
        act=Act("decisions.decision.published", Subject(PROCESS, found.id)),
        form=form,
    )
    if done is None:
        return _page(request, found, form)
    messages.success(request, _("The decision is made known."))
    return redirect(address(request, "decision", public_id=public_id))


@require_POST
def send_notice(request: Request, public_id: str, body: str) -> HttpResponse:
    """The one who has to tell a body of a decision says that it was told."""
    found = _found(request, public_id)
    notice = get_object_or_404(queries.notices_of(found), body__key=body)
    if not access.records_for(actor_of(request), notice.sender, on=clock.today()):
        raise Http404
    form = ActForm(request.POST)
    done = attempt(
        request,
        lambda actor, at: operations.send_notice(notice, actor=actor, at=at),
        act=Act("decisions.notice.sent", Subject(NOTICE, notice.id)),
        form=form,
    )
    if done is None:
        return _page(request, found, form)
    messages.success(request, _("%(body)s was told.") % {"body": notice.body.name})
    return redirect(address(request, "decision", public_id=public_id))


def _found(request: Request, public_id: str) -> Decision:
    visible = access.visible_decisions(actor_of(request), request.municipality, on=clock.today())
    return get_object_or_404(visible, public_id=public_id)


def _page(request: Request, found: Decision, form: ActForm) -> HttpResponse:
    page = build.decision_page(request, found, today=clock.today())
    return answer(request, "web/decision.html", page=page, form=form)
