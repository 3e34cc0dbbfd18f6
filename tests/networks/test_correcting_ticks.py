"""Who of the people who take part came to a meeting is put right afterwards, and every number follows from it."""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.factories import at_once
from tests.networks.table import MEETING_ON, PLANTED, Table, lay_table
from wijkaanzet.cycle.queries import asked_of_network
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks import operations, queries
from wijkaanzet.networks.models import Meeting, Member, Presence
from wijkaanzet.networks.operations import Attended, HeldAs
from wijkaanzet.networks.rules import CardGroup, WhoCame

NOBODY_ELSE = HeldAs(place="Buurthuis", members=(), others_residents=0, others_professionals=0)
NEXT_YEAR = MEETING_ON + timedelta(days=90)


def ticked(table: Table, meeting: Meeting, members: Collection[Member], *, seen: str = "") -> Meeting:
    """Who keeps the network says that these members came, and nobody else."""
    held = replace(NOBODY_ELSE, members={one.pk for one in members})
    return operations.correct_held(meeting, held=held, seen=seen, actor=table.coordinator, at=NEXT_YEAR)


def held(table: Table, members: Collection[Member], *, others: int = 0) -> Meeting:
    """A meeting to which these members came."""
    attended = Attended(members={one.pk for one in members}, others_residents=others)
    return table.held(attended=attended)


def came(meeting: Meeting) -> set[int]:
    return set(Presence.objects.filter(meeting=meeting).values_list("member_id", flat=True))


def left(table: Table, member: Member) -> None:
    """Somebody takes part no longer, and the name is gone."""
    operations.end_membership(member, actor=table.coordinator, at=MEETING_ON + timedelta(days=7))


def mark(meeting: Meeting) -> str:
    return queries.mark_of_held(meeting, ticked=queries.ticked_at(meeting))


def test_who_did_not_come_is_taken_off_and_who_was_forgotten_put_down(table: Table):
    one, other, third = (table.member(f"Bewoner {n}") for n in range(3))
    meeting = held(table, [one, other], others=12)
    keeps = HeldAs(place="Buurthuis", members={other.pk, third.pk}, others_residents=12, others_professionals=0)
    meeting = operations.correct_held(meeting, held=keeps, actor=table.coordinator, at=NEXT_YEAR)
    assert (came(meeting), queries.people_at(meeting)) == ({other.pk, third.pk}, 14)
    row = AuditEntry.objects.get(action="networks.meeting.held_corrected")
    assert row.detail == {"before": 12, "others": 12, "place": False, "ticked": 1, "unticked": 1}
    assert row.actor_id == table.coordinator.user_id


def test_who_is_new_and_who_returns_follows_and_is_told_from_ten_on(table: Table):
    people = [table.member(f"Bewoner {n}") for n in range(10)]
    first, asked = held(table, people), asked_of_network(table.network)
    second = table.held(starts_at=NEXT_YEAR, attended=Attended(members={one.pk for one in people}))

    def told() -> list[WhoCame | None]:
        return [one.who for one in queries.came_by_year(table.network)]

    again = WhoCame(about=10, mostly_new=False, mostly_the_same=None)
    assert told() == [again, WhoCame(about=10, mostly_new=None, mostly_the_same=None, first_year=True)]
    assert queries.came_to([first.pk]) == {first.pk: 10}
    ticked(table, first, people[1:])
    assert told() == [again, None]  # and one newcomer shows nowhere
    assert queries.came_to([first.pk, second.pk]) == {first.pk: None, second.pk: 10}
    assert [one for one in asked_of_network(table.network) if one in asked] == asked


def test_who_left_since_counts_along_and_is_known_by_nobody(table: Table):
    stays, gone = table.member("Bewoner 1"), table.member()
    meeting = held(table, [stays, gone])
    left(table, gone)
    assert queries.ticked_at(meeting) == queries.Ticked(members=frozenset({stays.pk}), left=1)
    ticked(table, meeting, [])
    assert came(meeting) == {gone.pk}
    with pytest.raises(Refused) as refused:
        ticked(table, meeting, [gone])
    assert (refused.value.key, came(meeting)) == ("member_elsewhere", {gone.pk})
    rows = AuditEntry.objects.values_list("detail", flat=True)
    assert not any(word in str(row) for row in rows for word in PLANTED)


def test_who_takes_part_elsewhere_was_not_here(table: Table):
    other = operations.open_network(
        table.area, new=operations.Described(name="Andere tafel"), actor=table.coordinator, at=MEETING_ON
    )
    meeting = held(table, [])
    with pytest.raises(Refused) as refused:
        ticked(table, meeting, [table.member(network=other)])
    assert (refused.value.key, came(meeting)) == ("member_elsewhere", set())


def test_who_was_taken_off_by_mistake_is_put_down_again(table: Table):
    """Also somebody who was on the list only after the meeting, and was written down as present then."""
    late = table.member(at=MEETING_ON + timedelta(days=1))
    meeting = held(table, [])
    for members in ([late], [], [late]):
        ticked(table, meeting, members)
        assert came(meeting) == {one.pk for one in members}


def test_there_are_no_more_cards_than_people(table: Table):
    people = [table.member(f"Bewoner {n}") for n in range(10)]
    meeting = held(table, people)
    operations.count_cards(meeting, cards={CardGroup.FROM_65: 10}, actor=table.coordinator, at=MEETING_ON)
    with pytest.raises(Refused) as refused:
        ticked(table, meeting, people[1:])
    assert (refused.value.key, len(came(meeting))) == ("cards_too_many", 10)


@pytest.mark.parametrize("change", ["ticked", "left"])
def test_who_read_other_ticks_overwrites_nothing(table: Table, change: str):
    one, other = table.member("Bewoner 1"), table.member("Bewoner 2")
    meeting = held(table, [one])
    seen = mark(meeting)
    if change == "ticked":
        ticked(table, meeting, [one, other], seen=seen)
    else:
        left(table, one)
    before = came(meeting)
    with pytest.raises(Refused) as refused:
        ticked(table, meeting, [], seen=seen)
    assert (refused.value.key, came(meeting)) == ("changed_meanwhile", before)


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_of_two_who_correct_at_once_one_reads_what_the_other_did() -> None:
    table = lay_table()
    one, other = table.member("Bewoner 1"), table.member("Bewoner 2")
    meeting = held(table, [one])
    seen = mark(meeting)
    answers = at_once(
        lambda: ticked(table, meeting, [one, other], seen=seen),
        lambda: ticked(table, meeting, [other], seen=seen),
    )
    assert sorted(type(answer).__name__ for answer in answers) == ["Meeting", "Refused"]
    assert [answer.key for answer in answers if isinstance(answer, Refused)] == ["changed_meanwhile"]
    assert came(meeting) in ({one.pk, other.pk}, {other.pk})


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_two_who_tick_the_same_person_at_once_count_that_person_once() -> None:
    table = lay_table()
    one = table.member("Bewoner 1")
    meeting = held(table, [])
    answers = at_once(*[lambda: ticked(table, meeting, [one])] * 2)
    assert [type(answer).__name__ for answer in answers] == ["Meeting", "Meeting"]
    assert Presence.objects.filter(meeting=meeting).count() == 1
