"""The scan of a neighbourhood: its parts in the network's own words, what each rests on, and what was said about it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from wijkaanzet.kernel import public_ids
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.scans.rules.columns import LONGEST_SLUG
from wijkaanzet.scans.rules.scan import (
    LONGEST_ANSWER,
    LONGEST_COMMENT,
    LONGEST_MEANING,
    LONGEST_WORDS,
    HowSure,
    ScanItemKind,
    ScanPartKey,
    ScanStatus,
)

PARTS = [(one.value, one.value) for one in ScanPartKey]


class Scan(models.Model):
    """Wijkscan. What people say together of an area in one year, out of figures and stories; published for good."""

    tenant_path = "area__division__municipality"

    area = models.ForeignKey("areas.Area", on_delete=models.PROTECT, related_name="scans")
    year = models.PositiveSmallIntegerField()
    public_id = models.CharField(max_length=12, unique=True, default=public_ids.new, editable=False)
    status = models.CharField(max_length=12, choices=[(one.value, one.value) for one in ScanStatus])
    status_since = models.DateField()
    started_on = models.DateField()
    commenting_until = models.DateField(null=True)
    """The last day on which the network is asked to comment; of a draft none."""
    network = models.ForeignKey("people.Body", on_delete=models.PROTECT, null=True, related_name="scans")
    """The network that was asked; empty when there was none."""
    published_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["area", "year"], name="scan_of_area_and_year"),
            models.CheckConstraint(
                condition=Q(status=ScanStatus.PUBLISHED.value, published_on__isnull=False)
                | Q(~Q(status=ScanStatus.PUBLISHED.value), published_on__isnull=True),
                name="published_scan_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(status=ScanStatus.DRAFT.value, commenting_until__isnull=True, network__isnull=True)
                | Q(~Q(status=ScanStatus.DRAFT.value), commenting_until__isnull=False),
                name="asked_scan_has_a_last_day",
            ),
        )

    def __str__(self) -> str:
        return f"#{self.pk} {self.year}"


class ScanSection(models.Model):
    """Deel van de wijkscan. One of its parts, in the words of who composed it, with how sure they are."""

    tenant_path = "scan__area__division__municipality"

    scan = models.ForeignKey(Scan, on_delete=models.CASCADE, related_name="sections")
    section = models.CharField(max_length=12, choices=PARTS)
    words = models.TextField(max_length=LONGEST_WORDS, blank=True)
    sure = models.CharField(max_length=8, blank=True, choices=[(one.value, one.value) for one in HowSure])

    class Meta:
        constraints = (models.UniqueConstraint(fields=["scan", "section"], name="scan_section_once"),)

    def __str__(self) -> str:
        return f"#{self.scan_id} {self.section}"


class ScanItem(models.Model):
    """Bouwsteen van de wijkscan. A figure as it stood, or a reference to a voice or a story; never what was told."""

    tenant_path = "section__scan__area__division__municipality"

    section = models.ForeignKey(ScanSection, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=[(one.value, one.value) for one in ScanItemKind])
    figure = models.SlugField(max_length=LONGEST_SLUG, blank=True)
    frozen = models.JSONField(default=dict, blank=True)
    """Of a figure what was shown of it: rules.frozen; empty as long as the scan is a draft."""
    subject_kind = models.CharField(max_length=60, blank=True)
    subject_id = models.BigIntegerField(null=True)
    meaning = models.TextField(max_length=LONGEST_MEANING, blank=True)
    """What people say that it means."""
    for_everybody = models.BooleanField(default=False)
    """Whether everybody could read the voice or story when the scan was published: only then its going is told."""

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["section", "position"], name="scan_item_place"),
            models.UniqueConstraint(
                fields=["section", "figure"], condition=Q(kind=ScanItemKind.FIGURE.value), name="figure_in_part_once"
            ),
            models.UniqueConstraint(
                fields=["section", "subject_kind", "subject_id"],
                condition=~Q(kind=ScanItemKind.FIGURE.value),
                name="told_in_part_once",
            ),
            models.CheckConstraint(
                condition=Q(kind=ScanItemKind.FIGURE.value, figure__gt="", subject_kind="", subject_id__isnull=True)
                | Q(~Q(kind=ScanItemKind.FIGURE.value), figure="", subject_kind__gt="", subject_id__isnull=False),
                name="scan_item_is_one_thing",
            ),
        )
        indexes = (models.Index(fields=["subject_kind", "subject_id"], name="scans_of_what_was_told"),)

    def __str__(self) -> str:
        return f"#{self.pk} {self.kind}"

    @property
    def subject(self) -> Subject | None:
        """The voice or story; None of a figure."""
        return None if self.subject_id is None else Subject(self.subject_kind, self.subject_id)

    @property
    def what(self) -> str | Subject:
        """What it is, so that the same thing is recognised in another scan: see rules.scan.Chosen."""
        return self.subject or self.figure


class ScanComment(models.Model):
    """Reactie op de wijkscan. What somebody of the network says about a scan or a part, and what is done with it."""

    tenant_path = "scan__area__division__municipality"

    scan = models.ForeignKey(Scan, on_delete=models.CASCADE, related_name="comments")
    section = models.CharField(max_length=12, blank=True, choices=PARTS)
    """Of which part it is; empty when it is of the whole."""
    text = models.TextField(max_length=LONGEST_COMMENT)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    given_on = models.DateField()
    answer = models.TextField(max_length=LONGEST_ANSWER, blank=True)
    answered_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(answer="", answered_on__isnull=True) | Q(answer__gt="", answered_on__isnull=False),
                name="scan_comment_answered_on_a_day",
            ),
        )

    def __str__(self) -> str:
        return f"#{self.pk} {self.given_on}"
