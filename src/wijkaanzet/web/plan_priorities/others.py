"""What a plan asks of departments and of partners without a grant, and what the policy officer answers."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.plans import access, operations
from wijkaanzet.plans.labels import ASK_ANSWERS, ASK_STATUSES
from wijkaanzet.plans.models import Ask, Priority
from wijkaanzet.plans.rules.priorities import ASK, AskAnswer, AskStatus
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.networks.looking import fit_to_be_read
from wijkaanzet.web.pages.plan_priorities import FormPage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.plan_priorities import words
from wijkaanzet.web.plan_priorities.forms import AnswerAskForm, AskOthersForm
from wijkaanzet.web.plan_priorities.who import priority_to_write
from wijkaanzet.web.plan_trail import trail
from wijkaanzet.web.tenancy import address

ACTS = ["GET", "HEAD", "POST"]
TEMPLATE = "web/priority_form.html"


@require_http_methods(ACTS)
@never_cache
def ask(request: Request, public_id: str, priority: str) -> HttpResponse:
    """Ask a department or a partner something."""
    kept = priority_to_write(request, public_id, priority)
    form = AskOthersForm(filled_in(request))
    names = ("to_whom", "question")
    fit = form.is_valid() and fit_to_be_read(request, form, {name: form.cleaned_data[name] for name in names})
    if fit and _asked(request, kept, form) is not None:
        messages.success(request, _("It is asked. The policy officer comes back with the answer."))
        return redirect(words.href(request, kept))
    told = {"title": _("Ask somebody else something"), "lead": kept.title, "submit": _("Ask it")}
    points = (_("The question and the answer stand in the plan. Everybody can read them."),)
    return answer(request, TEMPLATE, page=words.form_page(request, kept, told, points=points), form=form)


@require_http_methods(ACTS)
@never_cache
def answer_ask(request: Request, ask: str) -> HttpResponse:
    """Write down what a department or a partner answers."""
    own = access.asks_to_answer(actor_of(request), request.municipality, on=clock.today())
    kept = get_object_or_404(own, public_id=ask)
    form = AnswerAskForm(filled_in(request))
    fit = form.is_valid() and fit_to_be_read(request, form, {"answer": form.cleaned_data["answer"]})
    home = address(request, "your-move")
    if fit and _answered(request, kept, form) is not None:
        messages.success(request, _("The answer is kept. The network can read it."))
        return redirect(home)
    plan = kept.priority.plan
    page = FormPage(
        trail=trail(request, plan, page="plan"),
        title=_("Question to %(who)s") % {"who": kept.to_whom},
        lead=_("From the plan of %(network)s, for: %(title)s")
        % {"network": plan.network.body.name, "title": kept.priority.title},
        quote=tuple(kept.question.splitlines()),
        points=(_state(kept), kept.answer) if kept.answer else (),
        buttons=Buttons(
            submit=_("Keep the answer"),
            actions=(Action(label=_("Back to your move"), href=home, kind="secondary"),),
        ),
    )
    return answer(request, TEMPLATE, page=page, form=form)


def _state(kept: Ask) -> str:
    """That there is an answer already, and which."""
    return capfirst(f"{ASK_STATUSES[AskStatus(kept.status)]}: {ASK_ANSWERS[AskAnswer(kept.kind)]}")


def _asked(request: Request, priority: Priority, form: AskOthersForm) -> Ask | None:
    return attempt(
        request,
        lambda actor, at: operations.ask_others(priority, new=form.new, actor=actor, at=at),
        act=words.act_on_priority("others_asked", priority),
        form=form,
    )


def _answered(request: Request, kept: Ask, form: AnswerAskForm) -> Ask | None:
    told = form.cleaned_data["answer"]
    return attempt(
        request,
        lambda actor, at: operations.answer_ask(kept, kind=form.chosen, answer=told, actor=actor, at=at),
        act=Act("plans.ask.answered", Subject(ASK, kept.pk)),
        form=form,
    )
