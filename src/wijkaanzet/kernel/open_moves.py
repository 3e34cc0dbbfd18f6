"""Open moves as rows: written with the change of state, read by every page that says whose move it is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from wijkaanzet.kernel import audit, moves
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality, OpenMove
from wijkaanzet.kernel.moves import Standing
from wijkaanzet.kernel.subjects import Subject

REPAIRED = "kernel.open_move.repaired"
_paid: frozenset[str] = frozenset()


def register_paid_roles(roles: frozenset[str]) -> None:
    """Tell which roles are paid and so have terms; called once by the owner of the roles."""
    global _paid
    _paid = roles


def put(move: moves.Move, *, subject: Subject, municipality: Municipality) -> None:
    """Store the move that the subject now waits for, in place of the one before. Raises moves.UnfitMove."""
    moves.check(move, paid=_paid)
    OpenMove.objects.update_or_create(
        subject_kind=subject.kind,
        subject_id=subject.id,
        defaults={"municipality": municipality, **_columns(move)},
    )


def close(subject: Subject) -> None:
    """The subject waits for nobody any more."""
    OpenMove.objects.filter(subject_kind=subject.kind, subject_id=subject.id).delete()


def follow(standing: Standing, *, process: moves.Process, municipality: Municipality) -> None:
    """Put the move that the process' rule names for where the subject stands now, or close it when there is none."""
    subject = Subject(process.kind, standing.subject_id)
    move = process.move(standing.state, standing.facts)
    if move is None:
        close(subject)
    else:
        put(move, subject=subject, municipality=municipality)


def follow_all(standings: Iterable[Standing], *, process: moves.Process, municipality: Municipality) -> None:
    """Follow several subjects of one process; what is stored as it should be is left alone, in one query for all."""
    there = {one.subject_id: one for one in standings}
    rows = OpenMove.objects.filter(subject_kind=process.kind, subject_id__in=there)
    stored = {row.subject_id: row for row in rows}
    for id_, standing in there.items():
        if _difference(process.move(standing.state, standing.facts), stored.get(id_), standing):
            follow(standing, process=process, municipality=municipality)


def follow_from(scope: tuple[str, int], *, municipality: Municipality) -> None:
    """Let what waits over a scope go along, when who has it over that scope changed."""
    waits = OpenMove.objects.filter(municipality=municipality, scope_kind=scope[0], scope_id=scope[1])
    ids = defaultdict(set)
    for kind, subject_id in waits.values_list("subject_kind", "subject_id"):
        ids[kind].add(subject_id)
    for kind, process in moves.PROCESSES.items():
        for standing in process.standings() if kind in ids else ():
            if standing.subject_id in ids[kind]:
                follow(standing, process=process, municipality=municipality)


def differences() -> Iterator[str]:
    """Where the stored moves are not what the rules say: one sentence each."""
    return (str(one) for one in _differing())


@transaction.atomic
def repair(*, actor: Actor, at: datetime) -> list[str]:
    """Store the moves that the rules name now, each with a row in the log; gives what was wrong, a sentence each.

    For after an upgrade in which the rules changed. What no process owns is left as it is. Raises moves.UnfitMove.
    """
    repaired = [one for one in _differing() if one.subject.kind in moves.PROCESSES]
    cities = Municipality.objects.in_bulk({one.municipality_id for one in repaired})
    for one in repaired:
        municipality = cities[one.municipality_id]
        if one.standing is None:
            close(one.subject)
        else:
            follow(one.standing, process=moves.PROCESSES[one.subject.kind], municipality=municipality)
        detail: dict[str, str | int | bool | None] = {"was": one.words}
        audit.record(REPAIRED, subject=one.subject, actor=actor, at=at, municipality=municipality, detail=detail)
    return [str(one) for one in repaired]


@dataclass(frozen=True)
class _Differing:
    """A stored move that is not what the rules say; without a standing there should be none."""

    subject: Subject
    words: str
    standing: Standing | None
    municipality_id: int

    def __str__(self) -> str:
        state = f" ({self.standing.state})" if self.standing else ""
        return f"{self.subject.kind} {self.subject.id}{state}: {self.words}"


def _differing() -> Iterator[_Differing]:
    for kind, process in sorted(moves.PROCESSES.items()):
        stored = {row.subject_id: row for row in OpenMove.objects.filter(subject_kind=kind)}
        for standing in process.standings():
            row = stored.pop(standing.subject_id, None)
            wrong = _difference(process.move(standing.state, standing.facts), row, standing)
            if wrong:
                yield _Differing(Subject(kind, standing.subject_id), wrong, standing, standing.municipality_id)
        for _, row in sorted(stored.items()):
            yield _without(row, "a move is stored of something that is not there")
    for row in OpenMove.objects.exclude(subject_kind__in=moves.PROCESSES).order_by("id"):
        yield _without(row, "nobody owns this process")


def _without(row: OpenMove, words: str) -> _Differing:
    return _Differing(Subject(row.subject_kind, row.subject_id), words, None, row.municipality_id)


def _difference(move: moves.Move | None, row: OpenMove | None, standing: Standing) -> str:
    if move is None:
        return f"waits for {row.role}, should wait for nobody" if row else ""
    if row is None:
        return f"waits for nobody, should wait for {move.role}"
    wrong = [name for name, value in _columns(move).items() if getattr(row, name) != value]
    if row.municipality_id != standing.municipality_id:
        wrong.append("municipality")
    return f"other {', '.join(wrong)}" if wrong else ""


def _columns(move: moves.Move) -> dict[str, object]:
    rest = move.resting
    return {
        "state": str(move.state),
        "role": str(move.role),
        "scope_kind": move.scope[0],
        "scope_id": move.scope[1],
        "action": move.action,
        "due_on": move.due_on,
        "lapses_on": move.lapses_on,
        "falls_back_to": move.falls_back_to or "",
        "rest_who": rest.who if rest else "",
        "rest_why": rest.why if rest else "",
        "rest_look_again_on": rest.look_again_on if rest else None,
    }
