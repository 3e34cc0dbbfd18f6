"""A meeting that is planned gets another day, time or place, until people are invited."""

from datetime import date, datetime, timedelta

import pytest

from tests.conftest import AT
from tests.networks.table import MEETING_ON, Table, later, move_of
from wijkaanzet.kernel import open_moves
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks import operations
from wijkaanzet.networks.models import Meeting
from wijkaanzet.networks.operations import AgendaLine, MeetingKind, NewMeeting
from wijkaanzet.networks.rules import MeetingStatus

ELSEWHERE = NewMeeting(starts_at=MEETING_ON + timedelta(days=7, hours=1), place="School", welcome=False)


def changed(table: Table, meeting: Meeting, new: NewMeeting = ELSEWHERE, *, at: datetime = AT) -> Meeting:
    return operations.change_meeting(meeting, new=new, actor=table.coordinator, at=at)


def log_of(meeting: Meeting) -> list[dict[str, object]]:
    rows = AuditEntry.objects.filter(action="networks.meeting.changed", subject_id=meeting.pk)
    return list(rows.order_by("id").values_list("detail", flat=True))


def due(meeting: Meeting) -> tuple[str, date | None] | None:
    move = move_of(meeting)
    return (move.action, move.due_on) if move else None


def test_day_time_and_place_change_and_the_agenda_stays(table: Table):
    meeting = table.planned()
    operations.set_agenda(meeting, lines=[AgendaLine(title="De tuin")], actor=table.coordinator, at=AT)
    changed(table, meeting)
    kept = Meeting.objects.get()
    assert (kept.starts_at, kept.place, kept.welcome) == (ELSEWHERE.starts_at, "School", False)
    assert (kept.public_id, kept.status, kept.invited_on) == (meeting.public_id, MeetingStatus.PLANNED, None)
    assert [item.title for item in kept.items.all()] == ["De tuin"]
    assert log_of(kept) == [{"starts_at": True, "place": True, "welcome": True}]


def test_the_term_to_invite_goes_with_the_day(table: Table):
    meeting = table.planned()
    assert due(meeting) == ("networks.invite", date(2017, 10, 9))
    changed(table, meeting)
    assert due(meeting) == ("networks.invite", date(2017, 10, 16))
    assert not list(open_moves.differences())


def test_a_meeting_that_proves_to_have_been_held_asks_who_came(table: Table):
    meeting = table.planned()
    changed(table, meeting, NewMeeting(starts_at=later(5), place="Buurthuis"), at=later(10))
    assert [move.action for move in [move_of(meeting)] if move] == ["networks.hold"]
    assert not list(open_moves.differences())


def test_what_stays_the_same_begins_no_term_and_leaves_no_row(table: Table):
    meeting = table.planned()
    changed(table, meeting, NewMeeting(starts_at=MEETING_ON, place=" Buurthuis "), at=later(20))
    assert (due(meeting), log_of(meeting)) == (("networks.invite", date(2017, 10, 9)), [])


def test_another_place_does_not_make_who_is_late_in_time(table: Table):
    meeting = table.planned()
    summit = NewMeeting(starts_at=MEETING_ON, place="School", kind=MeetingKind.SUMMIT)
    changed(table, meeting, summit, at=later(20))
    assert due(meeting) == ("networks.invite", date(2017, 10, 9))
    assert log_of(meeting) == [{"place": True, "kind": True}]


@pytest.mark.done("6.bad-input")
@pytest.mark.parametrize(
    ("new", "key"),
    [
        (NewMeeting(starts_at=later(-61), place="School"), "meeting_long_past"),
        (NewMeeting(starts_at=later(1_000), place="School"), "meeting_far"),
        (NewMeeting(starts_at=MEETING_ON, place=" "), "meeting_without_place"),
        (NewMeeting(starts_at=MEETING_ON, place="x" * 100_000), "network_words_too_long"),
    ],
)
def test_what_cannot_be_changes_nothing(table: Table, new: NewMeeting, key: str):
    meeting = table.planned()
    with pytest.raises(Refused) as refused:
        changed(table, meeting, new)
    kept = Meeting.objects.get()
    assert (refused.value.key, kept.starts_at, kept.place) == (key, MEETING_ON, "Buurthuis")


@pytest.mark.parametrize("status", [one for one in MeetingStatus if one is not MeetingStatus.PLANNED])
def test_who_was_invited_hears_of_another_meeting(table: Table, status: MeetingStatus):
    meeting = table.brought_to(status)
    with pytest.raises(Refused) as refused:
        changed(table, meeting)
    key = "meeting_invited_already" if status is MeetingStatus.INVITED else "wrong_state"
    assert (refused.value.key, Meeting.objects.get().place, log_of(meeting)) == (key, meeting.place, [])
