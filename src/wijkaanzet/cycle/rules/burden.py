"""What the product asked of a network or an organisation, by kind. Plain Python.

Source: "who never says no is asked most"; nobody writes hours down, only what was asked here is counted.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class AskedKind(StrEnum):
    """Soort vraag. What somebody was asked to do for the neighbourhood."""

    MEETING = "meeting"
    SCAN = "scan"
    ADVICE = "advice"
    PLAN = "plan"
    CONTRIBUTION = "contribution"
    QUESTION = "question"


@dataclass(frozen=True)
class Burden:
    """What was asked in one year: how often of each kind that occurred."""

    year: int
    asked: dict[AskedKind, int]

    @property
    def total(self) -> int:
        """How often something was asked."""
        return sum(self.asked.values())


def burdens(asked: Iterable[tuple[AskedKind, date]]) -> list[Burden]:
    """What was asked on each day, counted by year, the newest year first; kinds in the order of AskedKind."""
    counts: dict[int, dict[AskedKind, int]] = {}
    for kind, day in asked:
        of_year = counts.setdefault(day.year, {})
        of_year[kind] = of_year.get(kind, 0) + 1
    return [
        Burden(year, {kind: of_year[kind] for kind in AskedKind if kind in of_year})
        for year, of_year in sorted(counts.items(), reverse=True)
    ]
