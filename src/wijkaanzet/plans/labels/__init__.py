"""The words for plans: their life, their priorities, and what people write in them."""

from wijkaanzet.plans.labels import life, priorities, tools, writing
from wijkaanzet.plans.labels.life import AGREEMENT_WAYS, EDITION_STATUSES, PLAN_STATUSES
from wijkaanzet.plans.labels.priorities import (
    ASK_ANSWERS,
    ASK_STATUSES,
    ASKED_NO_MORE,
    BRINGERS,
    CONTRIBUTION_KINDS,
    CONTRIBUTION_STATUSES,
    INFORMAL_ANSWERS,
    KNOWN_BY,
    PERS,
    PLACE_KINDS,
    REASON_KINDS,
    WHO_IS_ASKED,
    YES_BY,
)
from wijkaanzet.plans.labels.tools import TOOL_KINDS
from wijkaanzet.plans.labels.writing import (
    ALONG,
    PARTLY_ALONG,
    SECTIONS,
    SUGGESTION_STATUSES,
    TAKEN_OVER,
    VERSION_KINDS,
)

ACTIONS = {**life.ACTIONS, **priorities.ACTIONS, **writing.ACTIONS}
REFUSALS = {**life.REFUSALS, **priorities.REFUSALS, **tools.REFUSALS, **writing.REFUSALS}

__all__ = [
    "ACTIONS",
    "AGREEMENT_WAYS",
    "ALONG",
    "ASK_ANSWERS",
    "ASK_STATUSES",
    "ASKED_NO_MORE",
    "BRINGERS",
    "CONTRIBUTION_KINDS",
    "CONTRIBUTION_STATUSES",
    "EDITION_STATUSES",
    "INFORMAL_ANSWERS",
    "KNOWN_BY",
    "PARTLY_ALONG",
    "PERS",
    "PLACE_KINDS",
    "PLAN_STATUSES",
    "REASON_KINDS",
    "REFUSALS",
    "SECTIONS",
    "SUGGESTION_STATUSES",
    "TAKEN_OVER",
    "TOOL_KINDS",
    "VERSION_KINDS",
    "WHO_IS_ASKED",
    "YES_BY",
]
