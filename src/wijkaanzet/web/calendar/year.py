"""The year as a page: of the municipality, and of one neighbourhood with the meetings of its networks."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wijkaanzet.areas.access import public_areas
from wijkaanzet.areas.models import Area
from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.arrangements.rules import Arrangement
from wijkaanzet.cycle import queries as cycle
from wijkaanzet.cycle.labels import STEPS
from wijkaanzet.cycle.queries import Turn
from wijkaanzet.kernel import clock
from wijkaanzet.networks.access import public_meetings
from wijkaanzet.networks.queries import in_time, networks_of
from wijkaanzet.networks.rules import MeetingStatus
from wijkaanzet.web import turns
from wijkaanzet.web.areas.build import division_now
from wijkaanzet.web.calendar.feeds import who_begins
from wijkaanzet.web.calendar.moments import moments_of
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks import words
from wijkaanzet.web.pages.year import YearPage, YearPart, YearRow
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.tenancy import address


@require_safe
def of_municipality(request: Request) -> HttpResponse:
    """Where the year of the city stands, and what comes round when."""
    today, name = clock.today(), request.municipality.name
    arrangement, division = division_now(request.municipality, today=today)
    turn = cycle.first_turn_of(division) if division else None
    page = YearPage(
        title=_("The year of %(name)s") % {"name": name},
        lead=_("What comes round every year, and who begins it. So you know when you can join in."),
        wheel=turns.wheel(turn, today=today) if turn else None,
        move=turns.card(turn, today=today, desk=False) if turn else None,
        years=_years(_rounds(arrangement, today=today), today=today),
        fictional=bool(division and division.fictional),
    )
    return render(request, "web/year.html", {"page": page})


@require_safe
def of_area(request: Request, slug: str) -> HttpResponse:
    """The same for one neighbourhood, with when its networks meet."""
    today = clock.today()
    area = get_object_or_404(public_areas(request.municipality).select_related("division"), slug=slug)
    turn = cycle.turn_of(area)
    rows = [*_rounds(arrangements.nearest(request.municipality, on=today), today=today)]
    rows += [*_meetings(request, area, today=today), *_start(turn)]
    page = YearPage(
        title=_("The year of %(name)s") % {"name": area.name},
        lead=_("What comes round every year, and when people meet. So you know when you can join in."),
        area=area.name,
        area_href=address(request, "area", slug=slug),
        wheel=turns.wheel(turn, today=today) if turn else None,
        move=turns.card(turn, today=today, desk=False) if turn else None,
        years=_years(rows, today=today),
        links=tuple(_calendars(request, area)),
        fictional=area.division.fictional,
    )
    return render(request, "web/year.html", {"page": page})


def _rounds(arrangement: Arrangement, *, today: date) -> Iterator[YearRow]:
    """What comes round in this year and the next."""
    for one in moments_of(arrangement, first=date(today.year, 1, 1), before=date(today.year + 2, 1, 1)):
        yield YearRow(falls_on=one.on, title=one.beat.name, who=who_begins(one), step=str(STEPS[one.beat.step]))


def _meetings(request: Request, area: Area, *, today: date) -> Iterator[YearRow]:
    """The meetings of the networks of an area that people are invited to; what was called off is left out."""
    meetings = public_meetings(request.municipality).filter(
        network__body__area=area, starts_at__date__gte=date(today.year, 1, 1)
    )
    for one in in_time(meetings.exclude(status=MeetingStatus.CANCELLED)):
        title = _("Meeting of %(network)s") % {"network": one.network.body.name}
        yield YearRow(
            falls_on=localdate(one.starts_at), title=title, who=one.place, href=words.meeting_href(request, one)
        )


def _start(turn: Turn | None) -> Iterator[YearRow]:
    if turn is not None and turn.network_starts_on is not None:
        yield YearRow(falls_on=turn.network_starts_on, title=_("The network starts"))


def _calendars(request: Request, area: Area) -> Iterator[Action]:
    for network in networks_of(area):
        yield Action(
            label=_("Meetings of %(network)s for your own calendar") % {"network": network.body.name},
            href=address(request, "network-calendar", network=network.body.key),
            kind="secondary",
        )


def _years(rows: Iterable[YearRow], *, today: date) -> tuple[YearPart, ...]:
    """By year, in order of time; what comes first says so."""
    ordered = sorted(rows, key=lambda row: (row.falls_on, row.title))
    first = next((row.falls_on for row in ordered if row.falls_on >= today), None)
    mark = Badge(label=_("comes first"))
    told = (replace(row, state=mark) if row.falls_on == first else row for row in ordered)
    return tuple(
        _part(year, list(same), today=today) for year, same in groupby(told, key=lambda row: row.falls_on.year)
    )


def _part(year: int, rows: list[YearRow], *, today: date) -> YearPart:
    return YearPart(
        year=year,
        was=tuple(row for row in rows if row.falls_on < today),
        rows=tuple(row for row in rows if row.falls_on >= today),
    )
