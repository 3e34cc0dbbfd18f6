"""An attacker who knows all that is public and calculates well: adding, subtracting, bounding, and trying everything.

It shares no code with the rules that it attacks. What it must not manage is to place a small count within a narrower
range than "fewer than five" leaves open: from 1 to 4.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import ceil, floor, inf

Weights = Mapping[str, Fraction]
Number = Fraction | float  # a float only where there is no limit
_ROUNDS = 30


@dataclass(frozen=True)
class Fact:
    """What the attacker read: the total of some cells lies between two numbers, both included."""

    weights: Weights
    least: Number
    most: Number


@dataclass
class Attacker:
    """Somebody with facts; nobody counts below zero, and of a cell never more than `limits` says."""

    facts: Sequence[Fact]
    cells: Sequence[str]
    limits: Mapping[str, Fraction]

    def __post_init__(self) -> None:
        self.least: dict[str, Number] = dict.fromkeys(self.cells, Fraction(0))
        self.most: dict[str, Number] = {cell: self.limits.get(cell, inf) for cell in self.cells}
        facts = [fact for fact in self.facts if fact.weights]
        known = [fact for fact in facts if fact.most != inf]
        self.echelon = _echelon(known, self.cells)
        self.facts = [*facts, *(row for _, row in self.echelon), *_differences(known), *_pooled(known)]
        for _ in range(_ROUNDS):
            before = dict(self.least), dict(self.most)
            for fact in self.facts:
                self._narrow(fact)
            if before == (self.least, self.most):
                break

    def bounds(self, target: Weights) -> tuple[Number, Number]:
        """Between which numbers the attacker can place the total of a target."""
        least, most = self._between(target)
        for fact in [*self.facts, *_eliminated(self.echelon, target)]:
            factor = _factor(fact.weights, target)
            if factor is not None:
                ends = fact.least * factor, fact.most * factor
                least, most = max(least, min(ends)), min(most, max(ends))
        return least, most

    def _between(self, weights: Weights, without: str = "") -> tuple[Number, Number]:
        least: Number = Fraction(0)
        most: Number = Fraction(0)
        for cell, part in weights.items():
            if cell != without:
                ends = part * self.least[cell], part * self.most[cell]
                least, most = least + min(ends), most + max(ends)
        return least, most

    def _narrow(self, fact: Fact) -> None:
        """What a fact says of each of its cells, given what is known of the others; people come in whole numbers."""
        for cell, part in fact.weights.items():
            least, most = self._between(fact.weights, without=cell)
            ends = (fact.least - most) / part, (fact.most - least) / part
            low, high = min(ends), max(ends)
            if low != -inf:
                self.least[cell] = max(self.least[cell], Fraction(ceil(low)))
            if high != inf:
                self.most[cell] = min(self.most[cell], Fraction(floor(high)))


def other_towns(facts: Sequence[Fact], cells: Sequence[str], *, at_most: int) -> Iterator[dict[str, int]]:
    """Every town with at most so many people in a cell that fits the facts, found by trying all."""
    whole = [
        (set(fact.weights), ceil(fact.least), at_most * len(cells) if fact.most == inf else floor(fact.most))
        for fact in facts
        if set(fact.weights.values()) == {1}
    ]
    return _towns(whole, cells, {}, at_most)


def _towns(
    facts: Sequence[tuple[set[str], int, int]], cells: Sequence[str], town: dict[str, int], at_most: int
) -> Iterator[dict[str, int]]:
    if len(town) == len(cells):
        yield town
        return
    cell, later = cells[len(town)], set(cells[len(town) + 1 :])
    for count in range(at_most + 1):
        tried = {**town, cell: count}
        if all(_may_fit(fact, tried, later) for fact in facts if cell in fact[0]):
            yield from _towns(facts, cells, tried, at_most)


def _may_fit(fact: tuple[set[str], int, int], town: dict[str, int], later: set[str]) -> bool:
    cells, least, most = fact
    counted = sum(town.get(cell, 0) for cell in cells)
    return counted <= most and (counted >= least or not later.isdisjoint(cells))


_NOTHING = Fact({}, Fraction(0), Fraction(0))


def _sum(one: Fact, other: Fact, factor: Fraction) -> Fact:
    """One fact and a multiple of another, added."""
    parts = {
        cell: one.weights.get(cell, Fraction(0)) + factor * other.weights.get(cell, Fraction(0))
        for cell in {**one.weights, **other.weights}
    }
    ends = factor * other.least, factor * other.most
    weights = {cell: part for cell, part in parts.items() if part}
    return Fact(weights, one.least + min(ends), one.most + max(ends))


def _echelon(facts: Sequence[Fact], cells: Sequence[str]) -> list[tuple[str, Fact]]:
    """The facts after elimination by Gauss and Jordan, without any rounding; per row its pivot."""
    done: list[tuple[str, Fact]] = []
    for start in facts:
        fact = start
        for pivot, other in done:
            if part := fact.weights.get(pivot):
                fact = _sum(fact, other, -part)
        pivot = next((cell for cell in cells if cell in fact.weights), "")
        if pivot:
            fact = _sum(_NOTHING, fact, 1 / fact.weights[pivot])
            cleaned = [(at, _sum(row, fact, -row.weights.get(pivot, Fraction(0)))) for at, row in done]
            done = [*cleaned, (pivot, fact)]
    return done


def _eliminated(echelon: Sequence[tuple[str, Fact]], target: Weights) -> list[Fact]:
    """The target itself, when it is a sum of facts."""
    left = Fact(dict(target), Fraction(0), Fraction(0))
    for pivot, row in echelon:
        if part := left.weights.get(pivot):
            left = _sum(left, row, -part)
    return [] if left.weights else [Fact(target, -left.most, -left.least)]


def _differences(facts: Sequence[Fact]) -> list[Fact]:
    return [
        _sum(one, other, Fraction(-1))
        for one, other in combinations(facts, 2)
        if {*one.weights} & {*other.weights} and one.weights != other.weights
    ]


def _pooled(facts: Sequence[Fact]) -> list[Fact]:
    """Each fact less all facts that lie inside it and not inside each other, in the order in which they were read."""
    found = []
    for whole in facts:
        rest = whole
        for part in facts:
            inside = all(rest.weights.get(cell, 0) >= weight for cell, weight in part.weights.items())
            if inside and part.weights != whole.weights:
                rest = _sum(rest, part, Fraction(-1))
        found.append(rest)
    return [fact for fact in found if fact.weights]


def _factor(weights: Weights, target: Weights) -> Fraction | None:
    """By how much a fact is multiplied to be about the target; None when it is about something else."""
    if weights.keys() != target.keys() or not weights:
        return None
    factors = {target[cell] / part for cell, part in weights.items()}
    return factors.pop() if len(factors) == 1 else None
