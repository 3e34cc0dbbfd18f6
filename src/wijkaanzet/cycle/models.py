"""The year of an area, and what is sent to who takes part in it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from wijkaanzet.cycle.rules import AreaYearStatus
from wijkaanzet.cycle.rules.digests import DigestRhythm


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


class DigestChoice(models.Model):
    """Keuze voor het overzicht. How often somebody wants mail about what waits in a municipality."""

    tenant_path = "municipality"

    municipality = models.ForeignKey("kernel.Municipality", on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digest_choices")
    rhythm = models.CharField(max_length=8, choices=[(one.value, one.value) for one in DigestRhythm])
    chosen_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["municipality", "user"], name="one_choice_of_digest"),)

    def __str__(self) -> str:
        return f"#{self.pk} {self.rhythm}"


class DigestSent(models.Model):
    """Verstuurd overzicht. That somebody was mailed what waits, in the period that begins on a day; once only."""

    tenant_path = "municipality"

    municipality = models.ForeignKey("kernel.Municipality", on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digests")
    period = models.DateField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["municipality", "user", "period"], name="one_digest_a_period"),)

    def __str__(self) -> str:
        return f"#{self.pk} {self.period:%Y-%m-%d}"


class CalendarFeed(models.Model):
    """Agenda-adres. The secret address at which the own calendar of somebody is read; a new one ends the old one."""

    tenant_path = "municipality"

    municipality = models.ForeignKey("kernel.Municipality", on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feeds")
    token_hash = models.CharField(max_length=64, unique=True)
    sealed = models.BinaryField()
    """The token itself, so that its owner can read the address again."""
    made_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["municipality", "user"], name="one_calendar_feed"),)

    def __str__(self) -> str:
        return f"#{self.pk}"
