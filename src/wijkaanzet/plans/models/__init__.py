"""Plans of networks: the plan itself, its priorities, and what people write in it."""

from wijkaanzet.plans.models.asked import Ask, Contribution
from wijkaanzet.plans.models.plan import Dissent, Edition, Plan, PlanAgreement, ReturnRemark
from wijkaanzet.plans.models.priority import BaseCapacity, Picture, Priority, Reason
from wijkaanzet.plans.models.tools import ToolMark, ToolNote, ToolSheet
from wijkaanzet.plans.models.writing import Comment, LastLooked, Section, SectionVersion, Suggestion

__all__ = [
    "Ask",
    "BaseCapacity",
    "Comment",
    "Contribution",
    "Dissent",
    "Edition",
    "LastLooked",
    "Picture",
    "Plan",
    "PlanAgreement",
    "Priority",
    "Reason",
    "ReturnRemark",
    "Section",
    "SectionVersion",
    "Suggestion",
    "ToolMark",
    "ToolNote",
    "ToolSheet",
]
