"""A plan of a network, from the first words to its adoption and what follows, and its editions. Plain Python."""

from enum import StrEnum
from typing import Final

PLAN: Final = "plans.plan"
EDITION: Final = "plans.edition"
LONGEST_WHY: Final = 300
MOST_SUMMARY_WORDS: Final = 150


class PlanStatus(StrEnum):
    """Stand van een wijkplan. Being written or resting, agreed by the network, handed in, adopted, or over."""

    WRITING = "writing"
    RESTING = "resting"
    AGREED = "agreed"
    SUBMITTED = "submitted"
    ADOPTED = "adopted"
    ENDED = "ended"


PLAN_NEXT: dict[PlanStatus, set[PlanStatus]] = {
    PlanStatus.WRITING: {PlanStatus.RESTING, PlanStatus.AGREED},
    PlanStatus.RESTING: {PlanStatus.WRITING},
    PlanStatus.AGREED: {PlanStatus.WRITING, PlanStatus.SUBMITTED},  # back as soon as somebody changes a word
    PlanStatus.SUBMITTED: {PlanStatus.ADOPTED, PlanStatus.WRITING},  # back when it is returned
    PlanStatus.ADOPTED: {PlanStatus.WRITING, PlanStatus.ENDED},  # writing again: a change during its years
    PlanStatus.ENDED: set(),
}

PLAN_FINAL = frozenset({PlanStatus.ENDED})


class EditionStatus(StrEnum):
    """Stand van een uitgave. Handed in, adopted, or returned with reasons."""

    SUBMITTED = "submitted"
    ADOPTED = "adopted"
    RETURNED = "returned"


EDITION_NEXT: dict[EditionStatus, set[EditionStatus]] = {
    EditionStatus.SUBMITTED: {EditionStatus.ADOPTED, EditionStatus.RETURNED},
    EditionStatus.ADOPTED: set(),
    EditionStatus.RETURNED: set(),
}

EDITION_FINAL = frozenset({EditionStatus.ADOPTED, EditionStatus.RETURNED})


class AgreementWay(StrEnum):
    """Manier van instemmen. By which rule of its own a network agrees with a plan."""

    CONSENT = "consent"
    MAJORITY = "majority"
    EVERYBODY = "everybody"
    OTHER = "other"
