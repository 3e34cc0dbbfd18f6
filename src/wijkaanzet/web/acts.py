"""One act of somebody on a page: an operation is tried, and what is refused is said on the form that was filled in.

Nothing that was filled in is lost: the form comes back with the sentence, and the answer says 409 for what the rules
refuse and 422 for what is not filled in right. When the session ended halfway, the page opens after logging in with
what was filled in: build the form as `XForm(filled_in(request))`, and let only `form.is_valid()` lead to the act.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, TypeVar

from django.forms import Form
from django.forms.utils import ErrorDict
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from wijkaanzet.kernel import audit, clock
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.web.http import Request
from wijkaanzet.web.kept import Kept, kept_form_data
from wijkaanzet.web.mine import acting
from wijkaanzet.web.parts.as_it_is_now import tell
from wijkaanzet.web.refusals import sentence
from wijkaanzet.web.sent_once import once

Done = TypeVar("Done")


class ActForm(Form):
    """A form that asks for one act; `refused` is why the rules said no to what was filled in, once they did.

    What was kept from before a session ended is shown again, not judged: no mistakes are named, and nothing is done.
    """

    refused: Refused | None = None
    refused_at: ClassVar[Mapping[str, str]] = {}
    """At which question a refusal is said, by its key: the name of a field, which a parameter may number."""

    def refuse(self, refused: Refused) -> None:
        """Say what the rules refuse: beside the question that it is about, or of the form as a whole."""
        field = self.refused_at.get(refused.key, "") % refused.parameters or self._begins_with(refused)
        self.add_error(field if field in self.fields else None, sentence(refused))
        tell(self, refused.key)
        self.refused = refused

    def _begins_with(self, refused: Refused) -> str:
        """The question whose answer is too long and begins with the words by which it is told."""
        start, most = refused.parameters.get("start"), refused.parameters.get("most")
        if not (isinstance(start, str) and isinstance(most, int)):
            return ""
        answers = ((name, str(self[name].value() or "")) for name in self.fields)
        long = ((name, " ".join(words.split())) for name, words in answers if len(words) > most)
        return next((name for name, words in long if words.startswith(start)), "")

    def full_clean(self) -> None:
        """Judge what was sent now."""
        if isinstance(self.data, Kept):
            self._errors = ErrorDict()
            self.cleaned_data = {}
            return
        super().full_clean()

    def is_valid(self) -> bool:
        """Whether it was sent now and is right."""
        return not isinstance(self.data, Kept) and super().is_valid()


class ConfirmForm(ActForm):
    """Nothing is asked: the button says it."""


@dataclass(frozen=True)
class Act:
    """What somebody wants to do, as the audit log calls it, and to what."""

    action: str
    subject: Subject


def filled_in(request: HttpRequest) -> QueryDict | None:
    """What to bind a form with: what was sent; or what was kept when the session ended before it could be sent.

    On a POST `request.POST`; on the first visit after logging in again what was kept, with a message above the page;
    else None: an empty form. `form.is_valid()` is False and `answer` gives 200 on such a visit.
    """
    return request.POST if request.method == "POST" else kept_form_data(request)


def attempt(
    request: Request,
    operation: Callable[[Actor, datetime], Done],
    *,
    act: Act,
    form: ActForm,
    known_as: Callable[[Actor], Actor] | None = None,
) -> Done | None:
    """Do it, as who is logged in and now. Refused: None, with the sentence on the form and a row in the audit log.

    A form that is sent twice does it once. `known_as` gives as whom it is done and written down, when that is not the
    account: then no trace of its form is kept, for where it leads may hold somebody's code.
    """
    actor, at = acting(request), clock.now()
    try:
        if known_as is not None:
            actor = known_as(actor)
            return operation(actor, at)
        return once(request, lambda: operation(actor, at), at=at)
    except Refused as refused:
        audit.record_refusal(
            act.action,
            subject=act.subject,
            actor=actor,
            at=at,
            municipality=getattr(request, "municipality", None),  # one's own account is of none
            key=refused.key,
        )
        form.refuse(refused)
        return None


def answer(request: Request, template: str, *, page: object, form: ActForm) -> HttpResponse:
    """The page with its form: 200 when it is empty, 422 with what is not right yet, 409 with what was refused."""
    status = 200
    if form.is_bound and form.errors:
        status = 409 if form.refused else 422
    return render(request, template, {"page": page, "form": form}, status=status)
