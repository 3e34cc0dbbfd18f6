"""The parts of a plan that people write together. Plain Python."""

from enum import StrEnum
from typing import Final

LONGEST_SECTION: Final = 20_000
LONGEST_COMMENT: Final = 1_000
LONGEST_SUGGESTION_ANSWER: Final = 1_000
SECTION: Final = "plans.section"
SUGGESTION: Final = "plans.suggestion"


class SectionKey(StrEnum):
    """Deel van het wijkplan. What a text of the plan is about: the first six of the whole, the others of a priority."""

    SUMMARY = "summary"
    THERE_IS = "there_is"
    TOGETHER = "together"
    ACCESS = "access"
    SCHOOLS = "schools"
    RISKS = "risks"
    WHY = "why"
    RESIDENTS_DO = "residents_do"
    RESIDENTS_COULD = "residents_could"
    PROFESSIONALS_ADD = "professionals_add"
    HOW_WE_KNOW = "how_we_know"


OF_THE_PLAN: Final = (
    SectionKey.SUMMARY,
    SectionKey.THERE_IS,
    SectionKey.TOGETHER,
    SectionKey.ACCESS,
    SectionKey.SCHOOLS,
    SectionKey.RISKS,
)
OF_A_PRIORITY: Final = (
    SectionKey.WHY,
    SectionKey.RESIDENTS_DO,
    SectionKey.RESIDENTS_COULD,
    SectionKey.PROFESSIONALS_ADD,
    SectionKey.HOW_WE_KNOW,
)


class VersionKind(StrEnum):
    """Soort versie. Saved, merged with what another wrote meanwhile, kept beside because both changed one sentence."""

    SAVED = "saved"
    MERGED = "merged"
    BESIDE = "beside"


class SuggestionStatus(StrEnum):
    """Stand van een voorstel. Waiting for an answer, or answered."""

    WAITING = "waiting"
    ANSWERED = "answered"


NEXT: dict[SuggestionStatus, set[SuggestionStatus]] = {
    SuggestionStatus.WAITING: {SuggestionStatus.ANSWERED},
    SuggestionStatus.ANSWERED: set(),
}

FINAL = frozenset({SuggestionStatus.ANSWERED})


class Along(StrEnum):
    """Hoe ver een voorstel meekomt. It stands in what was adopted, or it comes with the plan or with its next change.

    Or the plan is over before that.
    """

    THERE = "there"
    PLAN = "plan"
    CHANGE = "change"
    OVER = "over"


class TakenOver(StrEnum):
    """Overgenomen. Whether a suggestion came into the plan."""

    FULLY = "fully"
    PARTLY = "partly"
    NOT = "not"
