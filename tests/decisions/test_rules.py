"""States, moves and terms of a decision."""

from datetime import date

import pytest

from wijkaanzet.decisions.rules import CLERKS, FINAL, NEXT, Facts, Status, move, objection_until

FACTS = Facts(body_id=7, clerk="college_clerk", meeting_on=date(2017, 12, 19), record_days=5, publish_days=14)


def test_a_decision_goes_from_the_agenda_to_the_public_list():
    assert NEXT[Status.PREPARED] == {Status.RECORDED, Status.WITHDRAWN}
    assert NEXT[Status.RECORDED] == {Status.PUBLISHED}
    assert all(not NEXT[status] for status in FINAL)


@pytest.mark.parametrize(
    ("status", "action", "due_on"),
    [
        (Status.PREPARED, "decisions.record", date(2017, 12, 28)),  # five working days, Christmas left out
        (Status.RECORDED, "decisions.publish", date(2018, 1, 11)),  # and fourteen days after that
    ],
)
def test_the_clerk_has_a_term_from_the_day_of_the_meeting(status: Status, action: str, due_on: date):
    found = move(status, FACTS)
    assert found is not None
    assert (found.role, found.scope, found.action, found.due_on) == ("college_clerk", ("body", 7), action, due_on)


@pytest.mark.parametrize("status", sorted(FINAL))
def test_a_finished_decision_waits_for_nobody(status: Status):
    assert move(status, FACTS) is None


@pytest.mark.parametrize(
    ("published_on", "last_day"),
    [
        (date(2016, 12, 12), date(2017, 1, 23)),  # a Monday leads to a Monday
        (date(2017, 9, 29), date(2017, 11, 10)),
        (date(2017, 9, 30), date(2017, 11, 13)),  # published on a Saturday
        (date(2017, 11, 13), date(2017, 12, 27)),  # the term would end on Christmas
        (date(2018, 3, 29), date(2018, 5, 11)),  # and here on Ascension Day
    ],
)
def test_one_can_object_for_six_weeks_from_the_day_after(published_on: date, last_day: date):
    assert objection_until(published_on) == last_day


def test_who_can_decide_here_has_a_clerk():
    assert CLERKS == {"council": "council_clerk", "executive": "college_clerk"}
