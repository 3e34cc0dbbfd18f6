"""What a new table says otherwise than the one before it: so that a wrong file is seen before it is imported."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

SHOWN = 10
Values = Mapping[tuple[str, str], str]
"""For a CBS code and the slug of a figure the value as exact text; empty when it is not known."""


@dataclass(frozen=True)
class Change:
    """One value that differs: empty where it is not known, None where it does not stand in that table."""

    code: str
    slug: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Differences:
    """How many values are the same, changed, new and gone."""

    same: int = 0
    changed: int = 0
    new: int = 0
    gone: int = 0
    examples: tuple[Change, ...] = ()
    """The first that are not the same, in the order of the CBS codes."""


def differences(before: Values, after: Values) -> Differences:
    """Compare what two tables say of the same figures; numbers that are written otherwise (20, 20.0) are the same."""
    changes = list(_changes(before, after))
    new = sum(one.before is None for one in changes)
    gone = sum(one.after is None for one in changes)
    return Differences(
        same=len(before.keys() | after.keys()) - len(changes),
        changed=len(changes) - new - gone,
        new=new,
        gone=gone,
        examples=tuple(changes[:SHOWN]),
    )


def _changes(before: Values, after: Values) -> Iterator[Change]:
    for code, slug in sorted(before.keys() | after.keys()):
        was, is_now = before.get((code, slug)), after.get((code, slug))
        if not _equal(was, is_now):
            yield Change(code, slug, was, is_now)


def _equal(one: str | None, other: str | None) -> bool:
    return one == other or bool(one and other and Fraction(one) == Fraction(other))
