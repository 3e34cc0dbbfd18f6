"""Asking residents, organisations and the municipality to bring something, and going on without."""

import secrets

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wijkaanzet.people.access import public_organisations
from wijkaanzet.plans import operations
from wijkaanzet.plans.models import Contribution, Priority
from wijkaanzet.plans.operations import Asked
from wijkaanzet.plans.queries import who_brings
from wijkaanzet.plans.rules.contributions import Bringer, NewContribution
from wijkaanzet.web.acts import ActForm, ConfirmForm, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks.looking import fit_to_be_read
from wijkaanzet.web.plan_priorities import fallen_away, letters, words
from wijkaanzet.web.plan_priorities.asking_forms import ContributionForm, ProfessionalsForm, ResidentsForm
from wijkaanzet.web.plan_priorities.who import contribution_to_keep, contribution_to_write, priority_to_write
from wijkaanzet.web.plan_reading.parts import MoneyParts
from wijkaanzet.web.telling.secret import secret_page

ACTS = ["GET", "HEAD", "POST"]
TEMPLATE = "web/priority_form.html"


@secret_page
@require_http_methods(ACTS)
def residents(request: Request, public_id: str, priority: str) -> HttpResponse:
    """Ask a group of residents; they get a letter with a code, and decide themselves."""
    kept = priority_to_write(request, public_id, priority)
    form = ResidentsForm(filled_in(request), token=secrets.token_urlsafe(24))
    asked = _asked(request, kept, form.told(Bringer.RESIDENTS), form) if _fit(request, form, "group") else None
    if asked is not None:
        return letters.shown(request, asked)
    told = {"title": _("Ask residents"), "lead": kept.title, "submit": _("Ask, and make the letter")}
    points = (
        _("They decide themselves. You get a letter with a code to give to them. Nobody says yes for them."),
        _("They need no account. A no is fine too, and no answer as well."),
        _(
            "Do not ask residents to take over work that is paid now. "
            "They can offer that themselves: that is called the right to challenge."
        ),
    )
    return answer(request, TEMPLATE, page=words.form_page(request, kept, told, points=points), form=form)


@secret_page
@require_http_methods(ACTS)
def professionals(request: Request, public_id: str, priority: str) -> HttpResponse:
    """Ask an organisation or the municipality; they say yes or no after logging in, or with the code of a letter."""
    kept = priority_to_write(request, public_id, priority)
    organisations = public_organisations(request.municipality).order_by("name", "id")
    parts = MoneyParts(request.municipality).choices()
    form = ProfessionalsForm(
        filled_in(request), token=secrets.token_urlsafe(24), organisations=organisations, parts=parts
    )
    asked = _asked(request, kept, form.new, form) if _fit(request, form) else None
    if asked is not None and asked.code:
        return letters.shown(request, asked)
    if asked is not None:
        messages.success(request, _("It is asked. %(who)s says yes or no.") % {"who": who_brings(asked.contribution)})
        return redirect(words.href(request, kept))
    told = {"title": _("Ask an organisation or the municipality"), "lead": kept.title, "submit": _("Ask it")}
    points = (
        _(
            "They say yes or no themselves. Who has an account answers after logging in. "
            "Otherwise you get a letter with a code."
        ),
        _("The professionals who are there in any case you do not have to ask. They stand with the base of the plan."),
    )
    return answer(request, TEMPLATE, page=words.form_page(request, kept, told, points=points), form=form)


@require_http_methods(ACTS)
def lapse(request: Request, public_id: str, contribution: str) -> HttpResponse:
    """No answer came, or somebody took back a yes: the network goes on without."""
    kept = contribution_to_keep(request, public_id, contribution)
    if kept.fell_away_on is not None:
        return fallen_away.go_on(request, kept)
    form = ConfirmForm(filled_in(request))
    if form.is_valid() and _lapsed(request, kept, form) is not None:
        messages.success(request, _("You go on without. You can always ask again."))
        return redirect(words.href(request, kept.priority))
    told = {
        "title": _("Go on without an answer?"),
        "lead": f"{who_brings(kept)}: {kept.what}",
        "submit": _("Yes, go on without"),
    }
    points = (_("No answer came, and that is fine. Nobody has to explain it."),)
    return answer(request, TEMPLATE, page=words.form_page(request, kept.priority, told, points=points), form=form)


@require_http_methods(ACTS)
def withdraw(request: Request, public_id: str, contribution: str) -> HttpResponse:
    """Take a question or a promise out of the plan."""
    kept = contribution_to_write(request, public_id, contribution)
    form = ConfirmForm(filled_in(request))
    if form.is_valid() and _withdrawn(request, kept, form) is not None:
        messages.success(request, _("It is not in the plan any more. Tell it to who was asked."))
        return redirect(words.href(request, kept.priority))
    told = {
        "title": _("Take this out of the plan?"),
        "lead": f"{who_brings(kept)}: {kept.what}",
        "submit": _("Yes, take it out"),
    }
    points = (_("A letter that was given does not work any more."),)
    return answer(request, TEMPLATE, page=words.form_page(request, kept.priority, told, points=points), form=form)


def _fit(request: Request, form: ContributionForm, *names: str) -> bool:
    """Whether everybody may read it: a group or an organisation, never a person."""
    if not form.is_valid():
        return False
    return fit_to_be_read(request, form, {name: form.cleaned_data[name] for name in (*names, "what", "money_from")})


def _asked(request: Request, priority: Priority, new: NewContribution, form: ContributionForm) -> Asked | None:
    organisation = form.organisation if isinstance(form, ProfessionalsForm) else None
    token = form.cleaned_data["token"]
    return attempt(
        request,
        lambda actor, at: operations.ask_contribution(
            priority, new=new, organisation=organisation, token=token, actor=actor, at=at
        ),
        act=words.act_on_priority("contribution_asked", priority),
        form=form,
    )


def _lapsed(request: Request, contribution: Contribution, form: ActForm) -> Contribution | None:
    return attempt(
        request,
        lambda actor, at: operations.lapse_contribution(contribution, actor=actor, at=at),
        act=words.act_on_contribution("lapsed", contribution),
        form=form,
    )


def _withdrawn(request: Request, contribution: Contribution, form: ActForm) -> Contribution | None:
    return attempt(
        request,
        lambda actor, at: operations.withdraw_contribution(contribution, actor=actor, at=at),
        act=words.act_on_contribution("withdrawn", contribution),
        form=form,
    )
