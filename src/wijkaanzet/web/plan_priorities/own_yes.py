"""The own yes: with the code of a letter and without an account, or with the account of who is asked."""

from collections.abc import Callable
from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.codes import typed
from wijkaanzet.people.queries import desk_of
from wijkaanzet.plans import access, operations, queries
from wijkaanzet.plans.models import Contribution, Plan, Priority
from wijkaanzet.plans.rules.content import PriorityKept
from wijkaanzet.plans.rules.contributions import ContributionStatus, YesBy, yes_stands
from wijkaanzet.plans.rules.plans import PlanStatus
from wijkaanzet.web.acts import ActForm, answer, attempt, filled_in
from wijkaanzet.web.codes.door import BRING, UnknownCode, behind
from wijkaanzet.web.desks import desk
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.networks.looking import fit_to_be_read
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.plan_priorities import AnswerPage
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.plan_priorities import words
from wijkaanzet.web.plan_reading.parts import MoneyParts
from wijkaanzet.web.plan_reading.words import amounts, informal, place
from wijkaanzet.web.telling.secret import nameless, secret_page
from wijkaanzet.web.tenancy import address

ACTS = ["GET", "HEAD", "POST"]
ANSWERS = {
    "yes": ContributionStatus.CONFIRMED,
    "no": ContributionStatus.DECLINED,
    "back": ContributionStatus.WITHDRAWN,
}
"""What each button says."""


class AnswerForm(ActForm):
    """Yes or no by its button, and what one wants to say with it."""

    says = forms.CharField(
        label=gettext_lazy("Do you want to say something with it?"),
        help_text=gettext_lazy("Everybody can read it. You can leave it empty. Give no names of people."),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    answer = forms.ChoiceField(
        choices=[(one, one) for one in ANSWERS],
        widget=forms.HiddenInput,
        error_messages={"required": gettext_lazy("Choose yes or no.")},
    )


@secret_page
@behind(BRING)
@require_http_methods(ACTS)
def by_code(request: Request, code: str) -> HttpResponse:
    """Say yes or no with the code of a letter; no account is known or asked."""
    kept = queries.contribution_of_code(request.municipality, typed(code))
    if kept is None:
        raise UnknownCode
    here = address(request, "contribution-code", code=code)
    return _answered(request, kept, by=YesBy.CODE, here=here, known_as=nameless)


@secret_page
@require_http_methods(ACTS)
def by_account(request: Request, contribution: str) -> HttpResponse:
    """Say yes or no for the own organisation, or for the municipality."""
    own = access.own_contributions(actor_of(request), request.municipality, on=clock.today())
    kept = get_object_or_404(own, public_id=contribution)
    here = address(request, "contribution", contribution=contribution)
    return _answered(request, kept, by=YesBy.ACCOUNT, here=here, known_as=lambda actor: actor)


def _answered(
    request: Request, kept: Contribution, *, by: YesBy, here: str, known_as: Callable[[Actor], Actor]
) -> HttpResponse:
    form = AnswerForm(filled_in(request))
    fit = form.is_valid() and fit_to_be_read(request, form, {"says": form.cleaned_data["says"]})
    if fit and _said(request, kept, form, by=by, known_as=known_as) is not None:
        messages.success(request, _("Thank you. It is written down."))
        return redirect(here)
    page = _page(request, kept, form, today=clock.today())
    return answer(request, "web/contribution_answer.html", page=page, form=form)


def _said(
    request: Request, kept: Contribution, form: AnswerForm, *, by: YesBy, known_as: Callable[[Actor], Actor]
) -> Contribution | None:
    says, chosen = form.cleaned_data["says"], ANSWERS[form.cleaned_data["answer"]]
    return attempt(
        request,
        lambda actor, at: operations.answer_contribution(kept, answer=chosen, by=by, says=says, actor=actor, at=at),
        act=words.act_on_contribution("answered", kept),
        form=form,
        known_as=known_as,
    )


def _page(request: Request, kept: Contribution, form: AnswerForm, *, today: date) -> AnswerPage:
    network, status = kept.priority.plan.network, ContributionStatus(kept.status)
    asks, back = status is ContributionStatus.ASKED, yes_stands(status, taken_out=kept.taken_out)
    about = _about(kept.priority, today=today) if asks or back else None
    return AnswerPage(
        asks=_("%(network)s makes a plan for the neighbourhood, and asks you something.")
        % {"network": network.body.name},
        who=queries.who_brings(kept),
        what=kept.what,
        facts=amounts(queries.contribution_kept(kept), MoneyParts(request.municipality)),
        priority=kept.priority.title,
        where=place(about) if about else "",
        informal=informal(about) if about else None,
        informal_says=about.informal_says if about else "",
        state=words.state(kept),
        text=_text(kept, status, today=today),
        said=kept.says,
        typed="" if asks or back else str(form["says"].value() or ""),
        yes=asks,
        back=back,
        plan=_plan(request, kept.priority.plan),
        desk=desk(desk_of(request.municipality, network.body.area)),
    )


def _about(priority: Priority, *, today: date) -> PriorityKept:
    """What an answer is about: of a draft who is asked reads this one priority, while there is an answer to give."""
    (full,) = queries.in_full(priority.plan, [priority], on=today)
    return queries.kept_of(full)


def _plan(request: Request, plan: Plan) -> Action:
    """Where everybody reads about the plan; what is written is there only once it is adopted."""
    label = _("Read the whole plan") if plan.status == PlanStatus.ADOPTED else _("About this plan")
    return Action(label=label, href=address(request, "plan", public_id=plan.public_id))


def _text(kept: Contribution, status: ContributionStatus, *, today: date) -> str:
    """What a yes means, and what was said."""
    told = {"day": day(kept.status_since)}
    if kept.taken_out:
        return (
            _(
                "The network took this out of its plan on %(day)s. Is it still in the plan that holds now? "
                "You can take your yes back."
            )
            % told
        )
    if words.taken_out_unanswered(kept):
        return _("The network does not ask this any more since %(day)s.") % told
    asked = _("You decide. With a yes the plan says that you bring this. No is fine too.")
    return {
        ContributionStatus.ASKED: " ".join(
            filter(None, (asked, words.until(kept) or words.answer_by(kept, today=today)))
        ),
        ContributionStatus.CONFIRMED: _("You said yes on %(day)s. Does it not work out? You can take it back.") % told,
        ContributionStatus.DECLINED: _("You said no on %(day)s. That is fine; you are asked no longer.") % told,
        ContributionStatus.LAPSED: _("The network went on without an answer. Do you still want to join in? Call us."),
        ContributionStatus.WITHDRAWN: _("This is not in the plan any more since %(day)s.") % told,
    }[status]
