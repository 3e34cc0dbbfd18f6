"""The network agrees with its plan, and hands it in."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks.access import own_meetings
from wijkaanzet.networks.models import Meeting
from wijkaanzet.networks.queries import newest_first
from wijkaanzet.networks.rules import MeetingStatus
from wijkaanzet.plans import operations, queries
from wijkaanzet.plans.models import Plan
from wijkaanzet.plans.rules.agreeing import had_these_words
from wijkaanzet.plans.rules.content import PlanContent
from wijkaanzet.plans.rules.handing_in import mark_of
from wijkaanzet.plans.rules.money import asked_by_part, mark_of_money, shortfall
from wijkaanzet.plans.rules.plans import PLAN, PlanStatus
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.networks.looking import box_of, fit_to_be_read
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.plan_life import AgreePage, PlanFormPage, VoiceRow
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Alert
from wijkaanzet.web.plan_life import words
from wijkaanzet.web.plan_life.forms import VOICES, AgreeForm, ShortfallForm
from wijkaanzet.web.plan_life.stepping import Step, taken
from wijkaanzet.web.plan_life.who import plan_to_keep
from wijkaanzet.web.plan_reading.money import enough
from wijkaanzet.web.plan_reading.parts import MoneyParts
from wijkaanzet.web.plan_trail import trail
from wijkaanzet.web.plan_writing.words import names_in
from wijkaanzet.web.tenancy import address

ACTS = ["GET", "HEAD", "POST"]
HELD = (MeetingStatus.HELD, MeetingStatus.REPORTED)
SHOWN = 12
"""The newest meetings that can be chosen."""


@dataclass(frozen=True)
class Held:
    """The newest meetings of a network that were held, and which of them had the plan with the words of now."""

    meetings: tuple[Meeting, ...]
    fit: tuple[Meeting, ...]

    def offered(self, chosen: str) -> list[Meeting]:
        """What can be chosen; what was chosen stays, so that it is said why it does not fit any more."""
        return [one for one in self.meetings if one in self.fit or str(one.pk) == chosen]


@require_http_methods(ACTS)
@never_cache
def agree(request: Request, public_id: str) -> HttpResponse:
    """Write down how the network agreed, and what others said."""
    plan = plan_to_keep(request, public_id)
    if request.method != "POST" and plan.status != PlanStatus.WRITING:
        return redirect(words.table_href(request, plan))
    held, told = _held(request, plan), filled_in(request)
    offered = held.offered(told.get("meeting", "") if told else "")
    content = queries.content_of(plan, on=clock.today())
    form = AgreeForm(told, rule=plan.network.own_rule, meetings=offered, now=mark_of(content))
    fit = form.is_valid() and fit_to_be_read(request, form, form.public)
    if fit and _agreed(request, plan, form) is not None:
        messages.success(request, _("The network agrees. Now hand the plan in."))
        return redirect(words.table_href(request, plan))
    return answer(request, "web/plan_agree.html", page=_agree_page(request, plan, content, held, form), form=form)


@require_http_methods(ACTS)
@never_cache
def submit(request: Request, public_id: str) -> HttpResponse:
    """Hand the plan in; when it asks more than there is, it says where the rest should come from."""
    plan, today = plan_to_keep(request, public_id), clock.today()
    if request.method != "POST" and plan.status != PlanStatus.AGREED:
        return redirect(words.table_href(request, plan))
    content, there = queries.content_of(plan, on=today), queries.money_there(plan, on=today)
    asked = asked_by_part(content)
    short = shortfall(asked, there)
    form = ShortfallForm(filled_in(request), money=mark_of_money(asked, there), short=bool(short))
    fit = form.is_valid() and (not short or fit_to_be_read(request, form, {"shortfall_from": form.says}))
    seen = form.cleaned_data["money_seen"] if fit else ""
    step = Step(
        "submitted",
        lambda actor, at: operations.submit(plan, shortfall_from=form.says, money_seen=seen, actor=actor, at=at),
        _("The plan is handed in. You hear what is decided."),
    )
    page = PlanFormPage(
        trail=trail(request, plan),
        title=_("Hand in the plan"),
        lead=_("The plan goes as it is now, with what the network agreed and the other voices."),
        points=(
            _("Until there is a decision nobody changes anything in it."),
            _("It is adopted, or it comes back to you with the reasons for each part."),
        ),
        alert=Alert(text=enough(asked, there, MoneyParts(request.municipality))),
        names=names_in(request, content.written),
        buttons=Buttons(submit=_("Hand it in"), actions=(words.back(request, plan),)),
    )
    return taken(request, plan, form, step, fit=fit, page=page)


def _held(request: Request, plan: Plan) -> Held:
    own = own_meetings(actor_of(request), request.municipality, on=clock.today())
    newest = newest_first(own.filter(network=plan.network, status__in=HELD))[:SHOWN]
    meetings, worked_on = tuple(newest), queries.worked_on(plan)
    fit = (one for one in meetings if had_these_words(localdate(one.starts_at), worked_on=worked_on))
    return Held(meetings, tuple(fit))


def _before_change(plan: Plan, held: Held) -> str:
    """Why some meetings cannot be chosen, and what can be done when none is left."""
    if len(held.fit) == len(held.meetings):
        return ""
    told = {"day": day(queries.worked_on(plan))}
    if held.fit:
        return _("People worked on this plan until %(day)s, so you choose a meeting of that day or later.") % told
    return (
        _(
            "People worked on this plan until %(day)s. Did you agree at a meeting? Then plan one, or write down one "
            "that was held on that day or later."
        )
        % told
    )


def _agree_page(request: Request, plan: Plan, content: PlanContent, held: Held, form: AgreeForm) -> AgreePage:
    asked = [name for name in ("way", "rule", "meeting", "in_favour", "against") if name in form.fields]
    rows = [VoiceRow(number=n, fields=(form[f"voice-{n}"], form[f"by-{n}"])) for n in range(1, VOICES + 1)]
    return AgreePage(
        trail=trail(request, plan),
        questions=tuple(form[name] for name in asked),
        voice=rows[0],
        more=tuple(rows[1:]),
        open=any(bound.data for row in rows[1:] for bound in row.fields),
        looked=box_of(form),
        before_change=_before_change(plan, held),
        plan_meeting=_plan_meeting(request, plan) if held.meetings and not held.fit else None,
        names=names_in(request, content.written),
        seen=form["seen"],
        buttons=Buttons(submit=_("Write down that the network agrees"), actions=(words.back(request, plan),)),
    )


def _plan_meeting(request: Request, plan: Plan) -> Action:
    href = address(request, "meeting-new", network=plan.network.body.key)
    return Action(label=_("Plan a meeting"), href=href, kind="secondary")


def _agreed(request: Request, plan: Plan, form: AgreeForm) -> Plan | None:
    return attempt(
        request,
        lambda actor, at: operations.agree(plan, agreed=form.agreed, actor=actor, at=at),
        act=Act("plans.plan.agreed", Subject(PLAN, plan.pk)),
        form=form,
    )
