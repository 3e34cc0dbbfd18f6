"""Calendars to subscribe to: the own one at a secret address, and the public one of a network."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.cycle import queries as cycle
from wijkaanzet.cycle.access import meetings_of_own_networks, moves_of
from wijkaanzet.cycle.queries import Act
from wijkaanzet.cycle.rules.calendar import Moment
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.networks.access import public_meetings
from wijkaanzet.networks.models import Meeting
from wijkaanzet.networks.queries import in_time
from wijkaanzet.networks.rules import MeetingStatus
from wijkaanzet.people.labels import MOVERS
from wijkaanzet.people.queries import roles_to_answer
from wijkaanzet.people.rules import Role
from wijkaanzet.web.actions import words_of
from wijkaanzet.web.calendar.ical import CONTENT_TYPE, Entry, calendar_file
from wijkaanzet.web.calendar.moments import moments_of
from wijkaanzet.web.http import Request
from wijkaanzet.web.moves.about import About, abouts
from wijkaanzet.web.networks import words
from wijkaanzet.web.networks.who import network_to_read
from wijkaanzet.web.tenancy import address

BACK, AHEAD = timedelta(days=92), timedelta(days=366)
"""How far back meetings stay in a calendar, and how far ahead the year is told."""


@require_safe
@never_cache
def own(request: Request, token: str) -> HttpResponse:
    """What is to come for whose address this is: what is asked, meetings of the own networks, and the year."""
    user_id = cycle.owner_of_feed(request.municipality, token=token)
    if user_id is None:
        raise Http404
    today, reader = clock.today(), Actor(user_id, Channel.WEB)
    meetings = meetings_of_own_networks(reader, request.municipality, on=today)
    meetings = meetings.filter(starts_at__date__gte=today - BACK)
    entries = (
        *_asked(request, reader, user_id, today=today),
        *_meetings(request, meetings),
        *_year(request, today=today),
    )
    return _answer(request, _("My move, %(name)s") % {"name": request.municipality.name}, entries)


@require_safe
def of_network(request: Request, network: str) -> HttpResponse:
    """The meetings of a network that people are invited to, for anybody's calendar."""
    kept, today = network_to_read(request, network), clock.today()
    meetings = public_meetings(request.municipality).filter(network=kept, starts_at__date__gte=today - BACK)
    return _answer(request, kept.body.name, _meetings(request, in_time(meetings)))


def _answer(request: HttpRequest, name: str, entries: Iterable[Entry]) -> HttpResponse:
    content = calendar_file(name, entries, host=request.get_host(), made_at=clock.now())
    response = HttpResponse(content, content_type=CONTENT_TYPE)
    response["Content-Disposition"] = 'inline; filename="wijkaanzet.ics"'
    return response


def _asked(request: Request, reader: Actor, user_id: int, *, today: date) -> Iterator[Entry]:
    """What waits and has a day: of a term, of an invitation or of a rest."""
    held = roles_to_answer(request.municipality, on=today, account_id=user_id).get(user_id, [])
    acts = cycle.acts(moves_of(held, request.municipality, today=today).order_by("id"))
    about = abouts(reader, request.municipality, acts, today=today)
    href = request.build_absolute_uri(address(request, "your-move"))
    for act in acts:
        day, text = _day_of(act)
        yield Entry(
            uid=f"move-{request.municipality.slug}-{act.move.subject_kind}-{act.move.subject_id}-{act.move.action}",
            title=_title(act, about[act.move.id]),
            starts=day,
            text=text,
            href=href,
        )


def _day_of(act: Act) -> tuple[date, str]:
    """The day of a move, which always has one, and what it means."""
    move = act.move
    if move.due_on:
        return move.due_on, _("The term runs up to and including this day.")
    if move.lapses_on:
        return move.lapses_on, _("You are invited up to and including this day. You may, you do not have to.")
    return move.rest_look_again_on or date.max, _("This rests. On this day we look again.")


def _title(act: Act, about: About) -> str:
    names = about.names if len(about.names) == 1 else ()
    return ": ".join(filter(None, (words_of(act.move.action), " ".join(filter(None, (*names, about.year))))))


def _meetings(request: Request, meetings: Iterable[Meeting]) -> Iterator[Entry]:
    for one in meetings:
        off = one.status == MeetingStatus.CANCELLED
        yield Entry(
            uid=f"meeting-{one.public_id}",
            title=_("Meeting of %(network)s") % {"network": one.network.body.name},
            starts=one.starts_at,
            text=words.welcome(one),
            place=one.place,
            href=request.build_absolute_uri(words.meeting_href(request, one)),
            off=off,
        )


def _year(request: Request, *, today: date) -> Iterator[Entry]:
    municipality: Municipality = request.municipality
    arrangement = arrangements.nearest(municipality, on=today)
    for one in moments_of(arrangement, first=today - BACK, before=today + AHEAD):
        yield Entry(
            uid=f"year-{municipality.slug}-{one.beat.key}-{one.on.isoformat()}",
            title=_("The year: %(what)s") % {"what": one.beat.name},
            starts=one.on,
            text=who_begins(one),
            href=request.build_absolute_uri(address(request, "year")),
        )


def who_begins(moment: Moment) -> str:
    """Whose move something in the year is, in words."""
    return str(MOVERS[Role(moment.beat.role)])
