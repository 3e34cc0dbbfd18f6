"""Why a plan came back the last time."""

from dataclasses import dataclass
from datetime import date

from wijkaanzet.decisions.queries import returned_on
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.plans.models import Edition, Plan, ReturnRemark
from wijkaanzet.plans.rules.plans import EDITION, EditionStatus


@dataclass(frozen=True)
class Returned:
    """What the body that decides said of the edition before: its reasons, and the remarks by what they are about."""

    on: date
    reasons: str
    remarks: dict[str, tuple[str, ...]]
    """By the key of a part or the public id of a priority; by nothing those about the whole."""


def returned_before(plan: Plan) -> Returned | None:
    """Why the plan is written again; None when it did not come back in the round before. Three queries at most."""
    edition = Edition.objects.filter(plan=plan, number=plan.round - 1, status=EditionStatus.RETURNED).first()
    return why_returned(edition) if edition else None


def has_remarks(edition_id: int) -> bool:
    """Whether an edition came back with reasons for its parts or the whole; one query."""
    return ReturnRemark.objects.filter(edition=edition_id).exists()


def why_returned(edition: Edition) -> Returned:
    """Why an edition came back; two queries."""
    remarks: dict[str, tuple[str, ...]] = {}
    for about, text in edition.remarks.order_by("position").values_list("about", "text"):
        remarks[about] = (*remarks.get(about, ()), text)
    (decision,) = returned_on(Subject(EDITION, edition.pk))
    return Returned(on=decision.meeting_on, reasons=decision.reasons, remarks=remarks)
