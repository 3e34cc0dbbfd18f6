"""A series of one figure in one area: its points, where it is cut, and counts of small areas added up over years.

A series goes up to a break (other borders, another definition); nothing is said across one.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from wijkaanzet.scans.rules.statistics.intervals import Estimate


@dataclass(frozen=True)
class Point:
    """A measurement over one year, or over `years` years up to and including `year` (pooled)."""

    year: int
    estimate: Estimate
    years: int = 1


@dataclass(frozen=True)
class Count:
    """So many of so many, in the `years` years up to and including `year`; None is not known."""

    year: int
    numerator: float | None
    denominator: float | None
    years: int = 1


def stretches(points: Iterable[Point], *, breaks: Collection[int]) -> list[list[Point]]:
    """A series by year, cut before each year of a break: from that year on figures cannot be compared with before.

    A point pooled over years on both sides of a break belongs nowhere and is left out.
    """
    cut: dict[int, list[Point]] = {}
    for point in sorted(points, key=lambda point: point.year):
        first = point.year - point.years + 1
        if not any(first < year <= point.year for year in breaks):
            cut.setdefault(sum(year <= point.year for year in breaks), []).append(point)
    return list(cut.values())


def pooled(counts: Sequence[Count], *, years: int = 3) -> list[Count]:
    """Counts of so many years in a row added up, for each year that has them: more people, so less chance.

    For an area that is too small by the year. Pooled points overlap; `trend` and `difference` never use the same year
    twice. Years that miss one give none. Raises ValueError below one year, or when a year stands twice.
    """
    if years < 1:
        raise ValueError("at least one year is added up")
    check_once(count.year for count in counts)
    known = {count.year: count for count in counts}
    return [sum_ for year in sorted(known) if (sum_ := _sum(known, range(year - years + 1, year + 1))) is not None]


def _sum(known: dict[int, Count], years: range) -> Count | None:
    numerator = denominator = 0.0
    for year in years:
        count = known.get(year)
        if count is None or count.numerator is None or count.denominator is None:
            return None
        numerator += count.numerator
        denominator += count.denominator
    return Count(years[-1], numerator, denominator, len(years))


def check_once(years: Iterable[int]) -> None:
    """A series has one point a year. Raises ValueError when a year stands twice."""
    listed = list(years)
    if len(set(listed)) < len(listed):
        raise ValueError("a year stands in a series once")
