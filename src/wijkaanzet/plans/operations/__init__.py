"""Everything that is written of plans."""

from wijkaanzet.plans.operations.agreeing import Agreed, agree
from wijkaanzet.plans.operations.deciding import decide, submit
from wijkaanzet.plans.operations.life import amend, end_plan, look_back, open_plan, rest, take_up
from wijkaanzet.plans.operations.writing_down import open_for_change
from wijkaanzet.plans.rules.agreeing import NewDissent
from wijkaanzet.plans.rules.handing_in import Remark

__all__ = [
    "Agreed",
    "NewDissent",
    "Remark",
    "agree",
    "amend",
    "decide",
    "end_plan",
    "look_back",
    "open_for_change",
    "open_plan",
    "rest",
    "submit",
    "take_up",
]
