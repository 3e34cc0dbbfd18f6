"""What a table agreed without a day to look again comes back at its next meeting, until it is settled."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.networks.table import MEETING_ON, Table, later
from wijkaanzet.kernel import open_moves
from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.networks import operations, queries
from wijkaanzet.networks.models import Agreement, Meeting
from wijkaanzet.networks.rules import AGREEMENT, AgreementStatus, NewAgreement

pytestmark = pytest.mark.django_db
MET_ON = MEETING_ON.date()
FIRST, SECOND, THIRD = later(40), later(60), later(80)


def agreed_without_day(table: Table) -> Agreement:
    (agreement,) = table.agreed([NewAgreement(text="Soep")])
    return agreement


def looked_at_again() -> list[date | None]:
    """When each agreement that waits is looked at again; what is stored is what the rules say."""
    assert not list(open_moves.differences())
    rows = OpenMove.objects.filter(subject_kind=AGREEMENT).order_by("subject_id")
    return list(rows.values_list("rest_look_again_on", flat=True))


def moved(table: Table, meeting: Meeting) -> None:
    new = operations.NewMeeting(starts_at=SECOND, place="Buurthuis")
    operations.change_meeting(meeting, new=new, actor=table.coordinator, at=later(30))


def called_off(table: Table, meeting: Meeting) -> None:
    operations.cancel(meeting, actor=table.coordinator, at=later(30))


def met(table: Table, meeting: Meeting) -> None:
    operations.hold(meeting, attended=operations.Attended(), actor=table.coordinator, at=FIRST)


def test_it_comes_back_last_of_what_is_looked_at_again(table: Table):
    asked_on = MET_ON + timedelta(days=1)
    without, dated = table.agreed([NewAgreement(text="Soep"), NewAgreement(text="Bank", look_again_on=asked_on)])
    assert queries.agreements_to_look_at(table.network, on=MET_ON) == []
    assert queries.agreements_to_look_at(table.network, on=FIRST.date()) == [dated, without]


def test_it_waits_for_the_next_meeting_as_soon_as_that_is_planned(table: Table):
    agreement = agreed_without_day(table)
    assert looked_at_again() == []
    table.planned(starts_at=SECOND)
    assert looked_at_again() == [SECOND.date()]
    table.planned(starts_at=FIRST)
    assert looked_at_again() == [FIRST.date()]
    waits = queries.what_waits(table.network, viewer=table.coordinator, on=FIRST.date())
    assert [(one.subject.id, one.action) for one in waits] == [(agreement.pk, "networks.look_again")]


def test_a_meeting_that_was_planned_before_is_the_next_one_at_once(table: Table):
    table.planned(starts_at=FIRST)
    agreed_without_day(table)
    assert looked_at_again() == [FIRST.date()]


@pytest.mark.parametrize(("act", "then"), [(moved, SECOND), (called_off, THIRD), (met, THIRD)])
def test_it_goes_along_with_the_meeting(table: Table, act, then):
    agreed_without_day(table)
    meeting = table.planned(starts_at=FIRST)
    table.planned(starts_at=THIRD)
    act(table, meeting)
    assert looked_at_again() == [then.date()]


def test_a_table_with_many_of_them_plans_as_quickly_as_one_with_few(table: Table):
    """A meeting after the next one changes nothing for what waits for the next one."""
    table.planned(starts_at=FIRST)
    asked = []
    for number, day in ((1, SECOND), (20, THIRD)):
        table.agreed([NewAgreement(text=f"Soep {one}") for one in range(number)])
        with CaptureQueriesContext(connection) as queried:
            table.planned(starts_at=day)
        asked.append(len(queried))
    assert asked[0] == asked[1]
    assert looked_at_again() == [FIRST.date()] * 21


def test_it_waits_for_nobody_once_it_is_settled(table: Table):
    agreement = agreed_without_day(table)
    table.planned(starts_at=FIRST)
    operations.settle_agreement(
        agreement, status=AgreementStatus.DONE, what_became="", actor=table.coordinator, at=later(30)
    )
    table.planned(starts_at=THIRD)
    assert looked_at_again() == []
    assert queries.agreements_to_look_at(table.network, on=FIRST.date()) == []


def test_a_day_that_is_taken_out_of_the_report_makes_it_wait_for_the_next_meeting(table: Table):
    (agreement,) = table.agreed([NewAgreement(text="Soep", look_again_on=THIRD.date())])
    table.planned(starts_at=FIRST)
    assert looked_at_again() == [THIRD.date()]
    corrected = operations.Corrected(minutes="Kort.", standing={agreement.pk: NewAgreement(text="Soep")})
    operations.correct_report(agreement.meeting, reported=corrected, actor=table.coordinator, at=later(30))
    assert looked_at_again() == [FIRST.date()]


def test_a_meeting_of_another_table_does_not_count(table: Table):
    new = operations.Described(name="Andere tafel")
    other = operations.open_network(table.area, new=new, actor=table.coordinator, at=later(0))
    agreed_without_day(table)
    table.planned(starts_at=FIRST, network=other)
    assert looked_at_again() == []
    assert queries.agreements_to_look_at(other, on=FIRST.date()) == []
