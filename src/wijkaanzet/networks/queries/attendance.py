"""Who came, as numbers."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.timezone import localdate, localtime

from wijkaanzet.networks.models import Meeting, Member, Network, Presence
from wijkaanzet.networks.rules import Gathering, WhoCame, shown_count, who_came
from wijkaanzet.networks.rules.meetings import WAS_HELD


@dataclass(frozen=True, kw_only=True)
class Came:
    """Who came in a year, as far as it may be shown."""

    year: int
    meetings: int
    who: WhoCame | None
    """None when fewer than ten members came."""


@dataclass(frozen=True, kw_only=True)
class Ticked:
    """Which members came to a meeting, of those who take part now; of who left since only how many."""

    members: frozenset[int]
    left: int


def came_by_year(network: Network) -> list[Came]:
    """Who came to a network by year, the newest first; two queries."""
    held = dict(Meeting.objects.filter(network=network, status__in=WAS_HELD).values_list("id", "starts_at"))
    present: defaultdict[int, set[int]] = defaultdict(set)
    for meeting_id, member_id in Presence.objects.filter(meeting__in=held).values_list("meeting_id", "member_id"):
        present[meeting_id].add(member_id)
    years = {id_: localtime(starts_at).year for id_, starts_at in held.items()}
    told = who_came(Gathering(year, frozenset(present[id_])) for id_, year in years.items())
    counted = list(years.values())
    return [Came(year=year, meetings=counted.count(year), who=who) for year, who in reversed(told.items())]


def came_to(ids: Collection[int]) -> dict[int, int | None]:
    """How many people came to each of these meetings, for everybody to read; None below ten. One query."""
    meetings = Meeting.objects.filter(id__in=ids, status__in=WAS_HELD).annotate(members=Count("presences"))
    rows = meetings.values_list("id", "members", "others_residents", "others_professionals")
    return {id_: shown_count(members + residents + professionals) for id_, members, residents, professionals in rows}


def people_at(meeting: Meeting) -> int:
    """How many people came to a meeting, members and others; 0 as long as nobody was written down. One query."""
    return meeting.presences.count() + meeting.others_residents + meeting.others_professionals


def ticked_at(meeting: Meeting) -> Ticked:
    """Which members are written down as present; one query."""
    rows = dict(meeting.presences.values_list("member_id", "member__ends_before"))
    still = frozenset(id_ for id_, ends_before in rows.items() if ends_before is None)
    return Ticked(members=still, left=len(rows) - len(still))


def could_come(meeting: Meeting) -> set[int]:
    """The members of its network who can be written down as present: who take part now, or did so on its day."""
    day = localdate(meeting.starts_at)
    there = Q(ends_before__isnull=True) | Q(ends_before__gt=day, starts_on__lte=day)
    return set(Member.objects.filter(there, network=meeting.network_id).values_list("id", flat=True))
