"""The one Decision: which body, about what, why; the advice before it, and who is told of it."""

from django.db import models
from django.db.models import Q

from wijkaanzet.decisions.rules import AdviceStatus, Follow, Kind, NoticeStatus, Outcome, Status, Step
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


class AdviceRequest(models.Model):
    """Adviesvraag. What a body is asked to advise on before another decides; a process of its own."""

    tenant_path = "body__municipality"

    public_id = models.CharField(max_length=12, unique=True, default=public_ids.new, editable=False)
    body = models.ForeignKey("people.Body", on_delete=models.PROTECT, related_name="advice_requests")
    step = models.CharField(max_length=20, choices=[(s.value, s.value) for s in Step])
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    question = models.TextField()
    asks = models.CharField(max_length=32)
    status = models.CharField(max_length=12, choices=[(s.value, s.value) for s in AdviceStatus])
    status_since = models.DateField()
    asked_on = models.DateField()
    lapses_on = models.DateField()
    given_on = models.DateField(null=True)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, related_name="advice_requests")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["body", "subject_kind", "subject_id", "step"],
                condition=Q(status__in=[AdviceStatus.ASKED.value, AdviceStatus.GIVEN.value]),
                name="asked_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(status__in=[AdviceStatus.ASKED.value, AdviceStatus.LAPSED.value])
                | Q(given_on__isnull=False),
                name="given_advice_has_day",
            ),
        )

    def __str__(self) -> str:
        return f"#{self.pk} {self.status}"


class AdvicePoint(models.Model):
    """Adviespunt. One point of advice, and what is done with it."""

    tenant_path = "request__body__municipality"

    request = models.ForeignKey(AdviceRequest, on_delete=models.CASCADE, related_name="points")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    follow = models.CharField(max_length=8, blank=True, choices=[(f.value, f.value) for f in Follow])
    answer = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["request", "position"], name="advice_point_position"),
            models.CheckConstraint(
                condition=Q(follow="", answer="") | (Q(follow__gt="") & Q(answer__gt="")), name="answer_is_whole"
            ),
        )

    def __str__(self) -> str:
        return f"{self.request_id}.{self.position}"


class Notice(models.Model):
    """Mededeling. That a body is told of a decision: the arrangement says whom, a clerk sends it."""

    tenant_path = "decision__municipality"

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="notices")
    body = models.ForeignKey("people.Body", on_delete=models.PROTECT, related_name="notices")
    sender = models.ForeignKey("people.Body", on_delete=models.PROTECT, related_name="notices_to_send")
    status = models.CharField(max_length=12, choices=[(s.value, s.value) for s in NoticeStatus])
    status_since = models.DateField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["decision", "body"], name="told_once"),)

    def __str__(self) -> str:
        return f"{self.decision_id} {self.status}"
