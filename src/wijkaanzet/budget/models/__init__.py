"""Tables of the budget: the ledger, the frame, and divisions with the lines that explain them."""

from wijkaanzet.budget.models.division import (
    AllocationEstimate,
    AllocationFigure,
    AllocationLine,
    AllocationRun,
    AllocationShare,
    CityLine,
)
from wijkaanzet.budget.models.frame import BudgetFrame, FrameLine
from wijkaanzet.budget.models.ledger import Account, Posting

__all__ = [
    "Account",
    "AllocationEstimate",
    "AllocationFigure",
    "AllocationLine",
    "AllocationRun",
    "AllocationShare",
    "BudgetFrame",
    "CityLine",
    "FrameLine",
    "Posting",
]
