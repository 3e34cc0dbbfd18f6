"""A plan rests and is taken up, is changed during its years, looked back at, and ended: one act a page."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.kernel import clock
from wijkaanzet.plans import operations
from wijkaanzet.plans.rules.plans import NEXT, PlanStatus
from wijkaanzet.web.acts import ActForm, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks.looking import fit_to_be_read
from wijkaanzet.web.pages.plan_life import PlanFormPage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.plan_life import words
from wijkaanzet.web.plan_life.forms import RestForm, WhyForm
from wijkaanzet.web.plan_life.stepping import Step, taken
from wijkaanzet.web.plan_life.who import plan_to_keep
from wijkaanzet.web.plan_trail import trail
from wijkaanzet.web.tenancy import address

ACTS = ["GET", "HEAD", "POST"]


@require_http_methods(ACTS)
@never_cache
def rest(request: Request, public_id: str) -> HttpResponse:
    """Let the writing rest."""
    plan = plan_to_keep(request, public_id)
    if request.method != "POST" and plan.status != PlanStatus.WRITING:
        return redirect(words.table_href(request, plan))
    form = RestForm(filled_in(request))
    fit = form.is_valid() and fit_to_be_read(request, form, {"why": form.cleaned_data["why"]})
    told = form.cleaned_data if fit else {}
    step = Step(
        "resting",
        lambda actor, at: operations.rest(
            plan, why=told["why"], look_again_on=told["look_again_on"], actor=actor, at=at
        ),
        _("The plan rests. Everybody can read why, and when you look at it again."),
    )
    page = PlanFormPage(
        trail=trail(request, plan),
        title=_("Let the plan rest"),
        lead=_("A plan may wait. What is written stays as it is."),
        buttons=Buttons(submit=_("Let it rest"), actions=(words.back(request, plan),)),
    )
    return taken(request, plan, form, step, fit=fit, page=page)


@require_http_methods(ACTS)
@never_cache
def amend(request: Request, public_id: str) -> HttpResponse:
    """Change an adopted plan; it holds as it is until the change is adopted too."""
    plan = plan_to_keep(request, public_id)
    if request.method != "POST" and plan.status != PlanStatus.ADOPTED:
        return redirect(words.table_href(request, plan))
    form = WhyForm(filled_in(request))
    fit = form.is_valid() and fit_to_be_read(request, form, {"why": form.cleaned_data["why"]})
    why = form.cleaned_data["why"] if fit else ""
    step = Step(
        "amended",
        lambda actor, at: operations.amend(plan, why=why, actor=actor, at=at),
        _("You can change the plan now. As it was adopted it holds until then."),
    )
    page = PlanFormPage(
        trail=trail(request, plan),
        title=_("Change the plan"),
        lead=_("Things go another way? Then change the plan while it runs."),
        points=(
            _("What was adopted goes on holding until the change is adopted too."),
            _("Everybody can read later what changed, and why."),
        ),
        buttons=Buttons(submit=_("Change the plan"), actions=(words.back(request, plan),)),
    )
    return taken(request, plan, form, step, fit=fit, page=page)


@require_http_methods(ACTS)
@never_cache
def look_back(request: Request, public_id: str) -> HttpResponse:
    """The network looked back at its plan, and goes on with it; once its years are over it ends."""
    plan = plan_to_keep(request, public_id)
    if request.method != "POST" and plan.status != PlanStatus.ADOPTED:
        return redirect(words.table_href(request, plan))
    if request.method != "POST" and words.is_over(plan, today=clock.today()):
        return redirect(address(request, "plan-end", public_id=public_id))
    form = ActForm(filled_in(request))
    step = Step(
        "looked_back",
        lambda actor, at: operations.look_back(plan, actor=actor, at=at),
        _("It is kept. You go on with the plan as it is."),
    )
    page = PlanFormPage(
        trail=trail(request, plan),
        title=_("Look back at the plan"),
        lead=_("Read the plan together: does it still fit what people want?"),
        points=words.to_look_at(plan, today=clock.today()),
        buttons=Buttons(
            submit=_("We looked, and go on with it"),
            actions=(words.way(request, plan, "plan-amend", _("Change the plan")), words.back(request, plan)),
        ),
    )
    return taken(request, plan, form, step, fit=form.is_valid(), page=page)


@require_http_methods(ACTS)
@never_cache
def end(request: Request, public_id: str) -> HttpResponse:
    """The years of a plan are over, or the network lets go of one that was never adopted."""
    plan = plan_to_keep(request, public_id)
    if request.method != "POST" and PlanStatus.ENDED not in NEXT[PlanStatus(plan.status)]:
        return redirect(words.table_href(request, plan))
    form = ActForm(filled_in(request))
    step = Step(
        "ended",
        lambda actor, at: operations.end_plan(plan, actor=actor, at=at),
        _("The plan is over. It can still be read."),
    )
    page = PlanFormPage(
        trail=trail(request, plan),
        title=_("End the plan"),
        lead=_("What is written stays, and nobody can change it any more."),
        points=(_("Was the plan adopted? Then you can end it after its last day."),),
        buttons=Buttons(submit=_("End the plan"), actions=(words.back(request, plan),)),
    )
    return taken(request, plan, form, step, fit=form.is_valid(), page=page)


@require_http_methods(ACTS)
@never_cache
def take_up(request: Request, public_id: str) -> HttpResponse:
    """Go on writing a plan that rested."""
    plan = plan_to_keep(request, public_id)
    if request.method != "POST" and plan.status != PlanStatus.RESTING:
        return redirect(words.table_href(request, plan))
    form = ActForm(filled_in(request))
    step = Step(
        "taken_up",
        lambda actor, at: operations.take_up(plan, actor=actor, at=at),
        _("You can write in the plan again."),
    )
    page = PlanFormPage(
        trail=trail(request, plan),
        title=_("Go on with the plan"),
        lead=_("The plan rests: %(why)s") % {"why": plan.rest_why},
        buttons=Buttons(submit=_("Go on writing"), actions=(words.back(request, plan),)),
    )
    return taken(request, plan, form, step, fit=form.is_valid(), page=page)
