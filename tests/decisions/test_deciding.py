"""A body with mandate decides once; its clerk records it with reasons, after the meeting."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from tests.conftest import AT
from tests.factories import ARRANGEMENT, NOBODY, at_once, body_of, install, minutes, somebody
from wijkaanzet.arrangements import labels as arrangements
from wijkaanzet.decisions import access, labels, operations
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import FINAL, NEXT, Kind, Outcome, Status, Step
from wijkaanzet.kernel import subjects
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import AuditEntry, Municipality, OpenMove
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.models import Body
from wijkaanzet.people.rules import Role

ABOUT = Subject("budget.allocation_run", 5)
MEETING = date(2017, 9, 26)


@dataclass(frozen=True)
class House:
    """A municipality with its bodies and clerks."""

    town: Municipality
    college: Body
    council: Body
    clerk: Actor
    council_clerk: Actor


def build_house() -> House:
    town = install().municipality
    college, council = body_of(town, "college"), body_of(town, "raad")
    return House(
        town,
        college,
        council,
        somebody(Role.COLLEGE_CLERK, town, scope=college),
        somebody(Role.COUNCIL_CLERK, town, scope=council),
    )


@pytest.fixture
def house(db: None) -> House:
    return build_house()


def prepare(house: House, *, body: Body | None = None, step: Step = Step.CITY_AREA) -> Decision:
    return operations.prepare(
        ABOUT,
        body=body or house.college,
        step=step,
        kind=Kind.LEGAL_ACT,
        meeting_on=MEETING,
        actor=house.clerk,
        at=AT,
    )


def record(house: House, *, outcome: Outcome = Outcome.ADOPTED, about: Subject = ABOUT) -> Decision:
    return operations.record(about, minutes=minutes(house.college, outcome=outcome), actor=house.clerk, at=AT)


def refused(act: Callable[[], object]) -> str:
    """The key of the refusal, which has words and leaves nothing behind."""
    before = (Decision.objects.count(), AuditEntry.objects.count(), OpenMove.objects.count())
    with pytest.raises(Refused) as caught, transaction.atomic():
        act()
    assert (Decision.objects.count(), AuditEntry.objects.count(), OpenMove.objects.count()) == before
    assert str({**arrangements.REFUSALS, **labels.REFUSALS}[caught.value.key]) % caught.value.parameters
    return caught.value.key


def open_move() -> tuple[str, tuple[str, int], str, date | None]:
    row = OpenMove.objects.get()
    return row.role, (row.scope_kind, row.scope_id), row.action, row.due_on


class TestMandate:
    @pytest.mark.parametrize(
        ("step", "key"),
        [
            (Step.CITY_AREA, "raad"),
            (Step.CITY_AREA, "partner"),
            (Step.AREA_COMPONENT, "college"),
            (Step.FRAME, "college"),
        ],
    )
    def test_another_body_than_the_arrangement_names_is_refused(self, house: House, step: Step, key: str):
        body = body_of(house.town, key)
        written = minutes(body, step=step)
        assert refused(lambda: operations.record(ABOUT, minutes=written, actor=house.clerk, at=AT)) == "no_mandate"
        assert refused(lambda: prepare(house, body=body, step=step)) == "no_mandate"

    def test_the_refusal_names_the_body_that_decides(self, house: House):
        with pytest.raises(Refused) as caught:
            prepare(house, body=house.council)
        sentence = str(labels.REFUSALS["no_mandate"]) % caught.value.parameters
        assert "Gemeenteraad" in sentence
        assert "College van B en W" in sentence

    def test_the_council_decides_on_the_frame(self, house: House):
        written = minutes(house.council, step=Step.FRAME)
        made = operations.record(ABOUT, minutes=written, actor=house.council_clerk, at=AT)
        assert (made.status, made.body) == (Status.RECORDED, house.council)

    def test_a_body_of_another_municipality_is_held_to_its_own_arrangement(self, house: House):
        other = ARRANGEMENT.replace("GM0001", "GM0002").replace("roefstad", "roefdorp")
        there = body_of(install(other).municipality, "college")
        assert (
            refused(lambda: operations.record(ABOUT, minutes=minutes(there), actor=house.clerk, at=AT))
            == "not_the_clerk"
        )

    def test_a_body_without_a_clerk_cannot_decide_yet(self, house: House):
        body = body_of(house.town, "partner")
        written = minutes(body, step=Step.AREA_COMPONENT)
        assert refused(lambda: prepare(house, body=body, step=Step.AREA_COMPONENT)) == "no_clerk"
        assert refused(lambda: operations.record(ABOUT, minutes=written, actor=house.clerk, at=AT)) == "not_the_clerk"

    def test_a_meeting_before_the_first_arrangement_is_refused(self, house: House):
        written = minutes(house.college, meeting_on=date(2015, 12, 31))
        assert refused(lambda: operations.record(ABOUT, minutes=written, actor=house.clerk, at=AT)) == "no_arrangement"


class TestRecord:
    def test_keeps_what_was_decided_and_puts_the_move_to_publish(self, house: House):
        made = record(house)
        assert (made.status, made.outcome, made.reasons) == ("recorded", "adopted", "Omdat het past.")
        assert (made.subject_kind, made.subject_id, made.meeting_on) == (*ABOUT, MEETING)
        assert open_move() == (
            "college_clerk",
            ("body", house.college.pk),
            "decisions.publish",
            date(2017, 10, 17),
        )
        row = AuditEntry.objects.get(action="decisions.decision.recorded")
        assert (row.actor_id, row.at, row.reason) == (house.clerk.user_id, AT, "")  # what can be forgotten stands once
        assert row.detail["about"] == "budget.allocation_run:5"

    @pytest.mark.parametrize(
        ("meeting_on", "reasons", "key"),
        [
            (date(2017, 10, 3), "Omdat.", "meeting_in_future"),
            (MEETING, "", "no_reasons"),
            (MEETING, " \n", "no_reasons"),
        ],
    )
    def test_refuses_minutes_that_cannot_be(self, house: House, meeting_on: date, reasons: str, key: str):
        written = minutes(house.college, meeting_on=meeting_on, reasons=reasons)
        assert refused(lambda: operations.record(ABOUT, minutes=written, actor=house.clerk, at=AT)) == key

    def test_takes_a_meeting_of_the_same_day(self, house: House):
        written = minutes(house.college, meeting_on=date(2017, 10, 2))
        assert operations.record(ABOUT, minutes=written, actor=house.clerk, at=AT).pk

    def test_is_for_the_clerk_of_that_body_alone(self, house: House):
        written = minutes(house.college)
        others = [house.council_clerk, somebody(Role.EXECUTIVE_MEMBER, house.town, scope=house.college)]
        for actor in others:
            assert refused(partial(operations.record, ABOUT, minutes=written, actor=actor, at=AT)) == "not_the_clerk"

    def test_is_not_for_who_is_no_longer_the_clerk(self, house: House):
        early = AT - timedelta(days=900)
        assert not access.records_for(house.clerk, house.college, on=early.date())
        assert access.records_for(house.clerk, house.college, on=AT.date())

    def test_completes_what_was_on_the_agenda(self, house: House):
        on_agenda = prepare(house)
        assert open_move()[2:] == ("decisions.record", date(2017, 10, 3))
        assert record(house).pk == on_agenda.pk

    @pytest.mark.parametrize("outcome", Outcome)
    def test_after_an_adopted_one_there_is_no_other(self, house: House, outcome: Outcome):
        record(house)
        assert refused(lambda: record(house, outcome=outcome)) == "already_decided"
        assert refused(lambda: prepare(house)) == "already_decided"

    def test_after_a_returned_one_there_is_a_next(self, house: House):
        first = record(house, outcome=Outcome.RETURNED)
        prepare(house)
        second = record(house)
        assert (first.pk != second.pk, second.outcome) == (True, "adopted")

    def test_another_subject_or_step_is_another_decision(self, house: House):
        record(house)
        assert record(house, about=Subject(ABOUT.kind, 6)).pk


STATUS_PAIRS = [(before, after) for before in Status for after in (Status.PUBLISHED, Status.WITHDRAWN)]


class TestTransitions:
    def reach(self, house: House, status: Status) -> Decision:
        if status in {Status.PREPARED, Status.WITHDRAWN}:
            made = prepare(house)
            return self.act(house, made, status) if status is Status.WITHDRAWN else made
        made = record(house)
        return self.act(house, made, status) if status is Status.PUBLISHED else made

    def act(self, house: House, decision: Decision, status: Status) -> Decision:
        if status is Status.PUBLISHED:
            return operations.publish(decision, actor=house.clerk, at=AT)
        return operations.withdraw(decision, reasons="Nog niet rijp.", actor=house.clerk, at=AT)

    @pytest.mark.parametrize(("before", "after"), STATUS_PAIRS)
    def test_follow_the_table(self, house: House, before: Status, after: Status):
        decision = self.reach(house, before)
        if after not in NEXT[before]:
            assert refused(lambda: self.act(house, decision, after)) == "wrong_state"
            return
        made = self.act(house, decision, after)
        assert (made.status, made.published_on) == (after, AT.date() if after is Status.PUBLISHED else None)
        assert OpenMove.objects.exists() is (after not in FINAL)
        assert AuditEntry.objects.filter(action=f"decisions.decision.{after}").count() == 1

    def test_are_for_the_clerk_of_the_body_alone(self, house: House):
        recorded = record(house)
        assert refused(lambda: operations.publish(recorded, actor=house.council_clerk, at=AT)) == "not_the_clerk"
        asked = prepare_other(house)
        assert (
            refused(lambda: operations.withdraw(asked, reasons="x", actor=house.council_clerk, at=AT))
            == "not_the_clerk"
        )

    def test_a_choice_is_not_taken_off_without_a_reason(self, house: House):
        asked = prepare(house)
        assert refused(lambda: operations.withdraw(asked, reasons=" ", actor=house.clerk, at=AT)) == "no_reasons"

    def test_a_choice_that_was_taken_off_can_come_back(self, house: House):
        self.act(house, prepare(house), Status.WITHDRAWN)
        assert prepare(house).pk

    def test_a_stale_copy_of_a_decision_changes_nothing(self, house: House):
        stale = record(house)
        self.act(house, Decision.objects.get(), Status.PUBLISHED)
        assert refused(lambda: self.act(house, stale, Status.PUBLISHED)) == "wrong_state"

    def test_the_moves_are_what_the_rules_say_at_each_step(self, house: House):
        prepare(house)
        call_command("verify_moves")
        made = record(house)
        call_command("verify_moves")
        self.act(house, made, Status.PUBLISHED)
        call_command("verify_moves")
        assert not OpenMove.objects.exists()


def prepare_other(house: House) -> Decision:
    return operations.prepare(
        Subject(ABOUT.kind, 6),
        body=house.college,
        step=Step.CITY_AREA,
        kind=Kind.AGREEMENT,
        meeting_on=MEETING,
        actor=house.clerk,
        at=AT,
    )


class TestAccess:
    def test_only_published_decisions_are_public(self, house: House):
        made = record(house)
        subject = Subject("decisions.decision", made.pk)
        assert not access.public_decisions(house.town).exists()
        assert subjects.labels([subject], NOBODY) == {}
        assert subjects.labels([subject], house.clerk) == {subject: "College van B en W, 26 september 2017"}
        operations.publish(made, actor=house.clerk, at=AT)
        assert access.public_decisions(house.town).get() == made
        assert subjects.labels([subject], NOBODY) == {subject: "College van B en W, 26 september 2017"}

    def test_decisions_of_another_municipality_stay_there(self, house: House):
        operations.publish(record(house), actor=house.clerk, at=AT)
        other = ARRANGEMENT.replace("GM0001", "GM0002").replace("roefstad", "roefdorp")
        assert not access.public_decisions(install(other).municipality).exists()


@pytest.mark.both_engines
class TestConstraints:
    @pytest.mark.parametrize(
        ("columns", "name"),
        [
            ({"outcome": ""}, "recorded_has_outcome"),
            ({"status": "published"}, "published_has_day"),
        ],
    )
    def test_refuse_a_state_without_what_belongs_to_it(self, house: House, columns: dict[str, str], name: str):
        record(house)
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Decision.objects.update(**columns)

    def test_refuse_a_second_decision_on_one_subject(self, house: House):
        made = record(house)
        made.pk = None
        with pytest.raises(IntegrityError), transaction.atomic():
            made.save(force_insert=True)


@pytest.mark.done("2.decisions")
@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
class TestAtOnce:
    @pytest.mark.parametrize("prepared", [False, True])
    @pytest.mark.parametrize("round_", range(3))
    def test_of_two_clerks_one_records_and_the_other_hears_why_not(self, prepared: bool, round_: int):
        house = build_house()
        if prepared:
            prepare(house)
        other = somebody(Role.COLLEGE_CLERK, house.town, scope=house.college)
        written = minutes(house.college)
        answers = at_once(
            *(partial(operations.record, ABOUT, minutes=written, actor=actor, at=AT) for actor in (house.clerk, other))
        )
        assert Decision.objects.get().status == Status.RECORDED
        assert sum(isinstance(answer, Decision) for answer in answers) == 1
        assert [answer.key for answer in answers if isinstance(answer, Refused)] == ["already_decided"]
        assert OpenMove.objects.count() == 1

    def test_of_two_who_publish_one_does(self):
        house = build_house()
        made = record(house)
        answers = at_once(*[lambda: operations.publish(made, actor=house.clerk, at=AT)] * 2)
        assert [answer.key for answer in answers if isinstance(answer, Refused)] == ["wrong_state"]
        assert AuditEntry.objects.filter(action="decisions.decision.published").count() == 1
