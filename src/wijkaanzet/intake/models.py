"""What people told, sealed until two others have read it, with what was sent along and how often somebody knocks."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from wijkaanzet.intake.rules import AttachmentKind, EntryKind, EntryStatus, Outcome, Route, StrengthKind, Tone
from wijkaanzet.kernel import public_ids


class Entry(models.Model):
    """Inzending. Something that somebody told, from the moment it came in until it is answered; never who told it."""

    tenant_path = "municipality"

    municipality = models.ForeignKey("kernel.Municipality", on_delete=models.PROTECT, related_name="entries")
    area = models.ForeignKey("areas.Area", on_delete=models.PROTECT, null=True, related_name="entries")
    place = models.ForeignKey("areas.Place", on_delete=models.PROTECT, null=True, related_name="entries")
    about_kind = models.CharField(max_length=60, blank=True)
    about_id = models.BigIntegerField(null=True)
    """What it answers to, such as a question that was put."""
    figure = models.SlugField(max_length=100, blank=True)
    """The address of a figure that it stands beside."""
    public_id = models.CharField(max_length=12, unique=True, default=public_ids.new, editable=False)
    code_hash = models.CharField(max_length=64, unique=True)
    route = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Route])
    written_down_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    """Who wrote it down for somebody else."""
    received_at = models.DateTimeField()
    status = models.CharField(max_length=12, choices=[(one.value, one.value) for one in EntryStatus])
    status_since = models.DateField()
    kind = models.CharField(max_length=12, blank=True, choices=[(one.value, one.value) for one in EntryKind])
    original = models.BinaryField(null=True)
    """As it was told, sealed; gone once it was judged."""
    draft = models.BinaryField(null=True)
    """As the first reader wants it, sealed; gone once it was judged."""
    contact = models.BinaryField(null=True)
    """Where the answer must go, sealed."""
    contact_until = models.DateField(null=True)
    keep_told = models.BooleanField(default=False)
    """Whether who sent it wants to hear later too what was done with it."""
    more_to_come = models.BooleanField(default=False)
    """Whether after the answer of its readers another one comes, such as that of the network for its plan."""
    called_on = models.DateField(null=True)
    """When an answer was last told by telephone."""
    may_share = models.BooleanField(default=False)
    """Whether everybody may read it, or only who work on the neighbourhood together."""
    prepared_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    decided_on = models.DateField(null=True)
    title = models.CharField(max_length=120, blank=True)
    text = models.TextField(blank=True)
    folded = models.TextField(blank=True)
    """Title and text as words are searched in them."""
    meaning = models.CharField(max_length=500, blank=True)
    tone = models.CharField(max_length=8, blank=True, choices=[(one.value, one.value) for one in Tone])
    strength_kind = models.CharField(max_length=8, blank=True, choices=[(one.value, one.value) for one in StrengthKind])
    place_public = models.BooleanField(default=False)
    """Whether the street may be named in public: the second reader is sure that nobody can be recognised by it."""
    risk = models.PositiveSmallIntegerField(null=True)
    """What is left of the risk that somebody is recognised, from 1 to 3, as the second reader sees it."""
    outcome = models.CharField(max_length=8, blank=True, choices=[(one.value, one.value) for one in Outcome])
    answer = models.TextField(blank=True)
    """What who sent it reads."""
    returned = models.BinaryField(null=True)
    """Why the second reader sent it back to the first, sealed: it may name who must not be named."""

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(status__in=[EntryStatus.RECEIVED.value, EntryStatus.PREPARED.value])
                | Q(original__isnull=True, draft__isnull=True, returned__isnull=True),
                name="judged_entry_keeps_no_original",
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.PLACED.value) | Q(title="", text="", folded="", meaning=""),
                name="only_placed_entries_have_words",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=Outcome.PLACED.value)
                | Q(prepared_by__isnull=False, decided_by__isnull=False) & ~Q(prepared_by=models.F("decided_by")),
                name="entry_is_read_by_two",
            ),
            models.CheckConstraint(condition=Q(risk__isnull=True) | Q(risk__gte=1, risk__lte=3), name="entry_risk"),
        )
        indexes = (models.Index(fields=["municipality", "status"], name="entries_waiting"),)

    def __str__(self) -> str:
        return f"#{self.pk} {self.status}"


class Attachment(models.Model):
    """Bijlage. A photo or a sound that was sent along, sealed; gone once the entry was judged."""

    tenant_path = "entry__municipality"

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="attachments")
    kind = models.CharField(max_length=8, choices=[(one.value, one.value) for one in AttachmentKind])
    content_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"#{self.pk} {self.kind}"


class AttachmentPart(models.Model):
    """Deel van een bijlage. A piece of its content, sealed: a long recording is never in memory as a whole."""

    tenant_path = "attachment__entry__municipality"

    attachment = models.ForeignKey(Attachment, on_delete=models.CASCADE, related_name="parts")
    position = models.PositiveSmallIntegerField()
    sealed = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["attachment", "position"], name="attachment_part_once"),)

    def __str__(self) -> str:
        return f"#{self.attachment_id}:{self.position}"


class Knock(models.Model):
    """Klop op de deur. How often somebody sent something in an hour, by a trace that leads back to no address."""

    tenant_path = "municipality"

    municipality = models.ForeignKey("kernel.Municipality", on_delete=models.PROTECT, related_name="+")
    trace = models.CharField(max_length=64)
    hour = models.DateTimeField()
    times = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["municipality", "trace", "hour"], name="knock_once"),)

    def __str__(self) -> str:
        return f"{self.hour:%Y-%m-%d %H}:00 {self.times}"
