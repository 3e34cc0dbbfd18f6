"""On the day of a meeting and after it: who came, and a slip of the pen about who, how many and where."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import operations, queries
from wijkaanzet.networks.models import Meeting
from wijkaanzet.networks.rules import PROCESS
from wijkaanzet.networks.rules.meetings import TO_COME, WAS_HELD
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks import words
from wijkaanzet.web.networks.changing_forms import CorrectHeldForm
from wijkaanzet.web.networks.looking import fit_to_be_read
from wijkaanzet.web.networks.meeting_forms import HoldForm
from wijkaanzet.web.networks.who import meeting_to_keep
from wijkaanzet.web.pages.meetings import NotYetPage
from wijkaanzet.web.pages.networks import FormPage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.refusals import sentence

ACTS = ["GET", "HEAD", "POST"]
TEMPLATE = "web/network_form.html"


@require_http_methods(ACTS)
@never_cache
def hold(request: Request, network: str, public_id: str) -> HttpResponse:
    """Write down who came; before the day itself it says so, and asks nothing."""
    meeting = meeting_to_keep(request, network, public_id)
    if request.method != "POST" and meeting.status not in TO_COME:
        return redirect(words.meeting_href(request, meeting))
    if request.method != "POST" and clock.today() < localdate(meeting.starts_at):
        return render(request, "web/meeting_not_yet.html", {"page": _not_yet(request, meeting)})
    form = HoldForm(filled_in(request), people=_people(meeting))
    if form.is_valid() and _held(request, meeting, form) is not None:
        messages.success(request, _("It is kept. Now write the report, as short as you like."))
        return redirect(words.meeting_href(request, meeting, "meeting-report"))
    page = FormPage(
        place=words.place(request, meeting.network),
        title=_("Write down who came"),
        lead=_("The meeting on %(day)s") % {"day": words.day_of(meeting)},
        points=(_names_stay(),),
        paper=words.sheet(request, meeting),
        buttons=Buttons(submit=_("Keep it"), actions=(words.back_to_meeting(request, meeting),)),
    )
    return answer(request, TEMPLATE, page=page, form=form)


@require_http_methods(ACTS)
@never_cache
def correct(request: Request, network: str, public_id: str) -> HttpResponse:
    """Put right who came of the people who take part, how many others, and where people met."""
    meeting = meeting_to_keep(request, network, public_id)
    back = words.meeting_href(request, meeting)
    if request.method != "POST" and meeting.status not in WAS_HELD:
        return redirect(back)
    ticked = queries.ticked_at(meeting)
    form = CorrectHeldForm(filled_in(request), meeting=meeting, people=_people(meeting), ticked=ticked)
    fit = form.is_valid() and fit_to_be_read(request, form, form.public)
    if fit and _corrected(request, meeting, form) is not None:
        messages.success(request, _("It is kept."))
        return redirect(back)
    page = FormPage(
        place=words.place(request, meeting.network),
        title=_("Correct who came, and where"),
        lead=_("The meeting on %(day)s") % {"day": words.day_of(meeting)},
        points=(_names_stay(), *_left_since(ticked.left)),
        buttons=Buttons(submit=_("Keep it"), actions=(words.back_to_meeting(request, meeting),)),
    )
    return answer(request, TEMPLATE, page=page, form=form)


def _people(meeting: Meeting) -> list[tuple[int, str]]:
    """Who takes part now and could have been there, by id and name; nobody else has a name here any more."""
    could = queries.could_come(meeting)
    return [(one.id, one.named.name) for one in queries.members_of(meeting.network) if one.id in could]


def _names_stay() -> str:
    return _("Names stay with you. Others read a number, and only when at least ten people came.")


def _left_since(number: int) -> tuple[str, ...]:
    """That who came and takes part no longer counts along: whose tick it was is not known any more."""
    if not number:
        return ()
    told = ngettext(
        "%(number)s person who came does not take part any more. That name is gone, and the person counts along.",
        "%(number)s people who came do not take part any more. Their names are gone, and they count along.",
        number,
    )
    return (told % {"number": number},)


def _not_yet(request: Request, meeting: Meeting) -> NotYetPage:
    return NotYetPage(
        place=words.place(request, meeting.network),
        title=_("Write down who came"),
        lead=sentence(Refused("meeting_to_come", day=localdate(meeting.starts_at))),
        paper=words.sheet(request, meeting),
        buttons=Buttons(actions=(words.back_to_meeting(request, meeting),)),
    )


def _held(request: Request, meeting: Meeting, form: HoldForm) -> Meeting | None:
    told = form.cleaned_data
    attended = operations.Attended(
        members=form.came,
        others_residents=told["residents"] or 0,
        others_professionals=told["professionals"] or 0,
    )
    return attempt(
        request,
        lambda actor, at: operations.hold(meeting, attended=attended, actor=actor, at=at),
        act=Act("networks.meeting.held", Subject(PROCESS, meeting.pk)),
        form=form,
    )


def _corrected(request: Request, meeting: Meeting, form: CorrectHeldForm) -> Meeting | None:
    told = form.cleaned_data
    held = operations.HeldAs(
        place=told["place"],
        members=form.came,
        others_residents=told["residents"] or 0,
        others_professionals=told["professionals"] or 0,
    )
    return attempt(
        request,
        lambda actor, at: operations.correct_held(meeting, held=held, seen=told["seen"], actor=actor, at=at),
        act=Act("networks.meeting.held_corrected", Subject(PROCESS, meeting.pk)),
        form=form,
    )
