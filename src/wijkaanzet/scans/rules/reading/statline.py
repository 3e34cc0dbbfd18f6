"""How a table from StatLine or its open data is known: by the names it uses and by padded cells."""

import re
from collections.abc import Sequence

from wijkaanzet.scans.rules.reading.layout import FileKind

_POSITION = re.compile(r"_[0-9]+$")  # open data ends a name with its place in the table: SoortRegio_2
_NO_LETTERS = re.compile(r"[^a-z]")
NAMES = frozenset({"wijkenenbuurten", "regios", "perioden", "codering", "soortregio", "onderwerp"})


def statline_kind(names: Sequence[str], top: Sequence[Sequence[str]]) -> FileKind | None:
    """Which kind of StatLine table has these names, below these rows; None when it is not from there."""
    if any("|" in name for name in names) or any(bare(cell) == "onderwerp" for cells in top for cell in cells):
        return FileKind.STATLINE_PIVOT
    return FileKind.STATLINE if NAMES.intersection(map(bare, names)) else None


def bare(name: str) -> str:
    """A name without what StatLine and R put around its letters."""
    return _NO_LETTERS.sub("", _POSITION.sub("", name).lower())
