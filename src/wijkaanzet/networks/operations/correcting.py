"""A slip of the pen about a meeting that was held is put right: where it was, and how many others came."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.networks import queries
from wijkaanzet.networks.models import Meeting
from wijkaanzet.networks.operations.writing import locked_meeting, log_meeting
from wijkaanzet.networks.rules import MeetingStatus
from wijkaanzet.networks.rules.as_read import check_unchanged
from wijkaanzet.networks.rules.groups import check_cards_fit
from wijkaanzet.networks.rules.meetings import check_others, check_was_held, fitting_meeting_place


@dataclass(frozen=True, kw_only=True)
class HeldAs:
    """Where people met, and how many came who are no members."""

    place: str
    others_residents: int
    others_professionals: int


@transaction.atomic
def correct_held(meeting: Meeting, *, held: HeldAs, seen: str = "", actor: Actor, at: datetime) -> Meeting:
    """Put right where people met and how many others came; the members who came and the cards stay as they are.

    `seen` is the mark of what was read (`queries.mark_of_held`). Raises Refused: ("wrong_state") before it was held,
    ("changed_meanwhile"), ("meeting_without_place"), ("network_words_too_long"), ("others_count"), and
    ("cards_too_many") when more cards were counted than that.
    """
    meeting = locked_meeting(meeting)
    check_was_held(MeetingStatus(meeting.status))
    check_unchanged(seen, now=queries.mark_of_held(meeting))
    check_others(held.others_residents, held.others_professionals)
    before = meeting.others_residents + meeting.others_professionals
    place = fitting_meeting_place(held.place)
    detail: dict[str, int | bool] = {"before": before, "place": place != meeting.place}
    meeting.place = place
    meeting.others_residents, meeting.others_professionals = held.others_residents, held.others_professionals
    check_cards_fit(queries.cards_of(meeting), came=queries.people_at(meeting))
    meeting.save(update_fields=["place", "others_residents", "others_professionals"])
    detail["others"] = meeting.others_residents + meeting.others_professionals
    log_meeting(meeting, act="held_corrected", detail=detail, actor=actor, at=at)
    return meeting
