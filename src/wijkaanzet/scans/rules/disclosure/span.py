"""Which totals follow from others by adding and subtracting: a reduced echelon form, modulo a prime.

Modulo a prime nothing is rounded and numbers stay small. It could only mislead where the prime divides a determinant of
the weights; that costs no safety, because every count that stays hidden is proved apart (witnesses.py), with whole
numbers and without any division.
"""

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

    def kernel(self) -> Whole:
        """Per column without a pivot: the change of cells, in whole numbers, that leaves every total as it is.

        A column whose fractions are too fine to be read back is passed over.
        """
        columns = self.rows.shape[1]
        free = sorted(set(range(columns)) - set(self.pivots))
        changes = np.zeros((len(free), columns), dtype=np.int64)
        parts, divisors = _fractions(self.rows[:, free].T)
        changes[np.arange(len(free)), free] = divisors
        changes[:, self.pivots] = -parts
        return changes[divisors > 0]


def levers(vectors: Whole) -> tuple[Whole, list[int]]:
    """For each vector that does not follow from the others: the change of cells that alters its total and no other.

    In whole numbers, with the number of the vector; those whose fractions are too fine are passed over.
    """
    count, columns = vectors.shape
    span = Span(columns + count)
    marked = np.hstack([vectors, np.eye(count, dtype=np.int64)])  # beside each vector stands of which it is made
    added = []
    for number, vector in enumerate(marked):
        left = span.reduced(vector[None, :])[0]
        if left[:columns].any():
            span.add(left)
            added.append(number)
    parts, divisors = _fractions(span.rows[:, [columns + number for number in added]].T)
    changes = np.zeros((len(added), columns), dtype=np.int64)
    changes[:, span.pivots] = parts
    effects = changes @ vectors.T
    alone = (divisors > 0) & (np.count_nonzero(effects, axis=1) == 1)
    alone &= effects[np.arange(len(added)), added] != 0
    return changes[alone], np.array(added, dtype=np.int64)[alone].tolist()


def _made_one(left: Whole) -> tuple[int, Whole]:
    """The first column of a vector that is not nothing, and the vector with a one there."""
    pivot = int(np.flatnonzero(left)[0])
    return pivot, left * pow(int(left[pivot]), -1, PRIME) % PRIME


def _fractions(residues: Whole) -> tuple[Whole, Whole]:
    """Per row the numerators over one small divisor that its residues stand for; a divisor of 0 is none."""
    parts, divisors = np.zeros_like(residues), np.zeros(len(residues), dtype=np.int64)
    for divisor in range(1, _LARGEST_DIVISOR + 1):
        unread = np.flatnonzero(divisors == 0)
        scaled = residues[unread] * divisor % PRIME
        scaled[scaled > PRIME // 2] -= PRIME
        small = np.abs(scaled).max(axis=1, initial=0) <= _LARGEST_PART
        parts[unread[small]], divisors[unread[small]] = scaled[small], divisor
    return parts, divisors
