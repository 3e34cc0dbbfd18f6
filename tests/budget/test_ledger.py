"""Money in the ledger: promised, paid, accounted for, claimed back and free again, each within its limit."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import Model
from django.test.utils import CaptureQueriesContext

from tests.budget.ledger_town import AT, YEAR, Town, balance, ledger_is_right, open_town
from wijkaanzet.areas.models import Area, Division
from wijkaanzet.budget import operations, queries
from wijkaanzet.budget.models import Account, Posting
from wijkaanzet.budget.operations.post import Purpose, Transfer, post
from wijkaanzet.budget.rules import ledger
from wijkaanzet.budget.rules.ledger import AccountKind, AccountName, PostingKind
from wijkaanzet.decisions.rules import Step
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.people.models import Organisation

Act = Callable[..., Posting]


@pytest.fixture(name="town")
def small_town(db: None) -> Town:
    """An area with ten euros."""
    town = open_town()
    town.fund(town.pot(), 1_000)
    return town


def do(
    town: Town, act: Act, cents: int, *, origin: AccountName | None = None, purpose: Purpose | None = None
) -> Posting:
    return act(origin or town.pot(), cents=cents, purpose=purpose or town.purpose(), actor=town.officer, at=AT)


def balances() -> dict[str, int]:
    return dict(Account.objects.values_list("name", "balance_cents"))


class TestTheChain:
    def test_runs_from_promise_to_free_again(self, town: Town) -> None:
        pot = town.pot()
        owed = ledger.reclaimed(YEAR, town.holder.id)
        do(town, operations.commit, 800)
        do(town, operations.pay, 600)
        do(town, operations.determine, 450)
        do(town, operations.reclaim, 150)
        do(town, operations.release, 200)
        do(town, operations.release, 150, origin=owed)
        held = f"{town.holder.id}:people.organisation-1:{pot.name}"
        assert {name: cents for name, cents in balances().items() if cents} == {
            f"bron:raad:{YEAR}": -1_000,
            pot.name: 200,
            f"vastgesteld:{held}": 450,
            f"vrij:{YEAR}": 350,
        }
        assert ledger_is_right()

    @pytest.mark.parametrize(
        ("steps", "limit"),
        [
            ([], 1_000),
            ([(operations.commit, 800)], 200),
        ],
    )
    def test_promises_no_more_than_the_area_has(self, town: Town, steps: list[tuple[Act, int]], limit: int) -> None:
        self.assert_limit(town, operations.commit, steps, limit)

    @pytest.mark.parametrize("act", [operations.pay, operations.release])
    def test_pays_and_releases_no_more_than_was_promised(self, town: Town, act: Act) -> None:
        self.assert_limit(town, act, [(operations.commit, 500)], 500)

    @pytest.mark.parametrize("act", [operations.determine, operations.reclaim])
    def test_determines_and_reclaims_no_more_than_was_paid(self, town: Town, act: Act) -> None:
        self.assert_limit(town, act, [(operations.commit, 500), (operations.pay, 400), (operations.reclaim, 50)], 350)

    def assert_limit(self, town: Town, act: Act, steps: list[tuple[Act, int]], limit: int) -> None:
        for step, cents in steps:
            do(town, step, cents)
        before, audited = balances(), AuditEntry.objects.count()
        with pytest.raises(Refused) as caught:
            do(town, act, limit + 1)
        assert caught.value.key == "not_enough_money"
        assert (caught.value.parameters["left_cents"], caught.value.parameters["asked_cents"]) == (limit, limit + 1)
        assert (balances(), AuditEntry.objects.count()) == (before, audited)
        do(town, act, limit)
        assert ledger_is_right()

    def test_each_purpose_has_a_limit_of_its_own(self, town: Town) -> None:
        do(town, operations.commit, 300)
        other = town.purpose(2)
        with pytest.raises(Refused, match="not_enough_money"):
            do(town, operations.pay, 1, purpose=other)
        same_word = replace(other, subject=other.subject._replace(kind="people.body", id=1))
        with pytest.raises(Refused, match="not_enough_money"):
            do(town, operations.pay, 1, purpose=same_word)

    def test_is_refused_for_something_that_nobody_knows(self, town: Town) -> None:
        purpose = town.purpose()
        unknown = replace(purpose, subject=purpose.subject._replace(kind="proef.onbekend"))
        with pytest.raises(Refused, match="unknown_subject"):
            do(town, operations.commit, 1, purpose=unknown)

    @pytest.mark.parametrize(
        ("cents", "key"), [(True, "amount_not_in_cents"), (0.5, "amount_not_in_cents"), (2**63, "amount_too_large")]
    )
    def test_is_refused_for_what_is_no_amount(self, town: Town, cents: int, key: str) -> None:
        with pytest.raises(Refused, match=key):
            do(town, operations.commit, cents)

    def test_tells_what_it_rests_on_and_who_is_accountable(self, town: Town) -> None:
        purpose = replace(town.purpose(), function="ontmoeting", releasable_from=date(2019, 1, 1))
        posting = do(town, operations.commit, 300, purpose=purpose)
        assert (posting.holder, posting.reference, posting.at) == (town.holder, "contract", AT)
        assert (posting.function, posting.releasable_from) == ("ontmoeting", date(2019, 1, 1))
        entry = AuditEntry.objects.get(action="budget.posting.commitment")
        assert entry.detail == {"posting": posting.id, "cents": 300}

    def test_is_kept_until_the_day_that_was_agreed(self, town: Town) -> None:
        purpose = replace(town.purpose(), releasable_from=date(2019, 1, 1))
        do(town, operations.commit, 100, purpose=purpose)
        with pytest.raises(Refused) as refused:
            do(town, operations.release, 100, purpose=purpose)
        assert (refused.value.key, refused.value.parameters) == ("not_yet_releasable", {"day": date(2019, 1, 1)})
        later = datetime(2019, 1, 1, 9, tzinfo=UTC)
        freed = operations.release(town.pot(), cents=100, purpose=purpose, actor=town.officer, at=later)
        assert freed.amount_cents == 100


class TestRefusals:
    @pytest.mark.parametrize("cents", [0, -1])
    def test_an_amount_is_above_zero(self, town: Town, cents: int) -> None:
        with pytest.raises(Refused, match="amount_not_above_zero"):
            do(town, operations.commit, cents)

    def test_money_flows_one_way(self, town: Town) -> None:
        with pytest.raises(Refused, match="wrong_flow"):
            do(town, operations.commit, 1, origin=ledger.freed(YEAR))
        back = [Transfer(town.pot(), ledger.city(YEAR, "jeugd"), 1)]
        with pytest.raises(Refused, match="wrong_flow"):
            post(back, kind=PostingKind.ALLOCATION, municipality=town.municipality, purpose=town.purpose(), at=AT)

    @pytest.mark.parametrize("reference", ["", "  "])
    def test_money_rests_on_a_decision_or_a_reference(self, town: Town, reference: str) -> None:
        with pytest.raises(Refused, match="rests_on_nothing"):
            do(town, operations.commit, 1, purpose=town.purpose(reference=reference))

    def test_a_reclaim_of_one_holder_is_not_released_by_another(self, town: Town) -> None:
        do(town, operations.commit, 500)
        do(town, operations.pay, 500)
        do(town, operations.reclaim, 500)
        owed = ledger.reclaimed(YEAR, town.holder.id)
        other = Organisation.objects.create(municipality=town.municipality, name="Een ander")
        with pytest.raises(Refused, match="other_holder"):
            do(town, operations.release, 500, origin=owed, purpose=replace(town.purpose(), holder=other))
        assert balance(owed) == 500

    def test_two_areas_with_one_code_never_share_an_account(self, town: Town) -> None:
        villages = Division.objects.create(
            municipality=town.municipality, key="dorpen", name="Dorpen", starts_on=date(2017, 1, 1)
        )
        same = Area.objects.create(division=villages, code=town.areas[0].code, slug="dorp", name="Dorp")
        before = balances()
        with pytest.raises(Refused, match="other_account"):
            do(town, operations.commit, 1, origin=replace(town.pot(), area_id=same.id))
        assert balances() == before


class TestTenants:
    @pytest.fixture(name="other")
    def town_next_door(self, town: Town) -> Town:
        return open_town(code="GM0307", slug="amersfoort")

    def test_a_holder_next_door_takes_no_money_of_an_area(self, town: Town, other: Town) -> None:
        with pytest.raises(Refused, match="other_tenant"):
            do(town, operations.commit, 100, purpose=other.purpose())
        assert balance(town.pot()) == 1_000
        assert not Account.objects.filter(municipality=other.municipality).exists()

    def test_not_even_when_both_have_an_account_of_that_name(self, town: Town, other: Town) -> None:
        other.fund(other.pot(), 300)
        with pytest.raises(Refused, match="other_tenant"):
            do(town, operations.commit, 100, purpose=other.purpose())
        assert sorted(Account.objects.filter(kind="area").values_list("balance_cents", flat=True)) == [300, 1_000]

    def test_money_of_the_city_is_that_of_the_holders_own_city(self, town: Town, other: Town) -> None:
        city = ledger.city(YEAR, "jeugd")
        Account.objects.get(municipality=town.municipality, name=city.name)
        with pytest.raises(Refused, match="not_enough_money"):
            do(town, operations.commit, 100, origin=city, purpose=other.purpose())

    def test_a_holder_or_a_decision_next_door_is_refused_by_name(self, town: Town, other: Town) -> None:
        decision = other.decided_frame().decision
        for purpose in (other.purpose(), replace(town.purpose(), decision=decision)):
            with pytest.raises(Refused, match="other_tenant"):
                post([], kind=PostingKind.ALLOCATION, municipality=town.municipality, purpose=purpose, at=AT)


@pytest.mark.both_engines
class TestTheDatabaseItself:
    @pytest.mark.parametrize(
        ("constraint", "change"),
        [
            ("posting_above_zero", {"amount_cents": 0}),
            ("posting_above_zero", {"amount_cents": -5}),
            ("posting_rests_on_something", {"reference": ""}),
            ("holder", {"holder_id": None}),
        ],
    )
    def test_refuses_a_wrong_posting(self, town: Town, constraint: str, change: dict[str, object]) -> None:
        sound = do(town, operations.commit, 1)
        values: dict[str, object] = {field.attname: getattr(sound, field.attname) for field in Posting._meta.fields}
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            Posting.objects.create(**values | {"id": None} | change)

    def test_refuses_a_posting_from_an_account_to_itself(self, town: Town) -> None:
        sound = do(town, operations.commit, 1)
        sound.pk, sound.to_account = None, sound.from_account
        with pytest.raises(IntegrityError, match="posting_between_two"), transaction.atomic():
            sound.save(force_insert=True)

    def test_refuses_a_balance_below_zero_except_of_the_source(self, town: Town) -> None:
        Account.objects.filter(kind=AccountKind.SOURCE).update(balance_cents=-2_000)
        with pytest.raises(IntegrityError, match="never_below_zero"), transaction.atomic():
            Account.objects.filter(name=town.pot().name).update(balance_cents=-1)

    def test_refuses_a_second_account_of_a_name(self, town: Town) -> None:
        (same,) = Account.objects.filter(name=town.pot().name)
        same.pk = None
        with pytest.raises(IntegrityError), transaction.atomic():
            same.save(force_insert=True)

    @pytest.mark.parametrize("statement", ["UPDATE budget_posting SET amount_cents = 1", "DELETE FROM budget_posting"])
    def test_only_adds_postings(self, town: Town, statement: str) -> None:
        before = list(Posting.objects.order_by("id").values())
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
        assert list(Posting.objects.order_by("id").values()) == before

    def test_keeps_what_a_posting_points_at(self, town: Town) -> None:
        row: Model
        for row in (town.holder, Account.objects.get(name=town.pot().name)):
            with pytest.raises(IntegrityError), transaction.atomic():
                row.delete()


@pytest.mark.both_engines
class TestTheProof:
    def said(self) -> str:
        out = StringIO()
        call_command("verify_ledger", stdout=out)
        return out.getvalue()

    def test_is_clean(self, town: Town) -> None:
        do(town, operations.commit, 300)
        assert "every balance is the sum" in self.said()

    def test_names_a_balance_that_was_changed_by_hand(self, town: Town) -> None:
        Account.objects.filter(name=town.pot().name).update(balance_cents=1_001)
        with pytest.raises(CommandError) as caught:
            self.said()
        first, second = str(caught.value).splitlines()
        assert first == f"GM0855 {town.pot().name}: the balance says 1001 cents, the postings 1000"
        assert second == "all balances together are 1 cents and must be 0"

    def test_names_a_posting_that_was_added_by_hand(self, town: Town) -> None:
        row = do(town, operations.commit, 300)
        row.pk = None
        row.save(force_insert=True)
        with pytest.raises(CommandError, match=r"(?s)verplicht:.*300 cents, the postings 600.*wijk:T0"):
            self.said()

    def test_names_a_posting_between_two_municipalities(self, town: Town) -> None:
        row = do(town, operations.commit, 300)
        other = open_town(code="GM0307", slug="amersfoort")
        Account.objects.filter(pk=row.to_account_id).update(municipality=other.municipality)
        with pytest.raises(CommandError, match="from one municipality to another"):
            self.said()


class TestReading:
    def test_adds_up_what_is_allotted_promised_and_free(self, town: Town) -> None:
        do(town, operations.commit, 700)
        do(town, operations.pay, 400)
        do(town, operations.release, 100)
        do(town, operations.determine, 250)
        do(town, operations.reclaim, 50)
        (pot,), held = queries.money_of(town.areas[0], year=YEAR)
        assert (pot.allocated_cents, pot.committed_cents, pot.free_cents) == (1_000, 550, 300)
        assert held == [queries.HolderMoney("De Brug", 550)]

    def test_asks_two_queries_however_much_there_is(self, town: Town) -> None:
        def count() -> int:
            with CaptureQueriesContext(
                connection,
            ) as captured:
                queries.money_of(town.areas[0], year=YEAR)
            return len(captured)

        before = count()
        for number in range(5):
            town.commit(town.pot(), 10, number)
        town.fund(town.pot(earmark="volwassenen"), 100)
        assert count() == before == 2

    def test_a_transfer_of_many_asks_one_query_more_per_account_only(self, town: Town) -> None:
        def count(areas: int) -> int:
            city = ledger.city(YEAR, "jeugd")
            parts = [Transfer(city, town.pot(number), 1) for number in range(areas)]
            purpose = town.purpose()
            with CaptureQueriesContext(connection) as captured:
                post(parts, kind=PostingKind.ALLOCATION, municipality=town.municipality, purpose=purpose, at=AT)
            return len(captured)

        town.decided_frame()
        for number in range(3):
            town.fund(town.pot(number), 1)
        assert [count(areas) - count(1) for areas in (1, 2, 3)] == [0, 1, 2]


def test_a_decision_is_the_ground_of_its_money(town: Town) -> None:
    decision = town.decided_frame().decision
    assert decision is not None
    assert decision.step == Step.FRAME
    assert set(decision.postings.values_list("kind", "reference")) == {("appropriation", "")}
