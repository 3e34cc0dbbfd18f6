"""The same figure again: a corrected table, or the next year of a running total, next to what was shown before.

Two counts of the same people say by their difference how many came or went. When that is fewer than the smallest count,
the later one is withheld, since the earlier one is out. Years that count other people each, such as the visitors
of one year and those of the next, have no such difference and need none of this.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.scans.rules.disclosure.primary import judge_count
from wijkaanzet.scans.rules.disclosure.table import Cells, Families
from wijkaanzet.scans.rules.disclosure.thresholds import PublicationRules


@dataclass(frozen=True)
class Release:
    """One version or one year of the count of one group; `is_public` when readers may have it already."""

    key: str
    count: Fraction | None
    is_public: bool = False


def withheld_releases(releases: Sequence[Release], rules: PublicationRules) -> frozenset[str]:
    """Which releases of one group to hide, given the others, oldest first: the keys of those.

    What is public stays, whatever its place; then each comes that differs from all shown ones by nothing or enough. One
    that is shown as the same rounded number tells nothing new. Hand the outcome to publish as `withheld`.
    """
    shown: list[Fraction] = []
    withheld = set()
    for release in sorted(releases, key=lambda one: not one.is_public):
        count = release.count
        if count is None or judge_count(count, rules).reason:
            continue  # it is hidden by itself
        if release.is_public or not any(_gives_away(count, other, rules) for other in shown):
            shown.append(count)
        else:
            withheld.add(release.key)
    return frozenset(withheld)


def _gives_away(one: Fraction, other: Fraction, rules: PublicationRules) -> bool:
    return 0 < abs(one - other) < rules.smallest_count and rules.rounded(one) != rules.rounded(other)


def at(name: str, period: str) -> str:
    """The id of a group or cell in one period of a running total."""
    return f"{name}@{period}"


def running_total(columns: Mapping[str, Cells], families: Families) -> tuple[Cells, Families]:
    """A running total of several periods, oldest first, as one column: what each period added, per cell.

    The count of a group in a period is then a sum over cells and periods, so `publish` protects all years and their
    differences at once; `at` gives the ids. Years that are out already go in as `public`. Raises Refused
    ("running_total_falls").
    """
    added: dict[str, Fraction | None] = {}
    parts: dict[str, dict[str, list[str]]] = {}
    for cell in sorted({cell for column in columns.values() for cell in column}):
        steps, before = list[str](), Fraction(0)
        for period, column in columns.items():
            count, step = column.get(cell), at(cell, period)
            if count is not None and count < before:
                raise Refused("running_total_falls", cell=cell, period=period)
            added[step] = None if count is None else count - before
            steps, before = (steps, before) if count is None else ([*steps, step], count)
            parts.setdefault(period, {})[cell] = [step] if count is None else steps
    return added, {
        at(family, period): {
            at(group, period): {
                step: part for cell, part in weights.items() for step in parts[period].get(cell, [at(cell, period)])
            }
            for group, weights in groups.items()
        }
        for period in columns
        for family, groups in families.items()
    }
