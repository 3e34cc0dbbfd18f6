"""A division of a year: calculated, proposed, decided or returned, and then money of the areas to the cent."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Sum

from tests.budget.division_inputs import MODEL
from tests.budget.ledger_town import AT, LINES, YEAR, Town, balance, ledger_is_right, open_town
from wijkaanzet.budget import operations, queries
from wijkaanzet.budget.models import (
    Account,
    AllocationFigure,
    AllocationLine,
    AllocationRun,
    AllocationShare,
    CityLine,
    Posting,
)
from wijkaanzet.budget.rules import ledger
from wijkaanzet.budget.rules.runs import FINAL, NEXT, PROCESS, SETTLED, RunFacts, RunStatus, move
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import Outcome, Step
from wijkaanzet.kernel.models import AuditEntry, OpenMove
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.scans.rules.bad_input import BadInput

FACTS = RunFacts(
    municipality_id=3,
    proposes="policy_officer",
    clerk="college_clerk",
    body_id=7,
    since=date(2017, 10, 2),
    propose_days=10,
    decide_days=28,
    advise_days=42,
)


@pytest.fixture(name="town")
def small_town(db: None) -> Town:
    return open_town()


def cents(rows: object) -> dict[int, int]:
    """The sum of the rows by area."""
    assert hasattr(rows, "values_list")
    return dict(rows.values_list("area_id").annotate(cents=Sum("amount_cents")).order_by("area_id"))


def traces() -> tuple[object, ...]:
    """All that a decision on a division may change."""
    return (
        list(AllocationRun.objects.order_by("id").values()),
        list(Account.objects.order_by("id").values()),
        list(OpenMove.objects.order_by("id").values()),
        Counter(AuditEntry.objects.values_list("action", flat=True)),
        Decision.objects.count(),
        Posting.objects.count(),
    )


class TestTheMove:
    @pytest.mark.parametrize("status", [RunStatus.DRAFT, RunStatus.RETURNED])
    def test_is_of_who_proposes(self, status: RunStatus) -> None:
        due = move(status, FACTS)
        assert due is not None
        assert (due.role, due.scope, due.due_on) == ("policy_officer", ("municipality", 3), date(2017, 10, 16))

    def test_is_of_the_clerk_once_it_is_proposed(self) -> None:
        due = move(RunStatus.PROPOSED, FACTS)
        assert due is not None
        assert (due.role, due.scope, due.due_on) == ("college_clerk", ("body", 7), date(2017, 10, 30))

    def test_is_nobodys_in_a_final_state(self) -> None:
        assert {status for status in RunStatus if move(status, FACTS) is None} == FINAL | SETTLED
        assert {status for status in RunStatus if not NEXT[status]} == FINAL


class TestDrafting:
    def test_freezes_a_sum_that_is_the_total_to_the_cent(self, town: Town) -> None:
        run = town.drafted_run(total_cents=1_500_000_001)
        shares, lines = cents(AllocationShare.objects.filter(run=run)), cents(AllocationLine.objects.filter(run=run))
        city = sum(CityLine.objects.filter(run=run).values_list("amount_cents", flat=True))
        assert set(shares) == {area.id for area in town.areas}
        assert lines == shares
        assert city + sum(shares.values()) == run.total_cents == 1_500_000_001

    def test_freezes_the_figures_of_every_area(self, town: Town) -> None:
        run = town.drafted_run()
        assert AllocationFigure.objects.filter(run=run).count() == len(town.areas) * 3
        assert queries.used_in(run, town.areas[0])[0]["population"] == "6700"
        assert (run.status, run.figures_year, run.figures_fictional) == (RunStatus.DRAFT, 2017, True)

    def test_moves_no_money(self, town: Town) -> None:
        run = town.drafted_run()
        assert not Account.objects.exists()
        assert OpenMove.objects.get(subject_kind=PROCESS, subject_id=run.id).role == "policy_officer"

    def test_keeps_nothing_of_a_model_that_does_not_fit(self, town: Town) -> None:
        with pytest.raises(BadInput, match="pot"):
            town.drafted_run(total_cents=100_000_000)
        assert not AllocationRun.objects.exists()
        assert not AuditEntry.objects.filter(action__startswith="budget.").exists()

    @pytest.mark.both_engines
    def test_has_room_for_the_longest_keys_that_a_model_may_have(self, db: None) -> None:
        long = "k" * 60
        step = '[levels.area-component]\nproposes = "policy_officer"\ndecides = "college"\n'
        town = open_town(changes={"components = []": f'components = ["{long}"]', "[terms]": f"{step}[terms]"})
        run = town.drafted_run(name="n" * 200, components=[{"key": long, "share": "1"}])
        assert set(AllocationShare.objects.filter(run=run).values_list("component", flat=True)) == {long}

    def test_refuses_an_earmark_that_the_municipality_does_not_have(self, town: Town) -> None:
        earmarks = json.loads(MODEL.read_text())["earmarks"]
        earmarks[0]["key"] = "zorg"
        with pytest.raises(Refused, match="unknown_earmark") as caught:
            town.drafted_run(earmarks=earmarks)
        assert caught.value.parameters == {"earmark": "zorg", "known": "jeugd, volwassenen, accommodaties"}
        assert not AllocationRun.objects.exists()

    def test_refuses_other_components_than_the_municipality_has(self, town: Town) -> None:
        with pytest.raises(Refused, match="other_components"):
            town.drafted_run(components=[{"key": "basis", "share": "1"}])
        assert not AllocationRun.objects.exists()

    def test_refuses_a_body_for_which_nobody_records(self, db: None) -> None:
        town = open_town(changes={'college = { kind = "executive"': 'college = { kind = "partner"'})
        with pytest.raises(Refused, match="no_clerk"):
            town.drafted_run()
        assert not AllocationRun.objects.exists()


class TestDeciding:
    def test_does_not_follow_from_a_meeting_before_the_proposal(self, town: Town) -> None:
        town.decided_frame()
        run, day = town.proposed_run(), AT.date() - timedelta(days=1)
        early = replace(town.minutes(Step.CITY_AREA), meeting_on=day)
        with pytest.raises(Refused, match="meeting_before_proposal"):
            operations.decide_allocation(run, minutes=early, actor=town.college_clerk, at=AT)

    def test_puts_no_free_text_in_the_audit_log(self, town: Town) -> None:
        town.decided_frame()
        town.decide(town.proposed_run())
        assert set(AuditEntry.objects.values_list("reason", flat=True)) == {""}

    def test_gives_each_area_its_shares(self, town: Town) -> None:
        town.decided_frame()
        run = town.decide(town.proposed_run())
        assert run.status == RunStatus.DECIDED
        for share in queries.all_shares(run):
            assert balance(queries.account_of_share(share, YEAR)) == share.amount_cents
        left = sum(balance(ledger.city(YEAR, earmark)) for earmark in LINES)
        assert left == sum(line.amount_cents for line in queries.city_lines(run))
        assert set(run.decision.postings.values_list("kind", flat=True) if run.decision else []) == {"allocation"}
        assert not OpenMove.objects.filter(subject_kind=PROCESS).exists()
        assert ledger_is_right()

    def test_returned_goes_back_to_who_proposes_and_comes_again(self, town: Town) -> None:
        town.decided_frame()
        run = town.decide(town.proposed_run(), Outcome.RETURNED)
        assert (run.status, run.decision) == (RunStatus.RETURNED, None)
        assert OpenMove.objects.get(subject_kind=PROCESS).role == "policy_officer"
        assert not Posting.objects.filter(kind="allocation").exists()
        again = operations.propose(run, actor=town.officer, at=AT)
        assert town.decide(again).status == RunStatus.DECIDED
        assert ledger_is_right()

    def test_changes_nothing_when_the_frame_is_too_small(self, town: Town) -> None:
        run = town.proposed_run()
        town.decided_frame(LINES | {"volwassenen": 100_000_000})
        before = traces()
        with pytest.raises(Refused) as caught:
            town.decide(run)
        assert caught.value.key == "not_enough_money"
        assert caught.value.parameters["account"] == f"stad:-:-:volwassenen:{YEAR}"
        assert traces() == before
        assert ledger_is_right()

    def test_changes_nothing_without_a_frame(self, town: Town) -> None:
        run = town.proposed_run()
        before = traces()
        with pytest.raises(Refused, match="not_enough_money"):
            town.decide(run)
        assert traces() == before

    def test_is_refused_before_it_was_proposed_and_after_it_was_decided(self, town: Town) -> None:
        town.decided_frame()
        run = town.drafted_run()
        with pytest.raises(Refused, match="wrong_state"):
            town.decide(run)
        decided = town.decide(operations.propose(run, actor=town.officer, at=AT))
        with pytest.raises(Refused, match="wrong_state"):
            town.decide(decided)
        with pytest.raises(Refused, match="wrong_state"):
            operations.propose(decided, actor=town.officer, at=AT)

    def test_happens_once_a_year_even_when_there_is_money_for_two(self, town: Town) -> None:
        town.decided_frame({"jeugd": 2_000_000_000, "volwassenen": 2_000_000_000})
        first, second = town.drafted_run(), town.drafted_run()
        town.decide(operations.propose(first, actor=town.officer, at=AT))
        second.refresh_from_db()
        assert second.status == RunStatus.KEPT
        with pytest.raises(Refused, match="already_divided"):
            operations.take_up(second, actor=town.officer, at=AT)

    def test_does_not_follow_from_minutes_of_the_council_or_of_next_door(self, town: Town) -> None:
        town.decided_frame()
        run, other = town.proposed_run(), open_town(code="GM0307", slug="amersfoort")
        before = traces()
        for key, minutes, actor in (
            ("wrong_step", town.minutes(Step.FRAME), town.council_clerk),
            ("other_tenant", other.minutes(Step.CITY_AREA), other.college_clerk),
            ("not_the_clerk", town.minutes(Step.CITY_AREA), town.officer),
        ):
            with pytest.raises(Refused, match=key):
                operations.decide_allocation(run, minutes=minutes, actor=actor, at=AT)
        assert traces() == before

    @pytest.mark.both_engines
    @pytest.mark.parametrize(
        ("change", "constraint"),
        [({"status": "decided"}, "decided_division_has_decision")],
    )
    def test_without_a_decision_never_reaches_the_table(
        self, town: Town, change: dict[str, str], constraint: str
    ) -> None:
        town.drafted_run()
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            AllocationRun.objects.update(**change)
