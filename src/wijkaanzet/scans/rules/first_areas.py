"""The areas that a table names, for a municipality that has not been divided yet."""

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.columns import ColumnRole
from wijkaanzet.scans.rules.figures_file import is_of
from wijkaanzet.scans.rules.overview import LIMITS, Overview
from wijkaanzet.scans.rules.proposal import propose
from wijkaanzet.scans.rules.reading.regions import RegionLevel, region
from wijkaanzet.scans.rules.reading.table import open_table


def areas_in(content: bytes, overview: Overview, *, municipality: str) -> dict[str, str]:
    """The wijken of the municipality in a table, or its buurten when it has no wijken: code and name.

    Raises BadInput("areas_need_names") when no column holds names, since people know a neighbourhood by its name.
    """
    roles = {one.choice.role: one.choice.key for one in propose(overview, known={})}
    if ColumnRole.NAME not in roles:
        raise BadInput("areas_need_names")
    code, name = (overview.header.index(key) for key in (overview.code, roles[ColumnRole.NAME]))
    found: dict[str, str] = {}
    for _, cells in open_table(content, overview.layout, limits=LIMITS).rows:
        key = region(cells[code]) or ""
        if is_of(key, municipality):
            found.setdefault(key, " ".join(cells[name].split()))
    wijken = {key: words for key, words in found.items() if key.startswith(RegionLevel.WIJK)}
    return wijken or found
