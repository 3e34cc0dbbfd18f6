"""Advice: asked as an invitation, given in points, answered point by point, and part of the decision."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from tests.budget.ledger_town import AT, Town, open_town
from wijkaanzet.budget import operations as budget
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.rules.runs import PROCESS, RunStatus
from wijkaanzet.decisions import operations as decisions
from wijkaanzet.decisions.models import AdviceRequest
from wijkaanzet.decisions.queries import advice_before
from wijkaanzet.decisions.rules import AdviceStatus, Follow, Outcome, Step
from wijkaanzet.kernel import open_moves
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people import operations as people
from wijkaanzet.people.models import Body
from wijkaanzet.people.rules import Role

YES = decisions.PointAnswer(Follow.FULLY, "Dat nemen we over.")
NO = decisions.PointAnswer(Follow.NOT, "Daar is geen geld voor.")
POINTS = ["Houd een vaste basis.", "Kijk ook naar jongeren."]


def adviser_of(town: Town, key: str) -> Actor:
    nobody = Actor(user_id=None, channel=Channel.JOB)
    user = people.open_account(username=f"adviser-{key}", email="", actor=nobody, at=AT)
    people.give_role(
        user,
        role=Role.ADVISER,
        municipality=town.municipality,
        scope=Body.objects.get(municipality=town.municipality, key=key),
        starts_on=date(2017, 1, 2),
        actor=nobody,
        at=AT,
    )
    return Actor(user_id=user.pk, channel=Channel.WEB)


@pytest.fixture(name="town")
def advised_town(db: None) -> Town:
    """Two bodies advise here."""
    two = {
        "[levels.city-area]": 'jongerenraad = { kind = "advisory", name = "Jongerenraad" }\n[levels.city-area]',
        'advises = ["stedelijk-overleg"]': 'advises = ["stedelijk-overleg", "jongerenraad"]',
    }
    return open_town(advised=True, changes=two)


@pytest.fixture(name="advisers")
def two_advisers(town: Town) -> dict[str, Actor]:
    return {key: adviser_of(town, key) for key in ("stedelijk-overleg", "jongerenraad")}


def asked(town: Town) -> tuple[AllocationRun, dict[str, AdviceRequest]]:
    run = budget.ask_advice(town.drafted_run(), question="Is dit eerlijk?", actor=town.officer, at=AT)
    return run, {one.body.key: one for one in AdviceRequest.objects.select_related("body")}


def answered(town: Town, advisers: dict[str, Actor], *, at: datetime = AT) -> AllocationRun:
    run, requests = asked(town)
    for key, request in requests.items():
        given = decisions.give_advice(request, points=POINTS, actor=advisers[key], at=at)
        run = budget.answer_advice(run, request=given, answers={1: YES, 2: NO}, actor=town.officer, at=at)
    return run


class TestAsking:
    @pytest.mark.done("3.advice")
    def test_invites_every_body_of_the_arrangement_in_a_process_of_its_own(self, town: Town) -> None:
        run, requests = asked(town)
        assert run.status == RunStatus.ADVICE_ASKED
        assert {one.status for one in requests.values()} == {AdviceStatus.ASKED}
        invited = OpenMove.objects.filter(subject_kind="decisions.advice")
        assert {(one.role, one.due_on, one.falls_back_to) for one in invited} == {("adviser", None, "policy_officer")}
        assert {one.scope_id for one in invited} == {one.body_id for one in requests.values()}
        waits = OpenMove.objects.get(subject_kind=PROCESS)
        assert (waits.role, waits.due_on, waits.rest_look_again_on) == (
            "policy_officer",
            None,
            invited[0].lapses_on,
        )
        assert not list(open_moves.differences())

    def test_needs_a_question(self, town: Town) -> None:
        run = town.drafted_run()
        with pytest.raises(Refused, match="no_question"):
            budget.ask_advice(run, question="  ", actor=town.officer, at=AT)
        run.refresh_from_db()
        assert run.status == RunStatus.DRAFT
        assert not AdviceRequest.objects.exists()

    def test_is_refused_where_nobody_advises(self, db: None) -> None:
        town = open_town()
        with pytest.raises(Refused, match="nobody_advises"):
            budget.ask_advice(town.drafted_run(), question="Eerlijk?", actor=town.officer, at=AT)


class TestGiving:
    def test_is_for_who_advises_for_that_body(self, town: Town, advisers: dict[str, Actor]) -> None:
        _, requests = asked(town)
        for actor in (advisers["stedelijk-overleg"], town.officer, Actor(None, Channel.WEB)):
            with pytest.raises(Refused, match="not_the_adviser"):
                decisions.give_advice(requests["jongerenraad"], points=POINTS, actor=actor, at=AT)

    def test_leaves_empty_points_out_and_asks_for_one(self, town: Town, advisers: dict[str, Actor]) -> None:
        _, requests = asked(town)
        request, adviser = requests["jongerenraad"], advisers["jongerenraad"]
        with pytest.raises(Refused, match="no_points"):
            decisions.give_advice(request, points=["", " "], actor=adviser, at=AT)
        given = decisions.give_advice(request, points=["", "Eén punt."], actor=adviser, at=AT)
        assert list(given.points.values_list("position", "text")) == [(1, "Eén punt.")]
        move = OpenMove.objects.get(subject_kind="decisions.advice", subject_id=given.id)
        assert (move.role, move.action) == ("policy_officer", "decisions.answer_advice")

    def test_happens_once(self, town: Town, advisers: dict[str, Actor]) -> None:
        _, requests = asked(town)
        request, adviser = requests["jongerenraad"], advisers["jongerenraad"]
        decisions.give_advice(request, points=POINTS, actor=adviser, at=AT)
        with pytest.raises(Refused, match="wrong_state"):
            decisions.give_advice(request, points=POINTS, actor=adviser, at=AT)

    @pytest.mark.parametrize(("points", "key"), [(["x"] * 21, "too_many_points"), (["x" * 4001], "text_too_long")])
    def test_has_its_bounds(self, town: Town, advisers: dict[str, Actor], points: list[str], key: str) -> None:
        _, requests = asked(town)
        with pytest.raises(Refused, match=key):
            decisions.give_advice(requests["jongerenraad"], points=points, actor=advisers["jongerenraad"], at=AT)


class TestAnswering:
    def test_takes_an_answer_to_every_point(self, town: Town, advisers: dict[str, Actor]) -> None:
        run, requests = asked(town)
        given = decisions.give_advice(requests["jongerenraad"], points=POINTS, actor=advisers["jongerenraad"], at=AT)
        for answers in ({1: YES}, {1: YES, 2: replace(NO, text=" ")}):
            with pytest.raises(Refused, match="point_without_answer") as caught:
                budget.answer_advice(run, request=given, answers=answers, actor=town.officer, at=AT)
            assert caught.value.parameters == {"point": 2}
        assert set(given.points.values_list("answer", flat=True)) == {""}

    @pytest.mark.done("3.advice")
    def test_of_the_last_advice_lets_the_division_be_proposed(self, town: Town, advisers: dict[str, Actor]) -> None:
        run = answered(town, advisers)
        assert run.status == RunStatus.ADVISED
        assert budget.propose(run, actor=town.officer, at=AT).status == RunStatus.PROPOSED
        assert not list(open_moves.differences())

    def test_of_one_of_two_does_not(self, town: Town, advisers: dict[str, Actor]) -> None:
        run, requests = asked(town)
        given = decisions.give_advice(
            requests["jongerenraad"], points=["Goed zo."], actor=advisers["jongerenraad"], at=AT
        )
        run = budget.answer_advice(run, request=given, answers={1: YES}, actor=town.officer, at=AT)
        assert run.status == RunStatus.ADVICE_ASKED
        with pytest.raises(Refused, match="wrong_state"):
            budget.propose(run, actor=town.officer, at=AT)

    def test_goes_to_the_division_that_was_asked_about(self, town: Town, advisers: dict[str, Actor]) -> None:
        _, requests = asked(town)
        given = decisions.give_advice(
            requests["jongerenraad"], points=["Goed zo."], actor=advisers["jongerenraad"], at=AT
        )
        with pytest.raises(Refused, match="other_request"):
            budget.answer_advice(town.drafted_run(), request=given, answers={1: YES}, actor=town.officer, at=AT)


class TestWithout:
    def test_an_invitation_stands_until_its_day(self, town: Town) -> None:
        run, requests = asked(town)
        last = requests["jongerenraad"].lapses_on
        with pytest.raises(Refused, match="not_lapsed_yet"):
            budget.go_on_without(run, actor=town.officer, at=AT + (last - AT.date()))
        after = AT + (last - AT.date()) + timedelta(days=1)
        run = budget.go_on_without(run, actor=town.officer, at=after)
        assert run.status == RunStatus.ADVISED
        assert Counter(AdviceRequest.objects.values_list("status", flat=True)) == {AdviceStatus.LAPSED: 2}
        assert not list(open_moves.differences())

    def test_advice_nobody_proposes(self, town: Town) -> None:
        with pytest.raises(Refused, match="advice_first") as caught:
            budget.propose(town.drafted_run(), actor=town.officer, at=AT)
        names = "Jongerenraad, Stedelijk strategisch overleg sociale basis"
        assert caught.value.parameters == {"bodies": names}


class TestDeciding:
    @pytest.mark.done("3.advice")
    def test_makes_advice_and_answers_part_of_the_decision(self, town: Town, advisers: dict[str, Actor]) -> None:
        town.decided_frame()
        run = town.decide(budget.propose(answered(town, advisers), actor=town.officer, at=AT))
        assert run.decision is not None
        told = [(point.text, point.follow) for one in advice_before(run.decision) for point in one.points.all()]
        assert told == [(POINTS[0], Follow.FULLY), (POINTS[1], Follow.NOT)] * 2

    def test_a_returned_division_can_be_proposed_again_on_the_same_advice(
        self, town: Town, advisers: dict[str, Actor]
    ) -> None:
        town.decided_frame()
        run = budget.propose(answered(town, advisers), actor=town.officer, at=AT)
        run = town.decide(run, Outcome.RETURNED)
        assert run.status == RunStatus.RETURNED
        run = town.decide(budget.propose(run, actor=town.officer, at=AT))
        assert run.status == RunStatus.DECIDED
        assert not list(open_moves.differences())

    def test_a_returned_division_can_be_advised_on_again(self, town: Town, advisers: dict[str, Actor]) -> None:
        run = budget.propose(answered(town, advisers), actor=town.officer, at=AT)
        run = town.decide(run, Outcome.RETURNED)
        run = budget.ask_advice(run, question="En nu?", actor=town.officer, at=AT)
        assert run.status == RunStatus.ADVICE_ASKED
        with pytest.raises(Refused, match="advice_open"):
            decisions.record(
                Subject(PROCESS, run.id), minutes=town.minutes(Step.CITY_AREA), actor=town.college_clerk, at=AT
            )


class TestTelling:
    def test_the_bodies_of_the_arrangement_are_told_by_their_clerk(
        self, town: Town, advisers: dict[str, Actor]
    ) -> None:
        town.decided_frame()
        run = town.decide(budget.propose(answered(town, advisers), actor=town.officer, at=AT))
        assert run.decision is not None
        decision = decisions.publish(run.decision, actor=town.college_clerk, at=AT)
        (notice,) = decision.notices.all()
        move = OpenMove.objects.get(subject_kind="decisions.notice")
        assert (notice.body.key, move.role, move.scope_id) == ("raad", "council_clerk", notice.body_id)
        with pytest.raises(Refused, match="not_the_clerk"):
            decisions.send_notice(notice, actor=town.college_clerk, at=AT)
        decisions.send_notice(notice, actor=town.council_clerk, at=AT)
        with pytest.raises(Refused, match="wrong_state"):
            decisions.send_notice(notice, actor=town.council_clerk, at=AT)
        assert not OpenMove.objects.filter(subject_kind="decisions.notice").exists()
        assert not list(open_moves.differences())

    def test_a_body_without_a_clerk_is_told_by_the_clerk_of_who_decided(self, db: None) -> None:
        town = open_town(changes={'informed = ["raad"]': 'informed = ["stedelijk-overleg"]'})
        town.decided_frame()
        decision = town.decide(town.proposed_run()).decision
        assert decision is not None
        (notice,) = decisions.publish(decision, actor=town.college_clerk, at=AT).notices.all()
        assert decisions.send_notice(notice, actor=town.college_clerk, at=AT).status == "sent"
