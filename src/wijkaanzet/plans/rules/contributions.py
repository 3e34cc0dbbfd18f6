"""Who brings what to a priority, each with an own yes. Plain Python."""

from enum import StrEnum
from typing import Final

CONTRIBUTION: Final = "plans.contribution"
LONGEST_WHAT: Final = 300
LONGEST_WHO: Final = 120


class Bringer(StrEnum):
    """Inbrenger. Residents or volunteers, an organisation with paid people, or the municipality."""

    RESIDENTS = "residents"
    ORGANISATION = "organisation"
    MUNICIPALITY = "municipality"


class ContributionKind(StrEnum):
    """Soort inbreng. Money, hours, space, knowledge, or things."""

    MONEY = "money"
    HOURS = "hours"
    SPACE = "space"
    KNOWLEDGE = "knowledge"
    THINGS = "things"


class Per(StrEnum):
    """Per. Over which time a number of hours is meant."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class ContributionStatus(StrEnum):
    """Stand van inbreng. Asked, said yes to, said no to, never answered, or taken back."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"


CONTRIBUTION_NEXT: dict[ContributionStatus, set[ContributionStatus]] = {
    ContributionStatus.ASKED: {
        ContributionStatus.CONFIRMED,
        ContributionStatus.DECLINED,
        ContributionStatus.LAPSED,
        ContributionStatus.WITHDRAWN,
    },
    ContributionStatus.CONFIRMED: {ContributionStatus.WITHDRAWN},
    ContributionStatus.DECLINED: set(),
    ContributionStatus.LAPSED: {ContributionStatus.ASKED},
    ContributionStatus.WITHDRAWN: set(),
}

CONTRIBUTION_SETTLED = frozenset({ContributionStatus.CONFIRMED, ContributionStatus.LAPSED})
CONTRIBUTION_FINAL = frozenset({ContributionStatus.DECLINED, ContributionStatus.WITHDRAWN})


class YesBy(StrEnum):
    """Eigen ja. How somebody said yes or no: with an account, or with a code from a letter; nobody says it for them."""

    ACCOUNT = "account"
    CODE = "code"
