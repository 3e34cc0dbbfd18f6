"""What people write together in a plan: its parts with every version, remarks, and suggestions from outside."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from wijkaanzet.plans.models.plan import Plan
from wijkaanzet.plans.models.priority import Priority
from wijkaanzet.plans.rules.sections import SectionKey, SuggestionStatus, TakenOver, VersionKind


class Section(models.Model):
    """Deel van het wijkplan. One text of the plan or of a priority, as it reads now."""

    tenant_path = "plan__network__body__municipality"

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="sections")
    priority = models.ForeignKey(Priority, on_delete=models.CASCADE, null=True, related_name="sections")
    key = models.CharField(max_length=20, choices=[(one.value, one.value) for one in SectionKey])
    text = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=0)
    """The number of the version it reads as; 0 as long as nobody wrote."""

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["plan", "key"], condition=Q(priority__isnull=True), name="section_of_plan_once"
            ),
            models.UniqueConstraint(
                fields=["priority", "key"], condition=Q(priority__isnull=False), name="section_of_priority_once"
            ),
        )

    def __str__(self) -> str:
        return f"#{self.pk} {self.key}"


class SectionVersion(models.Model):
    """Versie. What somebody handed in of a part, word for word; none is ever changed or lost."""

    tenant_path = "section__plan__network__body__municipality"

    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=8, choices=[(one.value, one.value) for one in VersionKind])
    base = models.PositiveIntegerField()
    """The number of the version it was written on; 0 when that was empty."""
    text = models.TextField(blank=True)
    """What the part read as after it; of one kept beside: what was handed in."""
    handed_in = models.TextField(blank=True)
    """Of a merged one what was handed in; empty when that is the text."""
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    said_by = models.CharField(max_length=80, blank=True)
    """For whom it was written down, such as "residents at the table"."""
    written_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    """Of one kept beside: since when somebody dealt with it."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=["section", "number"], name="version_number_once"),)

    def __str__(self) -> str:
        return f"#{self.section_id}.{self.number}"


class Comment(models.Model):
    """Opmerking. What somebody who writes along says beside a part."""

    tenant_path = "section__plan__network__body__municipality"

    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="comments")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    given_at = models.DateTimeField()
    settled_on = models.DateField(null=True)

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(text__gt=""), name="comment_says_something"),)

    def __str__(self) -> str:
        return f"#{self.pk}"


class Suggestion(models.Model):
    """Voorstel voor het wijkplan. What came in by the public intake for this plan, and what was done with it."""

    tenant_path = "plan__network__body__municipality"

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="suggestions")
    priority = models.ForeignKey(Priority, on_delete=models.SET_NULL, null=True, related_name="suggestions")
    entry = models.OneToOneField("intake.Entry", on_delete=models.PROTECT, related_name="plan_suggestion")
    status = models.CharField(max_length=8, choices=[(one.value, one.value) for one in SuggestionStatus])
    status_since = models.DateField()
    taken_over = models.CharField(max_length=8, blank=True, choices=[(one.value, one.value) for one in TakenOver])
    answer = models.TextField(blank=True)
    comes_with = models.PositiveSmallIntegerField(null=True)
    """Of what was answered: the number of the first edition in which it can stand when it is taken over."""

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(status=SuggestionStatus.WAITING.value, taken_over="", answer="")
                | Q(status=SuggestionStatus.ANSWERED.value, taken_over__gt="", answer__gt=""),
                name="suggestion_answered_in_full",
            ),
        )

    def __str__(self) -> str:
        return f"#{self.pk} {self.status}"


class LastLooked(models.Model):
    """Laatst gekeken. When somebody who writes along last read the plan, to show what changed since."""

    tenant_path = "plan__network__body__municipality"

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="looks")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "last looked"
        constraints = (models.UniqueConstraint(fields=["plan", "user"], name="last_look_once"),)

    def __str__(self) -> str:
        return f"#{self.pk}"
