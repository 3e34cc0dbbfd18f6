"""A year of overviews with a fake clock: each once in its period, none missed, none about terms to who is invited."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import AT
from tests.factories import NOBODY, UserFactory, at_once
from tests.networks.table import Table, lay_table
from wijkaanzet.cycle import operations
from wijkaanzet.cycle.models import DigestSent
from wijkaanzet.cycle.rules.digests import DigestRhythm, period_of
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import AuditEntry, OpenMove, OutboxMessage
from wijkaanzet.people import operations as people
from wijkaanzet.people.models import User
from wijkaanzet.people.rules import Role

DAY = timedelta(days=1)
FIRST = date(2017, 10, 2)
YEAR = [FIRST + n * DAY for n in range(366)]

pytestmark = pytest.mark.django_db


def moment(day: date) -> datetime:
    return datetime.combine(day, time(5), tzinfo=UTC)


def run(day: date) -> list[int]:
    """The timer goes off: the accounts for whom an overview is written."""
    return [one.user_id for one in operations.write_digests(actor=NOBODY, at=moment(day))]


def mailed(actor: Actor) -> int:
    """Give an account an address."""
    assert actor.user_id is not None
    User.objects.filter(pk=actor.user_id).update(email=f"wie-{actor.user_id}@proef.example")
    return actor.user_id


def asked(table: Table, number: int = 1, **days: object) -> OpenMove:
    """Something that waits for the coordinator of the area."""
    move = {"role": Role.COORDINATOR, "scope_kind": "area", "scope_id": table.area.pk, "due_on": FIRST + 14 * DAY}
    return OpenMove.objects.create(
        municipality=table.municipality,
        subject_kind="networks.meeting",
        subject_id=900_000 + number,
        state="planned",
        action="networks.invite",
        **{**move, **days},
    )


def invitation(table: Table, number: int = 1) -> OpenMove:
    """Something to which the members of the network are invited."""
    return asked(
        table,
        number,
        role=Role.NETWORK_MEMBER,
        scope_kind="body",
        scope_id=table.network.body_id,
        due_on=None,
        lapses_on=FIRST + 400 * DAY,
        falls_back_to=Role.COORDINATOR,
    )


def choose(table: Table, user_id: int, rhythm: DigestRhythm) -> None:
    operations.choose_digest(table.municipality, user_id=user_id, rhythm=rhythm, actor=NOBODY, at=AT)


@pytest.fixture
def table() -> Table:
    laid = lay_table()
    OpenMove.objects.all().delete()
    return laid


def walk(days: Iterable[date]) -> Counter[tuple[int, date]]:
    """The timer on these days: how many overviews of a period were written for whom."""
    found: Counter[tuple[int, date]] = Counter()
    for day in days:
        run(day)
    for user_id, period in DigestSent.objects.values_list("user_id", "period"):
        found[user_id, period] += 1
    return found


def test_in_a_year_each_period_has_one_also_when_the_timer_runs_twice_on_a_day(table: Table):
    weekly, daily, never = map(mailed, (table.coordinator, table.area_manager, table.officer))
    for user_id, rhythm in ((daily, DigestRhythm.DAILY), (never, DigestRhythm.NONE)):
        choose(table, user_id, rhythm)
    asked(table)
    asked(table, 2, role=Role.AREA_MANAGER)
    asked(table, 3, role=Role.POLICY_OFFICER, scope_kind="municipality", scope_id=table.municipality.pk)
    found = walk(day for day in YEAR for _time in range(2 if day.day % 9 == 0 else 1))
    working_days = sum(period_of(DigestRhythm.DAILY, today=day) is not None for day in YEAR)
    assert Counter(user_id for user_id, _period in found) == {weekly: 53, daily: working_days}
    assert set(found.values()) == {1}
    sent = OutboxMessage.objects.filter(kind=operations.DIGEST).values_list("recipient_id", flat=True)
    assert Counter(sent) == {weekly: 53, daily: working_days}
    assert AuditEntry.objects.filter(action="cycle.digest.written").count() == 53 + working_days


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(missed=st.sets(st.sampled_from(YEAR[:35]), max_size=33))
def test_a_timer_that_misses_days_misses_no_week_in_which_it_ran(table: Table, missed: set[date]):
    DigestSent.objects.all().delete()
    OpenMove.objects.all().delete()
    mailed(table.coordinator)
    asked(table)
    ran = [day for day in YEAR[:35] if day not in missed]
    weeks = {period for day in ran if (period := period_of(DigestRhythm.WEEKLY, today=day))}
    found = walk(ran)
    assert {period for _user, period in found} == weeks
    assert set(found.values()) <= {1}


def test_what_begins_to_wait_in_a_quiet_week_is_told_the_next_morning_and_once(table: Table):
    user_id = mailed(table.coordinator)
    assert run(FIRST) == []
    asked(table)
    assert [run(FIRST + n * DAY) for n in range(1, 6)] == [[user_id], [], [], [], []]
    assert run(FIRST + 7 * DAY) == [user_id]


def test_what_rests_asks_nothing_until_its_day(table: Table):
    user_id = mailed(table.coordinator)
    asked(table, due_on=None, rest_who="coordinator", rest_why="Zomer.", rest_look_again_on=FIRST + 9 * DAY)
    assert [day for day in YEAR[:14] if run(day)] == [FIRST + 9 * DAY]
    assert DigestSent.objects.get().user_id == user_id


def test_who_is_invited_gets_none_until_asking_for_it(table: Table):
    user_id = mailed(table.sits)
    invitation(table)
    assert [day for day in YEAR[:30] if run(day)] == []
    choose(table, user_id, DigestRhythm.WEEKLY)
    assert run(FIRST + 30 * DAY) == [user_id]


def test_who_takes_part_with_an_account_and_no_role_hears_of_the_next_meeting_after_asking_for_it(table: Table):
    user: User = UserFactory.create(email="buur@proef.example")
    table.member(user=user)
    table.invited()  # in three weeks
    assert run(FIRST) == []
    choose(table, user.pk, DigestRhythm.WEEKLY)
    assert [run(FIRST + n * 7 * DAY) for n in range(4)] == [[], [user.pk], [user.pk], [user.pk]]


@pytest.mark.parametrize("change", [{"email": ""}, {"is_active": False}])
def test_an_account_that_cannot_be_mailed_gets_none(table: Table, change: dict[str, object]):
    user_id = mailed(table.coordinator)
    asked(table)
    User.objects.filter(pk=user_id).update(**change)
    assert run(FIRST) == []


def test_who_closed_the_account_gets_none(table: Table):
    user_id = mailed(table.sits)
    choose(table, user_id, DigestRhythm.WEEKLY)
    invitation(table)
    people.close_account(User.objects.get(pk=user_id), actor=NOBODY, at=AT)
    assert [day for day in YEAR[:30] if run(day)] == []


def test_who_is_away_gets_none_and_who_stands_in_does(table: Table):
    away, stands_in = mailed(table.coordinator), mailed(table.officer)
    held = User.objects.get(pk=away).memberships.get()
    colleague = User.objects.get(pk=stands_in)
    people.ask_stand_in(
        held, user=colleague, starts_on=FIRST, ends_before=FIRST + 7 * DAY, actor=table.coordinator, at=AT
    )
    asked(table)
    assert run(FIRST) == [stands_in]
    assert run(FIRST + 7 * DAY) == [away]


def test_who_changes_the_rhythm_gets_no_second_one_of_the_same_day(table: Table):
    user_id = mailed(table.coordinator)
    asked(table)
    assert run(FIRST) == [user_id]
    choose(table, user_id, DigestRhythm.DAILY)
    assert [run(FIRST), run(FIRST + DAY), run(FIRST + DAY)] == [[], [user_id], []]
    choose(table, user_id, DigestRhythm.WEEKLY)
    assert run(FIRST + 2 * DAY) == []


def test_the_log_says_what_was_chosen_and_by_whom(table: Table):
    user_id = mailed(table.coordinator)
    operations.choose_digest(
        table.municipality, user_id=user_id, rhythm=DigestRhythm.NONE, actor=table.coordinator, at=AT
    )
    row = AuditEntry.objects.get(action="cycle.digest.chosen")
    assert (row.actor_id, row.subject_id, row.detail) == (user_id, user_id, {"rhythm": "none"})


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("round_", range(3))
def test_of_timers_that_run_at_once_one_writes(round_: int):
    table = lay_table()
    OpenMove.objects.all().delete()
    user_id = mailed(table.coordinator)
    asked(table)
    answers = at_once(*[lambda: run(FIRST)] * 3)
    assert sorted(map(str, answers)) == sorted(["[]", "[]", f"[{user_id}]"])
    assert OutboxMessage.objects.filter(kind=operations.DIGEST).count() == 1


@pytest.mark.both_engines
def test_one_account_is_told_once_for_a_period_and_apart_in_each_municipality(table: Table):
    user_id = mailed(table.coordinator)
    first = operations.write_digest(table.municipality, user_id=user_id, period=FIRST, actor=NOBODY, at=AT)
    again = operations.write_digest(table.municipality, user_id=user_id, period=FIRST, actor=NOBODY, at=AT)
    assert (first is not None, again) == (True, None)
    assert OutboxMessage.objects.filter(kind=operations.DIGEST).count() == 1
