"""The anonymous cards of a meeting are counted."""

from datetime import datetime

from django.db import transaction

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.networks import queries
from wijkaanzet.networks.models import CardTally, Meeting
from wijkaanzet.networks.operations.writing import locked_meeting, log_meeting
from wijkaanzet.networks.rules import MeetingStatus, Tally
from wijkaanzet.networks.rules.groups import fitting_cards


@transaction.atomic
def count_cards(meeting: Meeting, *, cards: Tally, actor: Actor, at: datetime) -> Meeting:
    """Keep how many cards of a meeting named each group, in place of what was counted before.

    Raises Refused: ("cards_before_meeting") as long as nobody wrote down who came, ("card_count"), ("cards_too_many").
    """
    meeting = locked_meeting(meeting)
    kept = fitting_cards(MeetingStatus(meeting.status), cards, came=queries.people_at(meeting))
    meeting.cards.all().delete()
    CardTally.objects.bulk_create(CardTally(meeting=meeting, group=group, count=count) for group, count in kept.items())
    log_meeting(meeting, act="cards_counted", detail={"answers": sum(kept.values())}, actor=actor, at=at)
    return meeting
