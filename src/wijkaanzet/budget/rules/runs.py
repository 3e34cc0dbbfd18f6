"""How a division comes about: from a first calculation to the decision of the body that divides. Plain Python."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wijkaanzet.kernel.moves import Move
from wijkaanzet.kernel.working_days import add_days, add_working_days

PROCESS = "budget.allocation_run"


class RunStatus(StrEnum):
    """Stand van de verdeling. Calculated, proposed, returned with reasons, or decided."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    RETURNED = "returned"
    DECIDED = "decided"


NEXT: dict[RunStatus, set[RunStatus]] = {
    RunStatus.DRAFT: {RunStatus.PROPOSED},
    RunStatus.PROPOSED: {RunStatus.DECIDED, RunStatus.RETURNED},
    RunStatus.RETURNED: {RunStatus.PROPOSED},
    RunStatus.DECIDED: set(),
}

FINAL = frozenset({RunStatus.DECIDED})


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


def move(status: RunStatus, facts: RunFacts) -> Move | None:
    """Who proposes works on a draft or a returned one; the clerk records what was decided on a proposal."""
    match status:
        case RunStatus.DRAFT | RunStatus.RETURNED:
            due_on = add_working_days(facts.since, facts.propose_days)
            scope = ("municipality", facts.municipality_id)
            return Move(PROCESS, status, facts.proposes, scope, "budget.propose_division", due_on)
        case RunStatus.PROPOSED:
            due_on = add_days(facts.since, facts.decide_days)
            return Move(PROCESS, status, facts.clerk, ("body", facts.body_id), "budget.decide_division", due_on)
        case RunStatus.DECIDED:
            return None
