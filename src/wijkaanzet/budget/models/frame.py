"""The frame: what the council makes available for a year, by earmark."""

from django.db import models
from django.db.models import Q

from wijkaanzet.budget.rules.frames import FrameStatus


class BudgetFrame(models.Model):
    """Budgetkader. The council's amount for a year."""

    tenant_path = "municipality"

    municipality = models.ForeignKey("kernel.Municipality", on_delete=models.PROTECT, related_name="frames")
    year = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=12, choices=[(s.value, s.value) for s in FrameStatus])
    status_since = models.DateField()
    decision = models.ForeignKey("decisions.Decision", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["municipality", "year"], name="one_frame_a_year"),
            models.CheckConstraint(
                condition=~Q(status=FrameStatus.DECIDED.value) | Q(decision__isnull=False),
                name="decided_frame_has_decision",
            ),
        )

    def __str__(self) -> str:
        return f"{self.year}"


class FrameLine(models.Model):
    """Kaderregel. The amount of one earmark in a frame."""

    tenant_path = "frame__municipality"

    frame = models.ForeignKey(BudgetFrame, on_delete=models.CASCADE, related_name="lines")
    earmark = models.CharField(max_length=60)
    amount_cents = models.BigIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["frame", "earmark"], name="earmark_once_a_frame"),
            models.CheckConstraint(condition=Q(amount_cents__gt=0), name="frame_line_above_zero"),
        )

    def __str__(self) -> str:
        return self.earmark
