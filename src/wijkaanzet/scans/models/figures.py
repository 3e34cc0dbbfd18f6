"""Tables of figures that were brought in: the file, what its columns mean, and every figure as it stood there."""

from django.db import models
from django.db.models import Q

from wijkaanzet.kernel import public_ids
from wijkaanzet.scans.rules.columns import LONGEST_SLUG, ColumnKind
from wijkaanzet.scans.rules.importing import FigureImportStatus, Origin
from wijkaanzet.scans.rules.reading.numbers import LONGEST_NUMBER

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
    table = models.CharField(max_length=40, blank=True)
    """The key of the table in the registry of sources; empty when it is none of those."""
    origin = models.CharField(max_length=12, choices=[(o.value, o.value) for o in Origin])
    """Who guards the people behind the figures: the publisher did, or we have to."""
    provisional = models.BooleanField(default=False)
    year = models.PositiveSmallIntegerField()
    """The year that the figures are of."""
    region_year = models.PositiveSmallIntegerField()
    """The year of the CBS areas that they are given for."""
    for_year = models.PositiveSmallIntegerField()
    """The year of the areas that they are meant for."""
    fictional = models.BooleanField(default=False)
    layout = models.JSONField(default=dict)
    """How the file is written: rules.reading.Layout."""
    rows = models.PositiveIntegerField(null=True)
    """How many rows of figures the file has; unknown of what came in before this was kept, or was thrown away."""
    sample = models.JSONField(default=list)
    """The header and the first rows of the municipality: rules.overview.sample_of."""
    only = models.JSONField(default=list)
    """Only rows with these values count: header and value."""
    code_column = models.CharField(max_length=200, blank=True)
    name_column = models.CharField(max_length=200, blank=True)
    inhabitants_column = models.CharField(max_length=200, blank=True)
    changed_column = models.CharField(max_length=200, blank=True)
    level = models.CharField(max_length=2, blank=True)
    """The CBS level of which the areas of the division are made up in this table: WK or BU; empty when none is."""
    plain = models.BooleanField(default=False)
    """Whether the parser of divisions reads the file to the letter; else it gets what was kept of it."""
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
    slug = models.SlugField(max_length=LONGEST_SLUG)
    """The address of the figure, the same in every year."""
    indicator = models.CharField(max_length=LONGEST_SLUG, blank=True)
    """The key of the indicator in the catalogue; empty for a figure of the municipality's own."""
    label = models.CharField(max_length=80)
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in ColumnKind])
    of = models.CharField(max_length=200, blank=True)
    low = models.CharField(max_length=200, blank=True)
    high = models.CharField(max_length=200, blank=True)
    respondents = models.CharField(max_length=200, blank=True)
    unit = models.CharField(max_length=40, blank=True)
    rounding = models.CharField(max_length=80, blank=True)
    times = models.CharField(max_length=12, default="1")
    """What a number of the file was multiplied by, exactly."""

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["figure_import", "key"], name="figure_column_once"),
            models.UniqueConstraint(fields=["figure_import", "slug"], name="figure_slug_once"),
            models.CheckConstraint(condition=~Q(kind=ColumnKind.COUNT.value) | Q(of=""), name="count_is_of_nothing"),
            models.CheckConstraint(
                condition=~Q(kind=ColumnKind.PART.value) | Q(of__gt=""), name="part_is_of_something"
            ),
        )

    def __str__(self) -> str:
        return self.label


class FigurePlace(models.Model):
    """Plaats in een cijfertabel. A row of an imported table: which CBS area it is about, and its line in the file."""

    tenant_path = "figure_import__municipality"

    figure_import = models.ForeignKey(FigureImport, on_delete=models.CASCADE, related_name="places")
    cbs_code = models.CharField(max_length=10)
    cbs_name = models.CharField(max_length=200, blank=True)
    line = models.PositiveIntegerField()
    unchanged = models.BooleanField(default=False)
    """Whether CBS says that its borders are those of the year before."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=["figure_import", "cbs_code"], name="figure_place_once"),)

    def __str__(self) -> str:
        return f"{self.cbs_code} {self.cbs_name}"


class Figure(models.Model):
    """Cijfer. What a table says of one CBS area in one column, as exact text; empty is not known, and `reason` why."""

    tenant_path = "figure_import__municipality"

    figure_import = models.ForeignKey(FigureImport, on_delete=models.CASCADE, related_name="figures", db_index=False)
    column = models.ForeignKey(FigureColumn, on_delete=models.CASCADE, related_name="figures", db_index=False)
    cbs_code = models.CharField(max_length=10)
    value = models.CharField(max_length=LONGEST_NUMBER, blank=True)
    reason = models.CharField(max_length=12, blank=True)
    low = models.CharField(max_length=LONGEST_NUMBER, blank=True)
    high = models.CharField(max_length=LONGEST_NUMBER, blank=True)
    respondents = models.CharField(max_length=LONGEST_NUMBER, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["column", "cbs_code"], name="figure_of_place_once"),)
        indexes = (models.Index(fields=["figure_import", "cbs_code"], name="figures_of_a_place"),)

    def __str__(self) -> str:
        return f"{self.cbs_code} {self.value}"
