"""What is told with a file: its name, whose figures they are, of which year and for which. Plain Python."""

import re

from wijkaanzet.kernel.refusals import Refused

LONGEST_NAME = 120
LONGEST_SOURCE = 200
FIRST_YEAR, LAST_YEAR = 1900, 2200


def clean_name(name: str) -> str:
    """The name of a file as it can be shown: without folders, without what is not seen, not too long."""
    last = re.split(r"[/\\]", name)[-1]
    visible = " ".join("".join(sign if sign.isprintable() else " " for sign in last).split())
    return visible[-LONGEST_NAME:] or "-"


def check_told(*, source: str, year: int, for_year: int, region_year: int) -> None:
    """Figures without source and year say nothing.

    Raises Refused("source_missing"), ("source_too_long"), ("figures_year_out_of_range") and ("figures_after_year").
    """
    if not source.strip() or not source.isprintable():
        raise Refused("source_missing")
    if len(source) > LONGEST_SOURCE:
        raise Refused("source_too_long", most=LONGEST_SOURCE)
    for one in (year, for_year, region_year):
        if not FIRST_YEAR <= one <= LAST_YEAR:
            raise Refused("figures_year_out_of_range", first=FIRST_YEAR, last=LAST_YEAR)
    if year > for_year:
        raise Refused("figures_after_year", year=year, for_year=for_year)
