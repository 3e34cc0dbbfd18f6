"""A process that is killed in the middle leaves right books: all of its transaction, or nothing."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import connection, transaction

from tests.budget.ledger_town import AT, YEAR, Town, ledger_is_right, open_town
from tests.helpers.books import books_are_right
from wijkaanzet.budget.models import Account, AllocationRun, Posting
from wijkaanzet.cycle import operations as cycle
from wijkaanzet.decisions.models import Decision
from wijkaanzet.kernel.models import AuditEntry, OpenMove

pytestmark = [pytest.mark.both_engines, pytest.mark.django_db(transaction=True)]
ROOT = Path(__file__).parents[2]
COUNT, AT_COMMIT, TO_THE_END = -1, -2, 0


@pytest.fixture(name="town")
def town_with_money() -> Town:
    """A decided frame, a division that waits for its decision, areas that wait for it, and some money in each."""
    town = open_town()
    town.decided_frame()
    town.proposed_run()
    cycle.start_year(town.division, year=YEAR, actor=town.officer, at=AT)
    cycle.figures_ready(town.division, year=YEAR, actor=town.officer, at=AT)
    for area in range(len(town.areas)):
        town.fund(town.pot(area), 1_000)
    return town


def database_url() -> str:
    """The database of this test, for another process."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["WZ_TEST_DATABASE_URL"])._replace(path=f"/{name}").geturl()


def start(town: Town, what: str, before: int) -> "subprocess.Popen[str]":
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "WZ_TEST_DATABASE_URL": database_url(),
    }
    command = [sys.executable, "-m", "tests.budget.poster", town.municipality.slug, what, str(before)]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def word_of(process: "subprocess.Popen[str]") -> str:
    """What the process says when it is where it was sent; waits for it."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def kill_when_there(town: Town, what: str, before: int) -> None:
    with start(town, what, before) as process:
        assert word_of(process) == "here"
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL or before == AT_COMMIT


def state() -> dict[str, object]:
    """Everything that the transactions of these tests write."""
    return {
        "balances": dict(Account.objects.order_by("name").values_list("name", "balance_cents")),
        "runs": list(AllocationRun.objects.order_by("id").values_list("status", "decision_id")),
        "moves": sorted(OpenMove.objects.values_list("subject_kind", "subject_id", "state", "action")),
        "rows": [model.objects.count() for model in (Posting, Decision, AuditEntry)],
    }


@pytest.mark.done("2.killed-process")
@pytest.mark.done("3.killed")
@pytest.mark.parametrize("what", ["decide", pytest.param("promise", marks=pytest.mark.full)])
def test_killed_between_two_statements_leaves_nothing(town: Town, what: str) -> None:
    with start(town, what, COUNT) as counting:
        statements = int(word_of(counting))
    before = state()
    middle = random.Random(f"{what} {statements}").sample(range(2, statements), 2)
    for moment in (1, *sorted(middle), statements):
        kill_when_there(town, what, moment)
        assert state() == before
        assert books_are_right()
    with start(town, what, TO_THE_END) as finished:
        assert finished.wait() == 0, "whoever comes after a killed one can go on"
    assert state() != before
    assert books_are_right()


@pytest.mark.done("2.killed-process")
def test_killed_around_its_commit_leaves_all_or_nothing(town: Town) -> None:
    """Here nobody holds the process still: sometimes the kill wins, sometimes the commit."""
    for _ in range(3):
        before = Posting.objects.count()
        kill_when_there(town, "promise", AT_COMMIT)
        with transaction.atomic(), connection.cursor() as cursor:
            # PostgreSQL may still be finishing the commit of the process that died; this waits for it.
            cursor.execute("SELECT 1" if connection.vendor == "sqlite" else "LOCK TABLE budget_posting")
        added = Posting.objects.count() - before
        assert added in (0, 3 * len(town.areas))
        assert ledger_is_right()
