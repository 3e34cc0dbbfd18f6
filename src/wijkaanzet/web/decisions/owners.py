"""Who decides on what: for each kind of subject the operation of its owner, which records and acts on the outcome.

`decisions` calls nobody above it, so the clerk's form goes to the owner, and the owner asks `decisions` to record.
"""

from collections.abc import Callable, Mapping

from wijkaanzet.budget import operations as budget
from wijkaanzet.budget.rules import frames, runs
from wijkaanzet.cycle import operations as cycle

OWNERS: Mapping[str, Callable[..., object]] = {
    frames.PROCESS: budget.decide_frame,
    runs.PROCESS: cycle.decide_division,
}
"""Each takes the subject, and by name `minutes`, `actor` and `at`."""
