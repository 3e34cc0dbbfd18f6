"""A policy officer calculates a division: as often as needed, and keeps it when it is right."""

from dataclasses import replace
from datetime import datetime

from csp.constants import SELF
from csp.decorators import csp_replace
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wijkaanzet.areas.models import Division
from wijkaanzet.budget import operations
from wijkaanzet.budget.access import may_prepare
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.queries import Calculated, calculate, used_from
from wijkaanzet.budget.rules.choices import Choices, model_text
from wijkaanzet.budget.rules.model_file import load_model
from wijkaanzet.budget.rules.runs import PROCESS
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.areas.build import division_now
from wijkaanzet.web.divide import build
from wijkaanzet.web.divide.chosen import chosen
from wijkaanzet.web.divide.form import DivideForm
from wijkaanzet.web.divide.start import Start, start
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.words import of_year, word

TEMPLATE = "web/division_new.html"


@require_http_methods(["GET", "HEAD", "POST"])
@csp_replace({"script-src": [SELF], "connect-src": [SELF]})  # type: ignore[arg-type]  # knows no further arguments
def new(request: Request, year: int) -> HttpResponse:
    """Choose, see what comes out, and keep it as a division that can be proposed.

    The only page with a script of others (htmx): the sum follows what is filled in. The button does the same without.
    """
    place = _place(request)
    beginning = start(request, place, year=year, today=clock.today())
    if beginning is None:
        return render(request, TEMPLATE, {"page": build.waiting_page(request, year=year)})
    form = _form(request, beginning)
    if not form.is_bound:
        done = _tried(beginning, beginning.choices)
    elif not form.is_valid():
        done = None
    elif "keep" in request.POST:
        run = _keep(request, beginning, form)
        if run is not None:
            messages.success(request, _("This calculation is kept. Residents do not see it yet."))
            return redirect(address(request, "division-run", public_id=run.public_id))
        done = None
    else:
        done = _calculated(beginning, form)
    return answer(request, TEMPLATE, page=build.page(request, beginning, done), form=form)


def _place(request: Request) -> Division:
    """The areas that are divided over; 404 for who does not prepare divisions here."""
    today = clock.today()
    _arrangement, place = division_now(request.municipality, today=today)
    if place is None or not may_prepare(actor_of(request), request.municipality, on=today):
        raise Http404
    return place


def _form(request: Request, beginning: Start) -> DivideForm:
    words = of_year(request.municipality, beginning.year)
    choices = beginning.choices
    return DivideForm(
        filled_in(request),
        choices=choices,
        columns=beginning.columns,
        earmarks={one.key: word(words, "earmark", one.key) for one in choices.earmarks},
        components={one.key: word(words, "component", one.key) for one in choices.components},
    )


def _tried(beginning: Start, choices: Choices) -> Calculated | None:
    """What the first choices give; nothing when they cannot be divided yet."""
    try:
        named = replace(choices, name=str(beginning.year))  # a model has a name, and nobody gave one yet
        return calculate(beginning.place, model_text=model_text(named), used=beginning.table)
    except Refused:
        return None


def _calculated(beginning: Start, form: DivideForm) -> Calculated | None:
    """What the filled-in choices give; when they cannot be divided the form says why."""
    try:
        return calculate(beginning.place, model_text=model_text(chosen(form)), used=beginning.table)
    except Refused as refused:
        form.refuse(refused)
        return None


def _keep(request: Request, beginning: Start, form: DivideForm) -> AllocationRun | None:
    act = Act("budget.allocation_run.draft", Subject(PROCESS, 0))
    text = model_text(chosen(form))

    def draft(actor: Actor, at: datetime) -> AllocationRun:
        used = used_from(beginning.table, load_model(text.encode()))
        return operations.draft_run(beginning.place, model_text=text, used=used, actor=actor, at=at)

    return attempt(request, draft, act=act, form=form)
