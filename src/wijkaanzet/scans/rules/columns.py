"""What a column of a table can be for, and what kinds of figures there are. Plain Python."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

LONGEST_HEADER = 200
LONGEST_LABEL = 80
LONGEST_UNIT = 40
LONGEST_ROUNDING = 80
LONGEST_SLUG = 80


class ColumnRole(StrEnum):
    """Rol van een kolom. What a column of a table is for; some become figures, others say how to read the table."""

    IGNORE = "ignore"
    CODE = "code"
    NAME = "name"
    INHABITANTS = "inhabitants"
    COUNT = "count"
    PART = "part"
    PERCENTAGE = "percentage"
    RATE = "rate"
    MEAN = "mean"
    MEDIAN = "median"
    INDEX = "index"
    LOW = "low"
    HIGH = "high"
    RESPONDENTS = "respondents"
    CHANGED = "changed"
    ONLY = "only"


class ColumnKind(StrEnum):
    """Soort cijfer. How a figure of parts becomes one of the whole: added, weighed by a count, or never."""

    COUNT = "count"
    PART = "part"
    PERCENTAGE = "percentage"
    RATE = "rate"
    MEAN = "mean"
    MEDIAN = "median"
    INDEX = "index"


KINDS = {
    ColumnRole.INHABITANTS: ColumnKind.COUNT,
    ColumnRole.COUNT: ColumnKind.COUNT,
    ColumnRole.PART: ColumnKind.PART,
    ColumnRole.PERCENTAGE: ColumnKind.PERCENTAGE,
    ColumnRole.RATE: ColumnKind.RATE,
    ColumnRole.MEAN: ColumnKind.MEAN,
    ColumnRole.MEDIAN: ColumnKind.MEDIAN,
    ColumnRole.INDEX: ColumnKind.INDEX,
}
BESIDE = (ColumnRole.LOW, ColumnRole.HIGH, ColumnRole.RESPONDENTS)
"""Columns that say how sure another one is."""
BOUND = frozenset({ColumnKind.PART})
"""Kinds that cannot do without the count they are taken of."""
WEIGHED = frozenset({ColumnKind.PART, ColumnKind.PERCENTAGE, ColumnKind.RATE, ColumnKind.MEAN})
"""Kinds that have a count they are taken of; known, it lets parts become a whole."""
SHARES = frozenset({ColumnKind.PART, ColumnKind.PERCENTAGE})
PER_THOUSAND = 1000


@dataclass(frozen=True)
class Column:
    """One column of figures: its header in the file, and what a reader must know of it."""

    key: str
    label: str
    kind: ColumnKind
    of: str = ""
    """The header of the count that it is a part, a percentage, a rate or a mean of; empty when the table has none."""
    unit: str = ""
    rounding: str = ""
    indicator: str = ""
    """The key of the indicator in the catalogue; empty for a figure of the municipality's own."""
    low: str = ""
    high: str = ""
    respondents: str = ""
    """The headers of what was published beside it: the bounds of its interval, and how many people answered."""
    times: str = "1"
    """What a number of the table is multiplied by to be in this unit, exactly: "1000" for thousands of euros."""

    @property
    def slug(self) -> str:
        """The address of the figure, the same in every year: its indicator, or its label."""
        return self.indicator or slug_of(self.label)


def slug_of(label: str) -> str:
    """Words as an address: "Kinderen (0–14)" becomes "kinderen-0-14"."""
    letters = unicodedata.normalize("NFKD", label.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_SLUG].strip("-")
