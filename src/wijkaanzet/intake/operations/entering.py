"""The one way into a state: checked, saved, logged, and the move that follows is put."""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.intake import queries
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import NEXT, PROCESS, EntryStatus
from wijkaanzet.kernel import audit, moves, open_moves
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject

PURPOSE: Final = "intake.entry"
ANSWERED: Final = "intake.answered"
USED: Final = "intake.used"


@transaction.atomic
def locked(entry: Entry) -> Entry:
    """As it is now, and ours alone."""
    rows = Entry.objects.select_for_update(of=("self",)).select_related("municipality", "area", "place")
    return rows.get(pk=entry.pk)


@transaction.atomic
def check(entry: Entry, *, status: EntryStatus) -> None:
    """Raises Refused("wrong_state")."""
    if status not in NEXT[EntryStatus(entry.status)]:
        raise Refused("wrong_state")


@transaction.atomic
def enter(entry: Entry, *, status: EntryStatus, actor: Actor, at: datetime, action: str = "") -> Entry:
    """Save it in its new state. The log holds who, when and what was done, and nothing of what was told."""
    entry.status, entry.status_since = status, localdate(at)
    entry.save()
    audit.record(
        f"intake.entry.{action or status}",
        subject=Subject(PROCESS, entry.id),
        actor=actor,
        at=at,
        municipality=entry.municipality,
        detail={"kind": entry.kind, "route": entry.route},
    )
    open_moves.follow(queries.standing(entry), process=moves.PROCESSES[PROCESS], municipality=entry.municipality)
    return entry
