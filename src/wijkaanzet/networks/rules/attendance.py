"""Who came, so that it points at nobody: about how many, mostly new or not, per network and year. Plain Python.

Source: "mostly the same people" (Zaanstad); shown from ten persons. It tells, it never blocks and is never ranked.
How many were new, had come before or came mostly is never a number, because one newcomer is somebody whom people know;
and how many came in all is rounded, because a year grows with each meeting. What is told of all years together leaves
open that each part which may be there is of five persons or more (`tests/networks/test_who_came.py`).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

FEWEST: Final = 10
"""Persons; below this nothing is shown, so that nobody can be recognised."""
FEWEST_OF_PART: Final = 5
"""Persons of a part of them, such as who were new; of fewer nobody may read how many they are."""
ROUNDED_TO: Final = 5
FEWEST_MEETINGS: Final = 3
"""Meetings in a year from which on one can say that somebody comes to most of them."""


@dataclass(frozen=True)
class Gathering:
    """One meeting that was held: in which year, and which members came."""

    year: int
    members: frozenset[int]


@dataclass(frozen=True, kw_only=True)
class WhoCame:
    """The members who came in a year, as everybody may read it."""

    about: int
    """How many different members, rounded to five."""
    mostly_new: bool | None
    """Whether more than half of them came for the first year here; None in the first year, when everybody does, and
    when it would tell how few had come before."""
    mostly_the_same: bool | None
    """Whether more than half of them came to more than half of the meetings; None with fewer than three meetings."""
    first_year: bool = False
    """Whether this is the first year of which it is known who came."""

    @property
    def fewest(self) -> int:
        """The smallest number of persons that reads like this."""
        return max(FEWEST, self.about - ROUNDED_TO // 2)

    @property
    def most(self) -> int:
        """The largest number of persons that reads like this."""
        return self.about + ROUNDED_TO // 2


def who_came(gatherings: Iterable[Gathering]) -> dict[int, WhoCame | None]:
    """Who came to one network by year; None for a year in which fewer than ten members came."""
    by_year: dict[int, list[frozenset[int]]] = {}
    for gathering in gatherings:
        by_year.setdefault(gathering.year, []).append(gathering.members)
    found: dict[int, WhoCame | None] = {}
    before: set[int] = set()
    for year, meetings in sorted(by_year.items()):
        came = frozenset[int]().union(*meetings)
        found[year] = _told(came, before, meetings, earlier=list(found.values())) if len(came) >= FEWEST else None
        before |= came
    return found


def shown_count(persons: int) -> int | None:
    """How many people came to one meeting, as everybody may read it; None below ten."""
    return persons if persons >= FEWEST else None


def _told(
    came: frozenset[int], before: set[int], meetings: list[frozenset[int]], *, earlier: list[WhoCame | None]
) -> WhoCame:
    about = (len(came) + ROUNDED_TO // 2) // ROUNDED_TO * ROUNDED_TO
    same = 2 * _mostly(meetings) > len(came) if len(meetings) >= FEWEST_MEETINGS else None
    told = WhoCame(about=about, mostly_new=None, mostly_the_same=same, first_year=not earlier)
    if not _may_say_who_was_new(told, earlier):
        return told
    mostly_new = 2 * len(came - before) > len(came)
    return WhoCame(about=about, mostly_new=mostly_new, mostly_the_same=same)


def _may_say_who_was_new(told: WhoCame, earlier: list[WhoCame | None]) -> bool:
    """Whether one may say if most were new. It depends only on what everybody reads, so that silence tells nothing.

    That half of very many had come before says that nearly nobody came in two of the years before, and so how few
    returned in the second of these.
    """
    if len(earlier) <= 1:
        return bool(earlier)
    returned_at_least = (told.fewest + 1) // 2
    return sum(map(_most_new, earlier)) - returned_at_least >= FEWEST_OF_PART


def _most_new(told: WhoCame | None) -> int:
    """How many can have been new in a year, for who reads what is told of it."""
    if told is None:
        return FEWEST - 1
    return told.most // 2 if told.mostly_new is False else told.most


def _mostly(meetings: list[frozenset[int]]) -> int:
    times = Counter(member for members in meetings for member in members)
    return sum(2 * count > len(meetings) for count in times.values())
