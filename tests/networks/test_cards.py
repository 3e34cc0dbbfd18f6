"""The cards of a meeting are counted: a number per group, kept with the meeting and with nobody."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.networks.table import MEETING_ON, Table, refused_key
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks import operations, queries
from wijkaanzet.networks.models import CardTally, Meeting
from wijkaanzet.networks.rules import CardGroup, CardQuestion, MeetingStatus, Tally

YOUNG, OLD = CardGroup.FROM_15_TO_25, CardGroup.FROM_65
YEAR = MEETING_ON.year


def counted(table: Table, cards: Tally, *, starts_at: datetime = MEETING_ON) -> Meeting:
    """A meeting of which the cards are counted."""
    meeting = table.held(starts_at=starts_at)
    operations.count_cards(meeting, cards=cards, actor=table.coordinator, at=starts_at)
    return meeting


def test_cards_are_counted_per_group_and_never_per_person(table: Table):
    meeting = counted(table, {YOUNG: 0, OLD: 12})
    assert queries.cards_of(meeting) == {OLD: 12}
    fields = {field.name for field in CardTally._meta.get_fields()}
    assert fields == {"id", "meeting", "group", "count"}
    row = AuditEntry.objects.get(action="networks.meeting.cards_counted")
    assert (row.subject_id, row.detail) == (meeting.pk, {"answers": 12})


def test_counting_again_replaces_what_was_counted(table: Table):
    meeting = counted(table, {YOUNG: 3, OLD: 12})
    operations.count_cards(meeting, cards={OLD: 11}, actor=table.coordinator, at=MEETING_ON)
    assert queries.cards_of(meeting) == {OLD: 11}


@pytest.mark.parametrize("status", [MeetingStatus.PLANNED, MeetingStatus.INVITED, MeetingStatus.CANCELLED])
def test_cards_are_counted_once_it_is_known_who_came(table: Table, status: MeetingStatus):
    meeting = table.brought_to(status)
    with pytest.raises(Refused) as refused:
        operations.count_cards(meeting, cards={OLD: 12}, actor=table.coordinator, at=MEETING_ON)
    assert refused_key(refused.value) == ("cards_before_meeting", {})
    assert not CardTally.objects.exists()


def test_a_count_that_cannot_be_leaves_everything_as_it_was(table: Table):
    meeting = counted(table, {OLD: 12})
    with pytest.raises(Refused) as refused:
        operations.count_cards(meeting, cards={OLD: 5_001}, actor=table.coordinator, at=MEETING_ON)
    assert refused_key(refused.value) == ("card_count", {"most": 5_000})
    assert queries.cards_of(meeting) == {OLD: 12}


def test_one_question_has_no_more_cards_than_people_who_came(table: Table):
    attended = operations.Attended(members=[table.member().pk], others_residents=3, others_professionals=2)
    meeting = table.held(attended=attended)
    with pytest.raises(Refused) as refused:
        operations.count_cards(meeting, cards={YOUNG: 3, OLD: 4}, actor=table.coordinator, at=MEETING_ON)
    assert refused_key(refused.value) == ("cards_too_many", {"came": 6})
    operations.count_cards(meeting, cards={YOUNG: 2, OLD: 4}, actor=table.coordinator, at=MEETING_ON)
    assert queries.cards_of(meeting) == {YOUNG: 2, OLD: 4}


def test_the_cards_of_a_year_are_those_of_all_its_meetings(table: Table):
    counted(table, {YOUNG: 2, OLD: 12})
    counted(table, {OLD: 9}, starts_at=MEETING_ON + timedelta(days=30))
    counted(table, {OLD: 3}, starts_at=MEETING_ON + timedelta(days=90))
    found = queries.cards_by_year(table.network)
    assert found.keys() == {YEAR, YEAR + 1}
    assert (found[YEAR][CardQuestion.AGE].cards[OLD], found[YEAR][CardQuestion.AGE].total) == (21, 23)
    assert found[YEAR][CardQuestion.AGE].guarded == {YOUNG}
    assert found[YEAR + 1] == {}


@pytest.mark.both_engines
@pytest.mark.parametrize("change", [{"count": 0}, {"group": OLD.value, "count": 3}])
def test_the_database_keeps_one_number_above_nought_per_group(table: Table, change: dict[str, object]):
    meeting = counted(table, {OLD: 12})
    values = {"meeting": meeting, "group": YOUNG.value, **change}
    with pytest.raises(IntegrityError), transaction.atomic():
        CardTally.objects.create(**values)
    assert queries.cards_of(meeting) == {OLD: 12}
