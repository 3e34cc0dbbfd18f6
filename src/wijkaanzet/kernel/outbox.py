"""The outbox: what must be sent is written with the change itself; web renders and sends it afterwards."""

from collections.abc import Callable
from datetime import datetime

import structlog
from django.db import connection, transaction
from django.db.models import Q

from wijkaanzet.kernel.models import Municipality, OutboxMessage
from wijkaanzet.kernel.subjects import Subject

MAX_ATTEMPTS = 8
_WAITS = Q(sent_at__isnull=True, attempts__lt=MAX_ATTEMPTS)

log = structlog.get_logger(__name__)

_kinds: set[str] = set()


def register(kind: str) -> None:
    """Make a kind of message known; a test asks web for words for each."""
    _kinds.add(kind)


def kinds() -> frozenset[str]:
    """All kinds of message that somebody writes."""
    return frozenset(_kinds)


def put(
    kind: str, *, recipient_id: int | None, subject: Subject, municipality: Municipality, at: datetime
) -> OutboxMessage:
    """Write a message in the transaction of the act it tells of. Raises ValueError on an unknown kind.

    Without a recipient it goes to somebody without an account, whose address the owner of the subject keeps.
    """
    if kind not in _kinds:
        raise ValueError(f"outbox kind {kind} is not registered")
    return OutboxMessage.objects.create(
        kind=kind,
        recipient_id=recipient_id,
        subject_kind=subject.kind,
        subject_id=subject.id,
        municipality=municipality,
        written_at=at,
    )


def withdraw(recipient_id: int) -> None:
    """Let what waits for an account not be sent: it was written for somebody else, or at another address."""
    OutboxMessage.objects.filter(_WAITS, recipient_id=recipient_id).delete()


def send_waiting(send: Callable[[OutboxMessage], None], *, at: datetime) -> tuple[int, int]:
    """Send every waiting message once; the numbers sent and failed.

    Each row is locked while it is sent, so that two senders never send it both. A failure, of the mail server or of
    one message, leaves that message waiting for the next round, at most MAX_ATTEMPTS rounds, and never blocks the ones
    behind it.
    """
    waiting = OutboxMessage.objects.filter(_WAITS)
    outcomes = [_send_one(id_, send, at) for id_ in waiting.order_by("id").values_list("id", flat=True)]
    return outcomes.count(True), outcomes.count(False)


@transaction.atomic
def _send_one(id_: int, send: Callable[[OutboxMessage], None], at: datetime) -> bool | None:
    rows = OutboxMessage.objects.filter(_WAITS, id=id_).select_related("recipient", "municipality")
    if connection.features.has_select_for_update:
        rows = rows.select_for_update(skip_locked=True, of=("self",))
    message = rows.first()
    if message is None:
        return None
    message.attempts += 1
    try:
        with transaction.atomic():
            send(message)
    except Exception as error:
        log.warning("outbox.message.failed", message=id_, kind=message.kind, error=type(error).__name__)
        message.save(update_fields=["attempts"])
        return False
    message.sent_at = at
    message.save(update_fields=["attempts", "sent_at"])
    return True
