"""Seals over the audit log: a chain of hashes made by a job, so that writes do not queue for one another.

The hash covers references and moments, never content: after a story is withdrawn nothing of it lives on in a hash.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import connection, transaction
from django.db.models import Max

from wijkaanzet.kernel.models import AuditEntry, AuditSeal

COVERED = ("id", "at", "action", "subject_kind", "subject_id", "result", "channel", "request_id")
COVERED_IDS = ("actor_id", "municipality_id")


def _digest(entries: Iterable[AuditEntry], previous: str) -> tuple[str, int]:
    digest, rows = hashlib.sha256(previous.encode()), 0
    for entry in entries:
        moment = entry.at.timestamp()
        fields = [f"{moment:.6f}" if name == "at" else str(getattr(entry, name)) for name in (*COVERED, *COVERED_IDS)]
        digest.update("\x1f".join(fields).encode() + b"\x1e")
        rows += 1
    return digest.hexdigest(), rows


@transaction.atomic
def _settled_end() -> int | None:
    """The highest id below which no running transaction can still add an entry.

    PostgreSQL hands out ids before a commit; the short lock waits for the writers of this moment, and SQLite has one
    writer at a time already. It is released at once, before anything is hashed.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE kernel_auditentry IN SHARE MODE")
    end: int | None = AuditEntry.objects.aggregate(Max("id"))["id__max"]
    return end


def _one_sealer_at_a_time() -> None:
    """Two seals made at once would both follow the same one; the second job waits, and finds what the first left."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE kernel_auditseal IN SHARE ROW EXCLUSIVE MODE")


def seal(*, at: datetime) -> AuditSeal | None:
    """Seal all entries since the last seal; None when there is nothing new."""
    end = _settled_end()
    with transaction.atomic():
        _one_sealer_at_a_time()
        last = AuditSeal.objects.order_by("-last_id").first()
        start = last.last_id + 1 if last else 1
        if end is None or end < start:
            return None
        entries = AuditEntry.objects.filter(id__gte=start, id__lte=end).order_by("id")
        value, rows = _digest(entries.iterator(), last.hash if last else "")
        return AuditSeal.objects.create(first_id=start, last_id=end, rows=rows, hash=value, previous=last, made_at=at)


def broken_seals() -> Iterator[str]:
    """What does not fit: one sentence per seal whose entries were changed, removed or added, or whose chain is cut."""
    previous: AuditSeal | None = None
    for current in AuditSeal.objects.order_by("last_id"):
        entries = AuditEntry.objects.filter(id__gte=current.first_id, id__lte=current.last_id).order_by("id")
        value, rows = _digest(entries.iterator(), previous.hash if previous else "")
        if current.previous_id != (previous.id if previous else None) or (
            current.first_id != (previous.last_id + 1 if previous else 1)
        ):
            yield f"seal {current.id}: the chain is cut before entry {current.first_id}"
        if rows != current.rows:
            yield f"seal {current.id}: {current.rows} entries were sealed, {rows} are there"
        elif value != current.hash:
            yield f"seal {current.id}: an entry between {current.first_id} and {current.last_id} was changed"
        previous = current


def missing_rows() -> Iterator[str]:
    """What no seal can tell: the log, or all its seals, were taken away though the database gave out numbers for them.

    SQLite takes a number back when the act fails, so there the newest row must bear the highest number ever given.
    PostgreSQL does not; there only an empty table says something.
    """
    for what, model in (("entries", AuditEntry), ("seals", AuditSeal)):
        newest = model.objects.aggregate(Max("id"))["id__max"]
        given = _highest_number(model._meta.db_table)
        if newest is None and given:
            yield f"{given} {what} were numbered, none is there"
        elif newest is not None and newest < given and connection.vendor == "sqlite":
            yield f"{what} after {newest} were taken away: the database numbered {given}"


def _highest_number(table: str) -> int:
    """The highest id that the database ever gave in a table; 0 before the first."""
    ask = "SELECT MAX(seq) FROM sqlite_sequence WHERE name = %s"
    if connection.vendor == "postgresql":
        ask = "SELECT pg_sequence_last_value(pg_get_serial_sequence(%s, 'id'))"
    with connection.cursor() as cursor:
        cursor.execute(ask, [table])
        (found,) = cursor.fetchone()
    return int(found or 0)
