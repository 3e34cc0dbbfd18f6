"""Telling who sent something what was done with it afterwards, for who wanted to hear that."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from wijkaanzet.intake import queries
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.operations.entering import USED
from wijkaanzet.intake.rules import EntryStatus
from wijkaanzet.kernel import outbox
from wijkaanzet.kernel.subjects import Subject


@transaction.atomic
def tell_used(ids: Collection[int], *, at: datetime) -> int:
    """Write a message to who sent these entries, left an address and wanted to hear more; gives how many."""
    found = Entry.objects.filter(id__in=ids, keep_told=True, contact__isnull=False, status=EntryStatus.ANSWERED)
    written = 0
    for entry in found.select_related("municipality").order_by("id"):
        if queries.reachable_at(entry).email:
            subject = Subject("intake.entry", entry.id)
            outbox.put(USED, recipient_id=None, subject=subject, municipality=entry.municipality, at=at)
            written += 1
    return written
