"""The room that hidden groups have together: what a larger group counts, less its parts that are shown.

A hidden part can only be another number when the parts hidden beside it leave room for it. So next to one hidden part
others are hidden until there is enough: the smallest that suffice, since the larger ones are shown first.
"""

import numpy as np

from wijkaanzet.scans.rules.disclosure.bands import Truth, Whole
from wijkaanzet.scans.rules.disclosure.table import Table


class Rooms:
    """Per division and group, how far the parts of that division that are not shown can move within the group."""

    def __init__(self, table: Table, values: Whole, floors: Whole) -> None:
        """`values` is what the rows count, `floors` the least that a hidden row counts in any other town."""
        inside = np.all(table.weights[:, None] <= table.weights, axis=2)
        np.fill_diagonal(inside, val=False)
        floors = _with_parts(floors, table.members, inside)
        self._inside: Truth = inside
        self._members = table.members
        self._taken: Whole = values - floors
        self._left: Whole = values - (table.members * floors) @ inside
        self._at_risk: Truth = ((table.members & table.hidden).astype(np.int64) @ inside) > 0
        self._judged = np.zeros(len(values), dtype=np.bool_)
        self._need = table.scale.width

    def allows(self, row: int) -> bool:
        """Whether enough room is left everywhere when this row is shown too."""
        as_whole = self._at_risk[:, row] & (self._left[:, row] < self._need)
        around = self._part_of(row) & self._at_risk & self._judged
        as_part = around & (self._left - self._taken[row] < self._need)
        return not (as_whole.any() or as_part.any())

    def show(self, row: int) -> None:
        """The row is shown: what it counts is no longer free to move."""
        self._judged[row] = True
        self._left -= self._part_of(row) * self._taken[row]

    def refuse(self, row: int) -> None:
        """The row has too little room to be shown; nothing in it is shown either, so that it keeps what it has."""
        self._judged[row] = True

    def _part_of(self, row: int) -> Truth:
        """The divisions and groups of which the row is a part."""
        found: Truth = self._members[:, [row]] & self._inside[row]
        return found


def _with_parts(floors: Whole, members: Truth, inside: Truth) -> Whole:
    """A row counts at least what its hidden parts count together."""
    found = floors.copy()
    for row in np.argsort(inside.sum(axis=0), kind="stable"):  # parts before what they are a part of
        found[row] = max(found[row], ((members & inside[:, row]) @ found).max(initial=0))
    return found


def rooms_of(table: Table) -> tuple[Rooms, ...]:
    """The room of what is counted, and of percentages also of what is left of the denominators."""
    floors = np.array([one.apart[0] for one in table.known], dtype=np.int64)
    rests = table.rests(table.weights)
    counted = Rooms(table, table.totals, floors)
    if rests is None:
        return (counted,)
    most = np.array([one.apart[1] for one in table.known], dtype=np.int64)
    return counted, Rooms(table, rests, np.maximum(rests + table.totals - most, 0))
