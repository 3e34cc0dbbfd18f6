"""Opaque subjects: a kind and an id, so that a posting or a move can point at something it does not import."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from wijkaanzet.kernel.actors import Actor


class Subject(NamedTuple):
    """Onderwerp. What a move, posting, decision or audit entry is about."""

    kind: str
    id: int


@dataclass(frozen=True)
class SubjectKind:
    """A kind of subject with the two batch questions that its owner answers."""

    kind: str
    label: Callable[[Collection[int], Actor], Mapping[int, str]]
    visible: Callable[[Actor, Collection[int]], set[int]]


_KINDS: dict[str, SubjectKind] = {}


def register(
    kind: str,
    *,
    label: Callable[[Collection[int], Actor], Mapping[int, str]],
    visible: Callable[[Actor, Collection[int]], set[int]],
) -> None:
    """Make a kind known; the owner calls this once when its app starts. Raises ValueError on a second owner."""
    if kind in _KINDS:
        raise ValueError(f"subject kind {kind} is registered twice")
    _KINDS[kind] = SubjectKind(kind=kind, label=label, visible=visible)


def kinds() -> frozenset[str]:
    """All kinds that somebody owns."""
    return frozenset(_KINDS)


def labels(subjects: Collection[Subject], viewer: Actor) -> dict[Subject, str]:
    """The names of those subjects that the viewer may see, one query or so per kind."""
    found: dict[Subject, str] = {}
    for kind in sorted({subject.kind for subject in subjects}):
        owner = _KINDS[kind]
        ids = owner.visible(viewer, {subject.id for subject in subjects if subject.kind == kind})
        found |= {Subject(kind, id_): name for id_, name in owner.label(ids, viewer).items()}
    return found
