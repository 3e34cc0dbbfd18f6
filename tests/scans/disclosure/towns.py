"""Small towns for the tests: cells, divisions that cross each other, and what an attacker reads on their page."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import inf

from hypothesis import strategies as st

from tests.scans.disclosure.attack import Attacker, Fact, Number
from wijkaanzet.scans.rules.disclosure.primary import HiddenReason, Published, PublishedPercentage
from wijkaanzet.scans.rules.disclosure.publish import total
from wijkaanzet.scans.rules.disclosure.thresholds import PublicationRules

Group = dict[str, Fraction]
Divisions = dict[str, dict[str, Group]]
RULES = PublicationRules()
EXACT = PublicationRules(rounding_base=1)


@dataclass(frozen=True)
class SmallTown:
    """What was counted per cell, and the divisions of which the column is shown."""

    column: dict[str, Fraction]
    divisions: Divisions

    @property
    def groups(self) -> dict[str, Group]:
        return {name: group for division in self.divisions.values() for name, group in division.items()}


def group(cells: str) -> Group:
    """Cells that lie in a group wholly; each is one letter."""
    return dict.fromkeys(cells, Fraction(1))


def division(*groups: str) -> dict[str, Group]:
    """A division by the letters of its groups."""
    return {cells: group(cells) for cells in groups}


def column(**counts: int) -> dict[str, Fraction]:
    """What was counted, per cell."""
    return {cell: Fraction(count) for cell, count in counts.items()}


def drawn(
    rnd: random.Random, *, cells: int = 12, divisions: int = 4, split: bool = False, largest: int = 500
) -> SmallTown:
    """A town by chance: many small numbers, and divisions with other borders; with `split` a cell lies in two areas."""
    names = [chr(ord("a") + number) for number in range(rnd.randint(2, cells))]
    typical = rnd.choice([1, 3, 8, 20])
    counts = {name: Fraction(int(min(rnd.expovariate(1 / typical), largest))) for name in names}
    found: Divisions = {"city": {"city": group("".join(names))}}
    if rnd.random() < 0.7:
        found["cells"] = {name: group(name) for name in names}
    for number in range(rnd.randint(1, divisions)):
        areas: dict[str, Group] = {}
        many = rnd.randint(2, max(2, len(names) - 1))
        for name in names:
            areas.setdefault(f"{number}-{rnd.randrange(many)}", {})[name] = Fraction(1)
        if split and len(areas) > 1:
            _split(rnd, areas)
        found[str(number)] = areas
    return SmallTown(counts, found)


def _split(rnd: random.Random, areas: dict[str, Group]) -> None:
    """Let one cell lie in two areas of the division, partly in each."""
    one, other = rnd.sample(sorted(areas), 2)
    cell = rnd.choice(sorted(areas[one]))
    part = Fraction(rnd.choice([2, 4, 5, 7]), 10)
    areas[one][cell], areas[other][cell] = part, 1 - part


small_towns = st.builds(drawn, st.randoms(use_true_random=False))
split_towns = st.builds(lambda rnd: drawn(rnd, split=True), st.randoms(use_true_random=False))


def facts_of(town: SmallTown, page: Mapping[str, Published], rules: PublicationRules, *, exact: bool) -> list[Fact]:
    """What a reader learns of each group; with `exact` somebody told him the shown totals before rounding."""
    return [
        Fact(weights, *_read(page[name], rules, total(town.column, weights) if exact and _whole(weights) else None))
        for name, weights in town.groups.items()
    ]


def _whole(weights: Group) -> bool:
    return set(weights.values()) <= {1}


def _read(shown: Published, rules: PublicationRules, secret: Fraction | None) -> tuple[Number, Number]:
    least = Fraction(0) if rules.zero_is_sensitive else Fraction(1, 10)  # what is shown as zero is zero
    if shown.value is None:
        told = shown.reason is HiddenReason.TOO_FEW_COUNTED
        return least, rules.smallest_count - Fraction(1, 10) if told else inf
    if secret is not None or shown.value == 0:
        return shown.value if secret is None else secret, shown.value if secret is None else secret
    half = Fraction(rules.rounding_base, 2)
    return max(shown.value - half, Fraction(rules.smallest_count)), shown.value + half - Fraction(1, 10)


def percentage_facts(
    town: SmallTown, bases: dict[str, Fraction], page: Mapping[str, PublishedPercentage], rules: PublicationRules
) -> list[Fact]:
    """What a reader learns of each numerator, from the percentage and its base or from the reason that is told."""
    found = []
    for name, cells in town.groups.items():
        one, base = page[name], total(bases, cells) or Fraction(0)
        least, most = Fraction(0), base
        if one.value is not None and one.base is not None:
            least, most = rules.before_rounding(one.value * one.base / 100)
            most -= Fraction(1, 10)
        elif one.reason is HiddenReason.TOO_FEW_COUNTED:
            most = Fraction(rules.smallest_part - 1)
        elif one.reason is HiddenReason.COMPLEMENT_TOO_SMALL:
            least = base - rules.smallest_part + 1
        found.append(Fact(cells, least, most))
    return found


def small_sets(town: SmallTown, rules: PublicationRules) -> Iterator[Group]:
    """Groups, cells, overlaps and what sticks out, of which the count must stay open."""
    groups = [*town.groups.values(), *({cell: Fraction(1)} for cell in town.column)]
    pieces = [piece for one, other in combinations(groups, 2) for piece in _pieces(one, other)]
    low = 0 if rules.zero_is_sensitive else Fraction(1, 100)
    for piece in [*groups, *pieces]:
        counted = total(town.column, piece)
        if counted is not None and low <= counted < rules.smallest_count:
            yield piece


def _pieces(one: Group, other: Group) -> Iterator[Group]:
    overlap = {cell: min(one[cell], other[cell]) for cell in one.keys() & other.keys()}
    for piece in (overlap, _less(one, overlap), _less(other, overlap)):
        if piece:
            yield piece


def _less(one: Group, other: Group) -> Group:
    return {cell: part - other.get(cell, 0) for cell, part in one.items() if part > other.get(cell, 0)}


def broken(town: SmallTown, facts: list[Fact], rules: PublicationRules) -> list[tuple[Group, Number, Number]]:
    """The small counts that an attacker places within a narrower range than "fewer than the smallest" leaves open."""
    attacker = Attacker(facts, sorted(town.column), {})
    width = rules.smallest_count - (1 if rules.zero_is_sensitive else 2)
    found = [(piece, *attacker.bounds(piece)) for piece in small_sets(town, rules)]
    return [(piece, least, most) for piece, least, most in found if most - least < width]
