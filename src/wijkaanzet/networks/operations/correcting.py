"""A slip of the pen about a meeting that was held is put right: who came, how many others, and where it was."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks import queries
from wijkaanzet.networks.models import Meeting, Member, Presence
from wijkaanzet.networks.operations.writing import locked_meeting, log_meeting
from wijkaanzet.networks.rules import MeetingStatus
from wijkaanzet.networks.rules.as_read import check_unchanged
from wijkaanzet.networks.rules.groups import check_cards_fit
from wijkaanzet.networks.rules.meetings import check_others, check_was_held, fitting_meeting_place


@dataclass(frozen=True, kw_only=True)
class HeldAs:
    """Where people met, which members came of those who take part now, by their id, and how many others."""

    place: str
    members: Collection[int]
    others_residents: int
    others_professionals: int


@transaction.atomic
def correct_held(meeting: Meeting, *, held: HeldAs, seen: str = "", actor: Actor, at: datetime) -> Meeting:
    """Put right who came and where people met; who came and left since, and the cards, stay as they are.

    `seen` is the mark of what was read (`queries.mark_of_held`). Raises Refused: ("wrong_state") before it was held,
    ("changed_meanwhile"), ("meeting_without_place"), ("network_words_too_long"), ("others_count"),
    ("member_elsewhere") for somebody who does not take part, and ("cards_too_many") for fewer people than cards.
    """
    meeting = locked_meeting(meeting)
    check_was_held(MeetingStatus(meeting.status))
    ticked = queries.ticked_at(meeting)
    check_unchanged(seen, now=queries.mark_of_held(meeting, ticked=ticked))
    check_others(held.others_residents, held.others_professionals)
    place = fitting_meeting_place(held.place)
    detail: dict[str, int | bool] = {
        "before": meeting.others_residents + meeting.others_professionals,
        "others": held.others_residents + held.others_professionals,
        "place": place != meeting.place,
        **_tick(meeting, held.members, ticked=ticked),
    }
    meeting.place = place
    meeting.others_residents, meeting.others_professionals = held.others_residents, held.others_professionals
    check_cards_fit(queries.cards_of(meeting), came=queries.people_at(meeting))
    meeting.save(update_fields=["place", "others_residents", "others_professionals"])
    log_meeting(meeting, act="held_corrected", detail=detail, actor=actor, at=at)
    return meeting


def _tick(meeting: Meeting, members: Collection[int], *, ticked: queries.Ticked) -> dict[str, int]:
    """Write down who came and was left out, and take out who did not come; how many of each.

    Who takes part now could have come, as when it was written down first; of others no name is left to choose by.
    """
    added, gone = set(members) - ticked.members, ticked.members - set(members)
    there = Member.objects.filter(network=meeting.network_id, ends_before__isnull=True)
    if there.filter(pk__in=added).count() < len(added):
        raise Refused("member_elsewhere")
    Presence.objects.bulk_create(Presence(meeting=meeting, member_id=id_) for id_ in sorted(added))
    Presence.objects.filter(meeting=meeting, member__in=gone).delete()
    return {"ticked": len(added), "unticked": len(gone)}
