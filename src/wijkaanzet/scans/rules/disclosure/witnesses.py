"""The proof that a hidden count stays open: other towns, in whole people, that would have given the same page.

A change of cells that leaves every shown total as it is may be made as long as no cell, and no hidden group, leaves the
band in which readers can place it. When such changes bring a count as far apart as "fewer than the smallest" leaves
open, no reader can tell these towns from the real one, however he calculates: adding, bounding or trying everything.
"""

from collections.abc import Collection, Sequence

import numpy as np

from wijkaanzet.scans.rules.disclosure.bands import Band, Pair, Truth, Whole
from wijkaanzet.scans.rules.disclosure.span import Span, levers
from wijkaanzet.scans.rules.disclosure.table import FINEST, Table

_TRIED = 20
"""Of how many changes it is tried whether another one makes way for them; more costs time and seldom helps."""


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
        self._shown, self._grain, self._order = sorted(shown), table.grain, roomy_first(table)
        # A group with parts of cells is shown rounded: its total may move within what is rounded to the same number.
        self._kept: Whole = (2 * table.weights[self._shown] >= table.one).astype(np.int64)
        span = Span(len(self._order))
        span.extend(self._kept[:, self._order])
        changes = self._in_people(span.kernel())
        self._changes = changes[~np.any(changes @ self._kept.T, axis=1)]  # without what the prime made misread
        self._is_complete = len(self._changes) == len(self._order) - len(span.pivots)
        self._holders = np.vstack([np.eye(len(self._order), dtype=np.int64), table.weights])
        self._start: Whole = self._holders @ table.counts
        self._effects: Whole = self._holders @ self._changes.T
        self._apart, self._told = _bands(table, shown, told)

    def follows(self, weights: Whole) -> bool:
        """Whether this total is the same in all these towns, so that showing it tells nothing new."""
        return self._is_complete and not np.any(self._changes @ weights)

    def leave_open(self, targets: Whole, needs: Whole) -> Truth:
        """Which targets one change, made as often as it goes up and down, brings as far apart as is needed."""
        found: Truth = np.any(self._reach(self._changes, targets) >= needs[:, None], axis=1)
        return found

    def push(self, target: Whole, need: int, *, told: bool) -> set[int] | None:
        """Push one target up, and then down, by many changes; None when it does not get as far apart as needed.

        Else the rows whose count left the band of their told reason on the way: with `told` there are none.
        """
        gains, band = self._changes @ target, self._told if told else self._apart
        broken: set[int] = set()
        for way in (1, -1):
            gained, values = _climb(self._effects, gains * way, self._start, need, band)
            need -= gained
            outside = (values < self._told.least) | (values > self._told.most)
            broken |= set(np.flatnonzero(outside[len(self._order) :]).tolist())
        return broken if need <= 0 else None

    def helpers(self, targets: Whole, needs: Whole) -> list[list[int]]:
        """Per target the shown rows each of which alone, once it is hidden, leaves the target open."""
        found, places = levers(self._kept[:, self._order])
        far = self._reach(self._in_people(found), targets) >= needs[:, None]
        return [[self._shown[places[one]] for one in np.flatnonzero(row)] for row in far]

    def _reach(self, changes: Whole, targets: Whole) -> Whole:
        """How far each change, made as often as it goes up and down, brings each target apart."""
        effects = self._holders @ changes.T
        up, down = (_steps(way * effects, self._start, self._told) for way in (1, -1))
        reach: Whole = np.abs(targets @ changes.T) * (up + down)
        return reach

    def _in_people(self, changes: Whole) -> Whole:
        """Changes of cells in the order of the table, as counts in 1/grain."""
        found = np.zeros_like(changes)
        found[:, self._order] = changes * self._grain
        return found


def _climb(effects: Whole, gains: Whole, values: Whole, need: int, band: Band) -> tuple[int, Whole]:
    """Make changes until the gain is what is needed or none helps: the gain, and the counts where that ended."""
    effects, gains = np.hstack([effects, -effects]), np.concatenate([gains, -gains])
    gained, useful = 0, np.flatnonzero(gains > 0)
    while gained < need:
        step = _best(effects[:, useful], gains[useful], need - gained, values, band)
        for one in useful[:_TRIED]:
            if step is None:
                beside = _make_way(effects, one, values, band)
                both = effects[:, beside] + effects[:, [one]], gains[beside] + gains[one]
                step = _best(*both, need - gained, values, band)
        if step is None:
            break
        values, gained = values + step[0], gained + step[1]
    return gained, values


def _best(effects: Whole, gains: Whole, need: int, values: Whole, band: Band) -> tuple[Whole, int] | None:
    """The change that gains most, made as often as is needed and possible: what it does to the counts, and its gain."""
    useful = np.flatnonzero(gains > 0)
    if not len(useful):
        return None
    steps = np.minimum(_steps(effects[:, useful], values, band), -(-need // gains[useful]))
    best = int(np.argmax(steps * gains[useful]))
    often, which = int(steps[best]), useful[best]
    return (effects[:, which] * often, int(gains[which]) * often) if often else None


def _make_way(effects: Whole, change: int, values: Whole, band: Band) -> Whole:
    """The changes that move everything back of which this change would make too much or too little."""
    after = values + effects[:, change]
    blocked = (after < band.least) | (after > band.most)
    against = effects[blocked] * np.sign(effects[blocked, change])[:, None] < 0
    return np.flatnonzero(np.all(against, axis=0))


def _steps(effects: Whole, values: Whole, band: Band) -> Whole:
    """How often each change can be made before something leaves its band."""
    rows, which = np.nonzero(effects)  # few: a change moves a handful of cells
    moved = effects[rows, which]
    room = np.where(moved > 0, band.most[rows] - values[rows], values[rows] - band.least[rows])
    steps = np.full(effects.shape[1], FINEST, dtype=np.int64)
    np.minimum.at(steps, which, room // np.abs(moved))
    return steps


def _bands(table: Table, shown: Collection[int], told: Collection[int]) -> tuple[Band, Band]:
    """Where readers place each cell and each row, when only that it is hidden counts, and with the told reasons too."""
    cells = [(0, int(most)) for most in table.limits]
    apart = [
        one.seen if row in shown and not whole else one.apart
        for row, (one, whole) in enumerate(zip(table.known, table.whole, strict=True))
    ]
    reasons = [table.known[row].told if row in told else pair for row, pair in enumerate(apart)]
    return _band([*cells, *apart]), _band([*cells, *reasons])


def _band(pairs: Sequence[Pair]) -> Band:
    numbers = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return Band(numbers[:, 0], numbers[:, 1])
