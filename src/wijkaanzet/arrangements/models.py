"""The arrangements of municipalities, each for its own period."""

from django.db import models
from django.db.models import Q

from wijkaanzet.kernel.models import Municipality, PeriodModel


class Arrangement(PeriodModel):
    """Arrangement. What a municipality chose, as it was loaded from a file; never edited, only followed by another."""

    tenant_path = "municipality"

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="arrangements")
    content = models.JSONField(help_text="The arrangement in the format of the file.")
    file_name = models.CharField(max_length=120)
    text = models.TextField(help_text="The file as it was loaded, comments included.")
    sha256 = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()

    class Meta(PeriodModel.Meta):
        constraints = (
            *PeriodModel.Meta.constraints,
            models.UniqueConstraint(fields=["municipality", "starts_on"], name="one_arrangement_a_start"),
            models.UniqueConstraint(
                fields=["municipality"], condition=Q(ends_before__isnull=True), name="one_open_arrangement"
            ),
        )

    def __str__(self) -> str:
        return f"{self.municipality_id} {self.starts_on:%Y-%m-%d}"
