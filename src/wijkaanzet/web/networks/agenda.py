"""The agenda of a meeting, as a page of its own and on the table of its network."""

from typing import Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.intake.rules.entries import PROCESS as ENTRY
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import operations, queries
from wijkaanzet.networks.models import AgendaItem, Meeting
from wijkaanzet.networks.rules import PROCESS, Suggestion
from wijkaanzet.networks.rules.meetings import TO_COME
from wijkaanzet.stories.rules.stories import PROCESS as STORY
from wijkaanzet.web.actions import words_of
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.networks import words
from wijkaanzet.web.networks.agenda_form import AgendaForm
from wijkaanzet.web.networks.looking import box_of, fit_to_be_read
from wijkaanzet.web.networks.who import meeting_to_keep
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages import meetings as pages
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.tenancy import address

FOR_ITS_READERS: Final = frozenset({ENTRY, STORY})
"""What somebody told is read by two people; it comes to a table in a scan, when its teller agreed."""


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def agenda(request: Request, network: str, public_id: str) -> HttpResponse:
    """Fill in the whole agenda; once the meeting was held it leads back to the meeting."""
    meeting = meeting_to_keep(request, network, public_id)
    if request.method != "POST" and meeting.status not in TO_COME:
        return redirect(words.meeting_href(request, meeting))
    form = AgendaForm(
        filled_in(request),
        items=queries.agenda_of(meeting),
        suggestions=suggestions(request, meeting),
    )
    fit = form.is_valid() and fit_to_be_read(request, form, form.public)
    if fit and _kept(request, meeting, form) is not None:
        messages.success(request, _("The agenda is kept."))
        return redirect(address(request, "network-table", network=network))
    page = pages.AgendaPage(
        place=words.place(request, meeting.network), day=words.day_of(meeting), box=agenda_box(request, meeting, form)
    )
    return answer(request, "web/meeting_agenda.html", page=page, form=form)


def suggestions(request: Request, meeting: Meeting) -> list[Suggestion]:
    """What waits and could be talked about at a meeting; never what only its readers may know of."""
    waits = queries.what_waits(meeting.network, viewer=actor_of(request), on=localdate(meeting.starts_at))
    return [one for one in waits if one.subject.kind not in FOR_ITS_READERS]


def agenda_box(request: Request, meeting: Meeting, form: AgendaForm) -> pages.AgendaBox:
    """The agenda as a form: what stands on it first, then what waits, then room for something else."""
    rows = [_row(form, number) for number in range(form.rows)]
    return pages.AgendaBox(
        href=words.meeting_href(request, meeting, "meeting-agenda"),
        rows=tuple(rows[: form.filled]),
        fresh=tuple(rows[form.filled :]),
        suggestions=tuple(_suggestion(form, key, one) for key, one in form.suggestions.items()),
        seen=form.now,
        looked=box_of(form),
        buttons=Buttons(submit=_("Keep the agenda"), actions=(words.back_to_meeting(request, meeting),)),
    )


def _row(form: AgendaForm, number: int) -> pages.AgendaRow:
    return pages.AgendaRow(questions=form.questions(number), about=form[f"about-{number}"])


def _suggestion(form: AgendaForm, key: str, one: Suggestion) -> pages.Suggestion:
    asked = (words_of(one.action), _("up to and including %(day)s") % {"day": day(one.day)}) if one.action else ()
    return pages.Suggestion(tick=form[f"waits-{key}"], label=one.label, facts=asked)


def _kept(request: Request, meeting: Meeting, form: AgendaForm) -> list[AgendaItem] | None:
    return attempt(
        request,
        lambda actor, at: operations.set_agenda(meeting, lines=form.lines, actor=actor, at=at),
        act=Act("networks.meeting.agenda_set", Subject(PROCESS, meeting.pk)),
        form=form,
    )
