"""A plan of a network, from the first words to its adoption and what follows, and its editions. Plain Python."""

from enum import StrEnum
from typing import Final

from wijkaanzet.kernel.refusals import Refused

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


NEXT: dict[PlanStatus, set[PlanStatus]] = {
    PlanStatus.WRITING: {PlanStatus.RESTING, PlanStatus.AGREED, PlanStatus.ENDED},  # over: let go before it is whole
    PlanStatus.RESTING: {PlanStatus.WRITING, PlanStatus.ENDED},
    PlanStatus.AGREED: {PlanStatus.WRITING, PlanStatus.SUBMITTED},  # back as soon as somebody changes a word
    PlanStatus.SUBMITTED: {PlanStatus.ADOPTED, PlanStatus.WRITING},  # back when it is returned
    PlanStatus.ADOPTED: {PlanStatus.WRITING, PlanStatus.ENDED},  # writing again: a change during its years
    PlanStatus.ENDED: set(),
}

FINAL = frozenset({PlanStatus.ENDED})


class EditionStatus(StrEnum):
    """Stand van een uitgave. Handed in, adopted, or returned with reasons."""

    SUBMITTED = "submitted"
    ADOPTED = "adopted"
    RETURNED = "returned"


NEXT_EDITION: dict[EditionStatus, set[EditionStatus]] = {
    EditionStatus.SUBMITTED: {EditionStatus.ADOPTED, EditionStatus.RETURNED},
    EditionStatus.ADOPTED: set(),
    EditionStatus.RETURNED: set(),
}

FINAL_EDITION = frozenset({EditionStatus.ADOPTED, EditionStatus.RETURNED})


class AgreementWay(StrEnum):
    """Manier van instemmen. By which rule of its own a network agrees with a plan."""

    CONSENT = "consent"
    MAJORITY = "majority"
    EVERYBODY = "everybody"
    OTHER = "other"


def check_step(status: PlanStatus, to: PlanStatus) -> None:
    """A plan goes from state to state as NEXT says. Raises Refused("wrong_state")."""
    if to not in NEXT[status]:
        raise Refused("wrong_state")
