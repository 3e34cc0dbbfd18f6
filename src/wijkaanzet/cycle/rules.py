"""The year of an area: its steps, where it stands, and whose move it is. Plain Python."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wijkaanzet.kernel.moves import Move
from wijkaanzet.kernel.working_days import add_days

PROCESS = "cycle.area_year"


class Step(StrEnum):
    """Stap van het jaar. The eight steps of the wheel, in their order."""

    SCAN = "scan"
    BUDGET = "budget"
    PLAN = "plan"
    DO = "do"
    FOLLOW = "follow"
    MAKE_SENSE = "make_sense"
    ACCOUNT = "account"
    DECIDE = "decide"


class AreaYearStatus(StrEnum):
    """Stand van het wijkjaar. How far the year of an area has come."""

    FIGURES = "figures"
    BUDGET = "budget"
    PLAN_OPENED = "plan_opened"


NEXT: dict[AreaYearStatus, set[AreaYearStatus]] = {
    AreaYearStatus.FIGURES: {AreaYearStatus.BUDGET},
    AreaYearStatus.BUDGET: {AreaYearStatus.PLAN_OPENED},
    AreaYearStatus.PLAN_OPENED: set(),
}

FINAL = frozenset({AreaYearStatus.PLAN_OPENED})

STEP_OF = {
    AreaYearStatus.FIGURES: Step.SCAN,
    AreaYearStatus.BUDGET: Step.BUDGET,
    AreaYearStatus.PLAN_OPENED: Step.PLAN,
}


@dataclass(frozen=True)
class AreaYearFacts:
    """What the next move is computed from: where, since when, whether the money is decided, and the term."""

    municipality_id: int
    area_id: int
    since: date
    money_decided: bool
    begin_days: int


def move(status: AreaYearStatus, facts: AreaYearFacts) -> Move | None:
    """The policy officer brings figures and prepares the money; once it is decided the coordinator opens the plan."""
    due_on = add_days(facts.since, facts.begin_days)
    city, area = ("municipality", facts.municipality_id), ("area", facts.area_id)
    match status:
        case AreaYearStatus.FIGURES:
            return Move(PROCESS, status, "policy_officer", city, "cycle.bring_figures", due_on)
        case AreaYearStatus.BUDGET if not facts.money_decided:
            return Move(PROCESS, status, "policy_officer", city, "cycle.prepare_money", due_on)
        case AreaYearStatus.BUDGET:
            return Move(PROCESS, status, "coordinator", area, "cycle.open_plan", due_on)
        case AreaYearStatus.PLAN_OPENED:
            return None
