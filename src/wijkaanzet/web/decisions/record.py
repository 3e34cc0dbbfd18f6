"""The form on which a clerk records what a body decided, the same for everything that a body decides on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkaanzet.decisions import queries
from wijkaanzet.decisions.labels import KINDS
from wijkaanzet.decisions.operations import Minutes
from wijkaanzet.decisions.rules import Kind, Outcome, Step
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.models import Body
from wijkaanzet.web.acts import Act, ActForm, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.pages.recording import RecordPage
from wijkaanzet.web.parts.day_field import DayField
from wijkaanzet.web.tenancy import address

LONGEST_REASONS = 4_000
TEMPLATE = "web/record.html"


@dataclass(frozen=True)
class KindQuestion:
    """How it is asked whether people can object to what was decided."""

    label: Promise
    help_text: Promise
    answers: Mapping[Kind, Promise]
    usual: Kind
    """What is chosen when the form opens."""


USUAL = KindQuestion(
    label=gettext_lazy("Is it a decision in law, or an agreement?"),
    help_text=gettext_lazy("People can object to a decision. They cannot object to an agreement."),
    answers=KINDS,
    usual=Kind.LEGAL_ACT,
)


class RecordForm(ActForm):
    """What a clerk writes down of one decision of a meeting."""

    meeting_on = DayField(
        label=gettext_lazy("On which day was the meeting?"),
        error_messages={"required": gettext_lazy("Fill in the day of the meeting.")},
    )
    outcome = forms.ChoiceField(
        label=gettext_lazy("What was decided?"),
        choices=[
            (Outcome.ADOPTED.value, gettext_lazy("Adopted: it goes as it was proposed")),
            (Outcome.RETURNED.value, gettext_lazy("Returned: it has to be done again, for the reasons below")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what was decided.")},
    )
    kind = forms.ChoiceField(
        choices=[(kind.value, kind.value) for kind in Kind],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose one of the two.")},
    )
    reasons = forms.CharField(
        label=gettext_lazy("Why?"),
        help_text=gettext_lazy("Everybody reads this once the decision is made known. Write it in plain words."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=LONGEST_REASONS,
        error_messages={"required": gettext_lazy("Write down why.")},
    )
    refused_at: ClassVar[Mapping[str, str]] = {
        "no_reasons": "reasons",
        "meeting_in_future": "meeting_on",
        "meeting_before_proposal": "meeting_on",
    }

    def __init__(self, data: QueryDict | None, *, about_kind: KindQuestion) -> None:
        super().__init__(data, initial={"kind": about_kind.usual.value})
        asked = self.fields["kind"]
        asked.label, asked.help_text = str(about_kind.label), str(about_kind.help_text)
        asked.widget.choices = [(kind.value, words) for kind, words in about_kind.answers.items()]

    def minutes(self, body: Body, step: Step) -> Minutes:
        """What was filled in, of a meeting of this body on this step."""
        given = self.cleaned_data
        return Minutes(
            body=body,
            step=step,
            kind=Kind(given["kind"]),
            meeting_on=given["meeting_on"],
            outcome=Outcome(given["outcome"]),
            reasons=given["reasons"],
        )


@dataclass(frozen=True, kw_only=True)
class Matter:
    """What lies before a body."""

    subject: Subject
    step: Step
    body: Body
    decide: Callable[[Minutes, Actor, datetime], object]
    """The owner's operation on this subject."""
    page: RecordPage
    about_kind: KindQuestion = USUAL


def record(request: Request, matter: Matter) -> HttpResponse:
    """The page with the form; once it is recorded, on to the decision, which can then be made known."""
    form = RecordForm(filled_in(request), about_kind=matter.about_kind)
    if form.is_valid():
        minutes = form.minutes(matter.body, matter.step)
        act = Act(f"{matter.subject.kind}.decide", matter.subject)
        done = attempt(request, lambda actor, at: matter.decide(minutes, actor, at), act=act, form=form)
        if done is not None:
            messages.success(request, _("The decision is recorded. Now make it known."))
            public_id = queries.newest_public_id(matter.subject)
            return redirect(address(request, "decision", public_id=public_id))
    return answer(request, TEMPLATE, page=matter.page, form=form)
