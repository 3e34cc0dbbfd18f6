"""A policy officer brings a division further: each button is one act, and what is refused is said on its page."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.budget import operations as budget
from wijkaanzet.budget.access import own_runs
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.rules.runs import PROCESS, RunStatus
from wijkaanzet.cycle import operations
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.web.acts import Act, ActForm, answer, attempt
from wijkaanzet.web.divisions.run_page import division_page
from wijkaanzet.web.divisions.timeline import decider, due
from wijkaanzet.web.divisions.views import RUN_TEMPLATE
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.numbers import day
from wijkaanzet.web.tenancy import address


@require_POST
def keep(request: Request, public_id: str) -> HttpResponse:
    """Lay it aside as a variant."""
    run, form = own(request, public_id), ActForm(request.POST)
    act = to_enter(run, RunStatus.KEPT)
    done = attempt(request, lambda actor, at: operations.keep(run, actor=actor, at=at), act=act, form=form)
    return _told(request, run, form, done, _("This division is kept as a variant."))


@require_POST
def take_up(request: Request, public_id: str) -> HttpResponse:
    """Go on with a variant."""
    run, form = own(request, public_id), ActForm(request.POST)
    act = to_enter(run, RunStatus.DRAFT)
    done = attempt(request, lambda actor, at: budget.take_up(run, actor=actor, at=at), act=act, form=form)
    return _told(request, run, form, done, _("You go on with this variant."))


@require_POST
def propose(request: Request, public_id: str) -> HttpResponse:
    """Lay it before the body that decides."""
    run, form = own(request, public_id), ActForm(request.POST)
    act = to_enter(run, RunStatus.PROPOSED)
    done = attempt(request, lambda actor, at: operations.propose(run, actor=actor, at=at), act=act, form=form)
    return _told(request, run, form, done, _proposed(done) if done else "")


@require_POST
def go_on(request: Request, public_id: str) -> HttpResponse:
    """Close the invitations that lapsed without advice."""
    run, form = own(request, public_id), ActForm(request.POST)
    act = to_enter(run, RunStatus.ADVISED)
    done = attempt(request, lambda actor, at: operations.go_on_without(run, actor=actor, at=at), act=act, form=form)
    return _told(request, run, form, done, _("The invitations that lapsed are closed."))


def own(request: Request, public_id: str) -> AllocationRun:
    """A division that this person prepares; 404 for anybody else."""
    runs = own_runs(actor_of(request), request.municipality, on=clock.today())
    return get_object_or_404(runs, public_id=public_id)


def to_enter(run: AllocationRun, status: RunStatus) -> Act:
    """The act that leads to a state, as the audit log calls it."""
    return Act(f"{PROCESS}.{status}", Subject(PROCESS, run.id))


def _told(request: Request, run: AllocationRun, form: ActForm, done: AllocationRun | None, said: str) -> HttpResponse:
    """Back to the division with a message; refused, the same page says why."""
    if done is None:
        return answer(request, RUN_TEMPLATE, page=division_page(request, run, today=clock.today()), form=form)
    messages.success(request, said)
    return redirect(address(request, "division-run", public_id=run.public_id))


def _proposed(run: AllocationRun) -> str:
    """Who decides now, and until when."""
    arrangement = arrangements.nearest(run.municipality, on=run.status_since)
    until = due(run)
    words = {"body": decider(arrangement), "day": day(until) if until else ""}
    return _("The division is proposed. Now %(body)s decides, up to and including %(day)s.") % words
