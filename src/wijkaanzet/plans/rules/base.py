"""The professionals who are there in any case. Plain Python."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks.rules.words import fitting_line
from wijkaanzet.plans.rules.contributions import LONGEST_WHAT

MOST_BASE: Final = 30
MOST_HOURS_A_WEEK: Final = 10_000


@dataclass(frozen=True, kw_only=True)
class NewBase:
    """Who is there in any case, by the id of the organisation: it is guaranteed, and nobody is asked for it."""

    organisation_id: int
    what: str
    hours_a_week: int | None = None


def fitting_base(base: Sequence[NewBase]) -> list[NewBase]:
    """The base capacity as it is kept, in this order.

    Raises Refused: ("base_too_many"), ("base_without_what") and ("base_hours") with the number of the line,
    ("network_words_too_long").
    """
    if len(base) > MOST_BASE:
        raise Refused("base_too_many", most=MOST_BASE)
    return [_fitting(one, number=number) for number, one in enumerate(base, start=1)]


def _fitting(one: NewBase, *, number: int) -> NewBase:
    what = fitting_line(one.what, most=LONGEST_WHAT)
    if not what:
        raise Refused("base_without_what", number=number)
    if one.hours_a_week is not None and not 1 <= one.hours_a_week <= MOST_HOURS_A_WEEK:
        raise Refused("base_hours", number=number, most=MOST_HOURS_A_WEEK)
    return replace(one, what=what)
