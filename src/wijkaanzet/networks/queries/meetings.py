"""Reading meetings and what stands on their agenda."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Case, OuterRef, QuerySet, Subquery, When
from django.utils.formats import date_format
from django.utils.timezone import localtime

from wijkaanzet.areas.models import Area
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.networks.labels import MEETING
from wijkaanzet.networks.models import AgendaItem, Meeting
from wijkaanzet.networks.rules.meetings import TO_COME


def with_network(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Meetings together with their network, its name, area and municipality, without a query more."""
    return meetings.select_related("network__body__municipality", "network__body__area__division__municipality")


def in_time(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Meetings in the order in which they take place."""
    return meetings.order_by("starts_at", "id")


def newest_first(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Meetings with the last one first."""
    return meetings.order_by("-starts_at", "id")


def next_meeting(meetings: QuerySet[Meeting], *, on: date) -> Meeting | None:
    """The first of these meetings that is to come on a day or is on that day; one query."""
    return in_time(_to_come(meetings, on=on)).first()


@dataclass(frozen=True, kw_only=True)
class ComingTogether:
    """When people of a neighbourhood come together, where, and the address of it: network and public id."""

    starts_at: datetime
    place: str
    network: str
    public_id: str


def with_coming_together(areas: QuerySet[Area], *, meetings: QuerySet[Meeting], slug: str, on: date) -> QuerySet[Area]:
    """Areas, the one at an address together with the first of these meetings there at which everybody is welcome."""
    there = in_time(_to_come(meetings, on=on).filter(network__body__area=OuterRef("pk"), welcome=True))
    fields = {"starts_at": "starts_at", "place": "place", "network": "network__body__key", "public_id": "public_id"}
    found = {
        f"together_{name}": Case(When(slug=slug, then=Subquery(there.values(field)[:1])), default=None)
        for name, field in fields.items()
    }
    return areas.annotate(**found)


def coming_together(area: Area) -> ComingTogether | None:
    """The meeting to come, of an area that came from `with_coming_together`."""
    found = {name: getattr(area, f"together_{name}") for name in ComingTogether.__dataclass_fields__}
    return ComingTogether(**found) if found["public_id"] else None


def agenda_of(meeting: Meeting) -> list[AgendaItem]:
    """What a meeting talks about, in order; one query."""
    return list(AgendaItem.objects.filter(meeting=meeting).order_by("position"))


def meeting_places(ids: Collection[int]) -> dict[int, tuple[str, str]]:
    """The key of the network and the public id of each meeting: its address."""
    rows = Meeting.objects.filter(id__in=ids).values_list("id", "network__body__key", "public_id")
    return {id_: (key, public_id) for id_, key, public_id in rows}


def labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """Meetings by network and day."""
    rows = Meeting.objects.filter(id__in=ids).values_list("id", "network__body__name", "starts_at")
    return {
        id_: str(MEETING) % {"network": name, "day": date_format(localtime(starts_at), "j F Y")}
        for id_, name, starts_at in rows
    }


def _to_come(meetings: QuerySet[Meeting], *, on: date) -> QuerySet[Meeting]:
    return meetings.filter(status__in=TO_COME, starts_at__date__gte=on)
