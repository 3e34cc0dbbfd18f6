"""Somebody takes back a yes that stands in a plan: they are free to, and who keeps the plan looks at what it leaves."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import AT
from tests.factories import NOBODY
from tests.helpers.books import books_are_right
from tests.networks.table import later
from tests.plans.life import Life
from tests.plans.whole import COOK, PAY, Whole
from wijkaanzet.decisions.rules import Outcome
from wijkaanzet.kernel.models import AuditEntry, OpenMove, OutboxMessage
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Contribution, Plan
from wijkaanzet.plans.operations.fallen_away import go_on_without
from wijkaanzet.plans.rules.contributions import CONTRIBUTION, ContributionStatus, YesBy
from wijkaanzet.plans.rules.plans import PlanStatus

pytestmark = [pytest.mark.django_db, pytest.mark.both_engines]
BACK = ContributionStatus.WITHDRAWN
LOOK = "plans.look_at_fallen_away"


@pytest.fixture(name="whole")
def who_make_a_plan(life: Life) -> Whole:
    return Whole(network=life.table.network, keeper=life.coordinator, clerk=life.clerk, college=life.college)


@pytest.fixture
def plan(whole: Whole) -> Plan:
    return whole.public(whole.written(whole.opened()))


def cook() -> Contribution:
    return Contribution.objects.get(group=COOK.group)


def taken_back(days: int = 1) -> Contribution:
    """The residents who cook stop; they need not say why."""
    return plans.answer_contribution(cook(), answer=BACK, by=YesBy.CODE, actor=NOBODY, at=later(days))


def move() -> OpenMove | None:
    return OpenMove.objects.filter(subject_kind=CONTRIBUTION, action=LOOK).first()


def test_who_keeps_the_plan_has_the_move_with_the_ordinary_term(plan: Plan, life: Life) -> None:
    waiting = OpenMove.objects.filter(subject_kind=CONTRIBUTION).count()
    taken_back()
    found = move()
    assert found is not None
    assert (found.role, found.scope_kind, found.scope_id) == ("coordinator", "area", life.table.area.pk)
    assert found.due_on == date(2017, 10, 17)
    assert OpenMove.objects.filter(subject_kind=CONTRIBUTION).count() == waiting + 1
    assert not OutboxMessage.objects.exists(), "nobody is reminded of what they took back"
    assert books_are_right()


def test_going_on_without_ends_it_and_says_who_when_and_if_they_like_why(plan: Plan, whole: Whole) -> None:
    kept = go_on_without(taken_back(), why=" Wij eten nu om de week.  ", actor=whole.keeper, at=later(2))
    assert (kept.status, kept.looked_at_on, kept.looked_at_by_id) == (BACK, later(2).date(), whole.keeper.user_id)
    assert kept.goes_on_because == "Wij eten nu om de week."
    assert move() is None
    logged = AuditEntry.objects.get(action="plans.contribution.gone_on_without")
    assert logged.actor_id == whole.keeper.user_id
    assert "week" not in str(logged.detail)
    assert books_are_right()


def test_why_may_stay_empty_and_twice_is_refused(plan: Plan, whole: Whole) -> None:
    gone = taken_back()
    assert go_on_without(gone, actor=whole.keeper, at=later(2)).goes_on_because == ""
    with pytest.raises(Refused, match="nothing_fell_away"):
        go_on_without(gone, actor=whole.keeper, at=later(3))


def test_nothing_fell_away_where_a_yes_stands(plan: Plan, whole: Whole) -> None:
    with pytest.raises(Refused, match="nothing_fell_away"):
        go_on_without(cook(), actor=whole.keeper, at=later(2))


def test_changing_the_plan_ends_it(plan: Plan, whole: Whole) -> None:
    taken_back()
    whole.amended(plan)
    assert move() is None
    assert cook().looked_at_on == AT.date()
    assert books_are_right()


def test_asking_somebody_else_leaves_it_to_who_keeps_the_plan(plan: Plan, whole: Whole) -> None:
    """Everybody who writes along may ask, and it may be for something else."""
    whole.amended(plan)
    gone = taken_back()
    plans.ask_contribution(gone.priority, new=COOK, actor=whole.keeper, at=later(2))
    assert move() is not None
    go_on_without(gone, actor=whole.keeper, at=later(3))
    assert move() is None
    assert books_are_right()


def test_the_network_that_agrees_with_the_plan_without_it_looked_at_it(plan: Plan, whole: Whole) -> None:
    whole.amended(plan)
    taken_back()
    whole.agreed(plan)
    assert move() is None
    assert books_are_right()


def test_letting_go_of_the_priority_ends_it(plan: Plan, whole: Whole) -> None:
    whole.amended(plan)
    gone = taken_back()
    plans.drop_priority(gone.priority, why="Het is klaar.", actor=whole.keeper, at=later(2))
    assert move() is None
    assert books_are_right()


def test_a_plan_that_is_over_asks_nothing_more(plan: Plan, whole: Whole) -> None:
    taken_back()
    plans.end_plan(plan, actor=whole.keeper, at=later(5 * 365))
    assert move() is None
    assert books_are_right()


def test_what_the_network_took_out_itself_is_no_surprise(plan: Plan, whole: Whole) -> None:
    whole.amended(plan)
    plans.withdraw_contribution(cook(), actor=whole.keeper, at=AT)
    taken_back()
    assert move() is None
    assert books_are_right()


def test_while_nothing_was_handed_in_the_network_is_writing_anyway(whole: Whole) -> None:
    whole.written(whole.opened())
    taken_back()
    assert move() is None


def test_of_what_lies_with_who_decides_it_is_looked_at_too(whole: Whole) -> None:
    edition = whole.submitted(whole.agreed(whole.written(whole.opened())))
    taken_back()
    assert move() is not None
    whole.adopted(edition)
    assert move() is not None
    assert books_are_right()


def test_of_what_came_back_nothing_holds_yet(whole: Whole) -> None:
    whole.adopted(whole.submitted(whole.agreed(whole.written(whole.opened()))), outcome=Outcome.RETURNED)
    assert Plan.objects.get().status == PlanStatus.WRITING
    taken_back()
    assert move() is None


def test_a_later_yes_that_is_taken_back_falls_away_as_well(plan: Plan, life: Life) -> None:
    pay = Contribution.objects.get(what=PAY.what)
    for answer in (ContributionStatus.CONFIRMED, BACK):
        plans.answer_contribution(pay, answer=answer, by=YesBy.ACCOUNT, actor=life.table.officer, at=later(1))
    assert move() is not None
    assert books_are_right()


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"fell_away_on": date(2017, 10, 3)}, "only_what_was_taken_back_falls_away"),
        ({"looked_at_on": date(2017, 10, 3)}, "looked_at_what_fell_away"),
        ({"goes_on_because": "Zo maar."}, "looked_at_what_fell_away"),
    ],
)
def test_the_table_keeps_no_gap_that_is_none(plan: Plan, wrong: dict[str, object], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Contribution.objects.filter(group=COOK.group).update(**wrong)
