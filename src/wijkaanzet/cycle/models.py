"""The year of an area."""

from django.db import models
from django.db.models import Q

from wijkaanzet.cycle.rules import AreaYearStatus


class AreaYear(models.Model):
    """Wijkjaar. How far one area has come in the cycle of one year."""

    tenant_path = "area__division__municipality"

    area = models.ForeignKey("areas.Area", on_delete=models.PROTECT, related_name="years")
    year = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=12, choices=[(s.value, s.value) for s in AreaYearStatus])
    status_since = models.DateField()
    network_starts_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["area", "year"], name="area_year_once"),
            models.CheckConstraint(
                condition=~Q(status=AreaYearStatus.PLAN_OPENED.value) | Q(network_starts_on__isnull=False),
                name="opened_plan_has_a_start",
            ),
        )

    def __str__(self) -> str:
        return f"{self.area_id} {self.year}"
