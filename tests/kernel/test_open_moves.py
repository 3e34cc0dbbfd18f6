"""Open moves are rows that agree with the rules; whatever else is found there has a name."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from tests.conftest import AT
from tests.factories import MunicipalityFactory
from wijkaanzet.kernel import moves, open_moves
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import AuditEntry, Municipality, OpenMove
from wijkaanzet.kernel.moves import Move, Process, Standing, UnfitMove
from wijkaanzet.kernel.subjects import Subject

KIND = "proef.dossier"
DAY = date(2018, 1, 8)
SYSTEM = Actor(None, Channel.COMMAND)
pytestmark = pytest.mark.django_db


class Status(StrEnum):
    OPEN = "open"
    KEPT = "kept"
    DONE = "done"


@dataclass(frozen=True)
class Facts:
    role: str = "controller"
    due_on: date = DAY


def move(status: Status, facts: Facts) -> Move | None:
    if status is not Status.OPEN:
        return None
    return Move(KIND, status, facts.role, ("municipality", 1), "proef.kijk", facts.due_on)


@pytest.fixture
def municipality() -> Municipality:
    return MunicipalityFactory.create()


@pytest.fixture
def standings(municipality: Municipality) -> list[Standing]:
    """Where the subjects of the process stand: one that waits."""
    return [Standing(1, municipality.pk, Status.OPEN, Facts())]


@pytest.fixture
def process(standings: list[Standing], monkeypatch: pytest.MonkeyPatch) -> Process:
    """The only process there is."""
    process = Process(
        kind=KIND,
        states=Status,
        final=frozenset({Status.DONE}),
        transitions={Status.OPEN: {Status.KEPT}, Status.KEPT: {Status.DONE}, Status.DONE: set()},
        settled=frozenset({Status.KEPT}),
        move=move,
        standings=lambda: standings,
    )
    monkeypatch.setattr(moves, "PROCESSES", {KIND: process})
    return process


def put(municipality: Municipality, id_: int = 1, **changes: object) -> None:
    made = move(Status.OPEN, Facts())
    assert made is not None
    open_moves.put(replace(made, **changes), subject=Subject(KIND, id_), municipality=municipality)  # type: ignore[arg-type]  # a test names any field


class TestPut:
    def test_stores_every_field(self, municipality: Municipality):
        put(municipality)
        row = OpenMove.objects.get()
        assert (row.municipality, row.subject_kind, row.subject_id, row.state) == (municipality, KIND, 1, "open")
        assert (row.role, row.scope_kind, row.scope_id, row.action) == ("controller", "municipality", 1, "proef.kijk")
        assert (row.due_on, row.lapses_on, row.falls_back_to, row.rest_look_again_on) == (DAY, None, "", None)

    def test_replaces_the_move_before(self, municipality: Municipality):
        put(municipality)
        rest = moves.Rest("controller", "wacht op cijfers", DAY)
        put(municipality, due_on=None, resting=rest)
        row = OpenMove.objects.get()
        assert (row.due_on, row.rest_who, row.rest_why, row.rest_look_again_on) == (
            None,
            "controller",
            "wacht op cijfers",
            DAY,
        )

    def test_leaves_the_moves_of_others_alone(self, municipality: Municipality):
        put(municipality, 1)
        put(municipality, 2)
        assert OpenMove.objects.count() == 2

    def test_refuses_a_term_for_somebody_who_is_invited(self, municipality: Municipality):
        with pytest.raises(UnfitMove):
            put(municipality, role="volunteer")
        assert not OpenMove.objects.exists()

    def test_close_takes_the_one_move_away(self, municipality: Municipality):
        put(municipality, 1)
        put(municipality, 2)
        open_moves.close(Subject(KIND, 1))
        assert [row.subject_id for row in OpenMove.objects.all()] == [2]

    def test_follow_puts_what_the_rule_says_and_closes_at_the_end(self, municipality: Municipality, process: Process):
        open_moves.follow(
            Standing(1, municipality.pk, Status.OPEN, Facts()), process=process, municipality=municipality
        )
        assert OpenMove.objects.get().due_on == DAY
        open_moves.follow(
            Standing(1, municipality.pk, Status.DONE, Facts()), process=process, municipality=municipality
        )
        assert not OpenMove.objects.exists()

    def test_follow_all_writes_only_what_is_not_so_yet(
        self,
        municipality: Municipality,
        process: Process,
        django_assert_num_queries: DjangoAssertNumQueries,
    ):
        ahead = [Standing(id_, municipality.pk, Status.OPEN, Facts()) for id_ in range(1, 9)]
        open_moves.follow_all(ahead, process=process, municipality=municipality)
        assert OpenMove.objects.count() == 8
        with django_assert_num_queries(1):
            open_moves.follow_all(ahead, process=process, municipality=municipality)
        done = replace(ahead[0], state=Status.DONE)
        open_moves.follow_all([done, *ahead[1:]], process=process, municipality=municipality)
        assert sorted(OpenMove.objects.values_list("subject_id", flat=True)) == list(range(2, 9))


@pytest.mark.both_engines
class TestConstraints:
    @pytest.mark.parametrize(
        "columns",
        [
            {"due_on": None},
            {"lapses_on": DAY},
            {"rest_look_again_on": DAY},
            {"due_on": None, "lapses_on": DAY},
            {"due_on": None, "lapses_on": DAY, "rest_look_again_on": DAY},
        ],
    )
    def test_refuse_a_row_that_is_no_term_invitation_or_rest(
        self, municipality: Municipality, columns: dict[str, date | None]
    ):
        put(municipality)
        with pytest.raises(IntegrityError), transaction.atomic():
            OpenMove.objects.update(**columns)

    def test_refuse_a_second_move_of_one_subject(self, municipality: Municipality):
        put(municipality)
        row = OpenMove.objects.get()
        row.pk = None
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save(force_insert=True)


@pytest.mark.done("2.moves")
class TestVerify:
    @pytest.fixture(autouse=True)
    def one_open_move(self, municipality: Municipality, process: Process) -> None:
        put(municipality)

    def test_says_that_all_is_well(self, capsys: pytest.CaptureFixture[str]):
        call_command("verify_moves")
        assert capsys.readouterr().out == "moves: every stored move is what the rules say\n"

    @pytest.mark.parametrize(
        ("columns", "names"),
        [
            ({"state": "done"}, "state"),
            ({"role": "auditor"}, "role"),
            ({"scope_kind": "body", "scope_id": 8}, "scope_kind, scope_id"),
            ({"action": "proef.teken"}, "action"),
            ({"due_on": date(2018, 1, 9)}, "due_on"),
            ({"due_on": None, "lapses_on": DAY, "falls_back_to": "x"}, "due_on, lapses_on, falls_back_to"),
            (
                {"due_on": None, "rest_who": "x", "rest_why": "y", "rest_look_again_on": DAY},
                "due_on, rest_who, rest_why, rest_look_again_on",
            ),
        ],
    )
    def test_finds_a_changed_field(self, columns: dict[str, object], names: str):
        OpenMove.objects.update(**columns)
        assert list(open_moves.differences()) == [f"{KIND} 1 (open): other {names}"]

    def test_finds_a_move_of_another_municipality(self):
        OpenMove.objects.update(municipality=MunicipalityFactory.create())
        assert list(open_moves.differences()) == [f"{KIND} 1 (open): other municipality"]

    def test_finds_a_missing_move(self):
        OpenMove.objects.all().delete()
        assert list(open_moves.differences()) == [f"{KIND} 1 (open): waits for nobody, should wait for controller"]

    def test_finds_a_move_of_what_waits_for_nobody(self, standings: list[Standing], municipality: Municipality):
        standings[0] = Standing(1, municipality.pk, Status.DONE, Facts())
        assert list(open_moves.differences()) == [f"{KIND} 1 (done): waits for controller, should wait for nobody"]

    def test_finds_a_move_of_what_is_settled(self, standings: list[Standing], municipality: Municipality):
        standings[0] = Standing(1, municipality.pk, Status.KEPT, Facts())
        assert list(open_moves.differences()) == [f"{KIND} 1 (kept): waits for controller, should wait for nobody"]

    def test_what_is_settled_waits_for_nobody(self, standings: list[Standing], municipality: Municipality):
        standings[0] = Standing(1, municipality.pk, Status.KEPT, Facts())
        OpenMove.objects.all().delete()
        assert not list(open_moves.differences())

    def test_finds_a_move_of_something_that_is_not_there(self, standings: list[Standing]):
        standings.clear()
        assert list(open_moves.differences()) == [f"{KIND} 1: a move is stored of something that is not there"]

    def test_finds_a_move_of_a_process_that_nobody_owns(self):
        OpenMove.objects.update(subject_kind="oud.dossier")
        assert list(open_moves.differences()) == [
            f"{KIND} 1 (open): waits for nobody, should wait for controller",
            "oud.dossier 1: nobody owns this process",
        ]

    def test_the_command_fails_with_every_difference(self):
        OpenMove.objects.update(role="auditor", due_on=date(2018, 1, 9))
        with pytest.raises(CommandError, match="other role, due_on"):
            call_command("verify_moves")


class TestRepair:
    def test_stores_what_the_rules_say_and_writes_it_down(
        self, process: Process, standings: list[Standing], municipality: Municipality
    ):
        other = MunicipalityFactory.create()
        standings[:] = [
            Standing(1, municipality.pk, Status.OPEN, Facts()),
            Standing(2, municipality.pk, Status.DONE, Facts()),
            Standing(3, municipality.pk, Status.OPEN, Facts()),
        ]
        put(municipality)
        row = OpenMove.objects.get()
        OpenMove.objects.update(role="auditor", municipality=other)
        for number in (2, 4):
            row.pk, row.subject_id = None, number
            row.save(force_insert=True)
        wrong = list(open_moves.differences())
        assert open_moves.repair(actor=SYSTEM, at=AT) == wrong
        assert len(wrong) == 4
        assert list(open_moves.differences()) == []
        log = AuditEntry.objects.order_by("id").values_list("action", "subject_kind", "subject_id", "municipality_id")
        assert list(log) == [(open_moves.REPAIRED, KIND, number, municipality.pk) for number in (1, 2, 3, 4)]
        assert AuditEntry.objects.earliest("id").detail == {"was": "other role, municipality"}
        assert set(AuditEntry.objects.values_list("at", "channel")) == {(AT, "command")}

    def test_leaves_what_is_right_and_what_nobody_owns(self, process: Process, municipality: Municipality):
        put(municipality)
        row = OpenMove.objects.get()
        row.pk, row.subject_kind = None, "oud.dossier"
        row.save(force_insert=True)
        before = list(OpenMove.objects.order_by("id").values())
        assert open_moves.repair(actor=SYSTEM, at=AT) == []
        assert list(OpenMove.objects.order_by("id").values()) == before
        assert not AuditEntry.objects.exists()

    def test_by_command_says_what_was_wrong(
        self, process: Process, municipality: Municipality, capsys: pytest.CaptureFixture[str]
    ):
        put(municipality)
        OpenMove.objects.update(role="auditor")
        call_command("verify_moves", "--repair")
        assert capsys.readouterr().out.splitlines() == [
            f"repaired: {KIND} 1 (open): other role", "moves: every stored move is what the rules say",
        ]  # fmt: skip
        call_command("verify_moves")
