"""A process to kill: starts one transaction of many postings and, before the statement it was told, says so and waits.

Started by test_killed_process with: town slug, what to do, and the number of the statement; -1 counts and rolls back,
-2 runs on and says so just before the commit.
"""

import sys
from collections.abc import Callable
from contextlib import ExitStack

import django

django.setup()

from django.db import connection, transaction  # noqa: E402 - Django first

from tests.budget.ledger_town import AT, Town, town_again  # noqa: E402
from wijkaanzet.budget.models import AllocationRun  # noqa: E402
from wijkaanzet.cycle import operations as cycle  # noqa: E402
from wijkaanzet.decisions.rules import Step  # noqa: E402

Execute = Callable[[str, object, bool, dict[str, object]], object]


class Stop:
    """Counts statements, and holds the process still before one of them until it is killed."""

    def __init__(self, before: int) -> None:
        self.before, self.seen = before, 0

    def __call__(self, execute: Execute, sql: str, params: object, many: bool, context: dict[str, object]) -> object:
        self.seen += 1
        if self.seen == self.before:
            say("here")
            sys.stdin.read()
        return execute(sql, params, many, context)


def say(word: object) -> None:
    """One line to the test that waits for it."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def act(town: Town, what: str) -> None:
    """Decide the division that lies before the executive, or promise money of every area."""
    if what == "decide":
        run = AllocationRun.objects.get(municipality=town.municipality, status="proposed")
        cycle.decide_division(run, minutes=town.minutes(Step.CITY_AREA), actor=town.college_clerk, at=AT)
        return
    for area in range(len(town.areas)):
        for number in range(3):
            town.commit(town.pot(area), 10, number)


def main(slug: str, what: str, before: int) -> None:
    """Act in one transaction, the way the test wants it to end."""
    town, stop = town_again(slug), Stop(before)
    with ExitStack() as stack:
        stack.enter_context(transaction.atomic())
        stack.enter_context(connection.execute_wrapper(stop))
        act(town, what)
        if before == -1:
            transaction.set_rollback(True)
            say(stop.seen)
        elif before == -2:
            say("here")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
