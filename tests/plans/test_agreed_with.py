"""A network agrees with a plan as it was read: whatever else it asks or says by then is told before, not after."""

import pytest

from tests.plans.edition_fields import PLAN, Field, otherwise
from wijkaanzet.plans.rules.handing_in import mark_of

BY_ITSELF = {
    "PlanContent.agreement": "is what it comes to",
    "PlanContent.change_why": "was said when the change began, and stays",
    "PlanContent.money": "is compared when the plan is handed in",
    "PlanContent.expected": "the municipality says it of itself",
    "WordKept.meaning": "the municipality says it of itself",
    "WordKept.agreed_with": "the municipality says it of itself",
    "WordKept.agreed_on": "the municipality says it of itself",
    "WordKept.source": "the municipality says it of itself",
    "PriorityKept.measured": "the figure is shown as it is that day",
    "ReasonKept.frozen": "the figure is shown as it is that day",
    "ReasonKept.for_everybody": "its teller decides",
    "ContributionKept.status": "who is asked says yes",
    "ContributionKept.says": "who is asked says it",
    "AskKept.kind": "others answer",
    "AskKept.answer": "others answer",
    "AskKept.again_on": "others answer",
}
"""What goes on by itself, and why nobody has to agree anew for it."""
PARTS = ("AgreementKept", "DissentKept", "MoneyThere", "ExpectedKept")


@pytest.mark.parametrize("field", otherwise(), ids=str)
def test_another_mark_for_all_that_people_agree_with(field: Field) -> None:
    by_itself = str(field) in BY_ITSELF or field.of.__name__ in PARTS
    assert (mark_of(field.plan) == mark_of(PLAN)) is by_itself


def test_what_goes_on_by_itself_is_there() -> None:
    assert set(BY_ITSELF) - {"PlanContent.change_why"} <= {str(one) for one in otherwise()}
