"""The gate: a second reader lets it through, or it is declined; either way what was told is deleted and answered."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.intake import queries
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.operations.entering import ANSWERED, PURPOSE, check, enter, locked
from wijkaanzet.intake.rules import EntryKind, EntryStatus, Outcome
from wijkaanzet.intake.rules.keeping import contact_until
from wijkaanzet.intake.rules.telling import Judged, Prepared, check_judged, checked_answer
from wijkaanzet.kernel import outbox
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.sealed import unseal_words
from wijkaanzet.kernel.searching import folded
from wijkaanzet.kernel.subjects import Subject


@dataclass(frozen=True)
class Placed:
    """What passed the gate; of a story the words are only here, until the teller said what may be done with them."""

    entry: Entry
    words: Prepared
    photo: bytes | None


@transaction.atomic
def place(
    entry: Entry, *, judged: Judged, actor: Actor, at: datetime, story: bool = False, more_to_come: bool = False
) -> Placed:
    """Let through what the first reader made ready, as another person; the original and what came with it are deleted.

    Only the floor of stories lets a `story` through, which goes to its teller first. Where another answer is to come
    its sender stays reachable until `more_came`, at most fifteen months.

    Raises Refused: ("wrong_state"), ("wrong_kind"), ("same_reader"), ("draft_changed") since it was read,
    ("risk_too_high"), ("no_answer"), ("told_too_long") and ("finds_not_checked") when something may still point at a
    person and the reader did not say that it does not.
    """
    entry = locked(entry)
    if entry.status != EntryStatus.PREPARED or entry.draft is None:
        raise Refused("wrong_state")
    if actor.user_id is None or entry.prepared_by_id in (None, actor.user_id):
        raise Refused("same_reader")
    if judged.seen and judged.seen != queries.draft_mark(entry):
        raise Refused("draft_changed")
    check_judged(judged)
    words = Prepared.of(unseal_words(entry.draft, purpose=PURPOSE))
    if (words.kind is EntryKind.STORY) is not story:
        raise Refused("wrong_kind")
    finds = queries.finds_in(entry, words)
    if finds and not judged.finds_checked:
        raise Refused("finds_not_checked", number=len(finds))
    photo = queries.photo_of(entry) if words.photo_alt else None
    if not story:
        entry.title, entry.text, entry.meaning = words.title.strip(), words.text.strip(), words.meaning.strip()
        entry.tone, entry.folded = words.tone or "", folded(f"{words.title} {words.text}")
    entry.risk, entry.place_public, entry.more_to_come = judged.risk, judged.place_public, more_to_come
    _decide(entry, Outcome.PLACED, judged.answer, actor=actor, at=at)
    return Placed(entry, words, photo)


@transaction.atomic
def decline(entry: Entry, *, answer: str, seen: str | None = None, actor: Actor, at: datetime) -> Entry:
    """It finds no place here; who sent it reads why. One reader may say so, since nothing of it becomes public.

    `seen` is the mark of the words that lay ready, empty when none did; left out, it is as it is now.
    Raises Refused: ("wrong_state"), ("draft_changed") since it was read, ("no_answer"), ("told_too_long").
    """
    entry = locked(entry)
    if entry.status not in (EntryStatus.RECEIVED, EntryStatus.PREPARED):
        raise Refused("wrong_state")
    if seen is not None and seen != queries.draft_mark(entry):
        raise Refused("draft_changed")
    return _decide(entry, Outcome.DECLINED, answer, actor=actor, at=at)


def _decide(entry: Entry, outcome: Outcome, answer: str, *, actor: Actor, at: datetime) -> Entry:
    """Keep the answer, forget what was told, and see to it that the answer arrives."""
    entry.outcome, entry.answer = outcome, checked_answer(answer)
    entry.decided_by_id, entry.decided_on = actor.user_id, localdate(at)
    entry.original = entry.draft = entry.returned = None
    entry.attachments.all().delete()
    contact = queries.reachable_at(entry)
    # what has no place is used for nothing later
    hears_more = entry.more_to_come or (entry.keep_told and outcome is Outcome.PLACED)
    entry.contact_until = contact_until(localdate(at), keep_told=hears_more) if entry.contact else None
    telephones = bool(contact.phone) and not contact.email
    status = EntryStatus.TO_TELL if telephones else EntryStatus.ANSWERED
    check(entry, status=status)
    enter(entry, status=status, actor=actor, at=at, action=outcome)
    if contact.email:
        outbox.put(
            ANSWERED,
            recipient_id=None,
            subject=Subject("intake.entry", entry.id),
            municipality=entry.municipality,
            at=at,
        )
    return entry
