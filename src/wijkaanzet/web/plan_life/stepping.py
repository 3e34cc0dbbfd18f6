"""One act with a plan on a page of its own: it is asked, and once it is done one is back at the table."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.plans.models import Edition, Plan
from wijkaanzet.plans.rules.plans import PLAN
from wijkaanzet.web.acts import Act, ActForm, answer, attempt
from wijkaanzet.web.http import Request
from wijkaanzet.web.pages.plan_life import PlanFormPage
from wijkaanzet.web.plan_life import words


@dataclass(frozen=True)
class Step:
    """What is done, as the audit log calls it, by which operation, and what is said when it is done."""

    name: str
    operation: Callable[[Actor, datetime], Plan | Edition]
    done: str


def taken(request: Request, plan: Plan, form: ActForm, step: Step, *, fit: bool, page: PlanFormPage) -> HttpResponse:
    """Do what was asked when the form is fit, or show the page that asks it."""
    act = Act(f"plans.plan.{step.name}", Subject(PLAN, plan.pk))
    if fit and attempt(request, step.operation, act=act, form=form) is not None:
        messages.success(request, step.done)
        return redirect(words.table_href(request, plan))
    return answer(request, "web/plan_form.html", page=page, form=form)
