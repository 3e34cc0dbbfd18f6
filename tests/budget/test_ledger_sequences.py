"""In whatever order money moves: the balances are those of a second, simple bookkeeping, and none is below zero."""

import csv
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.budget.ledger_town import AT, YEAR, Town, ledger_is_right, open_town
from wijkaanzet.budget import operations
from wijkaanzet.budget.models import Account, Posting
from wijkaanzet.budget.rules import ledger
from wijkaanzet.kernel.refusals import Refused

PAGE = Path(__file__).parents[2] / "docs" / "algorithms" / "ledger.md"
FUNDED = 1_000

ACTS: dict[str, tuple[str, str, Callable[..., Posting]]] = {
    "commit": ("area", "committed", operations.commit),
    "pay": ("committed", "paid", operations.pay),
    "determine": ("paid", "determined", operations.determine),
    "reclaim": ("paid", "reclaimed", operations.reclaim),
    "release": ("committed", "freed", operations.release),
    "release_reclaim": ("reclaimed", "freed", operations.release),
}
"""What each act takes from and adds to, said a second time and apart from the code."""

steps = st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 1), st.integers(1, 2), st.integers(1, 700))


@pytest.fixture(name="town")
def small_town(db: None) -> Town:
    return open_town(areas=2)


def do(town: Town, name: str, area: int, number: int, cents: int) -> bool:
    """Whether the product did it."""
    owed = ledger.reclaimed(YEAR, town.holder.id)
    origin = owed if name == "release_reclaim" else town.pot(area)
    try:
        ACTS[name][2](origin, cents=cents, purpose=town.purpose(number), actor=town.officer, at=AT)
    except Refused as refused:
        if refused.key != "not_enough_money":
            raise
        return False
    return True


def place(stage: str, area: int, number: int) -> tuple[object, ...]:
    """Where the second bookkeeping keeps money: by area, by area and purpose, or all together."""
    if stage in ("freed", "reclaimed"):
        return (stage,)
    return (stage, area) if stage == "area" else (stage, area, number)


@pytest.mark.both_engines
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(steps, max_size=15))
def test_any_sequence_keeps_the_books(town: Town, sequence: list[tuple[str, int, int, int]]) -> None:
    with transaction.atomic():
        books: Counter[tuple[object, ...]] = Counter({("area", area): FUNDED for area in range(2)})
        for area in range(2):
            town.fund(town.pot(area), FUNDED)
        for name, area, number, cents in sequence:
            origin, destination = (place(stage, area, number) for stage in ACTS[name][:2])
            fits = books[origin] >= cents
            assert do(town, name, area, number, cents) is fits
            if fits:
                books[origin] -= cents
                books[destination] += cents
        kept = Counter(Account.objects.exclude(kind="source").values_list("kind", "balance_cents"))
        assert Counter({key: n for key, n in kept.items() if key[1]}) == Counter(
            (stage, cents) for (stage, *_), cents in books.items() if cents
        )
        assert not Account.objects.exclude(kind="source").filter(balance_cents__lt=0).exists()
        assert ledger_is_right()
        transaction.set_rollback(True)


def block(name: str) -> list[dict[str, str]]:
    """The rows of the fenced block with this name."""
    (found,) = re.findall(rf"^```csv {name}\n(.*?)^```$", PAGE.read_text(), re.DOTALL | re.MULTILINE)
    return list(csv.DictReader(found.splitlines()))


@pytest.mark.done("2.ledger")
def test_the_example_of_the_page_has_its_outcome(town: Town) -> None:
    town.fund(town.pot(), 100_000)
    for step in block("steps"):
        assert do(town, step["step"], 0, 1, int(step["cents"]))
    written = {
        re.sub(r"^(\w+):7:", rf"\1:{town.holder.id}:", row["account"]): int(row["cents"]) for row in block("balances")
    }
    assert dict(Account.objects.values_list("name", "balance_cents")) == written
