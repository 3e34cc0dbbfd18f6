"""Somebody was told the answer; who sent it takes it back; what is not needed any more is forgotten."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.intake import queries
from wijkaanzet.intake.models import Entry, Knock
from wijkaanzet.intake.operations.entering import check, enter, locked
from wijkaanzet.intake.rules import EntryStatus, Outcome
from wijkaanzet.intake.rules.keeping import KNOCK_HOURS, answers_from, contact_until
from wijkaanzet.kernel import audit
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject


@transaction.atomic
def tell(entry: Entry, *, more_to_come: bool = False, actor: Actor, at: datetime) -> Entry:
    """The answer was told by telephone; the number is forgotten unless its owner hears more later.

    `more_to_come` is what who called was shown. Raises Refused: ("wrong_state"), ("more_came") when another answer
    came meanwhile, that was not told.
    """
    entry = locked(entry)
    if entry.status != EntryStatus.TO_TELL:
        raise Refused("wrong_state")
    if more_to_come and not entry.more_to_come:
        raise Refused("more_came")
    entry.called_on = localdate(at)
    if not (entry.keep_told or entry.more_to_come):
        entry.contact = entry.contact_until = None
    return enter(entry, status=EntryStatus.ANSWERED, actor=actor, at=at, action="told")


@transaction.atomic
def more_came(entry: Entry, *, actor: Actor, at: datetime) -> Entry:
    """The answer that was still to come is there: who left only a telephone number is called, once for all answers."""
    entry = locked(entry)
    entry.more_to_come = False
    if entry.contact:
        entry.contact_until = contact_until(localdate(at), keep_told=entry.keep_told)
    contact = queries.reachable_at(entry)
    if entry.status == EntryStatus.ANSWERED and contact.phone and not contact.email:
        return enter(entry, status=EntryStatus.TO_TELL, actor=actor, at=at, action="more_to_tell")
    entry.save(update_fields=["more_to_come", "contact_until"])
    return entry


@transaction.atomic
def withdraw(entry: Entry, *, actor: Actor, at: datetime) -> Entry:
    """Who sent it takes it back: all that was told is deleted; what points at it reads "withdrawn by the teller".

    Raises Refused("wrong_state") the second time.
    """
    entry = locked(entry)
    check(entry, status=EntryStatus.WITHDRAWN)
    entry.original = entry.draft = entry.returned = entry.contact = entry.contact_until = None
    entry.title = entry.text = entry.folded = entry.meaning = entry.tone = entry.strength_kind = ""
    entry.answer = ""
    entry.keep_told = entry.more_to_come = entry.place_public = False
    entry.place = None
    entry.attachments.all().delete()
    return enter(entry, status=EntryStatus.WITHDRAWN, actor=actor, at=at)


@transaction.atomic
def forget_sooner(entry_id: int, *, at: datetime) -> None:
    """Nothing of it is used any more: how its sender can be reached is kept no longer than after any other answer."""
    until = contact_until(localdate(at), keep_told=False)
    Entry.objects.filter(pk=entry_id, contact_until__gt=until).update(contact_until=until)


@transaction.atomic
def clean(*, actor: Actor, at: datetime) -> int:
    """Forget what is kept no longer: how people can be reached, old answers, and who knocked; gives how many rows."""
    today = localdate(at)
    contacts = Entry.objects.filter(contact__isnull=False, contact_until__lte=today)
    called = contacts.exclude(status=EntryStatus.TO_TELL)  # without the number nobody can tell the answer
    cleaned = called.update(contact=None, contact_until=None, keep_told=False)
    old = Entry.objects.filter(
        outcome=Outcome.DECLINED, status=EntryStatus.ANSWERED, decided_on__lt=answers_from(today)
    )
    cleaned += old.exclude(answer="").update(answer="")
    cleaned += Knock.objects.filter(hour__lt=at - timedelta(hours=KNOCK_HOURS)).delete()[0]
    audit.record(
        "intake.cleaned",
        subject=Subject("intake.entry", 0),
        actor=actor,
        at=at,
        municipality=None,
        detail={"rows": cleaned},
    )
    return cleaned
