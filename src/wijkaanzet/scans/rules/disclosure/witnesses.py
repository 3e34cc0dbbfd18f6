"""The proof that a hidden count stays open: other towns, in whole people, that would have given the same page.

A change of cells that leaves every shown total as it is may be made as long as no cell, and no hidden group, leaves the
band in which readers can place it. When such changes bring a count as far apart as "fewer than the smallest" leaves
open, no reader can tell these towns from the real one, however he calculates: adding, bounding or trying everything.
"""

from collections.abc import Collection, Sequence

import numpy as np

from wijkaanzet.scans.rules.disclosure.bands import Band, Pair, Truth, Whole
from wijkaanzet.scans.rules.disclosure.span import Span
from wijkaanzet.scans.rules.disclosure.table import FINEST, Table


def needs_of(table: Table, targets: Whole) -> Whole:
    """How far apart each target must stay open: as far as "fewer than the smallest", or as its denominator allows."""
    width = np.full(len(targets), table.scale.width, dtype=np.int64)
    return width if table.bases is None else np.minimum(width, targets @ table.limits)


def roomy_first(table: Table) -> Whole:
    """The cells in order of how far they can move down and up: the roomiest take in what others give or take."""
    return np.argsort(-np.minimum(table.counts, table.limits - table.counts), kind="stable")


class Towns:
    """The towns that cannot be told from the real one, given what is shown and of which rows the reason is told."""

    def __init__(self, table: Table, shown: Collection[int], told: Collection[int]) -> None:
        # A group with parts of cells is shown rounded: its total may move within what is rounded to the same number.
        mostly = (2 * table.weights >= table.one).astype(np.int64)
        changes, self._is_complete = _changes(mostly[sorted(shown)], roomy_first(table))
        self._changes: Whole = changes * table.grain
        self._rows = [row for row in range(len(table.ids)) if row not in shown or not table.whole[row]]
        holders = np.vstack([np.eye(len(table.counts), dtype=np.int64), table.weights[self._rows]])
        self._start: Whole = holders @ table.counts
        self._effects: Whole = holders @ self._changes.T
        apart = [table.known[row].seen if row in shown else table.known[row].apart for row in self._rows]
        tight = [table.known[row].told if row in told else band for row, band in zip(self._rows, apart, strict=True)]
        cells = [(0, int(most)) for most in table.limits]
        self._apart, self._told = _band([*cells, *apart]), _band([*cells, *tight])

    def follows(self, weights: Whole) -> bool:
        """Whether this total is the same in all these towns, so that showing it tells nothing new."""
        return self._is_complete and not np.any(self._changes @ weights)

    def leave_open(self, targets: Whole, needs: Whole) -> Truth:
        """Which targets one change, made as often as it goes up and down, brings as far apart as is needed."""
        up, down = (_steps(way * self._effects, self._start, self._told) for way in (1, -1))
        reach = np.abs(targets @ self._changes.T) * (up + down)
        found: Truth = np.any(reach >= needs[:, None], axis=1)
        return found

    def push(self, target: Whole, need: int, *, told: bool) -> set[int] | None:
        """Push one target up, and then down, by many changes; None when it does not get as far apart as needed.

        Else the rows whose count left the band of their told reason on the way: with `told` there are none.
        """
        gains, band = self._changes @ target, self._told if told else self._apart
        up = self._climb(gains, need, band)
        down = self._climb(-gains, need - int(gains @ up), band)
        if gains @ (up - down) < need:
            return None
        return {row for town in (up, down) for row in self._untold(self._start + self._effects @ town)}

    def _climb(self, gains: Whole, need: int, band: Band) -> Whole:
        """How often each change is made to gain what is needed, the one that gains most first."""
        often = np.zeros(len(gains), dtype=np.int64)
        useful = np.flatnonzero(gains)
        way, gain = np.sign(gains[useful]), np.abs(gains[useful])
        effects, values = self._effects[:, useful] * way, self._start.copy()
        while need > 0 and len(useful):
            steps = np.minimum(_steps(effects, values, band), -(-need // gain))
            best = int(np.argmax(steps * gain))
            if steps[best] == 0:
                break
            values += effects[:, best] * steps[best]
            often[useful[best]] += way[best] * steps[best]
            need -= int(steps[best] * gain[best])
        return often

    def _untold(self, values: Whole) -> list[int]:
        outside = (values < self._told.least) | (values > self._told.most)
        return [row for row, out in zip(self._rows, outside[len(values) - len(self._rows) :], strict=True) if out]


def _changes(kept: Whole, order: Whole) -> tuple[Whole, bool]:
    """The changes of cells that keep every total of these rows, and whether all others are made of them."""
    span = Span(len(order))
    span.extend(kept[:, order])
    found = list(span.kernel())
    changes = np.zeros((len(found), len(order)), dtype=np.int64)
    if found:
        changes[:, order] = np.array(found)
    exact = changes[~np.any(changes @ kept.T, axis=1)]  # without what was misread modulo the prime
    return exact, len(exact) == len(order) - len(span.pivots)


def _steps(effects: Whole, values: Whole, band: Band) -> Whole:
    """How often each change can be made before something leaves its band."""
    up, down = (band.most - values)[:, None], (values - band.least)[:, None]
    rising = np.where(effects > 0, up // np.maximum(effects, 1), FINEST)
    falling = np.where(effects < 0, down // np.maximum(-effects, 1), FINEST)
    steps: Whole = np.minimum(np.minimum(rising, falling).min(axis=0, initial=FINEST), FINEST)
    return steps


def _band(pairs: Sequence[Pair]) -> Band:
    numbers = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return Band(numbers[:, 0], numbers[:, 1])
