"""Region years: of which year the map of CBS areas is. Plain Python."""

from typing import Final

from wijkaanzet.kernel.refusals import Refused

FIRST_YEAR: Final = 1995
"""The first year of which CBS published figures of wijken and buurten."""


def check_region_year(year: int, *, this_year: int) -> None:
    """Raises Refused ("region_year") for a year before the first map, or after the next year."""
    if not FIRST_YEAR <= year <= this_year + 1:
        raise Refused("region_year", first=FIRST_YEAR, last=this_year + 1)
