"""One act of somebody on a page: an operation is tried, and what is refused is said on the form that was filled in.

Nothing that was filled in is lost: the form comes back with the sentence, and the answer says 409 for what the rules
refuse and 422 for what is not filled in right.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render

from wijkaanzet.kernel import audit, clock
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.refusals import sentence

Done = TypeVar("Done")


class ActForm(Form):
    """A form that asks for one act; `refused` once the rules said no to what was filled in."""

    refused = False


@dataclass(frozen=True)
class Act:
    """What somebody wants to do, as the audit log calls it, and to what."""

    action: str
    subject: Subject


def attempt(request: Request, operation: Callable[[Actor, datetime], Done], *, act: Act, form: ActForm) -> Done | None:
    """Do it, as who is logged in and now. Refused: None, with the sentence on the form and a row in the audit log."""
    actor, at = actor_of(request), clock.now()
    try:
        return operation(actor, at)
    except Refused as refused:
        audit.record_refusal(
            act.action, subject=act.subject, actor=actor, at=at, municipality=request.municipality, key=refused.key
        )
        form.add_error(None, sentence(refused))
        form.refused = True
        return None


def answer(request: Request, template: str, *, page: object, form: ActForm) -> HttpResponse:
    """The page with its form: 200 when it is empty, 422 with what is not right yet, 409 with what was refused."""
    status = 200
    if form.is_bound and form.errors:
        status = 409 if form.refused else 422
    return render(request, template, {"page": page, "form": form}, status=status)
