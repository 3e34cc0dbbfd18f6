"""What people suggest for a plan: everybody reads the answers, who keeps the plan gives them."""

from collections.abc import Collection, Mapping
from typing import Literal
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from wijkaanzet.intake.access import network_entries
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.plans import access, operations, queries
from wijkaanzet.plans.labels.writing import SUGGESTION_STATUSES
from wijkaanzet.plans.models import Plan, Suggestion
from wijkaanzet.plans.rules.sections import SUGGESTION, SuggestionStatus, TakenOver
from wijkaanzet.plans.rules.suggestions import BEING_WRITTEN
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.networks.looking import fit_to_be_read
from wijkaanzet.web.networks.who import area_of
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.plan_writing import AnswerPage, SuggestionLine, SuggestionsPage
from wijkaanzet.web.paging import page
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.plan_trail import trail
from wijkaanzet.web.plan_writing import who
from wijkaanzet.web.plan_writing.forms import AnswerForm
from wijkaanzet.web.plan_writing.sections import ACTS
from wijkaanzet.web.plan_writing.taken_along import known_number, next_step, said, what_became
from wijkaanzet.web.tenancy import address

Tone = Literal["leaf", "petrol", "stone"]
TONES: dict[str, Tone] = {TakenOver.FULLY: "leaf", TakenOver.PARTLY: "petrol"}


@require_safe
@never_cache
def suggestions(request: Request, public_id: str) -> HttpResponse:
    """What was suggested and the answer to each; who writes along reads also what waits."""
    plan = who.plan_to_read(request, public_id)
    writes = who.writes(request, plan)
    rows, waiting = _rows(request, plan, writes=writes)
    shown, pagination = page(request, queries.newest_suggestions(rows))
    found = SuggestionsPage(
        trail=trail(request, plan, page="plan-write" if writes else "plan"),
        waiting=_waiting(waiting),
        suggestions=_lines(request, plan, shown),
        pagination=pagination,
        tell_href=for_plan(request, plan),
        fictional=area_of(plan.network).division.fictional,
    )
    return render(request, "web/plan_suggestions.html", {"page": found})


@require_http_methods(ACTS)
@never_cache
def answer_one(request: Request, public_id: str, number: int) -> HttpResponse:
    """Say whether a suggestion comes into the plan, and why."""
    one = who.suggestion_to_answer(request, public_id, number)
    back = address(request, "plan-suggestions", public_id=public_id)
    if request.method != "POST" and one.status == SuggestionStatus.ANSWERED:
        return redirect(back)
    form = AnswerForm(
        filled_in(request),
        priorities=queries.standing_priorities(one.plan),
        about=one.priority,
        with_change=one.plan.status not in BEING_WRITTEN,
    )
    fit = form.is_valid() and fit_to_be_read(request, form, {"answer": form.cleaned_data["answer"]})
    answered = _answered(request, one, form) if fit else None
    if answered is not None:
        told = _("It is answered. Who suggested it can read your answer.")
        messages.success(request, said(told, next_step(request, answered)))
        return redirect(back)
    (line,) = _lines(request, one.plan, [one])
    found = AnswerPage(
        trail=trail(request, one.plan),
        line=line,
        buttons=Buttons(submit=_("Give this answer"), actions=(Action(label=_("Back"), href=back, kind="secondary"),)),
    )
    return answer(request, "web/plan_suggestion.html", page=found, form=form)


def for_plan(request: Request, plan: Plan) -> str:
    """Where somebody suggests something for a plan; no account is needed."""
    return f"{address(request, 'tell')}?{urlencode({'over': f'plan-{plan.public_id}'})}"


def _rows(request: Request, plan: Plan, *, writes: bool) -> tuple[QuerySet[Suggestion], int]:
    """The suggestions that who asks may read, and how many wait for an answer."""
    if writes:
        own = access.own_suggestions(actor_of(request), request.municipality, on=clock.today()).filter(plan=plan)
        return own, own.filter(status=SuggestionStatus.WAITING).count()
    return access.public_suggestions(request.municipality).filter(plan=plan), 0


def _waiting(number: int) -> str:
    if not number:
        return ""
    told = ngettext("%(number)s suggestion waits for an answer.", "%(number)s suggestions wait for an answer.", number)
    return told % {"number": number}


def _lines(request: Request, plan: Plan, shown: Collection[Suggestion]) -> tuple[SuggestionLine, ...]:
    """Each with its words, when who asks may read these; five queries at most."""
    entries = {one.entry_id for one in shown}
    seen = network_entries(actor_of(request), request.municipality, on=clock.today()).filter(pk__in=entries)
    readable = dict(seen.values_list("pk", "may_share"))
    writes = who.writes(request, plan)
    readable |= {id_: False for id_ in entries - readable.keys() if writes}
    keeps, known = who.keeps(request, plan), known_number(request, plan)
    return tuple(_line(request, one, readable, known=known, writes=writes, keeps=keeps) for one in shown)


def _line(
    request: Request, one: Suggestion, readable: Mapping[int, bool], *, known: int | None, writes: bool, keeps: bool
) -> SuggestionLine:
    entry, may_read = one.entry, one.entry_id in readable
    waits = one.status == SuggestionStatus.WAITING
    state = SUGGESTION_STATUSES[SuggestionStatus.WAITING] if waits else what_became(one, known=known)
    told = _("answered on %(day)s") if not waits else _("here since %(day)s")
    facts = [told % {"day": day(one.status_since)}]
    if writes and one.priority is not None:
        title = one.priority.title
        facts.append(_("answers the question: %(question)s") % {"question": title} if waits else title)
    return SuggestionLine(
        title=entry.title if may_read else _("A suggestion"),
        text=entry.text if may_read else "",
        href=address(request, "voice", public_id=entry.public_id) if readable.get(entry.pk) else "",
        only_here=not readable.get(entry.pk, False),
        state=Badge(label=str(state), tone="move" if waits and keeps else TONES.get(one.taken_over, "stone")),
        facts=tuple(facts),
        answer=one.answer,
        answer_href=_answer_href(request, one) if waits and keeps else "",
        next_step=next_step(request, one) if keeps else None,
    )


def _answer_href(request: Request, one: Suggestion) -> str:
    return address(request, "plan-suggestion", public_id=one.plan.public_id, number=one.pk)


def _answered(request: Request, one: Suggestion, form: AnswerForm) -> Suggestion | None:
    return attempt(
        request,
        lambda actor, at: operations.answer_suggestion(one, answer=form.filled, actor=actor, at=at),
        act=Act("plans.suggestion.answered", Subject(SUGGESTION, one.pk)),
        form=form,
    )
