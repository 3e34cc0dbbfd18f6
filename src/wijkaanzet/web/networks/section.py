"""When people come together, as a section of the page of a neighbourhood."""

from django.utils.text import capfirst

from wijkaanzet.areas.models import Area
from wijkaanzet.networks import queries
from wijkaanzet.networks.queries import ComingTogether
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks.words import day_of, time_of
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.networks import NetworkSection
from wijkaanzet.web.tenancy import address


def network_section(request: Request, area: Area) -> NetworkSection:
    """The meeting to come at which everybody is welcome, of an area that knows it; no query."""
    found = queries.coming_together(area)
    return NetworkSection(
        href=address(request, "networks-of-area", slug=area.slug),
        meeting=_meeting(request, found) if found else None,
        place=found.place.rstrip(" .") if found else "",
    )


def _meeting(request: Request, found: ComingTogether) -> Action:
    href = address(request, "meeting", network=found.network, public_id=found.public_id)
    return Action(label=f"{capfirst(day_of(found))}, {time_of(found)}", href=href)
