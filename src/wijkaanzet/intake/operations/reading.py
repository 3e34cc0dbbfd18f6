"""The first reader makes it ready, and the second may send it back."""

from datetime import datetime

from django.db import transaction

from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.operations.entering import PURPOSE, check, enter, locked
from wijkaanzet.intake.queries import RETURNED_SEAL
from wijkaanzet.intake.rules import EntryStatus
from wijkaanzet.intake.rules.telling import LONGEST_MEANING, Prepared, check_prepared
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.sealed import seal, seal_words


@transaction.atomic
def prepare(entry: Entry, *, prepared: Prepared, actor: Actor, at: datetime) -> Entry:
    """Say of which kind it is and lay the words without persons before a second reader; sealed until that one judged.

    Raises Refused: ("wrong_state"), and what `check_prepared` refuses.
    """
    entry = locked(entry)
    check(entry, status=EntryStatus.PREPARED)
    check_prepared(prepared)
    entry.kind, entry.strength_kind = prepared.kind, prepared.strength_kind or ""
    entry.draft = seal_words(prepared.words(), purpose=PURPOSE)
    entry.prepared_by_id = actor.user_id
    entry.returned = None
    return enter(entry, status=EntryStatus.PREPARED, actor=actor, at=at)


@transaction.atomic
def send_back(entry: Entry, *, why: str, actor: Actor, at: datetime) -> Entry:
    """The second reader wants something changed first.

    Raises Refused: ("wrong_state"), ("no_reason"), ("told_too_long").
    """
    entry = locked(entry)
    check(entry, status=EntryStatus.RECEIVED)
    reason = why.strip()
    if not reason:
        raise Refused("no_reason")
    if len(reason) > LONGEST_MEANING:
        raise Refused("told_too_long", length=len(reason), most=LONGEST_MEANING)
    entry.returned = seal(reason.encode(), purpose=RETURNED_SEAL)
    entry.prepared_by = None
    return enter(entry, status=EntryStatus.RECEIVED, actor=actor, at=at, action="sent_back")
