"""A meeting from its plan to its report: what people are asked, who came, and what was agreed."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import AT
from tests.factories import at_once
from tests.networks.table import EMAIL, MEETING_ON, VISITOR, Table, later, lay_table, move_of
from wijkaanzet.kernel import open_moves, subjects
from wijkaanzet.kernel.models import AuditEntry, OpenMove, OutboxMessage
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import operations, queries
from wijkaanzet.networks.models import AgendaItem, Agreement, Meeting
from wijkaanzet.networks.operations import (
    AgendaLine,
    Attended,
    Corrected,
    Described,
    NewAgreement,
    NewMeeting,
    Reported,
)
from wijkaanzet.networks.rules import AGREEMENT, MEMBER, NETWORK, NEXT, PROCESS, AgreementStatus, MeetingStatus

TODAY, MET_ON = AT.date(), MEETING_ON.date()
SCRIPT = "<script>alert('x')</script>"


@pytest.mark.done("6.network-light")
def test_a_network_that_is_only_a_name_works_through_a_meeting(table: Table):
    meeting = table.planned()
    moves = [move_of(meeting)]
    meeting = operations.invite(meeting, actor=table.coordinator, at=AT)
    moves.append(move_of(meeting))
    attended = Attended(others_residents=9, others_professionals=2)
    meeting = operations.hold(meeting, attended=attended, actor=table.coordinator, at=MEETING_ON)
    moves.append(move_of(meeting))
    reported = Reported(agreements=[NewAgreement(text="We eten elke maand samen", by_whom="de werkgroep")])
    meeting = operations.report(meeting, reported=reported, actor=table.coordinator, at=MEETING_ON)

    asked = [(one.action, one.role, one.due_on, one.rest_look_again_on) for one in moves if one]
    assert asked == [
        ("networks.invite", "coordinator", datetime(2017, 10, 9, tzinfo=UTC).date(), None),
        ("networks.hold", "coordinator", None, MET_ON),
        ("networks.report", "coordinator", datetime(2017, 11, 6, tzinfo=UTC).date(), None),
    ]
    assert move_of(meeting) is None
    agreed = queries.agreements_of(table.network, open_most=9, settled_most=9)
    assert [(one.text, one.by_whom, one.status) for one in agreed] == [
        ("We eten elke maand samen", "de werkgroep", "open")
    ]
    assert queries.came_to([meeting.pk]) == {meeting.pk: 11}
    assert not OutboxMessage.objects.filter(kind=operations.INVITED).exists()
    assert not list(open_moves.differences())


def test_people_with_an_e_mail_address_are_invited_and_the_others_by_who_knows_them(table: Table):
    reached, _ = table.member(email=EMAIL), table.member("Zonder mail")
    left = table.member("Vertrokken", email="x@voorbeeld.nl")
    operations.end_membership(left, actor=table.coordinator, at=AT)
    meeting = table.invited()
    rows = OutboxMessage.objects.filter(kind=operations.INVITED)
    assert [(one.recipient, one.subject_kind, one.subject_id) for one in rows] == [(None, MEMBER, reached.pk)]
    invitation = queries.mail_to_member(reached.pk, written_on=TODAY, on=TODAY)
    assert invitation is not None
    assert (invitation.email, invitation.network, invitation.meetings) == (EMAIL, table.network, (meeting,))


@pytest.mark.parametrize("why", ["left", "no_mail", "cancelled", "over", "unknown"])
def test_nobody_is_told_of_a_meeting_that_is_not_to_come(table: Table, why):
    member, meeting = table.member(email="" if why == "no_mail" else EMAIL), table.invited()
    if why == "left":
        operations.end_membership(member, actor=table.coordinator, at=AT)
    if why == "cancelled":
        operations.cancel(meeting, actor=table.coordinator, at=AT)
    on = MET_ON + timedelta(days=1) if why == "over" else TODAY
    assert queries.mail_to_member(0 if why == "unknown" else member.pk, written_on=TODAY, on=on) is None


@pytest.mark.done("6.bad-input")
@pytest.mark.parametrize(
    ("starts_at", "place", "key"),
    [
        (datetime(1900, 1, 1, 19, 30, tzinfo=UTC), "Buurthuis", "meeting_long_past"),
        (AT - timedelta(days=61), "Buurthuis", "meeting_long_past"),
        (datetime(9999, 12, 30, tzinfo=UTC), "Buurthuis", "meeting_far"),
        (MEETING_ON, " ", "meeting_without_place"),
        (MEETING_ON, "x" * 100_000, "network_words_too_long"),
    ],
)
def test_a_meeting_that_cannot_be_is_not_planned(table: Table, starts_at, place, key):
    new = NewMeeting(starts_at=starts_at, place=place)
    with pytest.raises(Refused) as refused:
        operations.plan_meeting(table.network, new=new, actor=table.coordinator, at=AT)
    assert (refused.value.key, Meeting.objects.count(), OpenMove.objects.count()) == (key, 0, 0)


@pytest.mark.parametrize("days", [1, 60])
def test_a_meeting_that_nobody_planned_is_written_down_afterwards(table: Table, days: int):
    meeting = table.planned(starts_at=AT - timedelta(days=days))
    asked = move_of(meeting)
    assert asked is not None
    assert (asked.action, asked.role, asked.rest_look_again_on) == ("networks.hold", "coordinator", None)
    assert not queries.next_meeting(Meeting.objects.all(), on=TODAY)
    meeting = operations.hold(meeting, attended=Attended(others_residents=4), actor=table.coordinator, at=AT)
    assert (meeting.status, meeting.invited_on) == (MeetingStatus.HELD, TODAY)
    assert not OutboxMessage.objects.exists()
    assert not list(open_moves.differences())


def correct(table: Table, meeting: Meeting, reported: Corrected) -> Meeting:
    """Correct the report of a meeting, a day later."""
    at = MEETING_ON + timedelta(days=1)
    return operations.correct_report(meeting, reported=reported, actor=table.coordinator, at=at)


def test_a_report_is_corrected_and_stays_reported(table: Table):
    day = MET_ON + timedelta(days=30)
    one, _ = table.agreed([NewAgreement(text="Lampen", by_whom="Jan"), NewAgreement(text="Tuin")])
    standing = {one.pk: NewAgreement(text="Lampen", by_whom="de werkgroep", look_again_on=day)}
    reported = Corrected(minutes="Goed.", standing=standing, agreements=[NewAgreement(text="Soep")])
    meeting = correct(table, one.meeting, reported)
    assert (meeting.status, meeting.minutes, meeting.reported_on) == (MeetingStatus.REPORTED, "Goed.", MET_ON)
    kept = [(row.text, row.by_whom, row.look_again_on) for row in meeting.agreements.order_by("id")]
    assert kept == [("Lampen", "de werkgroep", day), ("Tuin", "", None), ("Soep", "", None)]
    assert OpenMove.objects.get(subject_kind=AGREEMENT).subject_id == one.pk
    row = AuditEntry.objects.get(action="networks.meeting.corrected")
    assert row.detail == {"agreements": 2, "outcomes": 0}
    assert not list(open_moves.differences())


@pytest.mark.parametrize(
    ("reported", "key"),
    [
        (Corrected(), "nothing_reported"),
        (Corrected(minutes="x" * 4_001), "network_words_too_long"),
        (Corrected(minutes="Nieuw.", outcomes={0: "?"}), "agenda_changed"),
        (Corrected(minutes="Nieuw.", standing={0: NewAgreement(text="Van elders")}), "agreement_unknown"),
        (Corrected(minutes="Nieuw.", agreements=[NewAgreement(text=" ")]), "agreement_without_text"),
    ],
)
def test_a_correction_that_is_refused_changes_nothing(table: Table, reported: Corrected, key: str):
    meeting = table.brought_to(MeetingStatus.REPORTED)
    with pytest.raises(Refused) as refused:
        correct(table, meeting, reported)
    meeting.refresh_from_db()
    assert (refused.value.key, meeting.minutes) == (key, "Kort.")


@pytest.mark.parametrize("status", [one for one in MeetingStatus if one is not MeetingStatus.REPORTED])
def test_only_a_report_is_corrected(table: Table, status: MeetingStatus):
    with pytest.raises(Refused) as refused:
        correct(table, table.brought_to(status), Corrected(minutes="Nieuw."))
    assert refused.value.key == "wrong_state"


def test_people_meet_where_the_network_always_does(table: Table):
    described = Described(name="", meeting_place="De Kersentuin")
    operations.describe_network(table.network, described=described, actor=table.coordinator, at=AT)
    new = NewMeeting(starts_at=MEETING_ON)
    meeting = operations.plan_meeting(table.network, new=new, actor=table.coordinator, at=AT)
    assert (meeting.place, meeting.welcome) == ("De Kersentuin", True)


def test_an_agenda_is_written_anew_in_one_act(table: Table):
    meeting, subject = table.invited(), Subject(NETWORK, table.network.pk)
    for lines in (
        [AgendaLine(title="Oud")],
        [AgendaLine(title=SCRIPT, note="n"), AgendaLine(title="B", subject=subject)],
    ):
        operations.set_agenda(meeting, lines=lines, actor=table.coordinator, at=AT)
    shown = [
        (one.position, one.title, one.note, one.subject_kind, one.subject_id) for one in queries.agenda_of(meeting)
    ]
    assert shown == [(1, SCRIPT, "n", "", None), (2, "B", "", *subject)]
    row = AuditEntry.objects.filter(action="networks.meeting.agenda_set").latest("id")
    assert row.detail == {"items": 2}


@pytest.mark.parametrize(
    ("lines", "key"),
    [
        ([AgendaLine(title="Goed"), AgendaLine(title="")], "agenda_without_title"),
        ([AgendaLine(title="Goed"), AgendaLine(title="x" * 100_000)], "network_words_too_long"),
        ([AgendaLine(title="Goed", subject=Subject("parks.bench", 1))], "agenda_unknown_subject"),
    ],
)
def test_an_agenda_that_is_refused_leaves_the_one_before(table: Table, lines, key):
    meeting = table.planned()
    operations.set_agenda(meeting, lines=[AgendaLine(title="Oud")], actor=table.coordinator, at=AT)
    with pytest.raises(Refused) as refused:
        operations.set_agenda(meeting, lines=lines, actor=table.coordinator, at=AT)
    assert (refused.value.key, [one.title for one in queries.agenda_of(meeting)]) == (key, ["Oud"])


@pytest.mark.parametrize("status", [MeetingStatus.HELD, MeetingStatus.REPORTED, MeetingStatus.CANCELLED])
def test_the_agenda_of_a_meeting_that_is_over_stays(table: Table, status):
    with pytest.raises(Refused) as refused:
        operations.set_agenda(table.brought_to(status), lines=[], actor=table.coordinator, at=MEETING_ON)
    assert refused.value.key == "agenda_closed"


STEPS = {
    MeetingStatus.INVITED: lambda table, meeting: operations.invite(meeting, actor=table.coordinator, at=AT),
    MeetingStatus.HELD: lambda table, meeting: operations.hold(
        meeting, attended=Attended(), actor=table.coordinator, at=MEETING_ON
    ),
    MeetingStatus.REPORTED: lambda table, meeting: operations.report(
        meeting, reported=Reported(minutes="Kort."), actor=table.coordinator, at=MEETING_ON
    ),
    MeetingStatus.CANCELLED: lambda table, meeting: operations.cancel(meeting, actor=table.coordinator, at=AT),
}


@pytest.mark.parametrize("to", STEPS)
@pytest.mark.parametrize("status", MeetingStatus)
def test_a_meeting_goes_one_way(table: Table, status, to):
    meeting, came_to = table.brought_to(status), ""
    try:
        came_to = STEPS[to](table, meeting).status
    except Refused as refused:
        came_to = refused.key
    assert came_to == (to if to in NEXT[status] else "wrong_state")
    assert not list(open_moves.differences())


def test_people_are_not_invited_to_a_day_that_is_over(table: Table):
    with pytest.raises(Refused) as refused:
        operations.invite(table.planned(), actor=table.coordinator, at=MEETING_ON + timedelta(days=1))
    assert refused.value.key == "meeting_past"


@pytest.mark.parametrize("key", ["meeting_to_come", "others_count", "member_elsewhere"])
def test_who_came_is_known_from_the_day_on_and_of_this_network(table: Table, key):
    other = operations.open_network(
        table.area, new=operations.Described(name="Jong in Zuid"), actor=table.officer, at=AT
    )
    attended = {
        "meeting_to_come": Attended(),
        "others_count": Attended(others_residents=-1),
        "member_elsewhere": Attended(members={table.member(network=other).pk}),
    }
    at = MEETING_ON - timedelta(days=1) if key == "meeting_to_come" else MEETING_ON
    meeting = table.invited()
    with pytest.raises(Refused) as refused:
        operations.hold(meeting, attended=attended[key], actor=table.coordinator, at=at)
    meeting.refresh_from_db()
    assert (refused.value.key, meeting.status, meeting.presences.count()) == (key, "invited", 0)


def test_who_left_after_the_meeting_can_still_have_been_there(table: Table):
    stays, leaves, gone = (table.member(name) for name in ("Merel", "Wouter", "Gaai"))
    operations.end_membership(gone, actor=table.coordinator, at=later(2))
    meeting = table.invited()
    operations.end_membership(leaves, actor=table.coordinator, at=MEETING_ON + timedelta(days=1))
    assert queries.could_come(meeting) == {stays.pk, leaves.pk}


@pytest.mark.done("6.bad-input")
@pytest.mark.parametrize(
    ("reported", "key"),
    [
        (Reported(), "nothing_reported"),
        (Reported(minutes=" \r\n "), "nothing_reported"),
        (Reported(minutes="x" * 100_000), "network_words_too_long"),
        (Reported(minutes="Kort.", outcomes={0: "Ja"}), "agenda_changed"),
        (Reported(agreements=[NewAgreement(text="a"), NewAgreement(text="x" * 100_000)]), "network_words_too_long"),
        (Reported(agreements=[NewAgreement(text="a", look_again_on=TODAY)]), "look_again_before"),
    ],
)
def test_a_report_that_is_refused_changes_nothing(table: Table, reported, key):
    meeting = table.held()
    with pytest.raises(Refused) as refused:
        operations.report(meeting, reported=reported, actor=table.coordinator, at=MEETING_ON)
    meeting.refresh_from_db()
    assert (refused.value.key, meeting.status, meeting.minutes, Agreement.objects.count()) == (key, "held", "", 0)


def test_a_report_says_what_came_of_each_item(table: Table):
    meeting = table.planned()
    first, second = operations.set_agenda(
        meeting, lines=[AgendaLine(title="A"), AgendaLine(title="B")], actor=table.coordinator, at=AT
    )
    operations.invite(meeting, actor=table.coordinator, at=AT)
    operations.hold(meeting, attended=Attended(), actor=table.coordinator, at=MEETING_ON)
    reported = Reported(minutes=SCRIPT, outcomes={second.pk: " Volgende keer 🌱 "})
    meeting = operations.report(meeting, reported=reported, actor=table.coordinator, at=MEETING_ON)
    assert (meeting.minutes, meeting.reported_on) == (SCRIPT, MET_ON)
    assert list(AgendaItem.objects.order_by("position").values_list("id", "outcome")) == [
        (first.pk, ""),
        (second.pk, "Volgende keer 🌱"),
    ]


def test_an_agreement_is_looked_at_again_and_settled_once(table: Table):
    day = MET_ON + timedelta(days=60)
    asked, open_end = table.agreed([NewAgreement(text="Bankje", look_again_on=day), NewAgreement(text="Soep")])
    rests = OpenMove.objects.get(subject_kind=AGREEMENT)
    assert (rests.subject_id, rests.action, rests.due_on) == (asked.pk, "networks.look_again", None)
    assert (rests.rest_who, rests.rest_look_again_on) == ("network", day)
    for before, found in ((1, [open_end]), (0, [asked, open_end])):
        assert queries.agreements_to_look_at(table.network, on=day - timedelta(days=before)) == found

    settled = operations.settle_agreement(
        asked, status=AgreementStatus.DONE, what_became="Het staat er.", actor=table.coordinator, at=MEETING_ON
    )
    assert (settled.status, settled.settled_on, settled.what_became) == ("done", MET_ON, "Het staat er.")
    assert not OpenMove.objects.filter(subject_kind=AGREEMENT).exists()
    with pytest.raises(Refused) as refused:
        operations.settle_agreement(
            asked, status=AgreementStatus.DROPPED, what_became="", actor=table.coordinator, at=MEETING_ON
        )
    open_end.refresh_from_db()
    assert (refused.value.key, open_end.status) == ("agreement_settled", "open")


def test_the_log_holds_numbers_and_no_words(table: Table):
    table.member(email=EMAIL)
    table.agreed([NewAgreement(text="Bankje bij de vijver", by_whom="de werkgroep")])
    kinds = (PROCESS, AGREEMENT)
    rows = AuditEntry.objects.filter(subject_kind__in=kinds).order_by("id").values_list("action", "detail")
    meeting = Meeting.objects.get()
    assert list(rows) == [
        ("networks.meeting.planned", {"network": table.network.pk}),
        ("networks.meeting.invited", {"messages": 1}),
        ("networks.meeting.held", {"members": 0, "others": 0}),
        ("networks.meeting.reported", {"agreements": 1, "outcomes": 0}),
        ("networks.agreement.made", {"meeting": meeting.pk}),
    ]


def test_a_meeting_is_called_by_network_and_day(table: Table):
    hidden, shown = table.planned(), table.invited()
    found = subjects.labels([Subject(PROCESS, one.pk) for one in (hidden, shown)], VISITOR)
    assert set(found) == {Subject(PROCESS, shown.pk)}
    assert "Tafel van Zuid" in found[Subject(PROCESS, shown.pk)]
    assert "23 oktober 2017" in found[Subject(PROCESS, shown.pk)]


@pytest.mark.both_engines
@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"invited_on": TODAY}, "meeting_public_once_invited"),
        ({"status": "invited"}, "meeting_public_once_invited"),
        ({"minutes": "Kort."}, "meeting_reported_with_a_day"),
        ({"status": "reported", "invited_on": TODAY}, "meeting_reported_with_a_day"),
    ],
)
def test_the_table_knows_what_is_public(table: Table, wrong, constraint):
    meeting = table.planned()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Meeting.objects.filter(pk=meeting.pk).update(**wrong)


@pytest.mark.both_engines
def test_the_table_keeps_no_settled_agreement_without_a_day(table: Table):
    (agreement,) = table.agreed([NewAgreement(text="Soep")])
    with pytest.raises(IntegrityError, match="agreement_open_or_settled"), transaction.atomic():
        Agreement.objects.filter(pk=agreement.pk).update(status="done")


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_a_meeting_that_two_report_at_once_has_one_report():
    table = lay_table()
    meeting = table.held()
    reported = Reported(agreements=[NewAgreement(text="Soep")])
    answers = at_once(
        *[lambda: operations.report(meeting, reported=reported, actor=table.coordinator, at=MEETING_ON)] * 2
    )
    assert sorted(type(one).__name__ for one in answers) == ["Meeting", "Refused"]
    assert Agreement.objects.count() == 1
