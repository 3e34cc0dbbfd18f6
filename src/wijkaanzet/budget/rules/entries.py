"""What may stand in the ledger at all: whole cents, a likely year, a key fit for a name. Plain Python."""

import re

from wijkaanzet.kernel.refusals import Refused

LARGEST_AMOUNT = 10**17  # cents; a thousand times the budget of the state, and fits 64 bits with its sums
FIRST_YEAR, LAST_YEAR = 1900, 2200
KEY = re.compile(r"(?=.{1,60}$)[a-z0-9]+(?:-[a-z0-9]+)*")


def check_amount(cents: object) -> None:
    """Raises Refused("amount_not_in_cents"), ("amount_not_above_zero") and ("amount_too_large")."""
    if isinstance(cents, bool) or not isinstance(cents, int):
        raise Refused("amount_not_in_cents")
    if cents <= 0:
        raise Refused("amount_not_above_zero")
    if cents > LARGEST_AMOUNT:
        raise Refused("amount_too_large", most_cents=LARGEST_AMOUNT)


def check_year(year: object) -> None:
    """Raises Refused("year_out_of_range")."""
    if isinstance(year, bool) or not isinstance(year, int) or not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refused("year_out_of_range", first=FIRST_YEAR, last=LAST_YEAR)


def check_key(key: object) -> None:
    """A key becomes part of the name of an account. Raises Refused("not_a_key")."""
    if not isinstance(key, str) or KEY.fullmatch(key) is None:
        raise Refused("not_a_key")
