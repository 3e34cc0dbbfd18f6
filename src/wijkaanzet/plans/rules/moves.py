"""Whose move a plan is, and an edition that was handed in. Plain Python.

Only paid roles have a term here: who writes along is asked by the coordinator, and is never late.
"""

from dataclasses import dataclass
from datetime import date

from wijkaanzet.kernel.moves import Move, Rest
from wijkaanzet.kernel.working_days import add_days, add_working_days
from wijkaanzet.networks.rules.meetings import WITH_THE_NETWORK
from wijkaanzet.plans.rules.plans import EDITION, FINAL_EDITION, PLAN, EditionStatus, PlanStatus

COORDINATOR = "coordinator"
WRITE_AGAIN = "plans.write_again"


@dataclass(frozen=True)
class PlanTerms:
    """How long what may take: to write and to decide in days, to hand in what is agreed in working days."""

    write_days: int
    answer_days: int
    decide_days: int


@dataclass(frozen=True)
class PlanFacts:
    """What the next move is computed from: over what its coordinator holds the role, who decides, and since when.

    `returned` is whether the edition before came back, so that it is written with its reasons at hand.
    """

    scope: tuple[str, int]
    clerk: str
    since: date
    terms: PlanTerms
    rest_why: str = ""
    look_again_on: date | None = None
    returned: bool = False


@dataclass(frozen=True)
class EditionFacts:
    """Of an edition: who records for the body that decides, and how many days that may take."""

    body_id: int
    clerk: str
    since: date
    decide_days: int


def move(status: PlanStatus, facts: PlanFacts) -> Move | None:
    """The coordinator writes with the network, hands in what is agreed, and lets the network look back.

    While an edition lies with the body that decides the plan rests; the clerk has the move of the edition.
    """
    since, terms = facts.since, facts.terms
    match status:
        case PlanStatus.WRITING:
            action = WRITE_AGAIN if facts.returned else "plans.write"
            return _coordinator(facts, status, action, due_on=add_days(since, terms.write_days))
        case PlanStatus.RESTING:
            rest = Rest(WITH_THE_NETWORK, facts.rest_why, facts.look_again_on or since)
            return _coordinator(facts, status, "plans.take_up", rest=rest)
        case PlanStatus.AGREED:
            return _coordinator(facts, status, "plans.submit", due_on=add_working_days(since, terms.answer_days))
        case PlanStatus.SUBMITTED:
            rest = Rest(facts.clerk, "", add_days(since, terms.decide_days))
            return _coordinator(facts, status, "plans.await_decision", rest=rest)
        case PlanStatus.ADOPTED:
            rest = Rest(WITH_THE_NETWORK, "", facts.look_again_on or since)
            return _coordinator(facts, status, "plans.look_back", rest=rest)
        case PlanStatus.ENDED:
            return None


def edition_move(status: EditionStatus, facts: EditionFacts) -> Move | None:
    """The clerk of the body that decides writes down what it decided."""
    if status in FINAL_EDITION:
        return None
    due_on = add_days(facts.since, facts.decide_days)
    return Move(EDITION, status, facts.clerk, ("body", facts.body_id), "plans.decide", due_on)


def _coordinator(
    facts: PlanFacts, status: PlanStatus, action: str, *, due_on: date | None = None, rest: Rest | None = None
) -> Move:
    return Move(PLAN, status, COORDINATOR, facts.scope, action, due_on, resting=rest)
