"""A slip of the pen about a meeting that was held is put right, and nobody overwrites what came in meanwhile."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.conftest import AT
from tests.networks.table import MEETING_ON, Table
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks import operations, queries
from wijkaanzet.networks.models import Meeting
from wijkaanzet.networks.operations import Attended, Corrected, Described, HeldAs, NewMeeting
from wijkaanzet.networks.rules import AgreementStatus, CardGroup, MeetingStatus

NINE = HeldAs(place="Buurthuis", members=(), others_residents=9, others_professionals=1)


def corrected(table: Table, meeting: Meeting, held: HeldAs = NINE, *, seen: str = "") -> Meeting:
    return operations.correct_held(meeting, held=held, seen=seen, actor=table.coordinator, at=MEETING_ON)


@pytest.mark.parametrize("status", [MeetingStatus.HELD, MeetingStatus.REPORTED])
def test_a_nought_too_many_is_taken_off(table: Table, status: MeetingStatus):
    member = table.member()
    attended = Attended(members={member.pk}, others_residents=90, others_professionals=1)
    meeting = table.held(attended=attended)
    if status is MeetingStatus.REPORTED:
        reported = operations.Reported(minutes="Kort.")
        meeting = operations.report(meeting, reported=reported, actor=table.coordinator, at=MEETING_ON)
    corrected(table, meeting, replace(NINE, place="School", members={member.pk}))
    kept = Meeting.objects.get()
    assert (kept.place, kept.others_residents, kept.others_professionals, kept.status) == ("School", 9, 1, status)
    assert queries.people_at(kept) == 11
    row = AuditEntry.objects.get(action="networks.meeting.held_corrected")
    assert row.detail == {"before": 91, "others": 10, "place": True, "ticked": 0, "unticked": 0}


@pytest.mark.done("6.bad-input")
@pytest.mark.parametrize(
    ("held", "key"),
    [
        (replace(NINE, others_residents=-1), "others_count"),
        (replace(NINE, others_professionals=5_001), "others_count"),
        (replace(NINE, place=" "), "meeting_without_place"),
        (replace(NINE, place="x" * 121), "network_words_too_long"),
        (replace(NINE, others_residents=1), "cards_too_many"),
    ],
)
def test_what_cannot_be_changes_nothing(table: Table, held: HeldAs, key: str):
    meeting = table.held(attended=Attended(others_residents=90))
    operations.count_cards(meeting, cards={CardGroup.FROM_65: 10}, actor=table.coordinator, at=MEETING_ON)
    with pytest.raises(Refused) as refused:
        corrected(table, meeting, held)
    kept = Meeting.objects.get()
    assert (refused.value.key, kept.place, kept.others_residents) == (key, "Buurthuis", 90)
    assert queries.cards_of(kept) == {CardGroup.FROM_65: 10}


@pytest.mark.parametrize("status", [MeetingStatus.PLANNED, MeetingStatus.INVITED, MeetingStatus.CANCELLED])
def test_nobody_came_to_what_was_not_held(table: Table, status: MeetingStatus):
    with pytest.raises(Refused) as refused:
        corrected(table, table.brought_to(status))
    assert refused.value.key == "wrong_state"


def test_who_did_not_read_it_as_it_is_now_overwrites_nothing(table: Table):
    who, held, reported = table.coordinator, table.held(), table.brought_to(MeetingStatus.REPORTED)
    planned, new = table.planned(), NewMeeting(starts_at=MEETING_ON, place="School")
    says = Described(name="x", purpose="Anders.")
    acts: list[Callable[[], object]] = [
        lambda: operations.describe_network(table.network, described=says, seen="old", actor=who, at=AT),
        lambda: operations.change_meeting(planned, new=new, seen="old", actor=who, at=AT),
        lambda: corrected(table, held, seen="old"),
        lambda: operations.correct_report(
            reported, reported=Corrected(minutes="x"), seen="old", actor=who, at=MEETING_ON
        ),
    ]
    before = AuditEntry.objects.count()
    for act in acts:
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.key == "changed_meanwhile"
    assert AuditEntry.objects.count() == before


def test_a_mark_is_of_what_can_be_changed(table: Table):
    who, at = table.coordinator, MEETING_ON
    (agreement,) = table.agreed([operations.NewAgreement(text="Lampen.")])
    meeting = agreement.meeting

    def marks() -> list[str]:
        kept = Meeting.objects.get()
        items, agreements = queries.agenda_of(kept), queries.agreements_in(kept)
        held = queries.mark_of_held(kept, ticked=queries.ticked_at(kept))
        return [held, queries.mark_of_report(kept, items=items, agreements=agreements)]

    seen = marks()
    operations.settle_agreement(agreement, status=AgreementStatus.DONE, what_became="", actor=who, at=at)
    assert marks() == seen
    operations.correct_report(meeting, reported=Corrected(minutes="Kort."), actor=who, at=at)
    corrected(table, meeting)
    assert [one == other for one, other in zip(marks(), seen, strict=True)] == [False, False]
