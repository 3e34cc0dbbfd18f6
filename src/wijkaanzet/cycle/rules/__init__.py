"""The year of an area: its steps, where it stands, whose move it is, and what comes round in it. Plain Python."""

from wijkaanzet.arrangements.rules import Step
from wijkaanzet.cycle.rules.years import (
    AWAIT_DIVISION,
    FINAL,
    NEXT,
    PROCESS,
    SETTLED,
    START_WITHIN,
    STEP_OF,
    AreaYearFacts,
    AreaYearStatus,
    Days,
    DivisionMove,
    When,
    move,
    starts,
    when,
)

__all__ = [
    "AWAIT_DIVISION",
    "FINAL",
    "NEXT",
    "PROCESS",
    "SETTLED",
    "START_WITHIN",
    "STEP_OF",
    "AreaYearFacts",
    "AreaYearStatus",
    "Days",
    "DivisionMove",
    "Step",
    "When",
    "move",
    "starts",
    "when",
]
