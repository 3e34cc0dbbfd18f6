"""Putting a priority in a plan, changing and moving it, letting it go, and the question what residents do first."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.kernel import clock
from wijkaanzet.plans import operations, queries
from wijkaanzet.plans.access import public_editions
from wijkaanzet.plans.models import Plan, Priority
from wijkaanzet.plans.rules.priorities import InformalAnswer
from wijkaanzet.scans.queries import public_columns
from wijkaanzet.web.acts import answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks.looking import fit_to_be_read
from wijkaanzet.web.pages.plan_priorities import FormPage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.plan_priorities import words
from wijkaanzet.web.plan_priorities.forms import DropForm, InformalForm, MoveForm, PriorityForm
from wijkaanzet.web.plan_priorities.who import priority_to_write
from wijkaanzet.web.plan_trail import trail
from wijkaanzet.web.plan_writing.who import plan_to_write

ACTS = ["GET", "HEAD", "POST"]
TEMPLATE = "web/priority_form.html"


@require_http_methods(ACTS)
@never_cache
def new(request: Request, public_id: str) -> HttpResponse:
    """Put a priority in a plan; a few words are enough."""
    plan = plan_to_write(request, public_id)
    form = _form(request, plan, None)
    added = _added(request, plan, form) if _fit(request, form) else None
    if added is not None:
        messages.success(request, _("It is in the plan. Now say what people here do themselves."))
        return redirect(words.href(request, added, "priority-informal"))
    above = trail(request, plan)
    page = FormPage(
        trail=above,
        title=_("Add a priority"),
        lead=_("What do people want to work on? A wish is enough. You need no figures."),
        buttons=Buttons(
            submit=_("Put it in the plan"),
            actions=(Action(label=_("Back to the plan"), href=above.plan_href, kind="secondary"),),
        ),
    )
    return answer(request, TEMPLATE, page=page, form=form)


@require_http_methods(ACTS)
@never_cache
def change(request: Request, public_id: str, priority: str) -> HttpResponse:
    """Say anew what a priority is about."""
    kept = priority_to_write(request, public_id, priority)
    form = _form(request, kept.plan, kept)
    if _fit(request, form) and _changed(request, kept, form) is not None:
        return _kept(request, kept)
    told = {"title": _("Change the priority"), "lead": kept.title, "submit": _("Keep it")}
    page = words.form_page(request, kept, told, points=_title_read_by_all(request, kept))
    return answer(request, TEMPLATE, page=page, form=form)


@require_http_methods(ACTS)
@never_cache
def informal(request: Request, public_id: str, priority: str) -> HttpResponse:
    """First informal: what do residents do, what could they do, or what do they want?"""
    kept = priority_to_write(request, public_id, priority)
    form = InformalForm(filled_in(request), priority=kept)
    fit = form.is_valid() and fit_to_be_read(request, form, {"informal_says": form.cleaned_data["informal_says"]})
    if fit and _answered(request, kept, form) is not None:
        return _kept(request, kept)
    told = {"title": _("First: what do people here do themselves?"), "lead": kept.title, "submit": _("Keep it")}
    points = (
        _("It is a question, not a test. You do not have to prove anything."),
        _question_read_by_all(request, kept.plan),
    )
    return answer(request, TEMPLATE, page=words.form_page(request, kept, told, points=points), form=form)


@require_http_methods(ACTS)
@never_cache
def move(request: Request, public_id: str, priority: str) -> HttpResponse:
    """Give a priority another place in the plan."""
    kept = priority_to_write(request, public_id, priority)
    there = queries.standing_priorities(kept.plan)
    now = next(number for number, one in enumerate(there, start=1) if one.pk == kept.pk)
    form = MoveForm(filled_in(request), places=[one.title for one in there], now=now)
    if form.is_valid() and _moved(request, kept, int(form.cleaned_data["to"]), form) is not None:
        return _kept(request, kept)
    told = {"title": _("Place in the plan"), "lead": kept.title, "submit": _("Put it there")}
    return answer(request, TEMPLATE, page=words.form_page(request, kept, told), form=form)


@require_http_methods(ACTS)
@never_cache
def drop(request: Request, public_id: str, priority: str) -> HttpResponse:
    """Let a priority go, with the reason."""
    kept = priority_to_write(request, public_id, priority)
    form = DropForm(filled_in(request))
    fit = form.is_valid() and fit_to_be_read(request, form, {"why": form.cleaned_data["why"]})
    if fit and _dropped(request, kept, form) is not None:
        messages.success(request, _("It is not in the plan any more."))
        return redirect(trail(request, kept.plan).plan_href)
    told = {"title": _("Let this priority go?"), "lead": kept.title, "submit": _("Yes, let it go")}
    points = (_("Who was asked for it and did not answer yet, is asked no longer."),)
    return answer(request, TEMPLATE, page=words.form_page(request, kept, told, points=points), form=form)


def _form(request: Request, plan: Plan, priority: Priority | None) -> PriorityForm:
    area = plan.network.body.area
    figures = {column.slug: column.label for column in public_columns(area.division)} if area else {}
    if priority and priority.figure:
        figures.setdefault(priority.figure, priority.figure)
    listed = _listed(request, today=clock.today())
    for name, known in listed.items():
        if stands := getattr(priority, name, ""):
            known.setdefault(stands, stands)
    return PriorityForm(filled_in(request), figures=figures, listed=listed, priority=priority)


def _holds(request: Request, plan: Plan) -> bool:
    """Whether everybody reads an adopted edition: then nothing of what is written now, also no open question."""
    return public_editions(request.municipality).filter(plan=plan).exists()


def _question_read_by_all(request: Request, plan: Plan) -> str:
    """When everybody reads what nobody knows yet."""
    if _holds(request, plan):
        return _("Do you not know? Then we ask everybody, once this change of the plan is adopted.")
    return _("Do you not know? Then everybody reads the title and your sentence at once, before the plan is adopted.")


def _title_read_by_all(request: Request, priority: Priority) -> tuple[str, ...]:
    """That everybody reads the title of an open question at once, as long as no edition holds it."""
    if priority.informal != InformalAnswer.NOTHING_YET or _holds(request, priority.plan):
        return ()
    return (_("This is an open question. Everybody reads the title at once, before the plan is adopted."),)


def _listed(request: Request, *, today: date) -> dict[str, dict[str, str]]:
    """The functions, themes and goals of the municipality in its own words."""
    own = arrangements.nearest(request.municipality, on=today)
    keys = {"function": own.functions, "theme": own.themes, "goal": own.goals}
    return {name: {key: own.word(f"{name}.{key}") for key in listed} for name, listed in keys.items()}


def _fit(request: Request, form: PriorityForm) -> bool:
    return form.is_valid() and fit_to_be_read(
        request, form, {name: form.cleaned_data[name] for name in ("title", "place")}
    )


def _kept(request: Request, priority: Priority) -> HttpResponse:
    messages.success(request, _("It is kept."))
    return redirect(words.href(request, priority))


def _added(request: Request, plan: Plan, form: PriorityForm) -> Priority | None:
    return attempt(
        request,
        lambda actor, at: operations.add_priority(plan, new=form.new, actor=actor, at=at),
        act=words.act_on_plan("priority_added", plan),
        form=form,
    )


def _changed(request: Request, priority: Priority, form: PriorityForm) -> Priority | None:
    seen = form.cleaned_data["seen"]
    return attempt(
        request,
        lambda actor, at: operations.change_priority(priority, new=form.new, seen=seen, actor=actor, at=at),
        act=words.act_on_priority("changed", priority),
        form=form,
    )


def _answered(request: Request, priority: Priority, form: InformalForm) -> Priority | None:
    says, seen = form.cleaned_data["informal_says"], form.cleaned_data["seen"]
    return attempt(
        request,
        lambda actor, at: operations.answer_informally(
            priority, informal=form.answer, says=says, seen=seen, actor=actor, at=at
        ),
        act=words.act_on_priority("informal", priority),
        form=form,
    )


def _moved(request: Request, priority: Priority, to: int, form: MoveForm) -> Priority | None:
    return attempt(
        request,
        lambda actor, at: operations.move_priority(priority, to=to, actor=actor, at=at),
        act=words.act_on_priority("moved", priority),
        form=form,
    )


def _dropped(request: Request, priority: Priority, form: DropForm) -> Priority | None:
    return attempt(
        request,
        lambda actor, at: operations.drop_priority(priority, why=form.cleaned_data["why"], actor=actor, at=at),
        act=words.act_on_priority("dropped", priority),
        form=form,
    )
