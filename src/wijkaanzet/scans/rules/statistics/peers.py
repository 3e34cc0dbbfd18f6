"""Areas to compare with because they are alike: by class, by size, by an own choice, or nearest on chosen figures.

A group says how it was made, and the distances of the nearest ones are given, so that everybody can see why. Members
stand by code, the nearest ones by their distance to the area; no figure orders them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

import numpy as np

from wijkaanzet.scans.rules.statistics.limits import Numbers

MUNICIPALITY_SIZES = (5_000, 10_000, 20_000, 50_000, 100_000, 150_000, 250_000)
"""Inhabitants at which a next class of municipalities begins. Source: CBS, gemeentegrootteklassen."""


class PeerRule(StrEnum):
    """Soort vergelijkingsgroep. How the areas of a group were chosen."""

    SAME_CLASS = "same_class"
    SAME_SIZE = "same_size"
    OWN_SET = "own_set"
    NEAREST = "nearest"


@dataclass(frozen=True)
class Peer:
    """An area of a group; with its distance when the group is of the nearest ones (0: alike in all that was chosen)."""

    code: str
    distance: float | None = None


@dataclass(frozen=True)
class PeerGroup:
    """Vergelijkingsgroep. The areas beside the subject; `left_out` are those of which not enough is known."""

    rule: PeerRule
    members: tuple[Peer, ...]
    left_out: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The members in their order."""
        return tuple(member.code for member in self.members)


def same_class(subject: str, classes: Mapping[str, int | None]) -> PeerGroup:
    """The areas of the same class, such as urbanity 1 to 5. Nobody when the class of the subject is not known."""
    return _alike(PeerRule.SAME_CLASS, subject, classes)


def same_size(subject: str, inhabitants: Mapping[str, float | None], *, bounds: Sequence[float]) -> PeerGroup:
    """The areas of the same size class; a class begins at each bound and ends below the next.

    Raises ValueError when bounds do not rise.
    """
    if any(low >= high for low, high in pairwise(bounds)):
        raise ValueError("the bounds of size classes rise")
    sizes = {
        code: None if size is None else sum(size >= bound for bound in bounds) for code, size in inhabitants.items()
    }
    return _alike(PeerRule.SAME_SIZE, subject, sizes)


def own_set(subject: str, chosen: Iterable[str], *, known: Iterable[str]) -> PeerGroup:
    """The areas that somebody chose, without the subject; codes that do not exist are left out, and told."""
    wanted = set(chosen) - {subject}
    existing = wanted & set(known)
    return PeerGroup(PeerRule.OWN_SET, _by_code(existing), tuple(sorted(wanted - existing)))


def nearest(
    subject: str, values: Mapping[str, Mapping[str, float | None]], *, variables: Sequence[str], count: int
) -> PeerGroup:
    """The so many areas nearest to the subject on the chosen variables, each in standard deviations (Euclidean).

    An area of which one of them is not known is left out; when that is the subject, nobody is near. A variable in which
    all areas are alike tells nothing apart. Equal distances stand by code. Raises ValueError without variables or below
    one neighbour. Source: Kaufman and Rousseeuw (1990), Finding groups in data, 1.2.1.
    """
    if not variables or count < 1:
        raise ValueError("neighbours are near in some variable, and at least one is asked for")
    rows = {code: [values[code].get(variable) for variable in variables] for code in sorted(values)}
    known = {code: row for code, row in rows.items() if None not in row}
    left_out = tuple(code for code in rows if code not in known and code != subject)
    if subject not in known:
        return PeerGroup(PeerRule.NEAREST, (), left_out)
    distances = _distances(list(known).index(subject), np.array(list(known.values()), dtype=np.float64))
    others = [Peer(code, far) for code, far in zip(known, distances.tolist(), strict=True) if code != subject]
    return PeerGroup(PeerRule.NEAREST, tuple(sorted(others, key=_by_distance)[:count]), left_out)


def _alike(rule: PeerRule, subject: str, classes: Mapping[str, int | None]) -> PeerGroup:
    own = classes.get(subject)
    others = {code: value for code, value in classes.items() if code != subject}
    left_out = tuple(sorted(code for code, value in others.items() if value is None))
    alike = (code for code, value in others.items() if own is not None and value == own)
    return PeerGroup(rule, _by_code(alike), left_out)


def _by_code(codes: Iterable[str]) -> tuple[Peer, ...]:
    return tuple(Peer(code) for code in sorted(codes))


def _by_distance(peer: Peer) -> tuple[float, str]:
    return peer.distance or 0.0, peer.code


def _distances(subject: int, rows: Numbers) -> Numbers:
    deviations = rows.std(axis=0)
    telling = deviations > 0
    steps = (rows[:, telling] - rows[subject, telling]) / deviations[telling]
    distances: Numbers = np.sqrt(np.sum(steps**2, axis=1))
    return distances
