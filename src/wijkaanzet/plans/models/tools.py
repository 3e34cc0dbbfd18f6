"""Sheets that a network fills in together, with crosses and notes; each is kept with the plan or with the network."""

from django.db import models
from django.db.models import Q

from wijkaanzet.plans.models.plan import Plan
from wijkaanzet.plans.rules.tools import LONGEST_KEY, ToolKind


class ToolSheet(models.Model):
    """Gespreksblad. A staircase, a talk about circles or meanings of words, filled in together for a plan or one year.

    Its rows and columns are those of the arrangement that held on the day it was begun.
    """

    tenant_path = "network__body__municipality"

    network = models.ForeignKey("networks.Network", on_delete=models.PROTECT, related_name="tool_sheets")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, null=True, related_name="tool_sheets")
    """The plan it belongs to; empty when the network filled it in apart from a plan."""
    kind = models.CharField(max_length=10, choices=[(one.value, one.value) for one in ToolKind])
    year = models.PositiveSmallIntegerField()
    begun_on = models.DateField()
    version = models.PositiveIntegerField(default=0)
    """How often it was handed in."""

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["plan", "kind"], condition=Q(plan__isnull=False), name="one_sheet_of_a_kind_with_a_plan"
            ),
            models.UniqueConstraint(
                fields=["network", "kind", "year"],
                condition=Q(plan__isnull=True),
                name="one_sheet_of_a_kind_in_a_year",
            ),
        )

    def __str__(self) -> str:
        return f"#{self.pk} {self.kind}"


class ToolMark(models.Model):
    """Kruisje. On which step of the staircase the municipality stands with one of its principles."""

    tenant_path = "sheet__network__body__municipality"

    sheet = models.ForeignKey(ToolSheet, on_delete=models.CASCADE, related_name="marks")
    row = models.CharField(max_length=LONGEST_KEY)
    column = models.CharField(max_length=LONGEST_KEY)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["sheet", "row", "column"], name="tool_mark_once"),)

    def __str__(self) -> str:
        return f"#{self.pk}"


class ToolNote(models.Model):
    """Aantekening. How one place of a sheet read from one version on; the newest is what it says now."""

    tenant_path = "sheet__network__body__municipality"

    sheet = models.ForeignKey(ToolSheet, on_delete=models.CASCADE, related_name="notes")
    row = models.CharField(max_length=LONGEST_KEY)
    column = models.CharField(max_length=LONGEST_KEY, blank=True)
    version = models.PositiveIntegerField()
    """Of the sheet."""
    text = models.TextField(blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["sheet", "row", "column", "version"], name="tool_note_once"),)

    def __str__(self) -> str:
        return f"#{self.sheet_id}.{self.version}"
