"""The clerk of the body that decides on plans records: adopted, or returned with reasons for its parts."""

from collections.abc import Mapping
from typing import ClassVar

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.decisions.access import records_for
from wijkaanzet.decisions.labels import OUTCOMES
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.queries import newest_on, newest_public_id
from wijkaanzet.decisions.rules import Outcome, Step
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.models import Body
from wijkaanzet.plans import operations, queries
from wijkaanzet.plans.labels.writing import SECTIONS
from wijkaanzet.plans.models import Edition
from wijkaanzet.plans.operations import Remark
from wijkaanzet.plans.rules.content import PlanContent, PriorityKept
from wijkaanzet.plans.rules.money import asked_by_part
from wijkaanzet.plans.rules.plans import EDITION
from wijkaanzet.plans.rules.sections import SectionKey
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.decisions.record import USUAL, RecordForm
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.networks.looking import box_of, fit_to_be_read
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.plan_life import DecidedBox, DecidePage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.plan_life import words
from wijkaanzet.web.plan_life.since import since_links
from wijkaanzet.web.plan_life.table import priority_line
from wijkaanzet.web.plan_life.who import edition_to_decide
from wijkaanzet.web.plan_reading.money import enough
from wijkaanzet.web.plan_reading.parts import MoneyParts
from wijkaanzet.web.plan_reading.words import paragraphs
from wijkaanzet.web.plan_trail import plan_title, trail
from wijkaanzet.web.tenancy import address

BEGINS = 160
"""Characters of a part by which a clerk knows it again."""


class DecideForm(RecordForm):
    """What a clerk writes down of a decision on a plan, and why each part comes back."""

    refused_at: ClassVar[Mapping[str, str]] = {
        **RecordForm.refused_at,
        "remarks_when_adopted": "outcome",
        "return_without_remark": "remark-whole",
    }

    def __init__(self, data: QueryDict | None, *, content: PlanContent) -> None:
        super().__init__(data, about_kind=USUAL)
        self.parts = _parts(content)
        for key, (title, quote) in self.parts.items():
            self.fields[f"remark-{key}"] = _room(title, quote)
        fits_none = _("When it is about all of it, or fits none of the parts.")
        self.fields["remark-whole"] = _room(_("About the whole plan"), fits_none)

    @property
    def public(self) -> dict[str, str]:
        """The answers that others read."""
        told = self.cleaned_data
        return {name: told[name] for name in told if name == "reasons" or name.startswith("remark-")}

    @property
    def remarks(self) -> list[Remark]:
        """Why parts come back, and the plan as a whole."""
        told = self.cleaned_data
        rows = [Remark(text=told[f"remark-{key}"], about=key) for key in self.parts]
        rows.append(Remark(text=told["remark-whole"]))
        return [one for one in rows if one.text.strip()]


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def decide(request: Request, public_id: str, number: int) -> HttpResponse:
    """For that clerk only; once it is decided on it leads to the decision, and what is sent after that stays."""
    edition = edition_to_decide(request, public_id, number)
    decided = _decision_on(edition)
    if decided is not None and request.method != "POST":
        return redirect(_href(request, decided))
    body = decided.body if decided else _body(request, edition)
    content = queries.held_by(edition)
    form = DecideForm(filled_in(request), content=content)
    fit = form.is_valid() and fit_to_be_read(request, form, form.public)
    if fit and _decided(request, edition, body, form) is not None:
        messages.success(request, _("The decision is recorded. Now make it known."))
        return redirect(address(request, "decision", public_id=newest_public_id(Subject(EDITION, edition.pk))))
    page = _page(request, edition, content, form, body=body.name)
    return answer(request, "web/plan_decide.html", page=page, form=form)


def _decision_on(edition: Edition) -> Decision | None:
    """The decision on an edition, once it is recorded; also when that was a moment ago."""
    return newest_on(Subject(EDITION, edition.pk))


def _href(request: Request, decision: Decision) -> str:
    return address(request, "decision", public_id=decision.public_id)


def _meanwhile(request: Request, edition: Edition) -> DecidedBox | None:
    """What was decided since the clerk opened the page."""
    decision = _decision_on(edition)
    if decision is None:
        return None
    told = {
        "body": decision.body.name,
        "day": day(decision.meeting_on),
        "outcome": OUTCOMES[Outcome(decision.outcome)],
    }
    return DecidedBox(
        text=_("%(body)s, %(day)s: %(outcome)s.") % told, reasons=decision.reasons, href=_href(request, decision)
    )


def _body(request: Request, edition: Edition) -> Body:
    """For which body the actor records: the one that has the move, or the one that decides since.

    By the day of the meeting it is checked which of the two may. Raises Http404 for who records for neither.
    """
    today = clock.today()
    for on in (edition.status_since, today):
        body = queries.deciding_body(request.municipality, on=on)
        if records_for(actor_of(request), body, on=today):
            return body
    raise Http404


def _page(request: Request, edition: Edition, content: PlanContent, form: DecideForm, *, body: str) -> DecidePage:
    plan = edition.plan
    parts, decided = MoneyParts(request.municipality), _meanwhile(request, edition)
    remarks = tuple(form[name] for name in form.fields if name.startswith("remark-"))
    return DecidePage(
        trail=trail(request, plan, page="plan"),
        title=plan_title(plan),
        body=body,
        decided=decided,
        number=edition.number,
        summary=paragraphs(content.texts.get(SectionKey.SUMMARY, "")),
        priorities=tuple(priority_line(request, plan, one, {}) for one in content.priorities),
        agreed=words.agreed_box(content.agreement),
        money=enough(asked_by_part(content), queries.there_when_handed_in(edition, content), parts),
        shortfall_from=edition.shortfall_from,
        read_href=""
        if decided
        else address(request, "plan-handed-in", public_id=plan.public_id, number=edition.number),
        since=since_links(request, edition, today=clock.today()),
        questions=tuple(form[name] for name in ("meeting_on", "outcome", "kind", "reasons")),
        remarks=remarks,
        open=any(one.data or one.errors for one in remarks),
        looked=box_of(form),
        buttons=Buttons(submit=_("Record the decision")),
    )


def _parts(content: PlanContent) -> dict[str, tuple[str, str]]:
    """The parts for which a plan may come back, each with what it is called and how it begins."""
    return {
        **{key.value: (str(SECTIONS[key]), _quote(text)) for key, text in content.texts.items()},
        **{one.public_id: (one.title, _quote(_why(one))) for one in content.priorities},
    }


def _room(title: str, quote: str) -> forms.CharField:
    """Room for why something comes back."""
    area = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(label=title, help_text=quote, required=False, strip=False, widget=area)


def _why(priority: PriorityKept) -> str:
    """Why it is a priority, in words; else what residents do or want there."""
    said = (priority.texts.get(SectionKey.WHY, ""), *(one.says for one in priority.reasons), priority.informal_says)
    return next((text for text in said if text.strip()), "")


def _quote(text: str) -> str:
    """How a text begins, in quotation marks; of an empty one that it is empty."""
    begin = Truncator(" ".join(text.split())).chars(BEGINS)
    return _("“%(text)s”") % {"text": begin} if begin else _("Nothing is written here.")


def _decided(request: Request, edition: Edition, body: Body, form: DecideForm) -> Edition | None:
    minutes = form.minutes(body, Step.PLAN)
    return attempt(
        request,
        lambda actor, at: operations.decide(edition, minutes=minutes, remarks=form.remarks, actor=actor, at=at),
        act=Act("plans.edition.decided", Subject(EDITION, edition.pk)),
        form=form,
    )
