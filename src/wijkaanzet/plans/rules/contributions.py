"""Who brings what to a priority, each with an own yes. Plain Python."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from wijkaanzet.kernel.moves import Move, Rest
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.working_days import add_working_days
from wijkaanzet.networks.rules.words import fitting_line
from wijkaanzet.plans.rules.priorities import InformalAnswer

CONTRIBUTION: Final = "plans.contribution"
LONGEST_WHAT: Final = 300
LONGEST_WHO: Final = 120
RESIDENTS: Final = "resident"
PROVIDER: Final = "provider"
"""With whom a question lies: a role, and nobody in particular."""
MOST_CENTS: Final = 10**12
"""Ten billion euros a year; more is a slip of the pen."""
MOST_HOURS: Final = 1_000_000
MOST_YEARS_AHEAD: Final = 25
"""Further than the longest plan runs; a later last day is a slip of the pen."""
MOST_CONTRIBUTIONS: Final = 60
"""To one priority."""


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


NEXT: dict[ContributionStatus, set[ContributionStatus]] = {
    ContributionStatus.ASKED: {
        ContributionStatus.CONFIRMED,
        ContributionStatus.DECLINED,
        ContributionStatus.LAPSED,
        ContributionStatus.WITHDRAWN,
    },
    ContributionStatus.CONFIRMED: {ContributionStatus.WITHDRAWN},
    ContributionStatus.DECLINED: set(),
    ContributionStatus.LAPSED: {ContributionStatus.ASKED},
    ContributionStatus.WITHDRAWN: {ContributionStatus.WITHDRAWN},
}
"""What was taken back stays so; of what fell away from a plan who keeps it says how it goes on."""

SETTLED = frozenset({ContributionStatus.CONFIRMED, ContributionStatus.LAPSED})
FINAL = frozenset({ContributionStatus.DECLINED})


class YesBy(StrEnum):
    """Eigen ja. How somebody said yes or no: with an account, or with a code from a letter; nobody says it for them."""

    ACCOUNT = "account"
    CODE = "code"


@dataclass(frozen=True, kw_only=True)
class NewContribution:
    """What somebody is asked to bring; residents by the name of their group, never of a person."""

    bringer: Bringer
    kind: ContributionKind
    what: str
    group: str = ""
    cents: int | None = None
    """A year."""
    from_area_money: bool = False
    money_from: str = ""
    hours: int | None = None
    per: Per | None = None
    beyond_base: bool = False
    until: date | None = None
    earmark: str = ""
    """Of the money of the area: which part of it, by its key; empty when it is not set apart."""


@dataclass(frozen=True)
class ContributionFacts:
    """What the next move is computed from: who is asked and by whom, since when, and until when.

    `scope` is that over which the coordinator holds the role, `answer_days` working days. Only who is asked by letter
    has a day on which the question lapses; only who is asked by account can be without one since.
    """

    bringer: Bringer
    scope: tuple[str, int]
    municipality_id: int
    organisation_id: int | None
    since: date
    answer_days: int
    lapses_on: date | None
    no_account_since: date | None = None
    fell_away_on: date | None = None
    """When it was taken back out of a plan that holds, while who keeps that plan did not look at it yet."""


def move_of_contribution(status: ContributionStatus, facts: ContributionFacts) -> Move | None:
    """Who logs in answers within a term; with who has a letter it rests, and then the coordinator goes on.

    Without it or by asking again: residents are never late, and who has no account sees no move. Where nobody has an
    account any more the coordinator has the move at once. What fell away from a plan the coordinator looks at, and
    nobody else: who took it back owes nothing.
    """
    if status is ContributionStatus.WITHDRAWN and facts.fell_away_on is not None:
        due_on = add_working_days(facts.fell_away_on, facts.answer_days)
        return Move(CONTRIBUTION, status, "coordinator", facts.scope, "plans.look_at_fallen_away", due_on)
    if status is not ContributionStatus.ASKED:
        return None
    of_residents = facts.bringer is Bringer.RESIDENTS
    if of_residents or facts.lapses_on is not None:
        rest = Rest(RESIDENTS if of_residents else PROVIDER, "", facts.lapses_on or facts.since)
        return Move(CONTRIBUTION, status, "coordinator", facts.scope, "plans.ask_again", None, resting=rest)
    if facts.no_account_since is not None:
        due_on = add_working_days(facts.no_account_since, facts.answer_days)
        return Move(CONTRIBUTION, status, "coordinator", facts.scope, "plans.ask_by_letter", due_on)
    due_on, action = add_working_days(facts.since, facts.answer_days), "plans.answer_contribution"
    if facts.bringer is Bringer.ORGANISATION:
        return Move(CONTRIBUTION, status, PROVIDER, ("organisation", facts.organisation_id or 0), action, due_on)
    return Move(CONTRIBUTION, status, "policy_officer", ("municipality", facts.municipality_id), action, due_on)


def fitting_contribution(new: NewContribution, *, has_organisation: bool, today: date) -> NewContribution:
    """What is asked, as it is kept.

    Raises Refused: ("contribution_without_what"), ("contribution_without_group"),
    ("contribution_without_organisation"), ("residents_are_no_organisation"), ("residents_are_no_capacity"),
    ("residents_bring_own_money"), ("money_without_amount"), ("money_too_much"), ("money_from_what"),
    ("earmark_of_area_money"), ("amount_of_money_only"), ("hours_count"), ("hours_over_what"), ("until_past"),
    ("until_far"), ("network_words_too_long").
    """
    what = fitting_line(new.what, most=LONGEST_WHAT)
    if not what:
        raise Refused("contribution_without_what")
    _check_hours(new)
    _check_until(new.until, today=today)
    new = replace(new, what=what, group=_group(new, has_organisation=has_organisation))
    return _of_money(new) if new.kind is ContributionKind.MONEY else _of_no_money(new)


def check_informal_first(new: NewContribution, informal: InformalAnswer | None) -> None:
    """Before professionals add beyond the base it was asked what residents do, could or want.

    "Nothing yet" is an answer. Raises Refused("informal_first").
    """
    if new.beyond_base and informal is None:
        raise Refused("informal_first")


def check_contribution_step(status: ContributionStatus, to: ContributionStatus) -> None:
    """Who is asked says yes or no once, and may take a yes back. Raises Refused("contribution_answered")."""
    if to is status or to not in NEXT[status]:
        raise Refused("contribution_answered")


def yes_stands(status: ContributionStatus, *, taken_out: bool) -> bool:
    """Whether there is a yes to take back, also when the network took what was promised out of its plan since."""
    return status is ContributionStatus.CONFIRMED or taken_out


def asked_no_more(status: ContributionStatus, *, answered: bool) -> bool:
    """Whether the network took its question out, or went on without, before there was an answer."""
    return status in {ContributionStatus.LAPSED, ContributionStatus.WITHDRAWN} and not answered


def check_answer(
    status: ContributionStatus, to: ContributionStatus, *, answered: bool = False, taken_out: bool = False
) -> None:
    """Who is asked says yes or no to a question, and takes back only a yes.

    Raises Refused: ("contribution_not_asked") once it is asked no more, ("contribution_answered").
    """
    answers = {ContributionStatus.CONFIRMED, ContributionStatus.DECLINED}
    takes_back = to is ContributionStatus.WITHDRAWN and yes_stands(status, taken_out=taken_out)
    if asked_no_more(status, answered=answered):
        raise Refused("contribution_not_asked")
    if not takes_back and not (status is ContributionStatus.ASKED and to in answers):
        raise Refused("contribution_answered")


def check_lapsed(lapses_on: date | None, *, today: date) -> None:
    """An invitation lapses after its last day. Raises Refused("contribution_not_lapsed") with that day."""
    if lapses_on is not None and today <= lapses_on:
        raise Refused("contribution_not_lapsed", day=lapses_on)


def check_fell_away(fell_away_on: date | None, looked_at_on: date | None) -> None:
    """There is something to go on without. Raises Refused("nothing_fell_away"), also once somebody looked at it."""
    if fell_away_on is None or looked_at_on is not None:
        raise Refused("nothing_fell_away")


def fitting_says(text: str) -> str:
    """What who brings it says with a yes or no, as it is kept. Raises Refused("network_words_too_long")."""
    return fitting_line(text, most=LONGEST_WHAT)


def _group(new: NewContribution, *, has_organisation: bool) -> str:
    if new.bringer is not Bringer.RESIDENTS:
        if not has_organisation:
            raise Refused("contribution_without_organisation")
        return ""
    if has_organisation:
        raise Refused("residents_are_no_organisation")
    if new.beyond_base:
        raise Refused("residents_are_no_capacity")
    group = fitting_line(new.group, most=LONGEST_WHO)
    if not group:
        raise Refused("contribution_without_group")
    return group


def _check_until(until: date | None, *, today: date) -> None:
    if until is None:
        return
    if until < today:
        raise Refused("until_past", day=until)
    if until > today + timedelta(days=366 * MOST_YEARS_AHEAD):
        raise Refused("until_far", day=until, most=MOST_YEARS_AHEAD)


def _check_hours(new: NewContribution) -> None:
    if new.hours is not None and not 1 <= new.hours <= MOST_HOURS:
        raise Refused("hours_count", most=MOST_HOURS)
    if (new.hours is None) != (new.per is None):
        raise Refused("hours_over_what")


def _of_money(new: NewContribution) -> NewContribution:
    if not new.cents or new.cents < 0:
        raise Refused("money_without_amount")
    if new.cents > MOST_CENTS:
        raise Refused("money_too_much")
    if new.from_area_money and new.bringer is Bringer.RESIDENTS:
        raise Refused("residents_bring_own_money")
    money_from = fitting_line(new.money_from, most=LONGEST_WHAT)
    if new.from_area_money == bool(money_from):
        raise Refused("money_from_what")
    if new.earmark and not new.from_area_money:
        raise Refused("earmark_of_area_money")
    return replace(new, money_from=money_from)


def _of_no_money(new: NewContribution) -> NewContribution:
    if new.cents or new.from_area_money or new.earmark or new.money_from.strip():
        raise Refused("amount_of_money_only")
    return replace(new, cents=None, from_area_money=False, money_from="")
