"""Which totals follow from others by adding and subtracting: a reduced echelon form, modulo a prime.

Modulo a prime nothing is rounded and numbers stay small. It could only mislead where the prime divides a determinant of
the weights; that costs no safety, because every count that stays hidden is proved apart (witnesses.py), with whole
numbers and without any division.
"""

from collections.abc import Iterator

import numpy as np

from wijkaanzet.scans.rules.disclosure.bands import Whole

PRIME = 67_108_859
"""2^26 - 5: a product stays below 2^52, so that a sum of two thousand of them fits in 64 bits."""
_LARGEST_PART, _LARGEST_DIVISOR = 1_000, 30
"""A fraction within these is told apart from every other one: 2 x 1000 x 30 is below the prime."""


class Span:
    """The totals that follow from those added so far."""

    def __init__(self, columns: int) -> None:
        self.rows: Whole = np.zeros((0, columns), dtype=np.int64)
        self.pivots: list[int] = []

    def reduced(self, vectors: Whole) -> Whole:
        """What is left of each vector after taking away what follows; nothing is left of one that follows wholly."""
        left = vectors % PRIME
        return (left - left[:, self.pivots] @ self.rows) % PRIME

    def add(self, left: Whole) -> None:
        """Add a vector that was reduced and is not nothing."""
        pivot, row = _made_one(left)
        self.rows = np.vstack([(self.rows - self.rows[:, [pivot]] * row) % PRIME, row])
        self.pivots.append(pivot)

    @staticmethod
    def taken_away(vectors: Whole, left: Whole) -> Whole:
        """What is left of reduced vectors once this one, reduced and not nothing, is added too."""
        pivot, row = _made_one(left)
        after = vectors.copy()
        touched = vectors[:, pivot] != 0
        after[touched] = (vectors[touched] - vectors[touched][:, [pivot]] * row) % PRIME
        return after

    def extend(self, vectors: Whole) -> None:
        """Add all vectors; those that follow already change nothing."""
        for vector in vectors:
            left = self.reduced(vector[None, :])[0]
            if left.any():
                self.add(left)

    def kernel(self) -> Iterator[Whole]:
        """Per column without a pivot: the change of cells, in whole numbers, that leaves every total as it is.

        A column whose fractions are too fine to be read back is passed over.
        """
        for column in sorted(set(range(self.rows.shape[1])) - set(self.pivots)):
            read = _fractions(self.rows[:, column])
            if read is not None:
                parts, divisor = read
                change = np.zeros(self.rows.shape[1], dtype=np.int64)
                change[column] = divisor
                change[self.pivots] = -parts
                yield change


def _made_one(left: Whole) -> tuple[int, Whole]:
    """The first column of a vector that is not nothing, and the vector with a one there."""
    pivot = int(np.flatnonzero(left)[0])
    return pivot, left * pow(int(left[pivot]), -1, PRIME) % PRIME


def _fractions(residues: Whole) -> tuple[Whole, int] | None:
    """The numerators over one small divisor that these residues stand for."""
    for divisor in range(1, _LARGEST_DIVISOR + 1):
        scaled = residues * divisor % PRIME
        parts = np.where(scaled > PRIME // 2, scaled - PRIME, scaled)
        if np.abs(parts).max(initial=0) <= _LARGEST_PART:
            return parts, divisor
    return None
