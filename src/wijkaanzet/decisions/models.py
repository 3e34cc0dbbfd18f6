"""The one Decision: which body, about what, with what outcome, why, and what became of it."""

from django.db import models
from django.db.models import Q

from wijkaanzet.decisions.rules import Kind, Outcome, Status, Step
from wijkaanzet.kernel import public_ids


class Decision(models.Model):
    """Besluit. What a body decided on a subject, recorded by its clerk with the date of the meeting."""

    tenant_path = "municipality"

    public_id = models.CharField(max_length=12, unique=True, default=public_ids.new, editable=False)
    municipality = models.ForeignKey("kernel.Municipality", on_delete=models.PROTECT, related_name="decisions")
    body = models.ForeignKey("people.Body", on_delete=models.PROTECT, related_name="decisions")
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in Kind])
    step = models.CharField(max_length=20, choices=[(s.value, s.value) for s in Step])
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    meeting_on = models.DateField()
    outcome = models.CharField(max_length=12, blank=True, choices=[(o.value, o.value) for o in Outcome])
    reasons = models.TextField(blank=True)
    status = models.CharField(max_length=12, choices=[(s.value, s.value) for s in Status])
    published_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["subject_kind", "subject_id", "step"],
                condition=~Q(status=Status.WITHDRAWN.value) & ~Q(outcome=Outcome.RETURNED.value),
                name="decided_once",
            ),
            models.CheckConstraint(
                condition=Q(status__in=[Status.PREPARED.value, Status.WITHDRAWN.value]) | Q(outcome__gt=""),
                name="recorded_has_outcome",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.PUBLISHED.value) | Q(published_on__isnull=False),
                name="published_has_day",
            ),
        )

    def __str__(self) -> str:
        return f"#{self.pk} {self.step} {self.meeting_on}"
