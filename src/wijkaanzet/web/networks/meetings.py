"""Planning a meeting, inviting people to it, and calling it off."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import operations, queries
from wijkaanzet.networks.models import Meeting, Network
from wijkaanzet.networks.queries import MemberWords
from wijkaanzet.networks.rules import PROCESS, MeetingKind, MeetingStatus
from wijkaanzet.networks.rules.meetings import TO_COME
from wijkaanzet.web.acts import Act, ConfirmForm, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks import words
from wijkaanzet.web.networks.changing_forms import ChangeMeetingForm
from wijkaanzet.web.networks.looking import fit_to_be_read
from wijkaanzet.web.networks.meeting_forms import MeetingForm
from wijkaanzet.web.networks.who import meeting_to_keep, network_to_keep
from wijkaanzet.web.pages.networks import FormPage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.tenancy import address

TEMPLATE = "web/network_form.html"
ACTS = ["GET", "HEAD", "POST"]


@require_http_methods(ACTS)
def new(request: Request, network: str) -> HttpResponse:
    """Choose a day, a time and a place."""
    kept = network_to_keep(request, network)
    form = MeetingForm(filled_in(request), today=clock.today(), place=kept.meeting_place)
    fit = form.is_valid() and fit_to_be_read(request, form, form.public)
    if fit and (meeting := _planned(request, kept, form)) is not None:
        if localdate(meeting.starts_at) < clock.today():
            messages.success(request, _("The meeting is there. Now write down who came."))
            return redirect(words.meeting_href(request, meeting, "meeting-hold"))
        planned = _("The meeting is planned.")
        seen = _("Until you invite people, only who keeps this network sees it, and who takes part and logs in.")
        messages.success(request, f"{planned} {seen}")
        return redirect(address(request, "network-table", network=network))
    page = FormPage(
        place=words.place(request, kept),
        title=_("Plan a meeting"),
        lead=_("A day, a time and a place are enough. You make the agenda afterwards."),
        buttons=Buttons(submit=_("Plan the meeting"), actions=(words.back_to_table(request, network),)),
    )
    return answer(request, TEMPLATE, page=page, form=form)


@require_http_methods(ACTS)
@never_cache
def change(request: Request, network: str, public_id: str) -> HttpResponse:
    """Choose another day, time or place, as long as nobody is invited."""
    meeting = meeting_to_keep(request, network, public_id)
    back = words.meeting_href(request, meeting)
    if request.method != "POST" and meeting.status != MeetingStatus.PLANNED:
        return redirect(back)
    form = ChangeMeetingForm(filled_in(request), today=clock.today(), planned=meeting)
    fit = form.is_valid() and fit_to_be_read(request, form, form.public)
    if fit and _changed(request, meeting, form) is not None:
        messages.success(request, _("It is kept."))
        return redirect(back)
    page = FormPage(
        place=words.place(request, meeting.network),
        title=_("Change day, time or place"),
        lead=_("Nobody is invited yet, so nobody comes on the wrong day or to the wrong place."),
        buttons=Buttons(submit=_("Keep it"), actions=(words.back_to_meeting(request, meeting),)),
    )
    return answer(request, TEMPLATE, page=page, form=form)


@require_http_methods(ACTS)
@never_cache
def invite(request: Request, network: str, public_id: str) -> HttpResponse:
    """Say what an invitation does, and invite."""
    meeting = meeting_to_keep(request, network, public_id)
    if request.method != "POST" and meeting.status != MeetingStatus.PLANNED:
        return redirect(words.meeting_href(request, meeting))
    if request.method != "POST" and localdate(meeting.starts_at) < clock.today():
        return redirect(words.meeting_href(request, meeting, "meeting-hold"))  # the day is over: who came?
    form = ConfirmForm(filled_in(request))
    if form.is_valid() and _invited(request, meeting, form) is not None:
        messages.success(request, _("People are invited. Everybody can read when you meet."))
        return redirect(address(request, "network-table", network=network))
    people = queries.members_of(meeting.network)
    return answer(request, TEMPLATE, page=_invite_page(request, meeting, people), form=form)


@require_http_methods(ACTS)
def cancel(request: Request, network: str, public_id: str) -> HttpResponse:
    """Call a meeting off."""
    meeting = meeting_to_keep(request, network, public_id)
    if request.method != "POST" and meeting.status not in TO_COME:
        return redirect(words.meeting_href(request, meeting))
    form = ConfirmForm(filled_in(request))
    if form.is_valid() and _cancelled(request, meeting, form) is not None:
        messages.success(request, _("The meeting is called off."))
        return redirect(address(request, "network-table", network=network))
    page = FormPage(
        place=words.place(request, meeting.network),
        title=_("Call the meeting off"),
        lead=_("The meeting on %(day)s does not go on.") % {"day": words.day_of(meeting)},
        points=(
            _("Who was invited reads it on the page of the meeting."),
            _("Who gave an e-mail address gets a message. Call the others who would come."),
        ),
        buttons=Buttons(submit=_("Call it off"), actions=(words.back_to_table(request, network),)),
    )
    return answer(request, TEMPLATE, page=page, form=form)


def _invite_page(request: Request, meeting: Meeting, people: list[MemberWords]) -> FormPage:
    told = {"day": words.day_of(meeting), "time": words.time_of(meeting), "place": meeting.place}
    return FormPage(
        place=words.place(request, meeting.network),
        title=_("Invite people"),
        lead=_("You meet on %(day)s %(time)s: %(place)s.") % told,
        points=(
            _("From now on everybody can read when and where you meet, and the titles of the agenda."),
            words.mails(people),
        ),
        people=tuple(f"{one.named.name} {one.named.phone}".strip() for one in people if not one.named.email),
        buttons=Buttons(submit=_("Invite people"), actions=(words.back_to_table(request, meeting.network.body.key),)),
    )


def _planned(request: Request, kept: Network, form: MeetingForm) -> Meeting | None:
    return attempt(
        request,
        lambda actor, at: operations.plan_meeting(kept, new=_told(form), actor=actor, at=at),
        act=Act("networks.meeting.planned", Subject(PROCESS, 0)),
        form=form,
    )


def _changed(request: Request, meeting: Meeting, form: ChangeMeetingForm) -> Meeting | None:
    return attempt(
        request,
        lambda actor, at: operations.change_meeting(
            meeting, new=_told(form), seen=form.cleaned_data["seen"], actor=actor, at=at
        ),
        act=Act("networks.meeting.changed", Subject(PROCESS, meeting.pk)),
        form=form,
    )


def _told(form: MeetingForm) -> operations.NewMeeting:
    told = form.cleaned_data
    return operations.NewMeeting(
        starts_at=form.starts_at, place=told["place"], welcome=told["welcome"], kind=MeetingKind(told["kind"])
    )


def _invited(request: Request, meeting: Meeting, form: ConfirmForm) -> Meeting | None:
    return attempt(
        request,
        lambda actor, at: operations.invite(meeting, actor=actor, at=at),
        act=Act("networks.meeting.invited", Subject(PROCESS, meeting.pk)),
        form=form,
    )


def _cancelled(request: Request, meeting: Meeting, form: ConfirmForm) -> Meeting | None:
    return attempt(
        request,
        lambda actor, at: operations.cancel(meeting, actor=actor, at=at),
        act=Act("networks.meeting.cancelled", Subject(PROCESS, meeting.pk)),
        form=form,
    )
