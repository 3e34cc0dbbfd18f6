"""Two works measured side by side."""

import time
from collections.abc import Callable


def fastest(*works: Callable[[], object], rounds: int) -> list[float]:
    """The fastest of a few rounds of each, in seconds; taken in turns, so that a busy moment hits both."""
    best = [float("inf")] * len(works)
    for _ in range(rounds):
        for place, work in enumerate(works):
            start = time.perf_counter()
            work()
            best[place] = min(best[place], time.perf_counter() - start)
    return best
