"""Whose move is it: one role is responsible for the next step of a process. Plain Python.

Paid roles have a term. Residents and volunteers get an invitation that lapses back to a paid role; they are never late.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


@dataclass(frozen=True)
class Rest:
    """Rust. A process that waits on purpose: who said so, why, and when it is looked at again."""

    who: str
    why: str
    look_again_on: date


@dataclass(frozen=True)
class Move:
    """Zet. The next step of a process and the one role that is responsible for it."""

    process: str
    state: str
    role: str
    scope: tuple[str, int]
    action: str
    due_on: date | None
    lapses_on: date | None = None
    falls_back_to: str | None = None
    resting: Rest | None = None


class UnfitMove(ValueError):
    """A move whose term does not fit the role that has it."""


def check(move: Move, *, paid: frozenset[str]) -> None:
    """Hold a move against the rule of terms and invitations. Raises UnfitMove.

    A paid role has a term unless the process rests; an invited role has a day on which the invitation lapses and a
    paid role that takes over, and never a term.
    """
    if move.role in paid:
        if move.lapses_on or move.falls_back_to:
            raise UnfitMove(f"{move.role} is a paid role: a term, not an invitation")
        if (move.due_on is None) == (move.resting is None):
            raise UnfitMove(f"{move.role} is a paid role: a term or a rest, and not both")
        return
    if move.due_on is not None:
        raise UnfitMove(f"{move.role} is invited: no term")
    if move.lapses_on is None or move.falls_back_to not in paid:
        raise UnfitMove(f"{move.role} is invited: the invitation needs a day and a paid role to fall back to")


@dataclass(frozen=True)
class Standing:
    """Where one subject of a process stands: what the move is computed from."""

    subject_id: int
    municipality_id: int
    state: StrEnum
    facts: Any


@dataclass(frozen=True)
class Process:
    """A process: its states, the final ones, the rule that names the move, and how to find where all stand.

    A settled state may still change (a table of figures can be taken back) but waits for nobody, like a final one.
    """

    kind: str
    states: type[StrEnum]
    final: frozenset[StrEnum]
    transitions: Mapping[Any, set[Any]]
    move: Callable[[Any, Any], Move | None]
    standings: Callable[[], Iterable[Standing]]
    settled: frozenset[StrEnum] = frozenset()


PROCESSES: dict[str, Process] = {}


def register(process: Process) -> None:
    """Make a process known; its owner calls this once when its app starts. Raises ValueError on a second owner."""
    if process.kind in PROCESSES:
        raise ValueError(f"process {process.kind} is registered twice")
    PROCESSES[process.kind] = process
