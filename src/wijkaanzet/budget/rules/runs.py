"""How a division comes about: from a first calculation to the decision of the body that divides. Plain Python."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wijkaanzet.kernel.moves import Move, Rest
from wijkaanzet.kernel.working_days import add_days, add_working_days

PROCESS = "budget.allocation_run"


class RunStatus(StrEnum):
    """Stand van de verdeling. Calculated, kept as a variant, advised on, proposed, returned with reasons, decided."""

    DRAFT = "draft"
    KEPT = "kept"
    ADVICE_ASKED = "advice_asked"
    ADVISED = "advised"
    PROPOSED = "proposed"
    RETURNED = "returned"
    DECIDED = "decided"


NEXT: dict[RunStatus, set[RunStatus]] = {
    RunStatus.DRAFT: {RunStatus.KEPT, RunStatus.ADVICE_ASKED, RunStatus.PROPOSED},
    RunStatus.KEPT: {RunStatus.DRAFT},
    RunStatus.ADVICE_ASKED: {RunStatus.ADVISED},
    RunStatus.ADVISED: {RunStatus.PROPOSED, RunStatus.KEPT},
    RunStatus.PROPOSED: {RunStatus.DECIDED, RunStatus.RETURNED},
    RunStatus.RETURNED: {RunStatus.KEPT, RunStatus.ADVICE_ASKED, RunStatus.PROPOSED},
    RunStatus.DECIDED: set(),
}

FINAL = frozenset({RunStatus.DECIDED})
SETTLED = frozenset({RunStatus.KEPT})
"""A variant that is kept waits for nobody; it can be taken up again."""
ON_ITS_WAY = frozenset({RunStatus.ADVICE_ASKED, RunStatus.ADVISED, RunStatus.PROPOSED})
"""Of the divisions of a year one at a time is on its way to a decision."""


@dataclass(frozen=True)
class RunFacts:
    """What the next move is computed from: who proposes, who decides with its clerk, since when, and the terms."""

    municipality_id: int
    proposes: str
    clerk: str
    body_id: int
    since: date
    propose_days: int
    decide_days: int
    advise_days: int


def move(status: RunStatus, facts: RunFacts) -> Move | None:
    """Who proposes works on a draft or a returned one; the clerk records what was decided on a proposal.

    While advice is asked the division rests: the advisers have moves of their own.
    """
    mine = ("municipality", facts.municipality_id)
    match status:
        case RunStatus.DRAFT | RunStatus.RETURNED | RunStatus.ADVISED:
            due_on = add_working_days(facts.since, facts.propose_days)
            return Move(PROCESS, status, facts.proposes, mine, "budget.propose_division", due_on)
        case RunStatus.ADVICE_ASKED:
            rest = Rest("adviser", "", add_days(facts.since, facts.advise_days))
            return Move(PROCESS, status, facts.proposes, mine, "budget.await_advice", None, resting=rest)
        case RunStatus.PROPOSED:
            due_on = add_days(facts.since, facts.decide_days)
            return Move(PROCESS, status, facts.clerk, ("body", facts.body_id), "budget.decide_division", due_on)
        case RunStatus.KEPT | RunStatus.DECIDED:
            return None
