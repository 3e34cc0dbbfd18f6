"""The frame: drafted, decided by the council, and from then on money of the city."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.budget.ledger_town import AT, LINES, YEAR, Town, balance, ledger_is_right, open_town
from wijkaanzet.budget import operations
from wijkaanzet.budget.labels import sentence
from wijkaanzet.budget.models import Account, BudgetFrame, Posting
from wijkaanzet.budget.rules import ledger
from wijkaanzet.budget.rules.frames import FINAL, NEXT, PROCESS, FrameFacts, FrameStatus, move
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import Kind, Outcome, Step
from wijkaanzet.kernel import open_moves
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import AuditEntry, OpenMove
from wijkaanzet.kernel.refusals import Refused


@pytest.fixture(name="town")
def small_town(db: None) -> Town:
    return open_town()


def decide(
    town: Town, frame: BudgetFrame, outcome: Outcome = Outcome.ADOPTED, actor: Actor | None = None
) -> BudgetFrame:
    minutes = town.minutes(Step.FRAME, outcome)
    return operations.decide_frame(frame, minutes=minutes, actor=actor or town.council_clerk, at=AT)


FACTS = FrameFacts(municipality_id=3, council_id=7, since=date(2017, 10, 2), decide_days=42, answer_days=10)


class TestTheMove:
    def test_is_of_the_clerk_of_the_council_within_the_term(self) -> None:
        due = move(FrameStatus.DRAFT, FACTS)
        assert due is not None
        assert (due.role, due.scope, due.action) == ("council_clerk", ("body", 7), "budget.decide_frame")
        assert due.due_on == date(2017, 11, 13)

    def test_is_of_who_prepares_it_within_working_days_when_it_came_back(self) -> None:
        due = move(FrameStatus.RETURNED, FACTS)
        assert due is not None
        assert (due.role, due.scope, due.action) == ("policy_officer", ("municipality", 3), "budget.prepare_frame")
        assert due.due_on == date(2017, 10, 16)

    def test_is_nobodys_in_a_final_state(self) -> None:
        assert {status for status in FrameStatus if move(status, FACTS) is None} == FINAL
        assert {status for status in FrameStatus if not NEXT[status]} == FINAL


class TestDrafting:
    def test_keeps_the_lines_and_waits_for_the_clerk(self, town: Town) -> None:
        frame = town.drafted_frame()
        assert dict(frame.lines.values_list("earmark", "amount_cents")) == LINES
        assert OpenMove.objects.get(subject_kind=PROCESS, subject_id=frame.id).role == "council_clerk"
        assert not Account.objects.exists()

    @pytest.mark.parametrize("lines", [{}, {"jeugd": 0}, {"jeugd": 100, "volwassenen": -1}])
    def test_refuses_an_amount_that_is_not_above_zero(self, town: Town, lines: dict[str, int]) -> None:
        with pytest.raises(Refused, match="amount_not_above_zero"):
            operations.draft_frame(town.municipality, year=YEAR, lines=lines, actor=town.officer, at=AT)
        assert not BudgetFrame.objects.exists()

    @pytest.mark.parametrize(
        ("year", "lines", "key"),
        [
            (YEAR, {"jeugd": True}, "amount_not_in_cents"),
            (YEAR, {"jeugd": 1.5}, "amount_not_in_cents"),
            (YEAR, {"jeugd": 2**63}, "amount_too_large"),
            (YEAR, {"zorg": 100}, "unknown_earmark"),
            (1800, {"jeugd": 100}, "year_out_of_range"),
            (99999, {"jeugd": 100}, "year_out_of_range"),
        ],
    )
    def test_refuses_what_cannot_stand_in_the_ledger(
        self, town: Town, year: int, lines: dict[str, int], key: str
    ) -> None:
        with pytest.raises(Refused, match=key) as caught:
            operations.draft_frame(town.municipality, year=year, lines=lines, actor=town.officer, at=AT)
        assert sentence(caught.value)
        assert not BudgetFrame.objects.exists()

    def test_is_refused_on_a_day_without_an_arrangement(self, town: Town) -> None:
        early = AT.replace(year=1990)
        with pytest.raises(Refused, match="no_arrangement"):
            operations.draft_frame(town.municipality, year=YEAR, lines=LINES, actor=town.officer, at=early)

    def test_refuses_a_second_frame_of_a_year(self, town: Town) -> None:
        town.drafted_frame()
        with pytest.raises(Refused, match="frame_exists"):
            town.drafted_frame()

    @pytest.mark.both_engines
    def test_a_line_below_zero_never_reaches_the_table(self, town: Town) -> None:
        frame = town.drafted_frame()
        with pytest.raises(IntegrityError, match="frame_line_above_zero"), transaction.atomic():
            frame.lines.create(earmark="schuld", amount_cents=-1)

    @pytest.mark.both_engines
    def test_a_decided_frame_without_decision_never_reaches_the_table(self, town: Town) -> None:
        town.drafted_frame()
        with pytest.raises(IntegrityError, match="decided_frame_has_decision"), transaction.atomic():
            BudgetFrame.objects.update(status=FrameStatus.DECIDED)


class TestDeciding:
    def test_gives_the_city_its_money(self, town: Town) -> None:
        frame = decide(town, town.drafted_frame())
        assert frame.status == FrameStatus.DECIDED
        assert {earmark: balance(ledger.city(YEAR, earmark)) for earmark in LINES} == LINES
        assert balance(ledger.source(YEAR)) == -sum(LINES.values())
        assert {(row.decision_id, row.kind, row.holder.is_municipality) for row in Posting.objects.all()} == {
            (frame.decision_id, "appropriation", True)
        }
        assert not OpenMove.objects.filter(subject_kind=PROCESS).exists()
        assert ledger_is_right()

    def test_a_returned_frame_waits_for_who_prepares_it(self, town: Town) -> None:
        frame = decide(town, town.drafted_frame(), Outcome.RETURNED)
        assert (frame.status, frame.decision, Posting.objects.count()) == (FrameStatus.RETURNED, None, 0)
        waits = OpenMove.objects.get(subject_kind=PROCESS, subject_id=frame.id)
        assert (waits.role, waits.scope_id, waits.due_on) == (
            "policy_officer",
            town.municipality.pk,
            date(2017, 10, 16),
        )
        assert AuditEntry.objects.filter(action="budget.frame.returned", subject_id=frame.id).count() == 1
        assert not list(open_moves.differences())

    def test_a_returned_frame_is_prepared_again_before_the_council_decides_again(self, town: Town) -> None:
        frame = decide(town, town.drafted_frame(), Outcome.RETURNED)
        with pytest.raises(Refused, match="wrong_state"):
            decide(town, frame)
        frame = operations.prepare_frame(
            town.municipality, year=YEAR, lines={"jeugd": 100}, actor=town.officer, at=AT + timedelta(days=3)
        )
        assert (frame.status, frame.status_since) == (FrameStatus.DRAFT, date(2017, 10, 5))
        assert OpenMove.objects.get(subject_kind=PROCESS, subject_id=frame.id).role == "council_clerk"
        written = replace(town.minutes(Step.FRAME), meeting_on=date(2017, 10, 6))
        later = AT + timedelta(days=4)
        frame = operations.decide_frame(frame, minutes=written, actor=town.council_clerk, at=later)
        assert (frame.status, balance(ledger.city(YEAR, "jeugd"))) == (FrameStatus.DECIDED, 100)
        assert not list(open_moves.differences())
        assert ledger_is_right()

    def test_a_decided_frame_is_not_prepared_again(self, town: Town) -> None:
        frame = decide(town, town.drafted_frame())
        with pytest.raises(Refused, match="wrong_state"):
            operations.redraft_frame(frame, lines=LINES, actor=town.officer, at=AT)

    def test_happens_once(self, town: Town) -> None:
        frame = decide(town, town.drafted_frame())
        with pytest.raises(Refused, match="wrong_state"):
            decide(town, frame)
        assert Posting.objects.count() == len(LINES)

    def test_is_not_recorded_by_another_clerk(self, town: Town) -> None:
        frame = town.drafted_frame()
        with pytest.raises(Refused, match="not_the_clerk"):
            decide(town, frame, actor=town.college_clerk)
        self.assert_undecided(frame)

    def test_does_not_follow_from_minutes_of_the_executive(self, town: Town) -> None:
        frame = town.drafted_frame()
        minutes = town.minutes(Step.CITY_AREA)
        with pytest.raises(Refused, match="wrong_step"):
            operations.decide_frame(frame, minutes=minutes, actor=town.college_clerk, at=AT)
        posing = replace(minutes, step=Step.FRAME)
        with pytest.raises(Refused, match="no_mandate"):
            operations.decide_frame(frame, minutes=posing, actor=town.college_clerk, at=AT)
        self.assert_undecided(frame)

    @pytest.mark.parametrize("kind", Kind)
    def test_gives_the_city_its_money_whether_people_can_object_to_it_or_not(self, town: Town, kind: Kind) -> None:
        written = replace(town.minutes(Step.FRAME), kind=kind)
        frame = operations.decide_frame(town.drafted_frame(), minutes=written, actor=town.council_clerk, at=AT)
        assert frame.decision is not None
        assert (frame.decision.kind, balance(ledger.city(YEAR, "jeugd"))) == (kind, LINES["jeugd"])

    def test_does_not_follow_from_an_earlier_meeting(self, town: Town) -> None:
        frame = town.drafted_frame()
        written = replace(town.minutes(Step.FRAME), meeting_on=date(2017, 10, 1))
        with pytest.raises(Refused, match="meeting_before_proposal") as caught:
            operations.decide_frame(frame, minutes=written, actor=town.council_clerk, at=AT)
        assert sentence(caught.value)
        self.assert_undecided(frame)

    def test_does_not_follow_from_the_council_next_door(self, town: Town) -> None:
        frame, other = town.drafted_frame(), open_town(code="GM0307", slug="amersfoort")
        with pytest.raises(Refused, match="other_tenant"):
            operations.decide_frame(frame, minutes=other.minutes(Step.FRAME), actor=other.council_clerk, at=AT)
        self.assert_undecided(frame)

    def assert_undecided(self, frame: BudgetFrame) -> None:
        frame.refresh_from_db()
        assert frame.status == FrameStatus.DRAFT
        assert not Decision.objects.exists()
        assert not Posting.objects.exists()
        assert not AuditEntry.objects.filter(action="budget.frame.decided").exists()


@pytest.mark.django_db
def test_a_frame_without_a_council_is_refused() -> None:
    town = open_town(changes={'kind = "council"': 'kind = "advisory"', 'informed = ["raad"]': "informed = []"})
    with pytest.raises(Refused, match="no_council"):
        town.drafted_frame()
