"""Tables that know no domain: the tenant, the audit log and its seals, open moves, the outbox, forms that were sent."""

from typing import ClassVar

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from wijkaanzet.kernel.actors import Channel


class PeriodModel(models.Model):
    """A row that holds for a half-open period; no end means still running."""

    starts_on = models.DateField()
    ends_before = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                condition=Q(ends_before__isnull=True) | Q(ends_before__gt=F("starts_on")),
                name="%(app_label)s_%(class)s_period",
            ),
        )


class Municipality(models.Model):
    """Gemeente. The tenant: many live in one installation, strictly apart."""

    tenant_path = ""

    code = models.CharField(max_length=6, unique=True, validators=[RegexValidator(r"^GM\d{4}$")])
    slug = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=80)

    def __str__(self) -> str:
        return self.name


class AuditEntry(models.Model):
    """Logregel. Who did what to what, when, through which door and how it ended (BIO2 8.15). Only added to."""

    class Result(models.TextChoices):
        DONE = "done"
        REFUSED = "refused"
        FAILED = "failed"

    at = models.DateTimeField()
    action = models.CharField(max_length=80)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    result = models.CharField(max_length=8, choices=Result)
    channel = models.CharField(max_length=8, choices=[(c.value, c.value) for c in Channel])
    request_id = models.CharField(max_length=40, blank=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=500, blank=True)
    detail = models.JSONField(default=dict)

    class Meta:
        indexes = (models.Index(fields=["subject_kind", "subject_id"], name="audit_subject"),)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.action} {self.subject_kind}:{self.subject_id}"


class AuditSeal(models.Model):
    """Zegel. A hash over a range of audit entries, chained to the seal before it, so that tampering is noticed."""

    first_id = models.BigIntegerField()
    last_id = models.BigIntegerField(unique=True)
    rows = models.PositiveIntegerField()
    hash = models.CharField(max_length=64)
    previous = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="next")
    made_at = models.DateTimeField()

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(last_id__gte=F("first_id")), name="seal_covers_a_range"),)

    def __str__(self) -> str:
        return f"{self.first_id}-{self.last_id}"


class OpenMove(models.Model):
    """Open zet. The one move that a process waits for; home, agenda, wheel and digest all read this table."""

    tenant_path = "municipality"

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    state = models.CharField(max_length=24)
    role = models.CharField(max_length=32)
    scope_kind = models.CharField(max_length=24)
    scope_id = models.BigIntegerField()
    action = models.CharField(max_length=80)
    due_on = models.DateField(null=True)
    lapses_on = models.DateField(null=True)
    falls_back_to = models.CharField(max_length=32, blank=True)
    rest_who = models.CharField(max_length=32, blank=True)
    rest_why = models.CharField(max_length=300, blank=True)
    rest_look_again_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["subject_kind", "subject_id"], name="one_move_at_a_time"),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True, lapses_on__isnull=False, falls_back_to__gt="")
                | Q(due_on__isnull=False, lapses_on__isnull=True, rest_look_again_on__isnull=True)
                | Q(due_on__isnull=True, lapses_on__isnull=True, rest_look_again_on__isnull=False),
                name="term_or_invitation_or_rest",
            ),
        )
        indexes = (models.Index(fields=["municipality", "role", "scope_kind", "scope_id"], name="moves_of_a_role"),)

    def __str__(self) -> str:
        return f"{self.role}: {self.action}"


class OutboxMessage(models.Model):
    """Uitgaand bericht. Something that must be sent, written in the transaction that made it true."""

    tenant_path = "municipality"

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+")
    """None for somebody without an account: the owner of the subject knows how to reach who it is for."""
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    written_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = (models.Index(fields=["written_at"], condition=Q(sent_at__isnull=True), name="outbox_waiting"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_kind}:{self.subject_id}"


class SentForm(models.Model):
    """Verstuurd formulier. Knows a form again that is sent twice; not who sent it, nor what stood in it."""

    trace = models.CharField(max_length=64, unique=True)
    led_to = models.TextField(blank=True)
    """The address of the page that came after it; empty only while its act is being done."""
    sent_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.sent_at:%Y-%m-%d} {self.trace[:8]}"
