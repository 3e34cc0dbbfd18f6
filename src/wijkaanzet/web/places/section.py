"""The places of an area as a section of its page, and as the list of who keeps them."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkaanzet.areas import access, queries
from wijkaanzet.areas.models import Area, Place
from wijkaanzet.areas.rules.places import PlaceKind
from wijkaanzet.web.http import Request
from wijkaanzet.web.numbers import day
from wijkaanzet.web.parts.places import PlaceGroup, PlaceLine, PlacesSection
from wijkaanzet.web.places.who import may_keep_places
from wijkaanzet.web.tenancy import address

GROUPS = {
    PlaceKind.STREET: gettext_lazy("Streets"),
    PlaceKind.HOTSPOT: gettext_lazy("Hotspots"),
    PlaceKind.GROUP: gettext_lazy("Groups"),
    PlaceKind.COMMUNITY: gettext_lazy("Communities"),
}


def places_section(request: Request, area: Area, *, today: date) -> PlacesSection | None:
    """The places of an area; None when there are none, but for who may add one. One query, and one for who asks."""
    places = queries.places_of(access.public_places(request.municipality), area, on=today)
    keeps = may_keep_places(request, area)
    if not places and not keeps:
        return None
    href = address(request, "area-places", slug=area.slug) if keeps else ""
    return PlacesSection(groups=groups(places), keep_href=href)


def groups(places: Iterable[Place]) -> tuple[PlaceGroup, ...]:
    """Places by kind, those of one kind in the order given."""
    found: dict[str, list[PlaceLine]] = {kind: [] for kind in GROUPS}
    for place in places:
        found[place.kind].append(_line(place))
    return tuple(
        PlaceGroup(label=str(GROUPS[PlaceKind(kind)]), places=tuple(lines)) for kind, lines in found.items() if lines
    )


def _line(place: Place) -> PlaceLine:
    ends = ""
    if place.ends_before is not None:
        ends = _("up to and including %(day)s") % {"day": day(place.ends_before - timedelta(days=1))}
    return PlaceLine(name=place.name, note=place.note, ends=ends)
