"""Whether an area is the same in two region years, and counting again where it is not. Plain Python.

Source: CBS, Toelichting Wijk- en Buurtkaart, "Indelingswijziging wijken en buurten": 1 says that an area may be
compared with the year before. An equal code alone does not: borders move while a code stays.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from wijkaanzet.areas.rules.composition import WHOLE, Part
from wijkaanzet.kernel.refusals import Refused

Count = int | Fraction


@dataclass(frozen=True)
class Change:
    """What became of a CBS area: the weight of it that lies in an area of a later region year."""

    from_code: str
    to_code: str
    weight: Decimal = WHOLE


class Comparability(StrEnum):
    """Vergelijkbaarheid. Whether figures of an area in two region years are about the same place."""

    SAME = "same"
    SAME_BY_CONCORDANCE = "same_by_concordance"
    CONVERTED = "converted"
    NOT_COMPARABLE = "not_comparable"


class ChangeKind(StrEnum):
    """Soort gebiedswijziging. What happened to a CBS area between two region years."""

    RENAME = "rename"
    RECODE = "recode"
    MERGE = "merge"
    SPLIT = "split"
    BORDER = "border"


@dataclass(frozen=True)
class Comparable:
    """Whether an area is the same place in two region years, and what happened to its parts."""

    outcome: Comparability
    kinds: frozenset[ChangeKind] = frozenset()
    unknown: tuple[str, ...] = ()
    """CBS areas of which nobody says what became of them, or what they were."""


@dataclass(frozen=True)
class Converted:
    """A count of a later area, made from counts of earlier ones; None when one of them is not known."""

    value: Fraction | None
    estimated: bool
    """Whether a part of a count was used: then it is as good as the weights are."""


def comparable(
    parts_a: Sequence[Part],
    year_a: int,
    parts_b: Sequence[Part],
    year_b: int,
    changes: Iterable[Change],
    unchanged: Collection[str] = frozenset(),
) -> Comparable:
    """Whether an area is the same place in two region years, by its parts in each.

    `changes` go from the earlier year to the later; `unchanged` are codes that CBS itself calls comparable over those
    years. The area is the same when all that its parts became, and nothing else, is in it again; converting is needed
    where that is so for weights only.
    """
    if year_a == year_b:
        return Comparable(
            Comparability.SAME if _weights(parts_a) == _weights(parts_b) else Comparability.NOT_COMPARABLE
        )
    before, after = (parts_a, parts_b) if year_a < year_b else (parts_b, parts_a)
    links = _Links(changes, unchanged)
    unknown = links.unknown(before, after)
    if unknown or not before or not after:
        return Comparable(Comparability.NOT_COMPARABLE, unknown=unknown)
    touched = links.touching(before, after)
    names = _names(before), _names(after)
    kinds = frozenset(kind for group in links.groups(touched) if (kind := _kind(group, *names)) is not None)
    same = all(links.is_same(one, _weights(before), _weights(after)) for one in touched)
    return Comparable(Comparability.SAME_BY_CONCORDANCE if same else Comparability.CONVERTED, kinds)


def convert(counts: Mapping[str, Count | None], changes: Iterable[Change]) -> dict[str, Converted]:
    """Counts of CBS areas of one region year as counts of those of a later one; together they stay the same.

    Only counts convert: a percentage through its numerator and its denominator, a mean, median or index never.
    Raises Refused ("change_unknown") for a count of which no change says where it goes.
    """
    changes = list(changes)
    for code in sorted(counts.keys() - {one.from_code for one in changes}):
        raise Refused("change_unknown", code=code)
    found: dict[str, Converted] = {}
    for one in changes:
        if one.from_code in counts:
            sofar = found.get(one.to_code, Converted(Fraction(), estimated=False))
            found[one.to_code] = _added(sofar, counts[one.from_code], one.weight)
    return found


def _added(sofar: Converted, count: Count | None, weight: Decimal) -> Converted:
    known = None if count is None or sofar.value is None else sofar.value + Fraction(weight) * count
    return Converted(known, sofar.estimated or weight != 1)


def _weights(parts: Iterable[Part]) -> dict[str, Decimal]:
    return {part.code: part.weight for part in parts}


def _names(parts: Iterable[Part]) -> dict[str, str]:
    return {part.code: part.name for part in parts}


def _kind(group: Sequence[Change], before: Mapping[str, str], after: Mapping[str, str]) -> ChangeKind | None:
    """What happened to areas that hang together; None when nothing did."""
    olds, news = {one.from_code for one in group}, {one.to_code for one in group}
    match len(olds), len(news):
        case 1, 1:
            (old,), (new,) = olds, news
            renamed = before.get(old) != after.get(new) and old in before and new in after
            return ChangeKind.RECODE if old != new else (ChangeKind.RENAME if renamed else None)
        case _, 1:
            return ChangeKind.MERGE
        case 1, _:
            return ChangeKind.SPLIT
        case _:
            return ChangeKind.BORDER


class _Links:
    """The changes between two region years, found by either end."""

    def __init__(self, changes: Iterable[Change], unchanged: Collection[str]) -> None:
        self.by_old: dict[str, list[Change]] = {}
        self.by_new: dict[str, list[Change]] = {}
        told = list(changes)
        known = {one.from_code for one in told}
        for one in (*told, *(Change(code, code) for code in sorted(set(unchanged) - known))):
            self.by_old.setdefault(one.from_code, []).append(one)
            self.by_new.setdefault(one.to_code, []).append(one)

    def unknown(self, before: Iterable[Part], after: Iterable[Part]) -> tuple[str, ...]:
        lost = {part.code for part in before} - self.by_old.keys()
        return tuple(sorted(lost | ({part.code for part in after} - self.by_new.keys())))

    def touching(self, before: Iterable[Part], after: Iterable[Part]) -> list[Change]:
        """Every change from a part of the area as it was, or to a part of it as it is."""
        found = [one for part in before for one in self.by_old[part.code]]
        return list(dict.fromkeys([*found, *(one for part in after for one in self.by_new[part.code])]))

    def is_same(self, one: Change, before: Mapping[str, Decimal], after: Mapping[str, Decimal]) -> bool:
        """Whether what a change moves was in the area and still is; a part of an area only when it moved as one."""
        held, holds = before.get(one.from_code, Decimal()), after.get(one.to_code, Decimal())
        alone = len(self.by_old[one.from_code]) == len(self.by_new[one.to_code]) == 1
        return held == holds and (held == 1 or alone)

    def groups(self, touched: Iterable[Change]) -> Iterator[list[Change]]:
        """The changes that hang together: all from and to the same areas, and on from there."""
        seen: set[Change] = set()
        for start in touched:
            group: list[Change] = []
            todo = [start]
            while todo:
                one = todo.pop()
                if one not in seen:
                    seen.add(one)
                    group.append(one)
                    todo += [*self.by_old[one.from_code], *self.by_new[one.to_code]]
            if group:
                yield group
