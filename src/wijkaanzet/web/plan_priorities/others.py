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
from wijkaanzet.people.access import public_organisations
from wijkaanzet.people.rules import Role
from wijkaanzet.plans import access, operations
from wijkaanzet.plans.labels import ASK_STATUSES
from wijkaanzet.plans.models import Ask, Priority
from wijkaanzet.plans.queries import ask_kept
from wijkaanzet.plans.rules.priorities import ASK, AskStatus
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.mine import held
from wijkaanzet.web.networks.looking import fit_to_be_read
from wijkaanzet.web.pages.plan_priorities import FormPage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.plan_priorities import words
from wijkaanzet.web.plan_priorities.forms import AnswerAskForm, AskOthersForm
from wijkaanzet.web.plan_priorities.who import priority_to_write
from wijkaanzet.web.plan_reading import words as reading
from wijkaanzet.web.plan_trail import trail
from wijkaanzet.web.tenancy import address

ACTS = ["GET", "HEAD", "POST"]
TEMPLATE = "web/priority_form.html"


@require_http_methods(ACTS)
@never_cache
def ask(request: Request, public_id: str, priority: str) -> HttpResponse:
    """Ask a department or a partner something."""
    kept = priority_to_write(request, public_id, priority)
    organisations = public_organisations(request.municipality).filter(is_municipality=False).order_by("name", "id")
    form = AskOthersForm(filled_in(request), organisations=organisations)
    names = ("to_whom", "question")
    fit = form.is_valid() and fit_to_be_read(request, form, {name: form.cleaned_data[name] for name in names})
    asked = _asked(request, kept, form) if fit else None
    if asked is not None:
        messages.success(request, " ".join((_("It is asked."), words.who_answers(asked))))
        return redirect(words.href(request, kept))
    told = {"title": _("Ask somebody else something"), "lead": kept.title, "submit": _("Ask it")}
    points = (_("The question and the answer stand in the plan. Everybody can read them."),)
    return answer(request, TEMPLATE, page=words.form_page(request, kept, told, points=points), form=form)


@require_http_methods(ACTS)
@never_cache
def answer_ask(request: Request, ask: str) -> HttpResponse:
    """Write down what a department or a partner answers; what was put off is answered anew."""
    own = access.asks_to_answer(actor_of(request), request.municipality, on=clock.today())
    kept = get_object_or_404(own, public_id=ask)
    form = AnswerAskForm(filled_in(request), ask=kept)
    fit = form.is_valid() and fit_to_be_read(request, form, {"answer": form.cleaned_data["answer"]})
    back = _back(request, kept)
    if fit and _answered(request, kept, form) is not None:
        messages.success(request, _("The answer is kept. The network can read it."))
        return redirect(back.href)
    plan = kept.priority.plan
    page = FormPage(
        trail=trail(request, plan, page="plan"),
        title=_("Question to %(who)s") % {"who": kept.to_whom},
        lead=_("From the plan of %(network)s, for: %(title)s")
        % {"network": plan.network.body.name, "title": kept.priority.title},
        quote=tuple(kept.question.splitlines()),
        points=_answer_so_far(kept) if kept.answer else (),
        buttons=Buttons(
            submit=_("Keep the answer"),
            actions=(back,),
        ),
    )
    return answer(request, TEMPLATE, page=page, form=form)


def _back(request: Request, kept: Ask) -> Action:
    """For the policy officer to what waits; for who answers for an organisation to what it was asked."""
    if kept.organisation_id is None or any(one.role == Role.POLICY_OFFICER for one in held(request)):
        return Action(label=_("Back to your move"), href=address(request, "your-move"), kind="secondary")
    href = address(request, "asked-of-organisation", number=kept.organisation_id)
    return Action(label=_("Back to what is asked"), href=href, kind="secondary")


def _answer_so_far(kept: Ask) -> tuple[str, ...]:
    """That there is an answer already, and which; of what was put off also that it can be answered anew."""
    said = reading.asked(ask_kept(kept)).label
    if kept.status != AskStatus.LATER:
        return capfirst(f"{ASK_STATUSES[AskStatus.ANSWERED]}: {said}"), kept.answer
    return said, kept.answer, _("A new answer takes the place of this one. You need not wait for the day.")


def _asked(request: Request, priority: Priority, form: AskOthersForm) -> Ask | None:
    return attempt(
        request,
        lambda actor, at: operations.ask_others(
            priority, new=form.new, organisation=form.organisation, actor=actor, at=at
        ),
        act=words.act_on_priority("others_asked", priority),
        form=form,
    )


def _answered(request: Request, kept: Ask, form: AnswerAskForm) -> Ask | None:
    told = {name: form.cleaned_data[name] for name in ("answer", "again_on", "seen")}
    return attempt(
        request,
        lambda actor, at: operations.answer_ask(kept, kind=form.chosen, **told, actor=actor, at=at),
        act=Act("plans.ask.answered", Subject(ASK, kept.pk)),
        form=form,
    )
