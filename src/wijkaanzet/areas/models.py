"""Places: divisions of a municipality side by side, their areas, of what each is composed per year, and its border."""

from django.db import models
from django.db.models import Q

from wijkaanzet.kernel.models import PeriodModel


class Division(PeriodModel):
    """Indeling. One way in which a municipality is divided into areas, such as access areas or villages."""

    tenant_path = "municipality"

    municipality = models.ForeignKey("kernel.Municipality", on_delete=models.PROTECT, related_name="divisions")
    key = models.SlugField(max_length=40)
    name = models.CharField(max_length=80)
    fictional = models.BooleanField(default=False)

    class Meta(PeriodModel.Meta):
        abstract = False
        constraints = (
            *PeriodModel.Meta.constraints,
            models.UniqueConstraint(fields=["municipality", "key", "starts_on"], name="division_key"),
        )

    def __str__(self) -> str:
        return self.name


class Area(models.Model):
    """Gebied. What a municipality steers on: a wijk, buurt, district, village or access area."""

    tenant_path = "division__municipality"

    division = models.ForeignKey(Division, on_delete=models.PROTECT, related_name="areas")
    code = models.CharField(max_length=20)
    slug = models.SlugField(max_length=60)
    name = models.CharField(max_length=80)
    tile_column = models.PositiveSmallIntegerField(default=0)
    tile_row = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["division", "slug"], name="area_slug"),
            models.UniqueConstraint(fields=["division", "code"], name="area_code"),
        )

    def __str__(self) -> str:
        return self.name


class AreaPart(models.Model):
    """Deelgebied. A CBS area that belongs to an area in a region year, wholly or for a part."""

    tenant_path = "area__division__municipality"

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="parts")
    year = models.PositiveSmallIntegerField()
    cbs_code = models.CharField(max_length=10)
    cbs_name = models.CharField(max_length=80)
    weight = models.DecimalField(max_digits=9, decimal_places=8, default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["area", "year", "cbs_code"], name="area_part_once"),
            models.CheckConstraint(condition=Q(weight__gt=0, weight__lte=1), name="area_part_weight"),
        )

    def __str__(self) -> str:
        return f"{self.cbs_code} {self.cbs_name}"


class AreaBorder(models.Model):
    """Gebiedsgrens. Where an area lies, drawn for a picture of its division, with whose border it is."""

    tenant_path = "area__division__municipality"

    area = models.OneToOneField(Area, on_delete=models.CASCADE, related_name="border")
    rings = models.JSONField()
    """Each ring is east, north, east, north … in metres; outer rings run against the clock, holes with it."""
    heart_east = models.IntegerField()
    heart_north = models.IntegerField()
    source = models.CharField(max_length=120)
    year = models.PositiveSmallIntegerField()
    imported_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.source} {self.year}"
