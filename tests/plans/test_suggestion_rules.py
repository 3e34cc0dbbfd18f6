"""How far something comes that a network takes over: with which edition, and what everybody may know of that."""

import pytest

from wijkaanzet.plans.rules.plans import PlanStatus
from wijkaanzet.plans.rules.sections import Along
from wijkaanzet.plans.rules.suggestions import along, comes_with, still_to_write


@pytest.mark.parametrize(
    ("status", "first"),
    [
        (PlanStatus.WRITING, 2),
        (PlanStatus.RESTING, 2),
        (PlanStatus.AGREED, 2),
        (PlanStatus.SUBMITTED, 3),
        (PlanStatus.ADOPTED, 3),
        (PlanStatus.ENDED, 3),
    ],
)
def test_what_was_handed_in_holds_it_no_more(status: PlanStatus, first: int) -> None:
    assert comes_with(status, now=2) == first


@pytest.mark.parametrize(
    ("known", "over", "far"),
    [
        (None, False, Along.PLAN),
        (1, False, Along.CHANGE),
        (2, False, Along.THERE),
        (3, True, Along.THERE),
        (1, True, Along.OVER),
        (None, True, Along.OVER),
    ],
)
def test_it_stands_in_the_plan_once_everybody_reads_that_edition(known: int | None, over: bool, far: Along) -> None:
    assert along(2, known=known, over=over) is far


@pytest.mark.parametrize(
    ("status", "first", "still"),
    [
        (PlanStatus.WRITING, 2, True),
        (PlanStatus.WRITING, 1, False),
        (PlanStatus.AGREED, 2, True),
        (PlanStatus.RESTING, 2, True),
        (PlanStatus.SUBMITTED, 2, False),
        (PlanStatus.SUBMITTED, 3, True),
        (PlanStatus.ADOPTED, 2, False),
        (PlanStatus.ADOPTED, 3, True),
        (PlanStatus.ENDED, 3, False),
    ],
)
def test_it_has_to_be_written_until_its_edition_is_handed_in(status: PlanStatus, first: int, still: bool) -> None:
    assert still_to_write(first, status, now=2) is still
