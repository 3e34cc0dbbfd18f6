"""Invitations to print: to a meeting as a letter or a poster, and to take part as a letter with a code."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.utils.text import capfirst
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.codes import spelled
from wijkaanzet.networks import queries
from wijkaanzet.networks.models import Meeting, Network
from wijkaanzet.networks.rules import MeetingKind
from wijkaanzet.people.queries import desk_of
from wijkaanzet.web.documents.inviting_paper import InvitingPaper, letter_pdf, poster_pdf
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks import words
from wijkaanzet.web.networks.inviting import join_link
from wijkaanzet.web.networks.who import invitation_to_keep, is_fictional, meeting_to_read
from wijkaanzet.web.numbers import day
from wijkaanzet.web.telling.secret import secret_page
from wijkaanzet.web.tenancy import address

MOST_POINTS = 8
"""Points of the agenda on an invitation; the rest stands on the page of the meeting."""


@require_safe
@never_cache
def meeting_letter(request: Request, network: str, public_id: str) -> HttpResponse:
    """The invitation to a meeting as a letter, the same for everybody who may read of it."""
    meeting = meeting_to_read(request, network, public_id)
    return _pdf(request, letter_pdf, _meeting_paper(request, meeting), name=_name(meeting, _("letter")))


@require_safe
@never_cache
def meeting_poster(request: Request, network: str, public_id: str) -> HttpResponse:
    """The same as a poster, for the door of the community centre."""
    meeting = meeting_to_read(request, network, public_id)
    return _pdf(request, poster_pdf, _meeting_paper(request, meeting), name=_name(meeting, _("poster")))


@secret_page
@require_safe
def joining_letter(request: Request, network: str, public_id: str) -> HttpResponse:
    """The letter with the code of an invitation to take part, as long as the code works."""
    kept = invitation_to_keep(request, network, public_id)
    told = queries.invitation_words(kept)
    if not told.code:
        raise Http404
    asked, body = kept.network, kept.network.body
    paper = InvitingPaper(
        municipality=request.municipality.name,
        network=body.name,
        title=_("Do you take part in %(network)s?") % {"network": body.name},
        text=(
            asked.purpose,
            _("We ask you to take part. You may say no, and you can always stop."),
            _("You need no account and no e-mail address."),
            _("You can use this code until %(day)s.") % {"day": day(told.lapses_on)},
        ),
        code=spelled(told.code),
        scan=_("Take part? Scan this with your telephone. Or go to this page and fill in your code:"),
        link=join_link(request, told.code),
        typed=request.build_absolute_uri(address(request, "join-find")),
        contact=_contact(request, asked),
        fictional=is_fictional(asked),
    )
    return _pdf(request, letter_pdf, paper, name=f"{body.key}-{kept.public_id}")


def _meeting_paper(request: Request, meeting: Meeting) -> InvitingPaper:
    network, link = meeting.network, request.build_absolute_uri(words.meeting_href(request, meeting))
    summit = meeting.kind == MeetingKind.SUMMIT
    points = tuple(item.title for item in queries.agenda_of(meeting)[:MOST_POINTS])
    return InvitingPaper(
        municipality=request.municipality.name,
        network=network.body.name,
        title=_("Tell us your idea") if summit else _("Do you come too?"),
        text=tuple(filter(None, (network.purpose, words.welcome(meeting)))),
        when=(f"{capfirst(words.day_of(meeting))}, {words.time_of(meeting)}", meeting.place),
        points=points,
        scan=_("Read more on your telephone: scan this. Or go to:"),
        link=link,
        typed=link,
        contact=_contact(request, network),
        fictional=is_fictional(network),
    )


def _contact(request: Request, network: Network) -> tuple[str, ...]:
    desk = desk_of(request.municipality, network.body.area)
    if desk is None:
        return ()
    phone = " ".join(filter(None, (desk.phone, desk.phone_hours)))
    return tuple(filter(None, (f"{desk.name}: {phone}", " ".join(filter(None, (desk.place, desk.place_hours))))))


def _name(meeting: Meeting, what: str) -> str:
    return f"{meeting.network.body.key}-{what}-{localdate(meeting.starts_at)}"


def _pdf(request: Request, make: Callable[..., bytes], paper: InvitingPaper, *, name: str) -> HttpResponse:
    content = make(paper, language=get_language() or "nl", made_at=clock.now())
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{request.municipality.slug}-{name}.pdf"'
    return response
