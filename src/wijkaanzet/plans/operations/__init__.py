"""Everything that is written of plans."""

from wijkaanzet.plans.operations.accounts import follow_accounts
from wijkaanzet.plans.operations.agreeing import Agreed, agree
from wijkaanzet.plans.operations.around import NewPicture, add_picture, remove_picture, set_base
from wijkaanzet.plans.operations.asking_others import answer_ask, ask_others
from wijkaanzet.plans.operations.commenting import comment, look, settle_comment
from wijkaanzet.plans.operations.contributions import (
    Asked,
    ask_again,
    ask_contribution,
    lapse_contribution,
    withdraw_contribution,
)
from wijkaanzet.plans.operations.deciding import decide, submit
from wijkaanzet.plans.operations.fallen_away import go_on_without
from wijkaanzet.plans.operations.life import amend, end_plan, look_back, open_plan, rest, take_up
from wijkaanzet.plans.operations.own_yes import answer_contribution
from wijkaanzet.plans.operations.priorities import (
    add_priority,
    answer_informally,
    change_priority,
    drop_priority,
    move_priority,
    set_reasons,
)
from wijkaanzet.plans.operations.sections import HandIn, Written, settle_beside, write
from wijkaanzet.plans.operations.suggesting import (
    SUGGESTION_ANSWERED,
    Answer,
    answer_suggestion,
    let_in,
    take_back_told,
)
from wijkaanzet.plans.operations.writing_down import open_for_change
from wijkaanzet.plans.rules.agreeing import NewDissent
from wijkaanzet.plans.rules.handing_in import Remark

__all__ = [
    "SUGGESTION_ANSWERED",
    "Answer",
    "HandIn",
    "Written",
    "answer_suggestion",
    "comment",
    "let_in",
    "look",
    "settle_beside",
    "settle_comment",
    "take_back_told",
    "write",
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
    "Asked",
    "NewPicture",
    "add_picture",
    "add_priority",
    "answer_ask",
    "answer_contribution",
    "answer_informally",
    "ask_again",
    "ask_contribution",
    "ask_others",
    "change_priority",
    "drop_priority",
    "follow_accounts",
    "go_on_without",
    "lapse_contribution",
    "move_priority",
    "remove_picture",
    "set_base",
    "set_reasons",
    "withdraw_contribution",
]
