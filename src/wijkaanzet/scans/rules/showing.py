"""Which figures may be public, and as what: the one place between what is known and any page, map, export or API.

What a publisher such as CBS brought out is shown as it is, never below its own rules. What the municipality or a
partner counted themselves has no shield: small numbers are hidden, and others with them when they would give them away.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from wijkaanzet.scans.rules.columns import WEIGHED, ColumnKind
from wijkaanzet.scans.rules.disclosure.over_time import Release, withheld_releases
from wijkaanzet.scans.rules.disclosure.primary import (
    HiddenReason,
    Published,
    PublishedPercentage,
    judge_as_published,
)
from wijkaanzet.scans.rules.disclosure.publish import publish, publish_percentages, total
from wijkaanzet.scans.rules.disclosure.thresholds import Denominator, PublicationRules
from wijkaanzet.scans.rules.roll_up import Whole
from wijkaanzet.scans.rules.sureness import SCALES

KEPT_ANSWERS = 512
_OF_PEOPLE = {
    HiddenReason.TOO_FEW_COUNTED: HiddenReason.TOO_FEW_PEOPLE,
    HiddenReason.NOT_KNOWN: HiddenReason.TOO_FEW_PEOPLE,
}
"""Of what counts nobody: who live there were judged, and of how many nobody knows there may be too few."""
Frozen = tuple[tuple[str, Fraction], ...]
Family = tuple[tuple[str, Frozen], ...]


@dataclass(frozen=True)
class Shown:
    """A figure as the public sees it; hidden, its whole holds no number at all."""

    whole: Whole
    hidden: HiddenReason | None = None


@dataclass(frozen=True)
class OwnColumn:
    """A column that the municipality counted itself: of every cell the count, and what it is a part of."""

    kind: ColumnKind
    counts: Frozen
    bases: Frozen | None
    families: tuple[tuple[str, Family], ...]
    """Every group of areas that it is shown of, in every division; see rules.disclosure."""
    denominator: Denominator = Denominator.PEOPLE
    """Whether a share is one of all people, or of those who answered."""
    withheld: tuple[str, ...] = ()
    """Groups that are hidden because an older table of the same year is out; see disclosure.over_time."""


def as_published(kind: ColumnKind, whole: Whole, *, people: Fraction | None) -> Shown:
    """A figure of a publisher; `people` live in the area, None when no table says how many."""
    if whole.value is None:
        return Shown(whole, HiddenReason.NOT_KNOWN)
    if kind is ColumnKind.COUNT or people is None:
        return Shown(whole)
    judged = judge_as_published(whole.value, percentage=True, inhabitants=people)
    return Shown(whole) if judged.reason is None else Shown(without_numbers(whole), judged.reason)


@lru_cache(maxsize=KEPT_ANSWERS)
def own_figures(column: OwnColumn, rules: PublicationRules) -> Mapping[str, Published | PublishedPercentage]:
    """Of each group what may be public. The same question is put by every page, so answers are kept."""
    families = {name: {group: dict(parts) for group, parts in groups} for name, groups in column.families}
    counts = dict(column.counts)
    if not counts_people(column.kind):
        return publish(counts, families, replace(rules, smallest_count=rules.least_people))
    if column.bases is None:
        return publish(counts, families, rules, withheld=column.withheld)
    bases, of = dict(column.bases), column.denominator
    return publish_percentages(counts, bases, families, rules, denominator=of, withheld=column.withheld)


def since_then(versions: Sequence[OwnColumn], rules: PublicationRules) -> tuple[str, ...]:
    """Of the newest of several tables of one year, the oldest first, which groups the older ones would give away."""
    *_older, newest = versions
    found = []
    for group in (group for _name, family in newest.families for group, _parts in family):
        counts = [_counted(one, group) for one in versions]
        releases = [Release(str(n), count, n < len(counts) - 1) for n, count in enumerate(counts)]
        if str(len(counts) - 1) in withheld_releases(releases, rules):
            found.append(group)
    return tuple(found)


def _counted(column: OwnColumn, group: str) -> Fraction | None:
    parts = next((parts for _name, family in column.families for one, parts in family if one == group), ())
    return total(dict(column.counts), dict(parts))


def as_shown(kind: ColumnKind, whole: Whole, judged: Published | PublishedPercentage) -> Shown:
    """A figure of our own, rounded as the rules say; or hidden, with nothing left of its numbers.

    A mean, a median or an index counts nobody, so it is shown as it is, of enough people.
    """
    if whole.value is None:
        return Shown(whole, HiddenReason.NOT_KNOWN)
    if not counts_people(kind):
        if judged.reason is None and judged.value:
            return Shown(whole)
        reason = judged.reason or HiddenReason.TOO_FEW_PEOPLE  # nobody lives there
        return Shown(without_numbers(whole), _OF_PEOPLE.get(reason, reason))
    if judged.reason is not None:
        return Shown(without_numbers(whole), judged.reason)
    if isinstance(judged, Published):
        return Shown(replace(whole, value=judged.value))
    if judged.count is None or not judged.base:
        return Shown(without_numbers(whole), HiddenReason.NOT_KNOWN)
    value = judged.count * Fraction(SCALES.get(kind, 1.0)) / judged.base
    return Shown(replace(whole, value=value, numerator=judged.count, denominator=judged.base))


def without_numbers(whole: Whole) -> Whole:
    """What may be told of a figure that is hidden: of how many parts it is."""
    return replace(whole, value=None, numerator=None, denominator=None)


def counts_people(kind: ColumnKind) -> bool:
    """Whether a figure of this kind counts people, so that small numbers tell of somebody."""
    return kind is ColumnKind.COUNT or (kind in WEIGHED and kind is not ColumnKind.MEAN)
