"""Which groups are hidden to protect others: from the largest to the smallest, show what gives nothing away.

First by what can be added and subtracted (span.py) and by the room that hidden groups leave each other (rooms.py). Then
each small count must be proved open by other towns with the same page (witnesses.py); where none are found the smallest
group that touches it is hidden too. Rounding is never counted as protection: what is shown counts as known exactly, so
that lists of the staff and sums over many years are safe as well.
"""

from dataclasses import dataclass

import numpy as np

from wijkaanzet.scans.rules.disclosure.bands import Whole
from wijkaanzet.scans.rules.disclosure.rooms import rooms_of
from wijkaanzet.scans.rules.disclosure.span import PRIME, Span
from wijkaanzet.scans.rules.disclosure.table import Table
from wijkaanzet.scans.rules.disclosure.targets import targets_of
from wijkaanzet.scans.rules.disclosure.witnesses import Towns, needs_of, roomy_first


@dataclass
class Page:
    """What readers get to see, by row number of the table: which rows, and of which hidden rows the reason."""

    shown: set[int]
    told: set[int]

    def towns(self, table: Table) -> Towns:
        """The towns that would have given this page."""
        return Towns(table, self.shown, self.told)


def protect(table: Table) -> Page:
    """The page of which no reader can bring a small count below what "fewer than the smallest" leaves open.

    Always ends: each round proves a target, leaves a reason untold or hides a row; what nothing shown touches is open.
    Method: secondary cell suppression (Hundepool and others, Statistical Disclosure Control, 2012).
    """
    targets = targets_of(table)
    page = Page(_first_choice(table, targets), set(np.flatnonzero(table.hidden).tolist()))
    while len(targets):
        targets = _round(table, page, targets)
    towns = page.towns(table)
    for row in np.flatnonzero(~table.hidden & table.whole).tolist():
        if towns.follows(table.weights[row]):
            page.shown.add(row)  # it was hidden in vain: it can be calculated, and gives nothing away
    return page


def _first_choice(table: Table, targets: Whole) -> set[int]:
    """Largest first: a row is shown unless a target would follow from it, or hidden parts would lose their room."""
    order = roomy_first(table)
    span, rooms, left = Span(len(order)), rooms_of(table), targets[:, order] % PRIME
    for row in _largest_first(table, np.flatnonzero(~table.hidden).tolist()):
        rest = span.reduced(table.weights[[row]][:, order])[0]
        if rest.any():
            after = span.taken_away(left, rest)
            if not all(room.allows(row) for room in rooms) or not np.any(after, axis=1).all():
                continue
            span.add(rest)
            left = after
        for room in rooms:
            room.show(row)
    return set(np.flatnonzero(rooms[0].shown).tolist())


def _round(table: Table, page: Page, targets: Whole) -> Whole:
    """Prove what can be proved, make room for the rest, and say which targets are to be looked at again."""
    towns, needs = page.towns(table), needs_of(table, targets)
    again, hidden = [], set[int]()
    for number in np.flatnonzero(~towns.leave_open(targets, needs)).tolist():
        target, need = targets[number], int(needs[number])
        if towns.push(target, need, told=True) is not None:
            continue
        untold = towns.push(target, need, told=False)
        touching = np.flatnonzero(np.any(np.minimum(table.weights, target), axis=1)).tolist()
        if untold is None and (shown := [row for row in touching if row in page.shown]):
            again.append(number)
            if not hidden.intersection(touching):
                hidden.add(_largest_first(table, shown)[-1])
                page.shown -= hidden
        else:
            page.told -= untold if untold is not None else set(touching)
    return targets[again]


def _largest_first(table: Table, rows: list[int]) -> list[int]:
    totals = table.totals
    return sorted(rows, key=lambda row: (-totals[row], row))
