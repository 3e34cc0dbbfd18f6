"""What is mailed to who takes part: that a meeting does not go on, and how it goes with what was agreed."""

from datetime import timedelta

import pytest

from tests.conftest import AT
from tests.networks.table import EMAIL, MEETING_ON, Table, later
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import AuditEntry, OutboxMessage
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks import operations, queries
from wijkaanzet.networks.operations import CALLED_OFF, REMINDED, NewAgreement
from wijkaanzet.networks.rules import AgreementStatus
from wijkaanzet.web.outbox import letter

TODAY = AT.date()
MET_ON = MEETING_ON.date()


def mailed(kind: str) -> list[int]:
    return list(OutboxMessage.objects.filter(kind=kind).order_by("id").values_list("subject_id", flat=True))


@pytest.mark.parametrize(("invited", "told"), [(True, True), (False, False)])
def test_who_was_invited_hears_that_it_does_not_go_on(table: Table, invited: bool, told: bool):
    reached, _ = table.member(email=EMAIL), table.member("Zonder mail")
    meeting = table.invited() if invited else table.planned()
    meeting = operations.cancel(meeting, actor=table.coordinator, at=AT)
    assert mailed(CALLED_OFF) == ([reached.pk] if told else [])
    mail = queries.called_off_to_member(reached.pk, written_on=TODAY, on=TODAY)
    assert (mail and (mail.email, mail.meetings)) == ((EMAIL, (meeting,)) if told else None)
    assert queries.called_off_to_member(reached.pk, written_on=TODAY, on=MET_ON + timedelta(days=1)) is None


class TestTheMeetingOfAMail:
    """Two meetings are to come: a mail is about the one that it was written for."""

    @pytest.fixture(autouse=True)
    def _now(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(clock, "now", lambda: AT)

    def test_is_the_one_that_people_were_invited_to_that_day(self, table: Table):
        member, first = table.member(email=EMAIL), table.invited(starts_at=later(10))
        second = table.planned(starts_at=later(21))
        operations.invite(second, actor=table.coordinator, at=later(2))
        for day, meeting in ((TODAY, first), (later(2).date(), second)):
            mail = queries.mail_to_member(member.pk, written_on=day, on=day)
            assert mail is not None
            assert mail.meetings == (meeting,)

    def test_is_not_one_that_nobody_was_invited_to(self, table: Table):
        table.member(email=EMAIL)
        nobody_knows, told = table.planned(starts_at=later(10)), table.invited(starts_at=later(21))
        for meeting in (nobody_knows, told):
            operations.cancel(meeting, actor=table.coordinator, at=AT)
        (message,) = OutboxMessage.objects.filter(kind=CALLED_OFF)
        body = str(letter(message).body)
        assert told.public_id in body
        assert nobody_knows.public_id not in body

    def test_is_each_that_was_called_off_that_day(self, table: Table):
        table.member(email=EMAIL)
        meetings = [table.invited(starts_at=later(days)) for days in (10, 21)]
        for meeting in meetings:
            operations.cancel(meeting, actor=table.coordinator, at=AT)
        for message in OutboxMessage.objects.filter(kind=CALLED_OFF):
            assert all(one.public_id in str(letter(message).body) for one in meetings)


def test_people_are_asked_how_it_goes_with_what_is_looked_at_again(table: Table):
    reached, _ = table.member(email=EMAIL), table.member("Zonder mail")
    due, later_on, settled, without_day = table.agreed(
        [
            NewAgreement(text="Soep", look_again_on=MET_ON + timedelta(days=30)),
            NewAgreement(text="Bank", look_again_on=MET_ON + timedelta(days=90)),
            NewAgreement(text="Bal", look_again_on=MET_ON + timedelta(days=30)),
            NewAgreement(text="Plein"),
        ]
    )
    operations.settle_agreement(
        settled, status=AgreementStatus.DONE, what_became="", actor=table.coordinator, at=MEETING_ON
    )
    table.planned(starts_at=MEETING_ON + timedelta(days=40))
    assert operations.remind(table.network, actor=table.coordinator, at=later(22)) == 1
    assert mailed(REMINDED) == [reached.pk]
    mail = queries.reminder_to_member(reached.pk, on=later(22).date())
    assert mail is not None
    assert (mail.email, mail.agreements) == (EMAIL, (due, without_day))
    assert {later_on.status, without_day.status} == {"open"}
    assert AuditEntry.objects.get(action="networks.network.reminded").detail == {"messages": 1}


def test_people_are_asked_once_a_day_and_only_when_there_is_something_to_ask(table: Table):
    table.member(email=EMAIL)
    for at, agreed, key in (
        (AT, False, "nothing_to_look_at"),
        (later(60), True, ""),
        (later(60), False, "reminded_today"),
    ):
        if agreed:
            table.agreed([NewAgreement(text="Soep", look_again_on=MET_ON + timedelta(days=30))])
        if not key:
            assert operations.remind(table.network, actor=table.coordinator, at=at) == 1
            continue
        with pytest.raises(Refused) as refused:
            operations.remind(table.network, actor=table.coordinator, at=at)
        assert refused.value.key == key
    assert operations.remind(table.network, actor=table.coordinator, at=later(61)) == 1


def test_nothing_is_asked_of_who_left(table: Table):
    member = table.member(email=EMAIL)
    table.agreed([NewAgreement(text="Soep", look_again_on=MET_ON + timedelta(days=1))])
    operations.end_membership(member, actor=table.coordinator, at=later(30))
    assert queries.reminder_to_member(member.pk, on=later(40).date()) is None
