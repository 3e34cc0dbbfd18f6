"""The sheet on which who keeps a network ticks who came; no copy of it stays behind."""

from datetime import date

from django.http import Http404, HttpResponse
from django.utils.text import capfirst
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wijkaanzet.kernel import clock
from wijkaanzet.networks import queries
from wijkaanzet.networks.models import Network
from wijkaanzet.networks.rules import MeetingStatus, SeatKind
from wijkaanzet.web.documents.attendance_paper import AttendancePaper, PaperPerson, attendance_pdf
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks import words
from wijkaanzet.web.networks.who import is_fictional, meeting_to_keep
from wijkaanzet.web.telling.secret import secret_page


@secret_page
@require_safe
def attendance_sheet(request: Request, network: str, public_id: str) -> HttpResponse:
    """Who takes part now, by name, with a box to tick; of a meeting that was called off there is none."""
    meeting = meeting_to_keep(request, network, public_id)
    if meeting.status == MeetingStatus.CANCELLED:
        raise Http404
    kept = meeting.network
    paper = AttendancePaper(
        municipality=request.municipality.name,
        network=kept.body.name,
        day=words.day_of(meeting),
        time=words.time_of(meeting),
        place=meeting.place,
        people=(*_people(kept, today=clock.today()), *_free_seats(kept, today=clock.today())),
        fictional=is_fictional(kept),
    )
    content = attendance_pdf(paper, language=get_language() or "nl", made_at=clock.now())
    response = HttpResponse(content, content_type="application/pdf")
    what = _("attendance")
    name = f"{request.municipality.slug}-{network}-{what}-{localdate(meeting.starts_at)}"
    response["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return response


def _people(network: Network, *, today: date) -> tuple[PaperPerson, ...]:
    """By name, with the seat, for whom they sit there and who leads the talk; no address and no term."""
    lines = (words.person(one, today=today) for one in queries.members_of(network))
    people = (
        PaperPerson(name=one.name, seat=capfirst(" · ".join(filter(None, (one.seat, one.behalf, one.leads)))))
        for one in lines
    )
    return tuple(sorted(people, key=lambda one: one.name.casefold()))


def _free_seats(network: Network, *, today: date) -> tuple[PaperPerson, ...]:
    """A line without a name for each seat in which somebody may sit down; at an open one everybody is welcome."""
    free = (one for one in queries.seats_of(network, on=today) if not one.taken and one.kind is not SeatKind.OPEN)
    return tuple(PaperPerson(name="", seat=capfirst(one.name)) for one in free)
