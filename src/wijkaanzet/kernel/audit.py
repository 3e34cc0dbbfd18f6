"""The audit log: one row per act, in the transaction of the act; refusals and failures after the rollback.

Six fields are mandatory (BIO2 8.15.01): action, object, result, origin, actor, moment. No IP address, no content.
"""

from datetime import datetime

from django.db.models import Q, QuerySet

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import AuditEntry, Municipality
from wijkaanzet.kernel.subjects import Subject

REASON_LENGTH = 500  # a longer reason stands whole with its subject; the log keeps the start
SECRET_WORDS = ("password", "secret", "token", "session", "email", "phone", "bsn", "iban")


class EmptyField(ValueError):
    """An audit entry must say what was done, and to what."""


class SecretInLog(ValueError):
    """Somebody tried to write a secret or personal detail into the audit log."""


def record(
    action: str,
    *,
    subject: Subject,
    actor: Actor,
    at: datetime,
    municipality: Municipality | None,
    reason: str = "",
    detail: dict[str, str | int | bool | None] | None = None,
) -> AuditEntry:
    """Write down what was done. `detail` holds references and amounts only. Raises SecretInLog, EmptyField."""
    entry = AuditEntry(action=action, result=AuditEntry.Result.DONE, at=at, municipality=municipality, reason=reason)
    return _write(entry, subject, actor, detail or {})


def record_refusal(
    action: str, *, subject: Subject, actor: Actor, at: datetime, municipality: Municipality | None, key: str
) -> AuditEntry:
    """Write down that the rules refused something; called by web and commands after the rollback."""
    entry = AuditEntry(action=action, result=AuditEntry.Result.REFUSED, at=at, municipality=municipality, reason=key)
    return _write(entry, subject, actor, {})


def done_by_others(subjects: Q, *, since: datetime, than: Actor) -> QuerySet[AuditEntry]:
    """What others did with these subjects after a moment, the first act first."""
    done = AuditEntry.objects.filter(subjects, at__gt=since, result=AuditEntry.Result.DONE)
    return done.exclude(actor__isnull=False, actor_id=than.user_id).order_by("id")


def _write(entry: AuditEntry, subject: Subject, actor: Actor, detail: dict[str, str | int | bool | None]) -> AuditEntry:
    for name in detail:
        if any(word in name.lower() for word in SECRET_WORDS):
            raise SecretInLog(name)
    if not (entry.action and subject.kind):
        raise EmptyField("an audit entry names its action and the kind of its object")
    entry.subject_kind, entry.subject_id = subject
    entry.reason = entry.reason[:REASON_LENGTH]
    entry.channel, entry.request_id, entry.actor_id = actor.channel.value, actor.request_id, actor.user_id
    stood_in: dict[str, str | int | bool | None] = {"stood_in_for": ", ".join(map(str, actor.stands_in))}
    entry.detail = {**detail, **(stood_in if actor.stands_in else {})}
    entry.save(force_insert=True)
    return entry
