"""The way from a neighbourhood to its year, with what comes first; it asks nothing of the database."""

from datetime import date

from django.utils.translation import gettext as _

from wijkaanzet.arrangements.rules import Arrangement
from wijkaanzet.web.calendar.moments import next_of
from wijkaanzet.web.http import Request
from wijkaanzet.web.numbers import day
from wijkaanzet.web.parts.cards import Card
from wijkaanzet.web.tenancy import address


def year_link(request: Request, arrangement: Arrangement, *, slug: str, today: date) -> Card:
    """What comes next in the year, and where the whole year stands."""
    ahead = next_of(arrangement, after=today)
    return Card(
        title=_("The whole year"),
        href=address(request, "area-year", slug=slug),
        text=_("Next: %(what)s, from %(day)s.") % {"what": ahead.beat.name, "day": day(ahead.on)} if ahead else "",
    )
