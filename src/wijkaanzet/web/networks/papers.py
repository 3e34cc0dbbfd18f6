"""A meeting to print: before it the agenda with what lies behind each point, once there is one the report."""

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
from wijkaanzet.networks.models import AgendaItem, Agreement, Meeting, Network
from wijkaanzet.networks.rules import AgreementStatus, MeetingStatus
from wijkaanzet.networks.rules.meetings import TO_COME
from wijkaanzet.web.documents.agenda_paper import AgendaPaper, PaperAgreement, PaperItem, agenda_pdf
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks import words
from wijkaanzet.web.networks.behind import behind
from wijkaanzet.web.networks.who import is_fictional, meeting_to_read


@require_safe
@never_cache
def agenda_paper(request: Request, network: str, public_id: str) -> HttpResponse:
    """The agenda or the report of a meeting as a PDF, the same for everybody who may read it."""
    meeting = meeting_to_read(request, network, public_id)
    paper = _paper(request, meeting, today=clock.today())
    content = agenda_pdf(paper, language=get_language() or "nl", made_at=clock.now())
    response = HttpResponse(content, content_type="application/pdf")
    what = _("report") if paper.reported else _("agenda")
    name = f"{request.municipality.slug}-{network}-{what}-{localdate(meeting.starts_at)}"
    response["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return response


def _paper(request: Request, meeting: Meeting, *, today: date) -> AgendaPaper:
    network, to_come = meeting.network, meeting.status in TO_COME
    came = queries.came_to([meeting.pk]).get(meeting.pk)
    return AgendaPaper(
        municipality=request.municipality.name,
        network=network.body.name,
        day=words.day_of(meeting),
        time=words.time_of(meeting),
        place=meeting.place,
        welcome=words.welcome(meeting),
        items=_items(request, queries.agenda_of(meeting), to_come=to_come, today=today),
        agreements=tuple(_agreement(request, one) for one in _agreements(meeting, today=today)),
        free_seats=_free_seats(network, today=today) if to_come else (),
        address=request.build_absolute_uri(words.meeting_href(request, meeting)),
        writing=to_come,
        fictional=is_fictional(network),
        reported=meeting.status == MeetingStatus.REPORTED,
        came=f"{capfirst(words.people_came(came))}." if came else "",
        minutes=meeting.minutes,
    )


def _items(request: Request, items: list[AgendaItem], *, to_come: bool, today: date) -> tuple[PaperItem, ...]:
    """The points; before the meeting with what lies behind each, afterwards with what came out."""
    lines = behind(request, items, today=today) if to_come else {}
    return tuple(PaperItem(title=one.title, behind=lines.get(one.pk, ()), outcome=one.outcome) for one in items)


def _agreements(meeting: Meeting, *, today: date) -> list[Agreement]:
    """Before a meeting what is looked at again by then, afterwards what was agreed there."""
    if meeting.status in TO_COME:
        return queries.agreements_to_look_at(meeting.network, on=max(localdate(meeting.starts_at), today))
    return queries.agreements_in(meeting)


def _agreement(request: Request, one: Agreement) -> PaperAgreement:
    """An agreement as its page shows it to everybody."""
    line = words.agreement_line(request, one, acts=False)
    settled = one.status != AgreementStatus.OPEN and line.state
    facts = (line.state.label if settled else "", *line.facts)
    return PaperAgreement(text=line.text, about=capfirst(" · ".join(filter(None, facts))), became=line.became)


def _free_seats(network: Network, *, today: date) -> tuple[str, ...]:
    return tuple(seat.name for seat in queries.seats_of(network, on=today) if not seat.taken)
