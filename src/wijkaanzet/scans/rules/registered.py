"""Which published table a file is, when the registry of sources has exactly one that it can be; and of which map."""

from collections.abc import Sequence

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.catalogue import PublishedTable, recognise, tables

LEAST_FIGURES = 10
"""Of columns that are called as in a published table, before a file is taken for that table."""


def registered(header: Sequence[str], *, year: int, file_name: str) -> PublishedTable | None:
    """The one table of that year whose columns are called like this; None when there is none, or more than one.

    StatLine names a download after its table ("50090NED_UntypedDataSet.csv"), which chooses among several. Another
    file needs enough of these columns: a list of our own may count women and men too.
    """
    recognised = recognise(header, year=year)
    layer = recognised.layer
    found = [one for one in tables() if layer in one.layers and year in one.years]
    named = [one for one in found if one.key.casefold() in file_name.casefold()]
    enough = found if len(recognised.figures()) >= LEAST_FIGURES else []
    for candidates in (named, enough):
        if len(candidates) == 1:
            return candidates[0]
    return None


def areas_year(table: PublishedTable | None, *, year: int) -> int:
    """The year of the CBS areas that figures of `year` are given for, as the registry says; else that year itself.

    Raises BadInput("areas_year_needed") for a table of another map than that of its year, when nobody knows which.
    """
    if table is None:
        return year
    found = table.map_year(year)
    if found is None:
        raise BadInput("areas_year_needed", table=table.key)
    return found
