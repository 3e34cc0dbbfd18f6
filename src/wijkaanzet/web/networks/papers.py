"""The agenda of a meeting to print and lay on the table."""

from datetime import date

from django.http import HttpResponse
from django.utils.text import capfirst
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wijkaanzet.kernel import clock
from wijkaanzet.networks import queries
from wijkaanzet.networks.models import Agreement, Meeting
from wijkaanzet.networks.rules.meetings import TO_COME
from wijkaanzet.web.documents.agenda_paper import AgendaPaper, PaperAgreement, PaperItem, agenda_pdf
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks import words
from wijkaanzet.web.networks.who import is_fictional, meeting_to_read
from wijkaanzet.web.numbers import day


@require_safe
@never_cache
def agenda_paper(request: Request, network: str, public_id: str) -> HttpResponse:
    """The agenda of a meeting as a PDF, the same for everybody who may read it."""
    meeting = meeting_to_read(request, network, public_id)
    paper = _paper(request, meeting, today=clock.today())
    content = agenda_pdf(paper, language=get_language() or "nl", made_at=clock.now())
    response = HttpResponse(content, content_type="application/pdf")
    name = f"{request.municipality.slug}-{network}-agenda-{localdate(meeting.starts_at)}"
    response["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return response


def _paper(request: Request, meeting: Meeting, *, today: date) -> AgendaPaper:
    network = meeting.network
    until = max(localdate(meeting.starts_at), today)
    to_come = meeting.status in TO_COME
    again = queries.agreements_to_look_at(network, on=until) if to_come else []
    seats = queries.seats_of(network, on=today) if to_come else []
    return AgendaPaper(
        municipality=request.municipality.name,
        network=network.body.name,
        day=words.day_of(meeting),
        time=words.time_of(meeting),
        place=meeting.place,
        welcome=words.welcome(meeting),
        items=tuple(PaperItem(title=item.title, outcome=item.outcome) for item in queries.agenda_of(meeting)),
        agreements=tuple(map(_agreement, again)),
        free_seats=tuple(seat.name for seat in seats if not seat.taken),
        address=request.build_absolute_uri(words.meeting_href(request, meeting)),
        writing=to_come,
        fictional=is_fictional(network),
    )


def _agreement(one: Agreement) -> PaperAgreement:
    again = _("we look again on %(day)s") % {"day": day(one.look_again_on)} if one.look_again_on else ""
    return PaperAgreement(text=one.text, about=capfirst(" · ".join(filter(None, (one.by_whom, again)))))
