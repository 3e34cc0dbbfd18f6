"""After a meeting: what was said and agreed; and later what became of an agreement."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import operations, queries
from wijkaanzet.networks.models import Agreement, Meeting
from wijkaanzet.networks.rules import AGREEMENT, PROCESS, AgreementStatus, MeetingStatus
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks import words
from wijkaanzet.web.networks.changing_forms import CorrectReportForm
from wijkaanzet.web.networks.looking import box_of, fit_to_be_read
from wijkaanzet.web.networks.meeting_forms import SHOWN, ReportForm, SettleForm
from wijkaanzet.web.networks.who import agreement_to_keep, meeting_to_keep
from wijkaanzet.web.pages.meetings import AgreementRow, OutcomeRow, ReportPage
from wijkaanzet.web.pages.networks import FormPage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.tenancy import address

ACTS = ["GET", "HEAD", "POST"]


@require_http_methods(ACTS)
@never_cache
def report(request: Request, network: str, public_id: str) -> HttpResponse:
    """Write the short minutes and what was agreed."""
    meeting = meeting_to_keep(request, network, public_id)
    if request.method != "POST" and meeting.status != MeetingStatus.HELD:
        return redirect(words.meeting_href(request, meeting))
    items, standing = queries.agenda_of(meeting), queries.agreements_in(meeting)
    form = ReportForm(filled_in(request), meeting=meeting, items=items, standing=standing)
    fit = form.is_valid() and fit_to_be_read(request, form, form.public)
    if fit and _reported(request, meeting, form) is not None:
        messages.success(request, _("Thank you. Everybody can read the report now."))
        return redirect(words.meeting_href(request, meeting))
    told = {"title": _("Report of the meeting"), "submit": _("Let everybody read it")}
    page = _report_page(request, meeting, form, told)
    return answer(request, "web/meeting_report.html", page=page, form=form)


@require_http_methods(ACTS)
@never_cache
def correct(request: Request, network: str, public_id: str) -> HttpResponse:
    """Correct what a report says."""
    meeting = meeting_to_keep(request, network, public_id)
    if request.method != "POST" and meeting.status != MeetingStatus.REPORTED:
        return redirect(words.meeting_href(request, meeting))
    items, standing = queries.agenda_of(meeting), queries.agreements_in(meeting)
    form = CorrectReportForm(filled_in(request), meeting=meeting, items=items, standing=standing)
    fit = form.is_valid() and fit_to_be_read(request, form, form.public)
    if fit and _corrected(request, meeting, form) is not None:
        messages.success(request, _("The report is corrected. Everybody reads it as it is now."))
        return redirect(words.meeting_href(request, meeting))
    told = {"title": _("Correct the report"), "submit": _("Keep the correction")}
    page = _report_page(request, meeting, form, told)
    return answer(request, "web/meeting_report.html", page=page, form=form)


@require_http_methods(ACTS)
@never_cache
def settle(request: Request, network: str, number: int) -> HttpResponse:
    """Say what became of an agreement."""
    agreement = agreement_to_keep(request, network, number)
    table = address(request, "network-table", network=network)
    if request.method != "POST" and agreement.status != AgreementStatus.OPEN:
        return redirect(table)
    form = SettleForm(filled_in(request))
    fit = form.is_valid() and fit_to_be_read(request, form, {"became": form.cleaned_data["became"]})
    if fit and _settled(request, agreement, form) is not None:
        messages.success(request, _("It is kept. Everybody can read what became of it."))
        return redirect(table)
    page = FormPage(
        place=words.place(request, agreement.meeting.network),
        title=_("What became of this agreement?"),
        lead=agreement.text,
        points=(_("Letting an agreement go is no failure. Say in a few words why."),),
        buttons=Buttons(submit=_("Keep it"), actions=(words.back_to_table(request, network),)),
    )
    return answer(request, "web/network_form.html", page=page, form=form)


def _report_page(request: Request, meeting: Meeting, form: ReportForm, told: Mapping[str, str]) -> ReportPage:
    rows = tuple(
        AgreementRow(number=n, fields=(form[f"text-{key}"], form[f"by-{key}"], form[f"again-{key}"]))
        for n, key in enumerate(form.keys, start=1)
    )
    shown = len(form.standing) + SHOWN
    return ReportPage(
        place=words.place(request, meeting.network),
        title=told["title"],
        day=words.day_of(meeting),
        minutes=form["minutes"],
        outcomes=tuple(OutcomeRow(title=item.title, field=form[f"outcome-{item.pk}"]) for item in form.items),
        agreements=rows[:shown],
        more=rows[shown:],
        open=any(bound.data for row in rows[shown:] for bound in row.fields[:2]),
        looked=box_of(form),
        hidden=tuple(form.hidden_fields()),
        buttons=Buttons(submit=told["submit"], actions=(words.back_to_meeting(request, meeting),)),
    )


def _reported(request: Request, meeting: Meeting, form: ReportForm) -> Meeting | None:
    reported = operations.Reported(
        minutes=form.cleaned_data["minutes"], outcomes=form.outcomes, agreements=form.agreements
    )
    return attempt(
        request,
        lambda actor, at: operations.report(meeting, reported=reported, actor=actor, at=at),
        act=Act("networks.meeting.reported", Subject(PROCESS, meeting.pk)),
        form=form,
    )


def _corrected(request: Request, meeting: Meeting, form: CorrectReportForm) -> Meeting | None:
    reported = operations.Corrected(
        minutes=form.cleaned_data["minutes"],
        outcomes=form.outcomes,
        agreements=form.agreements,
        standing=form.corrected,
    )
    return attempt(
        request,
        lambda actor, at: operations.correct_report(
            meeting, reported=reported, seen=form.cleaned_data["seen"], actor=actor, at=at
        ),
        act=Act("networks.meeting.corrected", Subject(PROCESS, meeting.pk)),
        form=form,
    )


def _settled(request: Request, agreement: Agreement, form: SettleForm) -> Agreement | None:
    told = form.cleaned_data
    return attempt(
        request,
        lambda actor, at: operations.settle_agreement(
            agreement, status=AgreementStatus(told["status"]), what_became=told["became"], actor=actor, at=at
        ),
        act=Act(f"networks.agreement.{told['status']}", Subject(AGREEMENT, agreement.pk)),
        form=form,
    )
