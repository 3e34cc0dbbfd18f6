"""Which small counts must not follow from what is shown, also of sets of cells that are no group themselves."""

from collections.abc import Iterator

import numpy as np

from wijkaanzet.scans.rules.disclosure.bands import Whole
from wijkaanzet.scans.rules.disclosure.table import Table


def targets_of(table: Table) -> Whole:
    """Weights per target: hidden groups, single cells, and where two groups overlap or one sticks out of the other.

    A hidden group is one whatever it counts; all others only when so few are counted there that nobody may know.
    """
    lived_in = (table.limits > 0) & np.any(table.weights > 0, axis=0)
    cells = np.eye(len(table.counts), dtype=np.int64)[lived_in] * table.one
    small = [row for piece in (cells, *_pieces(table)) for row in _small(table, piece)]
    found = {row.tobytes(): row for row in (*table.weights[table.hidden], *small)}
    return np.array(list(found.values()), dtype=np.int64).reshape(len(found), len(table.cells))


def _pieces(table: Table) -> Iterator[Whole]:
    """Of each group its overlap with every other one, what sticks out of it, and what of others sticks out."""
    for number, row in enumerate(table.weights):
        others = table.weights[number + 1 :]
        overlap = np.minimum(row, others)
        yield overlap
        yield row - overlap
        yield others - overlap


def _small(table: Table, weights: Whole) -> Whole:
    people = np.any(weights > 0, axis=1)
    chosen: Whole = weights[people & table.sensitive(weights)]
    return chosen
