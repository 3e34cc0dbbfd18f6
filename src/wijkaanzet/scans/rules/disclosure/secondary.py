"""Which groups are hidden to protect others: from the largest to the smallest, show what gives nothing away.

First by what can be added and subtracted (span.py) and by the room that hidden groups leave each other (rooms.py). Then
each small count must be proved open by other towns with the same page (witnesses.py); where none are found one group
more is hidden. Rounding is never counted as protection of whole cells: what is shown counts as known exactly, so that
lists of the staff and sums over many years are safe as well.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from wijkaanzet.scans.rules.disclosure.bands import Whole
from wijkaanzet.scans.rules.disclosure.rooms import rooms_of
from wijkaanzet.scans.rules.disclosure.span import Span
from wijkaanzet.scans.rules.disclosure.table import Table
from wijkaanzet.scans.rules.disclosure.targets import targets_of
from wijkaanzet.scans.rules.disclosure.witnesses import Towns, needs_of, roomy_first

SECOND_LOOK = 5_000
"""Rows times targets up to which each row is tried once more; beyond that it takes long and seldom brings one."""


@dataclass
class Page:
    """What readers get to see, by row number of the table: which rows, and of which hidden rows the reason."""

    shown: set[int]
    told: set[int]


def protect(table: Table) -> Page:
    """The page of which no reader can bring a small count below what "fewer than the smallest" leaves open.

    Always ends: each round proves a target, leaves reasons untold or hides a row; what nothing shown touches is open.
    Method: secondary cell suppression (Hundepool and others, Statistical Disclosure Control, 2012).
    """
    targets = targets_of(table)
    if not len(targets):
        return Page(set(range(len(table.ids))), set())
    targets, shown = _first_choice(table, targets)
    page = Page(shown, set(np.flatnonzero(table.hidden).tolist()))
    left = targets
    while len(left):
        left = _round(table, page, left)
    if len(table.ids) * len(targets) <= SECOND_LOOK:
        _second_look(table, page, targets)
    towns = Towns(table, page.shown, page.told)
    # What is the same in all those towns was hidden in vain: it can be calculated, and gives nothing away.
    page.shown |= {row for row in _candidates(table) if table.whole[row] and towns.follows(table.weights[row])}
    return page


def _first_choice(table: Table, targets: Whole) -> tuple[Whole, set[int]]:
    """The targets that are not out already, and the rows to show, largest first.

    A row is shown unless a target would follow from it, or parts that are hidden would lose their room.
    """
    order = roomy_first(table)
    span, rooms, shown = Span(len(order)), rooms_of(table), set(np.flatnonzero(table.public).tolist())
    span.extend(table.weights[table.public][:, order])
    left = span.reduced(targets[:, order])
    kept = np.any(left, axis=1)
    left = left[kept]
    for row in [*shown, *(row for row in _candidates(table) if row not in shown)]:
        rest = span.reduced(table.weights[[row]][:, order])
        if rest.any():
            after = span.taken_away(left, rest[0])
            if not all(room.allows(row) for room in rooms):
                left = np.vstack([left, rest])  # it cannot be shown, so it must not follow from others either
                for room in rooms:
                    room.refuse(row)
                continue
            if not np.any(after, axis=1).all():
                continue
            span.add(rest[0])
            left = after
        shown.add(row)
        for room in rooms:
            room.show(row)
    return targets[kept], shown


def _round(table: Table, page: Page, targets: Whole) -> Whole:
    """Prove what can be proved, make room for the rest, and say which targets are to be looked at again."""
    towns, needs = Towns(table, page.shown, page.told), needs_of(table, targets)
    stuck = _unproved(towns, targets, needs)
    helpers = towns.helpers(targets[stuck], needs[stuck]) if stuck else []
    again, hidden = [], set[int]()
    for number, helping in zip(stuck, helpers, strict=True):
        untold = towns.push(targets[number], int(needs[number]), told=False)
        touching = np.flatnonzero(np.any(np.minimum(table.weights, targets[number]), axis=1)).tolist()
        options = _can_go(table, page, helping) or _can_go(table, page, touching)
        if untold is None and options:
            again.append(number)
            if not hidden.intersection(options):
                hidden.add(options[-1])
        else:
            page.told -= set(touching) if untold is None else untold
    page.shown -= hidden
    return targets[again]


def _second_look(table: Table, page: Page, targets: Whole) -> None:
    """Show what can be shown after all, now that it is known what stays hidden."""
    needs = needs_of(table, targets)
    for row in _candidates(table):
        if row not in page.shown:
            towns = Towns(table, page.shown | {row}, page.told)
            if not _unproved(towns, targets, needs):
                page.shown.add(row)


def _unproved(towns: Towns, targets: Whole, needs: Whole) -> list[int]:
    """The targets that are not proved open, with the reasons that are told."""
    return [
        number
        for number in np.flatnonzero(~towns.leave_open(targets, needs)).tolist()
        if towns.push(targets[number], int(needs[number]), told=True) is None
    ]


def _can_go(table: Table, page: Page, rows: Iterable[int]) -> list[int]:
    """Of these rows the shown ones that are not out already, the largest first."""
    return [row for row in _candidates(table) if row in page.shown and not table.public[row] and row in set(rows)]


def _candidates(table: Table) -> list[int]:
    """The rows that may be shown by themselves, the largest first."""
    totals = table.totals
    return sorted(np.flatnonzero(~table.hidden).tolist(), key=lambda row: (-totals[row], row))
