"""Who came, as numbers that point at nobody: new and returning people, per network and year. Plain Python.

Source: "mostly the same people" (Zaanstad); shown from ten persons. It tells, it never blocks and is never ranked.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

FEWEST: Final = 10
"""Persons; below this nothing is shown, so that nobody can be recognised."""


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

    @property
    def persons(self) -> int:
        """How many different members came."""
        return self.new + self.returning


def who_came(gatherings: Iterable[Gathering]) -> dict[int, WhoCame | None]:
    """New and returning members of one network by year; None for a year in which fewer than ten of them came."""
    by_year: dict[int, set[int]] = {}
    for gathering in gatherings:
        by_year.setdefault(gathering.year, set()).update(gathering.members)
    found: dict[int, WhoCame | None] = {}
    before: set[int] = set()
    for year, came in sorted(by_year.items()):
        told = WhoCame(new=len(came - before), returning=len(came & before))
        found[year] = told if told.persons >= FEWEST else None
        before |= came
    return found


def shown_count(persons: int) -> int | None:
    """How many people came to one meeting, as everybody may read it; None below ten."""
    return persons if persons >= FEWEST else None
