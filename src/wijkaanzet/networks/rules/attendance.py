"""Who came, as numbers that point at nobody: new and returning people, per network and year. Plain Python.

Source: "mostly the same people" (Zaanstad); shown from ten persons. It tells, it never blocks and is never ranked.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

FEWEST: Final = 10
"""Persons; below this nothing is shown, so that nobody can be recognised."""
FEWEST_MEETINGS: Final = 3
"""Meetings in a year from which on one can say that somebody comes to most of them."""


@dataclass(frozen=True)
class Gathering:
    """One meeting that was held: in which year, and which members came."""

    year: int
    members: frozenset[int]


@dataclass(frozen=True)
class WhoCame:
    """The members who came in a year: how many for the first year here, and how many had come in a year before."""

    new: int
    returning: int
    mostly: int | None = None
    """How many of them came to more than half of the meetings; None with fewer than three meetings."""

    @property
    def persons(self) -> int:
        """How many different members came."""
        return self.new + self.returning

    @property
    def mostly_the_same(self) -> bool:
        """Whether more than half of who came were there nearly always."""
        return self.mostly is not None and 2 * self.mostly > self.persons


def who_came(gatherings: Iterable[Gathering]) -> dict[int, WhoCame | None]:
    """Who came to one network by year; None for a year in which fewer than ten members came."""
    by_year: dict[int, list[frozenset[int]]] = {}
    for gathering in gatherings:
        by_year.setdefault(gathering.year, []).append(gathering.members)
    found: dict[int, WhoCame | None] = {}
    before: set[int] = set()
    for year, meetings in sorted(by_year.items()):
        came = frozenset[int]().union(*meetings)
        told = WhoCame(new=len(came - before), returning=len(came & before), mostly=_mostly(meetings))
        found[year] = told if told.persons >= FEWEST else None
        before |= came
    return found


def shown_count(persons: int) -> int | None:
    """How many people came to one meeting, as everybody may read it; None below ten."""
    return persons if persons >= FEWEST else None


def _mostly(meetings: list[frozenset[int]]) -> int | None:
    if len(meetings) < FEWEST_MEETINGS:
        return None
    times = Counter(member for members in meetings for member in members)
    return sum(2 * count > len(meetings) for count in times.values())
