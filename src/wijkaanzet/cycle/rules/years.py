"""The year of an area: its steps, where it stands, and whose move it is. Plain Python."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from wijkaanzet.arrangements.rules import Step
from wijkaanzet.kernel.moves import Move, Rest
from wijkaanzet.kernel.working_days import add_days
from wijkaanzet.people.rules import INVITED

PROCESS = "cycle.area_year"
AWAIT_DIVISION = "cycle.await_division"
"""What a year waits for while a division of its money goes to a decision: that division has the move."""
START_WITHIN = timedelta(days=365)
"""How far from the day on which the plan is opened a network may start, before it or after it."""


class AreaYearStatus(StrEnum):
    """Stand van het wijkjaar. How far the year of an area has come."""

    FIGURES = "figures"
    BUDGET = "budget"
    PLAN_OPENED = "plan_opened"
    PLANNED = "planned"


NEXT: dict[AreaYearStatus, set[AreaYearStatus]] = {
    AreaYearStatus.FIGURES: {AreaYearStatus.BUDGET},
    AreaYearStatus.BUDGET: {AreaYearStatus.PLAN_OPENED, AreaYearStatus.FIGURES},  # back when figures are taken back
    AreaYearStatus.PLAN_OPENED: {AreaYearStatus.PLANNED},
    AreaYearStatus.PLANNED: set(),
}

FINAL = frozenset({AreaYearStatus.PLANNED})
SETTLED = frozenset({AreaYearStatus.PLAN_OPENED})
"""Here the year itself waits for nobody: the plan of the network has the move, then the decision on it until that is
made known."""

STEP_OF = {
    AreaYearStatus.FIGURES: Step.SCAN,
    AreaYearStatus.BUDGET: Step.BUDGET,
    AreaYearStatus.PLAN_OPENED: Step.PLAN,
    AreaYearStatus.PLANNED: Step.DO,
}


class When(StrEnum):
    """Wanneer. How soon a move asks for somebody, in the order in which a person reads them."""

    LATE = "late"
    THIS_WEEK = "this_week"
    INVITED = "invited"
    LATER = "later"
    RESTING = "resting"


@dataclass(frozen=True)
class DivisionMove:
    """Whose move it is with the division of the money that goes to a decision: the role, and until when."""

    role: str
    until: date


@dataclass(frozen=True)
class AreaYearFacts:
    """What the next move is computed from: where, since when, the term, and where the money stands."""

    municipality_id: int
    area_id: int
    since: date
    money_decided: bool
    begin_days: int
    division: DivisionMove | None
    """The division that is on its way or came back; None while none is."""


def move(status: AreaYearStatus, facts: AreaYearFacts) -> Move | None:
    """The policy officer brings figures and prepares the money; once it is decided the coordinator opens the plan.

    While a division goes to a decision the year rests: the division has the move, of who advises, answers or decides.
    """
    due_on = add_days(facts.since, facts.begin_days)
    city, area = ("municipality", facts.municipality_id), ("area", facts.area_id)
    match status:
        case AreaYearStatus.FIGURES:
            return Move(PROCESS, status, "policy_officer", city, "cycle.bring_figures", due_on)
        case AreaYearStatus.BUDGET if not facts.money_decided and facts.division is not None:
            rest = Rest(facts.division.role, "", facts.division.until)
            return Move(PROCESS, status, "policy_officer", city, AWAIT_DIVISION, None, resting=rest)
        case AreaYearStatus.BUDGET if not facts.money_decided:
            return Move(PROCESS, status, "policy_officer", city, "cycle.prepare_money", due_on)
        case AreaYearStatus.BUDGET:
            return Move(PROCESS, status, "coordinator", area, "cycle.open_plan", due_on)
        case AreaYearStatus.PLAN_OPENED | AreaYearStatus.PLANNED:
            return None


def starts(today: date) -> tuple[date, date]:
    """The first and the last day on which a network may start whose plan is opened today."""
    return today - START_WITHIN, today + START_WITHIN


@dataclass(frozen=True)
class Days:
    """The days of an open move: of a term, of an invitation or of a rest."""

    due_on: date | None = None
    lapses_on: date | None = None
    look_again_on: date | None = None


def when(role: str, days: Days, *, today: date) -> When:
    """How soon a move asks for its role. Only a paid role can be over its term; an invited one never is.

    An invitation that lapsed is now with the paid role that takes over: it has no term, and comes first. So does what
    rested until today.
    """
    if days.lapses_on is not None:
        return When.THIS_WEEK if days.lapses_on < today else When.INVITED
    if role in INVITED:
        return When.INVITED
    if days.due_on is None:
        rests = days.look_again_on is not None and today < days.look_again_on
        return When.RESTING if rests else When.THIS_WEEK
    if days.due_on < today:
        return When.LATE
    sunday = today + timedelta(days=6 - today.weekday())
    return When.THIS_WEEK if days.due_on <= sunday else When.LATER
