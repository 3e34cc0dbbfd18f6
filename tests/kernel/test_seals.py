"""A seal notices whatever is done to the sealed part of the audit log, by somebody who can lift the triggers."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event, Thread
from time import monotonic

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from tests.conftest import AT
from tests.factories import at_once
from wijkaanzet.kernel import audit, seals
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.append_only import create_sql, drop_sql
from wijkaanzet.kernel.models import AuditEntry, AuditSeal
from wijkaanzet.kernel.subjects import Subject

SYSTEM = Actor(user_id=None, channel=Channel.JOB)


def write(number: int = 1) -> AuditEntry:
    return audit.record("proef.a", subject=Subject("proef", number), actor=SYSTEM, at=AT, municipality=None)


@contextmanager
def triggers_lifted() -> Iterator[None]:
    """What somebody can do who owns the database."""
    tables = ("kernel_auditentry", "kernel_auditseal")
    with connection.cursor() as cursor:
        for table in tables:
            for statement in drop_sql(table, vendor=connection.vendor):
                cursor.execute(statement)
        yield
        for table in tables:
            for statement in create_sql(table, vendor=connection.vendor):
                cursor.execute(statement)


@pytest.mark.django_db
class TestSeal:
    def test_covers_everything_up_to_now(self):
        rows = [write(n) for n in range(3)]
        made = seals.seal(at=AT)
        assert made is not None
        assert (made.last_id, made.rows, made.previous) == (rows[-1].pk, 3, None)

    def test_follows_the_one_before(self):
        write()
        first = seals.seal(at=AT)
        write()
        second = seals.seal(at=AT)
        assert first is not None
        assert second is not None
        assert (second.previous, second.first_id, second.rows) == (first, first.last_id + 1, 1)
        assert second.hash != first.hash

    def test_is_not_made_when_there_is_nothing_new(self):
        assert seals.seal(at=AT) is None
        write()
        seals.seal(at=AT)
        assert seals.seal(at=AT) is None
        assert AuditSeal.objects.count() == 1

    def test_command_says_what_it_did(self, capsys: pytest.CaptureFixture[str]):
        write()
        call_command("seal_audit")
        call_command("seal_audit")
        call_command("verify_audit")
        assert capsys.readouterr().out.splitlines() == [
            "audit: sealed 1 entries",
            "audit: nothing new to seal",
            "audit: every seal fits",
        ]


def change_moment(entries: list[AuditEntry]) -> None:
    AuditEntry.objects.filter(pk=entries[0].pk).update(at=AT + timedelta(microseconds=1))


def change_action(entries: list[AuditEntry]) -> None:
    AuditEntry.objects.filter(pk=entries[0].pk).update(action="proef.b")


def change_result(entries: list[AuditEntry]) -> None:
    AuditEntry.objects.filter(pk=entries[0].pk).update(result="refused")


def remove(entries: list[AuditEntry]) -> None:
    AuditEntry.objects.filter(pk=entries[1].pk).delete()


def insert(id_: int) -> None:
    """An entry with an id of choice; nothing forbids to add."""
    AuditEntry.objects.bulk_create(
        [AuditEntry(pk=id_, at=AT, action="proef.a", subject_kind="proef", subject_id=1, result="done", channel="job")]
    )


@pytest.mark.done("2.audit")
@pytest.mark.both_engines
@pytest.mark.django_db
class TestVerify:
    @pytest.fixture
    def entries(self) -> list[AuditEntry]:
        """Two sealed ranges of three entries each."""
        rows = [write(n) for n in range(3)]
        seals.seal(at=AT)
        rows += [write(n) for n in range(3, 6)]
        seals.seal(at=AT)
        return rows

    def test_finds_nothing_in_an_honest_log(self, entries: list[AuditEntry]):
        assert list(seals.broken_seals()) == []
        write()
        assert list(seals.broken_seals()) == []

    @pytest.mark.parametrize("tamper", [change_moment, change_action, change_result])
    def test_finds_a_changed_entry(self, entries: list[AuditEntry], tamper: Callable[[list[AuditEntry]], None]):
        with triggers_lifted():
            tamper(entries)
        (found,) = seals.broken_seals()
        assert "was changed" in found

    def test_finds_a_removed_entry(self, entries: list[AuditEntry]):
        with triggers_lifted():
            remove(entries)
        (found,) = seals.broken_seals()
        assert "3 entries were sealed, 2 are there" in found

    def test_finds_an_entry_that_was_put_between(self):
        insert(1000)
        insert(1010)  # ids have gaps: of transactions that were rolled back
        seals.seal(at=AT)
        insert(1005)
        (found,) = seals.broken_seals()
        assert "2 entries were sealed, 3 are there" in found

    def test_finds_a_seal_that_was_taken_out_of_the_chain(self, entries: list[AuditEntry]):
        first, second = AuditSeal.objects.order_by("id")
        with triggers_lifted():
            AuditSeal.objects.filter(pk=second.pk).update(previous=None)
            AuditSeal.objects.filter(pk=first.pk).delete()
        found = list(seals.broken_seals())
        assert found[0] == f"seal {second.pk}: the chain is cut before entry {second.first_id}"

    def test_finds_a_seal_that_was_made_anew_over_less(self, entries: list[AuditEntry]):
        second = AuditSeal.objects.order_by("id").last()
        assert second is not None
        with triggers_lifted():
            AuditSeal.objects.filter(pk=second.pk).update(first_id=second.first_id + 1)
        assert "the chain is cut" in next(seals.broken_seals())

    def test_the_command_fails_with_a_sentence(self, entries: list[AuditEntry]):
        with triggers_lifted():
            remove(entries)
        with pytest.raises(CommandError, match="3 entries were sealed, 2 are there"):
            call_command("verify_audit")

    @pytest.mark.parametrize(("model", "what"), [(AuditSeal, "seals"), (AuditEntry, "entries")])
    def test_the_command_misses_a_table_that_was_emptied(
        self, entries: list[AuditEntry], model: type[AuditEntry | AuditSeal], what: str
    ):
        assert list(seals.missing_rows()) == []
        with triggers_lifted(), connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {model._meta.db_table}")
        with pytest.raises(CommandError, match=f"{what} were numbered, none is there"):
            call_command("verify_audit")

    @pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL does not take numbers back")
    def test_the_command_misses_the_newest_entry(self, entries: list[AuditEntry]):
        newest = write()
        with triggers_lifted():
            newest.delete()
        with pytest.raises(CommandError, match="were taken away"):
            call_command("verify_audit")


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
class TestAtOnce:
    def test_sealers_at_once_make_one_chain(self):
        for round_ in range(3):
            write(round_)
            answers = at_once(*(lambda: seals.seal(at=AT) for _ in range(4)))
            assert not [answer for answer in answers if isinstance(answer, Exception)]
            assert sum(answer is not None for answer in answers) == 1
        assert list(seals.broken_seals()) == []

    def test_writers_at_once_are_all_sealed_and_nothing_breaks(self):
        def work(number: int) -> None:
            for _ in range(5):
                write(number)
                seals.seal(at=AT)

        answers = at_once(*(lambda number=number: work(number) for number in range(4)))
        assert answers == [None] * 4
        seals.seal(at=AT)
        assert sum(AuditSeal.objects.values_list("rows", flat=True)) == AuditEntry.objects.count() == 20
        assert list(seals.broken_seals()) == []

    @pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
    def test_an_entry_with_a_lower_id_that_commits_later_is_not_sealed_over(self):
        written, may_commit = Event(), Event()

        def write_slowly() -> None:
            with transaction.atomic():
                write(1)  # takes its id here
                written.set()
                may_commit.wait(timeout=30)

        with in_the_background(write_slowly):
            assert written.wait(timeout=30)
            write(2)  # a higher id, committed first
            with in_the_background(lambda: seals.seal(at=AT)):
                wait_until_somebody_waits_for("kernel_auditentry")
                sealed_too_early = AuditSeal.objects.exists()
                may_commit.set()
        assert not sealed_too_early
        assert AuditSeal.objects.get().rows == 2
        assert list(seals.broken_seals()) == []


@contextmanager
def in_the_background(act: Callable[[], object]) -> Iterator[None]:
    """The act runs beside the block, on a connection of its own, and has ended after it."""

    def run() -> None:
        try:
            act()
        finally:
            connection.close()

    thread = Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        thread.join(timeout=30)


def wait_until_somebody_waits_for(table: str) -> None:
    """Until the server says that a lock on the table was asked for and not given."""
    asked = "SELECT 1 FROM pg_locks JOIN pg_class ON pg_class.oid = relation WHERE relname = %s AND NOT granted"
    until = monotonic() + 30
    with connection.cursor() as cursor:
        while monotonic() < until:
            cursor.execute(asked, [table])
            if cursor.fetchone():
                return
    raise AssertionError(f"nobody waited for {table}")
