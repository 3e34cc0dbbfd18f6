"""Reading meetings and what stands on their agenda."""

from collections.abc import Collection
from datetime import date

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localtime

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
    return in_time(meetings.filter(status__in=TO_COME, starts_at__date__gte=on)).first()


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
