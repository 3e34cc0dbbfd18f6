"""Divisions: the frozen input, the amount per area and earmark, and the lines that explain each amount to the cent."""

from django.db import models
from django.db.models import Q

from wijkaanzet.budget.rules.runs import ON_ITS_WAY, RunStatus
from wijkaanzet.kernel import public_ids


class AllocationRun(models.Model):
    """Verdeling. One calculation of the allocation model on one set of figures, and what became of it."""

    tenant_path = "municipality"

    public_id = models.CharField(max_length=12, unique=True, default=public_ids.new, editable=False)
    municipality = models.ForeignKey("kernel.Municipality", on_delete=models.PROTECT, related_name="allocation_runs")
    division = models.ForeignKey("areas.Division", on_delete=models.PROTECT, related_name="allocation_runs")
    year = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    status = models.CharField(max_length=12, choices=[(s.value, s.value) for s in RunStatus])
    status_since = models.DateField()
    total_cents = models.BigIntegerField()
    model_text = models.TextField()
    model_sha256 = models.CharField(max_length=64)
    figures_sha256 = models.CharField(max_length=64)
    figures_source = models.CharField(max_length=200)
    figures_year = models.PositiveSmallIntegerField()
    figures_fictional = models.BooleanField(default=False)
    figure_import = models.ForeignKey(
        "scans.FigureImport", on_delete=models.PROTECT, null=True, related_name="allocation_runs"
    )
    code_version = models.CharField(max_length=40)
    decision = models.ForeignKey("decisions.Decision", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["municipality", "division", "year"],
                condition=Q(status=RunStatus.DECIDED.value),
                name="one_decided_division_a_year",
            ),
            models.UniqueConstraint(
                fields=["municipality", "division", "year"],
                condition=Q(status__in=sorted(status.value for status in ON_ITS_WAY)),
                name="one_division_on_its_way",
            ),
            models.CheckConstraint(
                condition=~Q(status=RunStatus.DECIDED.value) | Q(decision__isnull=False),
                name="decided_division_has_decision",
            ),
        )

    def __str__(self) -> str:
        return f"{self.year} {self.name}"


class AllocationFigure(models.Model):
    """Gebruikt cijfer. A figure of an area as the division counted with it, frozen, exact as text; empty is missing."""

    tenant_path = "run__municipality"

    run = models.ForeignKey(AllocationRun, on_delete=models.CASCADE, related_name="figures")
    area = models.ForeignKey("areas.Area", on_delete=models.PROTECT, related_name="allocation_figures")
    column = models.CharField(max_length=200)
    value = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["run", "area", "column"], name="figure_once"),)

    def __str__(self) -> str:
        return self.column


class AllocationEstimate(models.Model):
    """Geschat cijfer. A figure of a CBS area that was missing and was counted at the rate of the known ones."""

    tenant_path = "run__municipality"

    run = models.ForeignKey(AllocationRun, on_delete=models.CASCADE, related_name="estimates")
    area = models.ForeignKey("areas.Area", on_delete=models.PROTECT, related_name="allocation_estimates")
    column = models.CharField(max_length=200)
    cbs_code = models.CharField(max_length=10)
    cbs_name = models.CharField(max_length=200)
    inhabitants = models.PositiveIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["run", "column", "cbs_code"], name="estimated_once"),)

    def __str__(self) -> str:
        return f"{self.cbs_code} {self.column}"


class CityLine(models.Model):
    """Stedelijke regel. Money that stays with the whole city, with the reason why."""

    tenant_path = "run__municipality"

    run = models.ForeignKey(AllocationRun, on_delete=models.CASCADE, related_name="city_lines")
    position = models.PositiveSmallIntegerField()
    earmark = models.CharField(max_length=60)
    key = models.CharField(max_length=60)
    motive = models.CharField(max_length=300, blank=True)
    amount_cents = models.BigIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["run", "position"], name="city_line_position"),)

    def __str__(self) -> str:
        return self.key


class AllocationShare(models.Model):
    """Deel van een gebied. What an area gets in a division, under one earmark and component."""

    tenant_path = "run__municipality"

    run = models.ForeignKey(AllocationRun, on_delete=models.CASCADE, related_name="shares")
    area = models.ForeignKey("areas.Area", on_delete=models.PROTECT, related_name="allocation_shares")
    earmark = models.CharField(max_length=60)
    component = models.CharField(max_length=60, blank=True)
    amount_cents = models.BigIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["run", "area", "earmark", "component"], name="share_once"),
            models.CheckConstraint(condition=Q(amount_cents__gte=0), name="share_not_below_zero"),
        )

    def __str__(self) -> str:
        return f"{self.earmark} {self.component}"


class AllocationLine(models.Model):
    """Verdeelregel. One step of the sum that leads to the amount of an area; the lines add up to the cent.

    Units and the price of a unit are exact fractions as text, since no decimal holds a third.
    """

    tenant_path = "run__municipality"

    run = models.ForeignKey(AllocationRun, on_delete=models.CASCADE, related_name="lines")
    area = models.ForeignKey("areas.Area", on_delete=models.PROTECT, related_name="allocation_lines")
    position = models.PositiveSmallIntegerField()
    earmark = models.CharField(max_length=60)
    kind = models.CharField(max_length=12)
    key = models.CharField(max_length=60)
    units = models.CharField(max_length=400, blank=True)
    unit_price = models.CharField(max_length=400, blank=True)
    amount_cents = models.BigIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["run", "area", "position"], name="line_position"),)

    def __str__(self) -> str:
        return f"{self.earmark} {self.kind} {self.key}"
