"""Looking at what fell away from a plan: going on without, or changing the plan; nobody is asked why."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkaanzet.kernel import clock
from wijkaanzet.plans import operations
from wijkaanzet.plans.models import Contribution
from wijkaanzet.plans.queries import who_brings
from wijkaanzet.plans.rules.plans import OPEN, PlanStatus
from wijkaanzet.web.acts import ActForm, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks.looking import fit_to_be_read
from wijkaanzet.web.pages.plan_priorities import FormPage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.plan_life.words import is_over
from wijkaanzet.web.plan_priorities import words
from wijkaanzet.web.plan_trail import trail
from wijkaanzet.web.tenancy import address


class GoOnForm(ActForm):
    """That the network goes on without, and why if it wants to say so."""

    why = forms.CharField(
        label=gettext_lazy("Why is that possible?"),
        help_text=gettext_lazy("One sentence for who writes along. You can leave it empty. Give no names of people."),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def go_on(request: Request, kept: Contribution) -> HttpResponse:
    """Go on without what somebody took back, or see which other ways there are."""
    form = GoOnForm(filled_in(request))
    fit = form.is_valid() and fit_to_be_read(request, form, {"why": form.cleaned_data["why"]})
    if fit and _gone_on(request, kept, form) is not None:
        messages.success(request, _("It is written down that the network goes on without."))
        return redirect(words.href(request, kept.priority))
    page = FormPage(
        trail=trail(request, kept.priority.plan),
        title=_("Go on without this?"),
        lead=f"{who_brings(kept)}: {kept.what}",
        points=(
            _("They said yes before, and take it back now. That is always possible. Nobody has to explain it."),
            _("In the plan that everybody reads it stands no longer."),
        ),
        buttons=Buttons(submit=_("Yes, go on without"), actions=(*_other_ways(request, kept), _back(request, kept))),
    )
    return answer(request, "web/priority_form.html", page=page, form=form)


def _other_ways(request: Request, kept: Contribution) -> tuple[Action, ...]:
    """Changing a plan that holds; while it is written, asking somebody else."""
    plan = kept.priority.plan
    if plan.status == PlanStatus.ADOPTED and not is_over(plan, today=clock.today()):
        href = address(request, "plan-amend", public_id=plan.public_id)
        return (Action(label=_("Change the plan"), href=href, kind="secondary"),)
    if plan.status not in OPEN:
        return ()
    others = (
        ("priority-ask-residents", _("Ask residents")),
        ("priority-ask", _("Ask an organisation or the municipality")),
    )
    return tuple(
        Action(label=label, href=words.href(request, kept.priority, name), kind="secondary") for name, label in others
    )


def _back(request: Request, kept: Contribution) -> Action:
    return Action(label=_("Back to the priority"), href=words.href(request, kept.priority), kind="secondary")


def _gone_on(request: Request, kept: Contribution, form: GoOnForm) -> Contribution | None:
    why = form.cleaned_data["why"]
    return attempt(
        request,
        lambda actor, at: operations.go_on_without(kept, why=why, actor=actor, at=at),
        act=words.act_on_contribution("gone_on_without", kept),
        form=form,
    )
