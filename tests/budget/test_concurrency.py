"""Many act in the same moment: everybody gets yes or a clear no, and the sum is right."""

from collections.abc import Callable
from functools import partial

import pytest
from django.db import transaction

from tests.budget.ledger_town import AT, YEAR, Town, balance, ledger_is_right, open_town, race
from wijkaanzet.budget import operations, queries
from wijkaanzet.budget.models import Account, AllocationRun, Posting
from wijkaanzet.budget.operations.post import Transfer, post
from wijkaanzet.budget.rules import ledger
from wijkaanzet.budget.rules.ledger import PostingKind
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import Step

pytestmark = [pytest.mark.both_engines, pytest.mark.django_db(transaction=True)]
ROUNDS, SOME, CLIENTS = 20, 8, 8


@pytest.fixture(name="town")
def small_town() -> Town:
    return open_town()


def refused(key: str, times: int) -> list[str]:
    return [key] * times


@pytest.mark.done("2.last-euro")
def test_the_last_euro_is_promised_as_often_as_there_is_money(town: Town) -> None:
    for turn in range(ROUNDS):
        fits = turn % CLIENTS
        pot = town.pot(year=YEAR + turn)
        town.fund(pot, fits * 100 + 99)
        acts = [partial(town.commit, pot, 100, number) for number in range(CLIENTS)]
        assert race(acts) == refused("not_enough_money", CLIENTS - fits) + refused("yes", fits)
        assert balance(pot) == 99
        assert Posting.objects.filter(from_account__name=pot.name).count() == fits
        assert ledger_is_right()


def test_the_last_euro_of_one_promise_is_paid_once(town: Town) -> None:
    for turn in range(SOME):
        pot = town.pot(year=YEAR + turn)
        town.fund(pot, 500)
        town.commit(pot, 100)
        act = partial(operations.pay, pot, cents=100, purpose=town.purpose(), actor=town.officer, at=AT)
        assert race([act] * CLIENTS) == [*refused("not_enough_money", CLIENTS - 1), "yes"]
        assert ledger_is_right()


def test_an_account_that_many_name_first_is_made_once(town: Town) -> None:
    for turn in range(SOME):
        pot = town.pot(year=YEAR + turn)
        town.fund(pot, CLIENTS * 100)
        assert race([partial(town.commit, pot, 100)] * CLIENTS) == refused("yes", CLIENTS)
        assert Account.objects.filter(kind="committed", year=YEAR + turn).count() == 1
        assert balance(pot) == 0
        assert ledger_is_right()


def test_money_that_crosses_does_not_lock(town: Town) -> None:
    """A promise goes from a to z and its release from z to a in the alphabet of account names."""
    for turn in range(SOME):
        pot = town.pot(year=YEAR + turn)
        town.fund(pot, 1_000)
        town.commit(pot, 500)
        acts: list[Callable[[], object]] = []
        for _ in range(CLIENTS // 2):
            acts.append(partial(town.commit, pot, 100))
            acts.append(partial(operations.release, pot, cents=100, purpose=town.purpose(), actor=town.officer, at=AT))
        assert race(acts) == refused("yes", CLIENTS)
        assert ledger_is_right()


def test_transactions_that_post_twice_in_opposite_order_do_not_lock(town: Town) -> None:
    def both(first: ledger.AccountName, second: ledger.AccountName) -> None:
        with transaction.atomic():
            town.commit(first, 1)
            town.commit(second, 1)

    for turn in range(SOME):
        one, other = (town.pot(number, year=YEAR + turn) for number in (0, 1))
        town.fund(one, CLIENTS)
        town.fund(other, CLIENTS)
        acts = [partial(both, one, other), partial(both, other, one)] * (CLIENTS // 2)
        assert race(acts) == refused("yes", CLIENTS)
        assert (balance(one), balance(other)) == (0, 0)
        assert ledger_is_right()


def test_a_transfer_of_many_is_all_or_nothing_for_each(town: Town) -> None:
    source, city = ledger.source(YEAR), ledger.city(YEAR, "jeugd")
    purpose = town.purpose()
    start = [Transfer(source, city, 350)]
    post(start, kind=PostingKind.APPROPRIATION, municipality=town.municipality, purpose=purpose, at=AT)
    parts = [Transfer(city, town.pot(number), 50) for number in (2, 0)]
    act = partial(post, parts, kind=PostingKind.ALLOCATION, municipality=town.municipality, purpose=purpose, at=AT)
    assert race([act] * CLIENTS) == refused("not_enough_money", CLIENTS - 3) + refused("yes", 3)
    assert [balance(account) for account in (city, town.pot(0), town.pot(1), town.pot(2))] == [50, 150, 0, 150]
    assert ledger_is_right()


def test_two_clerks_decide_the_same_division_once(town: Town) -> None:
    town.decided_frame()
    run = town.proposed_run()
    assert race([partial(town.decide, run)] * 2) == ["wrong_state", "yes"]
    assert Decision.objects.filter(step=Step.CITY_AREA).count() == 1
    assert AllocationRun.objects.get(pk=run.pk).status == "decided"
    assert ledger_is_right()


def test_of_two_divisions_of_one_year_one_goes_to_a_decision(town: Town) -> None:
    runs = [town.drafted_run(), town.drafted_run()]
    acts = [partial(operations.propose, run, actor=town.officer, at=AT) for run in runs]
    assert race(acts) == ["other_on_its_way", "yes"]


def test_two_clerks_decide_the_same_frame_once(town: Town) -> None:
    frame = town.drafted_frame()
    minutes = town.minutes(Step.FRAME)
    act = partial(operations.decide_frame, frame, minutes=minutes, actor=town.council_clerk, at=AT)
    assert race([act] * 2) == ["wrong_state", "yes"]
    assert balance(ledger.source(YEAR)) == -1_500_000_000
    assert ledger_is_right()


def test_two_officers_draft_the_same_frame_once(town: Town) -> None:
    assert race([town.drafted_frame] * 2) == ["frame_exists", "yes"]


def test_the_proof_gives_no_false_alarm_while_others_post(town: Town) -> None:
    said: list[str] = []
    for turn in range(SOME):
        pot = town.pot(year=YEAR + turn)
        town.fund(pot, 1_000)
        acts: list[Callable[[], object]] = [partial(town.commit, pot, 1, number) for number in range(4)]
        assert race([*acts, lambda: said.extend(queries.imbalances())]) == refused("yes", 5)
    assert said == []
