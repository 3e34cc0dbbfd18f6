"""Tables of figures that were brought in: the file, what its columns mean, and every figure as it stood there."""

from django.db import models
from django.db.models import Q

from wijkaanzet.kernel import public_ids
from wijkaanzet.scans.rules.importing import FigureImportStatus
from wijkaanzet.scans.rules.mapping import ColumnKind

GONE = Q(status__in=[FigureImportStatus.REFUSED.value, FigureImportStatus.UNDONE.value])


class FigureImport(models.Model):
    """Cijferimport. A table of figures on its way in; public once imported, empty once refused or undone."""

    tenant_path = "municipality"

    public_id = models.CharField(max_length=12, unique=True, default=public_ids.new, editable=False)
    municipality = models.ForeignKey("kernel.Municipality", on_delete=models.PROTECT, related_name="figure_imports")
    division = models.ForeignKey("areas.Division", on_delete=models.PROTECT, related_name="figure_imports")
    status = models.CharField(max_length=12, choices=[(s.value, s.value) for s in FigureImportStatus])
    status_since = models.DateField()
    file_name = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    content = models.BinaryField(null=True)
    """The file to the letter; erased when it was refused or taken back, because it may have been the wrong one."""
    source = models.CharField(max_length=200)
    year = models.PositiveSmallIntegerField()
    """The year that the figures are of."""
    for_year = models.PositiveSmallIntegerField()
    """The year of the areas that they are meant for."""
    fictional = models.BooleanField(default=False)
    delimiter = models.CharField(max_length=1)
    decimal = models.CharField(max_length=1)
    encoding = models.CharField(max_length=20)
    missing = models.JSONField(default=list)
    """The signs that stand for "not known"."""
    code_column = models.CharField(max_length=200, blank=True)
    name_column = models.CharField(max_length=200, blank=True)
    inhabitants_column = models.CharField(max_length=200, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    """Of the file together with its mapping and years, from the moment it is imported."""

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["division", "fingerprint"],
                condition=Q(status=FigureImportStatus.IMPORTED.value),
                name="figures_imported_once",
            ),
            models.CheckConstraint(
                condition=(Q(content__isnull=True) & GONE) | (Q(content__isnull=False) & ~GONE),
                name="thrown_away_is_empty",
            ),
        )
        indexes = (models.Index(fields=["division", "status", "for_year"], name="figures_of_a_year"),)

    def __str__(self) -> str:
        return f"{self.source} {self.year}"


class FigureColumn(models.Model):
    """Cijferkolom. A column of an imported table: what it counts, of what it is a part, and how it was rounded."""

    tenant_path = "figure_import__municipality"

    figure_import = models.ForeignKey(FigureImport, on_delete=models.CASCADE, related_name="columns")
    position = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=200)
    label = models.CharField(max_length=80)
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in ColumnKind])
    of = models.CharField(max_length=200, blank=True)
    unit = models.CharField(max_length=40, blank=True)
    rounding = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["figure_import", "key"], name="figure_column_once"),
            models.CheckConstraint(
                condition=Q(kind=ColumnKind.COUNT.value, of="") | Q(kind=ColumnKind.PERCENTAGE.value, of__gt=""),
                name="percentage_is_of_something",
            ),
        )

    def __str__(self) -> str:
        return self.label


class Figure(models.Model):
    """Cijfer. What a table says of one CBS area in one column, as exact text; empty is not known."""

    tenant_path = "figure_import__municipality"

    figure_import = models.ForeignKey(FigureImport, on_delete=models.CASCADE, related_name="figures")
    column = models.ForeignKey(FigureColumn, on_delete=models.CASCADE, related_name="figures")
    cbs_code = models.CharField(max_length=10)
    cbs_name = models.CharField(max_length=200)
    value = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["column", "cbs_code"], name="figure_of_place_once"),)
        indexes = (models.Index(fields=["figure_import", "cbs_code"], name="figures_of_a_place"),)

    def __str__(self) -> str:
        return f"{self.cbs_code} {self.value}"
