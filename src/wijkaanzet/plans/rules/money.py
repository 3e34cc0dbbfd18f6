"""What a plan asks of each part of the money of its area, and whether there is enough of it. Plain Python."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks.rules.words import fitting_line
from wijkaanzet.plans.rules.content import MoneyThere, PlanContent
from wijkaanzet.plans.rules.contributions import ContributionKind, ContributionStatus
from wijkaanzet.plans.rules.plans import LONGEST_WHY

COUNTS: Final = frozenset({ContributionStatus.ASKED, ContributionStatus.CONFIRMED})
"""What is asked of the money of the area also counts while nobody said yes."""
NO_PART: Final = ""
"""What is asked of the money of the area as a whole stands under no earmark."""


def asked_by_part(content: PlanContent, *, without: Collection[str] = ()) -> dict[str, int]:
    """What a plan asks from the money of the area, in cents a year by earmark, and under NO_PART from no part of it.

    `without` are the contributions that were refused or taken back since, by public id.
    """
    asked: dict[str, int] = {}
    for priority in content.priorities:
        for one in priority.contributions:
            of_area = one.kind is ContributionKind.MONEY and one.from_area_money
            if of_area and one.status in COUNTS and one.public_id not in without:
                asked[one.earmark] = asked.get(one.earmark, 0) + (one.cents or 0)
    return asked


def year_of_money(starts_on: date, ends_before: date | None, *, on: date) -> int:
    """Of which year a plan looks at the money: the year of that day, but within the years of the plan."""
    last = (ends_before - timedelta(days=1)).year if ends_before else starts_on.year
    return min(max(starts_on.year, on.year), last)


def money_left(year: int, *, free: Mapping[str, int], others: Iterable[Mapping[str, int]]) -> MoneyThere:
    """What is left for a plan of what is `free` by earmark, after what other plans ask of it; in cents.

    Never less than nothing: where the others ask more of a part than there is, it is for them to say where the rest
    comes from. Unknown as long as nothing was divided.
    """
    if not free:
        return MoneyThere(year=year, cents=None)
    parts, whole = dict(free), 0
    for asked in others:
        whole += asked.get(NO_PART, 0)
        for earmark in parts:
            parts[earmark] -= asked.get(earmark, 0)
    left = {earmark: max(0, cents) for earmark, cents in parts.items()}
    return MoneyThere(year=year, cents=max(0, sum(left.values()) - whole), parts=left)


def shortfall(asked: Mapping[str, int], there: MoneyThere) -> int:
    """By how many cents a plan asks more than there is; nothing while nobody decided on the money.

    What is set apart for one thing does not pay another: so the shortfall is that of the whole, or that of the parts
    together when that is more. What is asked of no part counts on the whole only.
    """
    if there.cents is None:
        return 0
    of_parts = sum(max(0, cents - there.of(earmark)) for earmark, cents in asked.items() if earmark != NO_PART)
    return max(0, sum(asked.values()) - there.cents, of_parts)


def mark_of_money(asked: Mapping[str, int], there: MoneyThere) -> str:
    """By which it is known again that a plan asks of each part what somebody saw, and that there is as much of it."""
    parts = (f"{earmark}={asked[earmark]}/{there.of(earmark)}" for earmark in sorted(asked))
    return ":".join((str(there.year), "" if there.cents is None else str(there.cents), *parts))


def check_money_seen(seen: str, *, asked: Mapping[str, int], there: MoneyThere) -> None:
    """A plan is handed in with the amounts that were read; without a mark with those of now.

    Raises Refused("plan_money_changed").
    """
    if seen and seen != mark_of_money(asked, there):
        raise Refused("plan_money_changed")


def fitting_shortfall(says: str, *, asked: Mapping[str, int], there: MoneyThere) -> str:
    """Where the rest should come from, as it is kept; empty when nothing is short.

    Raises Refused: ("shortfall_from_where"), ("network_words_too_long").
    """
    short = shortfall(asked, there)
    says = fitting_line(says, most=LONGEST_WHY)
    if short and not says:
        raise Refused("shortfall_from_where", short_cents=short)
    return says if short else ""
