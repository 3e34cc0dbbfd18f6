"""A plan of a network, from the first words to its adoption and what follows, and its editions. Plain Python."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from wijkaanzet.arrangements.rules import Rhythm
from wijkaanzet.kernel.periods import Period
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks.rules.words import fitting_line

PLAN: Final = "plans.plan"
EDITION: Final = "plans.edition"
LONGEST_WHY: Final = 300
MOST_SUMMARY_WORDS: Final = 150
LONGEST_YEARS: Final = 20
LONGEST_REST_DAYS: Final = 366
MONTHS: Final = {Rhythm.YEARLY: 12, Rhythm.HALF_YEARLY: 6, Rhythm.QUARTERLY: 3}


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
OPEN = frozenset({PlanStatus.WRITING, PlanStatus.AGREED})
"""In these states what a plan says may change."""


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


def check_period(period: Period, *, today: date) -> None:
    """A plan starts at most two years ago or three years ahead, and runs for at most LONGEST_YEARS.

    Raises Refused: ("plan_start_out_of_reach"), ("plan_too_long").
    """
    first, last = today.replace(year=today.year - 2, day=1), today.replace(year=today.year + 3, day=1)
    if not first <= period.starts_on <= last:
        raise Refused("plan_start_out_of_reach", first=first, last=last)
    if period.ends_before is None or period.ends_before > period.starts_on.replace(
        year=period.starts_on.year + LONGEST_YEARS, day=1
    ):
        raise Refused("plan_too_long", most=LONGEST_YEARS)


def fitting_why(why: str) -> str:
    """Why a plan rests or is changed, as it is kept. Raises Refused: ("plan_why"), ("network_words_too_long")."""
    why = fitting_line(why, most=LONGEST_WHY)
    if not why:
        raise Refused("plan_why")
    return why


def check_look_again(day: date, *, today: date) -> None:
    """A plan that rests is looked at again on a day to come, within a year. Raises Refused("look_again_within")."""
    last = today + timedelta(days=LONGEST_REST_DAYS)
    if not today < day <= last:
        raise Refused("look_again_within", first=today + timedelta(days=1), last=last)


def next_look_back(day: date, rhythm: Rhythm, *, wanted: Iterable[date] = (), ends_before: date) -> date:
    """When a network looks back next, by the rhythm of the arrangement; at the latest when the plan is over.

    Earlier on a day that is `wanted` for a priority, also when that day has been.
    """
    months = day.month - 1 + MONTHS[rhythm]
    first = date(day.year + months // 12, months % 12 + 1, 1)
    return min(first, ends_before, *wanted)


def check_runs(*, ends_before: date, today: date) -> None:
    """A network looks back at a plan that runs. Raises Refused("plan_is_over")."""
    if today >= ends_before:
        raise Refused("plan_is_over")


def check_over(*, ends_before: date, today: date) -> None:
    """What was adopted holds until its last day. Raises Refused("plan_still_runs")."""
    if today < ends_before:
        raise Refused("plan_still_runs", day=ends_before - timedelta(days=1))


def check_edition_step(status: EditionStatus, to: EditionStatus) -> None:
    """An edition is decided on once. Raises Refused("already_decided")."""
    if to not in NEXT_EDITION[status]:
        raise Refused("already_decided")
