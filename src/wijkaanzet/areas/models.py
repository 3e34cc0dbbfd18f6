"""Divisions of a municipality side by side, their areas with composition per year and border, changes, and places."""

from django.db import models
from django.db.models import F, Q

from wijkaanzet.areas.rules.places import PlaceKind
from wijkaanzet.kernel import public_ids
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


class Concordance(models.Model):
    """Omnummering. What became of the CBS areas of a region year in a later one, with whose table that is."""

    tenant_path = "municipality"

    municipality = models.ForeignKey("kernel.Municipality", on_delete=models.PROTECT, related_name="concordances")
    from_year = models.PositiveSmallIntegerField()
    to_year = models.PositiveSmallIntegerField()
    basis = models.CharField(max_length=80)
    """On what its weights rest, such as addresses or inhabitants."""
    source = models.CharField(max_length=120)
    imported_on = models.DateField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["municipality", "from_year", "to_year"], name="concordance_of_years"),
            models.CheckConstraint(condition=Q(to_year__gt=F("from_year")), name="concordance_goes_on"),
        )

    def __str__(self) -> str:
        return f"{self.from_year}-{self.to_year}"


class AreaChange(models.Model):
    """Gebiedswijziging. The weight of a CBS area that lies in one of a later region year; 1 when all of it does."""

    tenant_path = "concordance__municipality"

    concordance = models.ForeignKey(Concordance, on_delete=models.CASCADE, related_name="changes")
    from_code = models.CharField(max_length=10)
    to_code = models.CharField(max_length=10)
    weight = models.DecimalField(max_digits=9, decimal_places=8, default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["concordance", "from_code", "to_code"], name="area_change_once"),
            models.CheckConstraint(condition=Q(weight__gt=0, weight__lte=1), name="area_change_weight"),
        )

    def __str__(self) -> str:
        return f"{self.from_code} {self.to_code}"


class Place(PeriodModel):
    """Plek. A street, hotspot or group inside an area, or a community of the municipality; never a person's address."""

    tenant_path = "municipality"

    municipality = models.ForeignKey("kernel.Municipality", on_delete=models.PROTECT, related_name="places")
    public_id = models.CharField(max_length=12, unique=True, default=public_ids.new, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, related_name="places")
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in PlaceKind])
    name = models.CharField(max_length=80)
    note = models.CharField(max_length=300, blank=True)

    class Meta(PeriodModel.Meta):
        abstract = False
        constraints = (
            *PeriodModel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(area__isnull=False) | Q(kind=PlaceKind.COMMUNITY.value), name="place_lies_in_an_area"
            ),
            models.CheckConstraint(condition=Q(kind__in=[kind.value for kind in PlaceKind]), name="place_kind"),
        )

    def __str__(self) -> str:
        return self.name
