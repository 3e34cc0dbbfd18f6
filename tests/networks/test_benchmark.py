"""The benchmark of five hundred networks, at a hundredth of its size: it refuses what asks or reads more."""

import pytest

from benchmarks.networks import LIMIT, run
from tools.bench import too_slow

PAGES = {
    "table of a network",
    "table of a plan",
    "plan for everybody",
    "your move, coordinator",
    "your move, policy officer",
}


@pytest.mark.full
@pytest.mark.done("6.benchmark-500-networks")
def test_every_page_asks_as_much_as_with_one_small_network_and_reads_at_most_a_page_more():
    rows = run(0.01)
    assert {name.rpartition(", ")[0].rpartition(", ")[0] for name, _ours, _bare, _limit in rows} == PAGES
    assert all(limit == LIMIT and min(ours, bare) > 0 for _name, ours, bare, limit in rows)
    assert too_slow([("too slow", 16.0, 10.0, LIMIT), ("in time", 15.0, 10.0, LIMIT)], 1.0) == ["too slow"]
