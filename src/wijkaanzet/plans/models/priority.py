"""The priorities of a plan: what they are about, why, who is there in any case, and pictures."""

from django.db import models
from django.db.models import Q

from wijkaanzet.kernel import public_ids
from wijkaanzet.plans.models.plan import Plan
from wijkaanzet.plans.rules.contributions import LONGEST_WHAT
from wijkaanzet.plans.rules.priorities import (
    LONGEST_PLACE,
    LONGEST_SENTENCE,
    LONGEST_TITLE,
    InformalAnswer,
    KnownBy,
    PlaceKind,
    ReasonKind,
)


class Priority(models.Model):
    """Prioriteit. Something the people of an area want to work on, from a figure, a story, or only a wish."""

    tenant_path = "plan__network__body__municipality"

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="priorities")
    public_id = models.CharField(max_length=12, unique=True, default=public_ids.new, editable=False)
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=LONGEST_TITLE)
    place_kind = models.CharField(max_length=8, choices=[(one.value, one.value) for one in PlaceKind])
    place = models.CharField(max_length=LONGEST_PLACE, blank=True)
    informal = models.CharField(max_length=12, blank=True, choices=[(one.value, one.value) for one in InformalAnswer])
    informal_says = models.CharField(max_length=LONGEST_SENTENCE, blank=True)
    """The one sentence on what residents do, could do or want."""
    function = models.SlugField(max_length=40, blank=True)
    theme = models.SlugField(max_length=40, blank=True)
    goal = models.SlugField(max_length=40, blank=True)
    """Where a professional puts them; a plan is complete without."""
    known_by = models.CharField(max_length=10, blank=True, choices=[(one.value, one.value) for one in KnownBy])
    figure = models.SlugField(max_length=100, blank=True)
    """The address of the figure by which we will know."""
    look_back_on = models.DateField(null=True)
    added_on = models.DateField()
    dropped_on = models.DateField(null=True)
    dropped_why = models.CharField(max_length=LONGEST_SENTENCE, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(title__gt=""), name="priority_has_title"),
            models.CheckConstraint(
                condition=Q(place_kind__in=[PlaceKind.AREA.value, PlaceKind.NONE.value]) | Q(place__gt=""),
                name="priority_names_its_place",
            ),
            models.CheckConstraint(
                condition=~Q(known_by=KnownBy.LOOK_BACK.value) | Q(look_back_on__isnull=False),
                name="looking_back_has_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(known_by=KnownBy.FIGURE.value) | Q(figure__gt=""), name="known_by_which_figure"
            ),
            models.CheckConstraint(
                condition=Q(dropped_on__isnull=True, dropped_why="") | Q(dropped_on__isnull=False, dropped_why__gt=""),
                name="dropped_priority_says_why",
            ),
        )
        indexes = (models.Index(fields=["plan", "position"], name="priorities_of_plan"),)

    def __str__(self) -> str:
        return self.title


class Reason(models.Model):
    """Aanleiding. Why something is a priority: a figure, what somebody told (by reference), or that people want it."""

    tenant_path = "priority__plan__network__body__municipality"

    priority = models.ForeignKey(Priority, on_delete=models.CASCADE, related_name="reasons")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=[(one.value, one.value) for one in ReasonKind])
    figure = models.SlugField(max_length=100, blank=True)
    subject_kind = models.CharField(max_length=60, blank=True)
    subject_id = models.BigIntegerField(null=True)
    says = models.CharField(max_length=LONGEST_SENTENCE, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["priority", "position"], name="reason_position"),
            models.CheckConstraint(
                condition=Q(kind=ReasonKind.FIGURE.value, figure__gt="", subject_kind="", subject_id__isnull=True)
                | Q(kind=ReasonKind.TOLD.value, figure="", subject_kind__gt="", subject_id__isnull=False)
                | Q(kind=ReasonKind.WISH.value, figure="", subject_kind="", subject_id__isnull=True, says__gt=""),
                name="reason_is_one_thing",
            ),
        )

    def __str__(self) -> str:
        return f"#{self.pk} {self.kind}"


class BaseCapacity(models.Model):
    """Basisbezetting. The professionals who are there in any case: shown, guaranteed, and never asked about."""

    tenant_path = "plan__network__body__municipality"

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="base")
    position = models.PositiveSmallIntegerField()
    organisation = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=LONGEST_WHAT)
    hours_a_week = models.PositiveSmallIntegerField(null=True)

    class Meta:
        verbose_name_plural = "base capacity"
        constraints = (
            models.UniqueConstraint(fields=["plan", "position"], name="base_capacity_position"),
            models.CheckConstraint(condition=Q(what__gt=""), name="base_capacity_says_what"),
        )

    def __str__(self) -> str:
        return self.what


class Picture(models.Model):
    """Foto bij het wijkplan. With words for who does not see it, and drawn anew, without place, time and maker."""

    tenant_path = "plan__network__body__municipality"

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="pictures")
    priority = models.ForeignKey(Priority, on_delete=models.CASCADE, null=True, related_name="pictures")
    public_id = models.CharField(max_length=12, unique=True, default=public_ids.new, editable=False)
    content = models.BinaryField()
    """A JPEG."""
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    alt = models.CharField(max_length=LONGEST_SENTENCE)
    consent = models.CharField(max_length=LONGEST_SENTENCE)
    """How those who can be recognised agreed, or that nobody can be."""
    added_on = models.DateField()

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(alt__gt="", consent__gt=""), name="picture_has_words"),)

    def __str__(self) -> str:
        return f"#{self.pk}"
