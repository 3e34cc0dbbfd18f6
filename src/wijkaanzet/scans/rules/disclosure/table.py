"""A column and its groups as whole numbers: what each group counts, and between which counts readers can place it.

Groups that hold the same cells in the same way are one row: they are shown together or not at all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm

import numpy as np

from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.scans.rules.disclosure.bands import NO_LIMIT, Known, Scale, Truth, Whole, known, scale_of
from wijkaanzet.scans.rules.disclosure.primary import HiddenReason
from wijkaanzet.scans.rules.disclosure.thresholds import PublicationRules

Cells = Mapping[str, Fraction | None]
"""Per base cell, a CBS wijk or buurt, what was counted; None is not known."""
Weights = Mapping[str, Fraction]
"""Which part of each cell lies in a group: above 0, at most 1."""
Families = Mapping[str, Mapping[str, Weights]]
"""Per division its groups, by an id that is unique over all divisions. The whole municipality is a division too."""

FINEST, LARGEST = 1_000_000, 100_000_000
"""Weights and counts together in at most so many parts of one, and a count at most so large: sums fit in 64 bits."""


@dataclass(frozen=True)
class Question:
    """One column that is to be published, with what may not be shown by itself and why."""

    column: Cells
    families: Families
    rules: PublicationRules
    reasons: Mapping[str, HiddenReason | None]
    bases: Cells | None = None
    """Of percentages the denominators; they count as known to everybody, cell by cell."""
    public: frozenset[str] = frozenset()
    """Groups whose figure is out already and cannot be taken back."""


@dataclass(frozen=True)
class Table:
    """Rows by cells. The count of a row and a weight times a count stand in 1/unit, so that all numbers are whole."""

    cells: tuple[str, ...]
    ids: tuple[tuple[str, ...], ...]
    """Per row the groups that it stands for."""
    members: Truth
    """Per division and row, whether the row is one of its groups."""
    weights: Whole
    """In 1/(unit/grain)."""
    counts: Whole
    """Per cell, in 1/grain."""
    bases: Whole | None
    """Of percentages the denominator per cell, in 1/grain."""
    hidden: Truth
    """Per row, whether it may not be shown by itself."""
    public: Truth
    """Per row, whether it may be shown by itself and is out already."""
    known: tuple[Known, ...]
    scale: Scale
    grain: int

    @cached_property
    def totals(self) -> Whole:
        """What each row counts."""
        return self.weights @ self.counts

    @cached_property
    def whole(self) -> Truth:
        """Which rows hold every cell wholly or not at all."""
        whole: Truth = np.all((self.weights == 0) | (self.weights == self.one), axis=1)
        return whole

    @property
    def one(self) -> int:
        """The weight of a cell that lies in a row wholly."""
        return self.scale.unit // self.grain

    @cached_property
    def limits(self) -> Whole:
        """The most that a cell can count: of percentages its denominator."""
        return np.full_like(self.counts, NO_LIMIT) if self.bases is None else np.maximum(self.bases, self.counts)

    def rests(self, weights: Whole) -> Whole | None:
        """Of percentages what is left of the denominators; None of counts."""
        return None if self.bases is None else weights @ (self.bases - self.counts)

    def sensitive(self, weights: Whole) -> Truth:
        """Per row of weights, whether so few are counted there, or left of the denominator, that nobody may know."""
        low = 0 if self.scale.zero_is_sensitive else 1
        totals, rests = weights @ self.counts, self.rests(weights)
        found: Truth = (totals >= low) & (totals < self.scale.smallest)
        if rests is not None:
            found = found | (rests >= low) & (rests < self.scale.smallest)
        return found


def table_of(question: Question) -> Table:
    """The table behind a question; groups with a cell that is not known, and those that hold nobody, have no row.

    Raises Refused: ("group_twice"), ("weight_out_of_range"), ("count_negative"), ("count_too_large"),
    ("weights_too_fine").
    """
    groups = known_groups(question)
    cells = tuple(sorted({cell for weights in groups.values() for cell in weights}))
    fine = lcm(1, *(part.denominator for weights in groups.values() for part in weights.values()))
    columns = [_counted(column) for column in (question.column, question.bases) if column is not None]
    grain = lcm(1, *(column[cell].denominator for column in columns for cell in cells))
    if fine * grain > FINEST:
        raise Refused("weights_too_fine", most=FINEST)
    counts, *rest = (_ints([int(column[cell] * grain) for cell in cells]) for column in columns)
    bases = rest[0] if rest else None
    weights = _ints([[int(parts.get(cell, 0) * fine) for cell in cells] for parts in groups.values()])
    weights = weights.reshape(len(groups), len(cells))
    weights[:, _settled(weights, counts, bases, [question.reasons[group] for group in groups])] = 0
    numbers = _Numbers(cells, weights, counts, bases, fine * grain, grain)
    return _table(question, tuple(groups), numbers)


def known_groups(question: Question) -> dict[str, Weights]:
    """The groups of which every cell is known, in order of their id. Raises Refused as table_of says."""
    found: dict[str, Weights] = {}
    for family in question.families.values():
        for group, weights in family.items():
            if group in found:
                raise Refused("group_twice", group=group)
            found[group] = weights
    for group, weights in found.items():
        if not all(0 < part <= 1 for part in weights.values()):
            raise Refused("weight_out_of_range", group=group)
    return {group: found[group] for group in sorted(found) if question.reasons.get(group) is not HiddenReason.NOT_KNOWN}


@dataclass(frozen=True)
class _Numbers:
    cells: tuple[str, ...]
    weights: Whole
    counts: Whole
    bases: Whole | None
    unit: int
    grain: int


def _table(question: Question, groups: Sequence[str], numbers: _Numbers) -> Table:
    """One row for all groups with the same weights; such groups have the same reason, or one is withheld."""
    rows: dict[bytes, list[int]] = {}
    for number, weights in enumerate(numbers.weights):
        if weights.any():
            rows.setdefault(weights.tobytes(), []).append(number)
    first = [alike[0] for alike in rows.values()]
    ids = tuple(tuple(groups[number] for number in alike) for alike in rows.values())
    reasons = [next(filter(None, (question.reasons[group] for group in alike)), None) for alike in ids]
    scale = scale_of(question.rules, numbers.unit, percentages=numbers.bases is not None)
    weights = numbers.weights[first]
    totals = (weights @ numbers.counts).tolist()
    bases = [None] * len(first) if numbers.bases is None else (weights @ numbers.bases).tolist()
    return Table(
        cells=numbers.cells,
        ids=ids,
        members=np.array(
            [[any(one in family for one in alike) for alike in ids] for family in question.families.values()],
            dtype=np.bool_,
        ).reshape(len(question.families), len(ids)),
        weights=weights,
        counts=numbers.counts,
        bases=numbers.bases,
        hidden=np.array([reason is not None for reason in reasons], dtype=np.bool_),
        public=np.array(
            [not why and not question.public.isdisjoint(alike) for why, alike in zip(reasons, ids, strict=True)],
            dtype=np.bool_,
        ),
        known=tuple(known(*row, scale) for row in zip(totals, bases, reasons, strict=True)),
        scale=scale,
        grain=numbers.grain,
    )


def _settled(weights: Whole, counts: Whole, bases: Whole | None, reasons: Sequence[HiddenReason | None]) -> Truth:
    """Which cells everybody knows: those of a group that is shown as zero, and those without a denominator."""
    shown = np.array([reason is None for reason in reasons], dtype=np.bool_)
    zero = weights[shown & (weights @ counts == 0)]
    settled: Truth = np.any(zero > 0, axis=0) if bases is None else np.maximum(bases, counts) == 0
    return settled


def _counted(column: Cells) -> dict[str, Fraction]:
    """The counts that are known. Raises Refused ("count_negative") or ("count_too_large")."""
    for cell, count in column.items():
        if count is not None and count < 0:
            raise Refused("count_negative", cell=cell)
        if count is not None and count > LARGEST:
            raise Refused("count_too_large", cell=cell, most=LARGEST)
    return {cell: count for cell, count in column.items() if count is not None}


def _ints(numbers: Sequence[int] | Sequence[Sequence[int]]) -> Whole:
    return np.array(numbers, dtype=np.int64)
