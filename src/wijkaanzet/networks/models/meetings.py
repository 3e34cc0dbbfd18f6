"""The meetings of a network: their agenda, who came, and what was agreed."""

from django.db import models
from django.db.models import Q

from wijkaanzet.kernel import public_ids
from wijkaanzet.networks.models.table import Member, Network
from wijkaanzet.networks.rules.agenda import LONGEST_TITLE
from wijkaanzet.networks.rules.agreements import LONGEST_BY_WHOM, AgreementStatus
from wijkaanzet.networks.rules.groups import CardGroup
from wijkaanzet.networks.rules.meetings import MeetingKind, MeetingStatus
from wijkaanzet.networks.rules.networks import LONGEST_PLACE


class Meeting(models.Model):
    """Bijeenkomst. When and where a network meets, who is welcome, and in short what came of it."""

    tenant_path = "network__body__municipality"

    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="meetings")
    public_id = models.CharField(max_length=12, unique=True, default=public_ids.new, editable=False)
    kind = models.CharField(
        max_length=8, choices=[(one.value, one.value) for one in MeetingKind], default=MeetingKind.MEETING.value
    )
    starts_at = models.DateTimeField()
    place = models.CharField(max_length=LONGEST_PLACE, blank=True)
    """Empty once it is called off."""
    welcome = models.BooleanField(default=True)
    """Whether everybody is."""
    status = models.CharField(max_length=12, choices=[(one.value, one.value) for one in MeetingStatus])
    status_since = models.DateField()
    invited_on = models.DateField(null=True)
    """From this day on everybody may know of it."""
    others_residents = models.PositiveSmallIntegerField(default=0)
    others_professionals = models.PositiveSmallIntegerField(default=0)
    """How many came who are no members."""
    minutes = models.TextField(blank=True)
    reported_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(status=MeetingStatus.PLANNED.value, invited_on__isnull=True)
                | Q(status=MeetingStatus.CANCELLED.value)
                | Q(
                    status__in=[
                        MeetingStatus.INVITED.value,
                        MeetingStatus.HELD.value,
                        MeetingStatus.REPORTED.value,
                    ],
                    invited_on__isnull=False,
                ),
                name="meeting_public_once_invited",
            ),
            models.CheckConstraint(
                condition=Q(status=MeetingStatus.REPORTED.value, reported_on__isnull=False)
                | ~Q(status=MeetingStatus.REPORTED.value) & Q(reported_on__isnull=True, minutes=""),
                name="meeting_reported_with_a_day",
            ),
        )
        indexes = (models.Index(fields=["network", "starts_at"], name="meetings_of_network"),)

    def __str__(self) -> str:
        return f"#{self.pk} {self.status}"


class AgendaItem(models.Model):
    """Agendapunt. One thing that a meeting talks about, and what came of it."""

    tenant_path = "meeting__network__body__municipality"

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=LONGEST_TITLE)
    note = models.TextField(blank=True)
    """For who keeps the table."""
    subject_kind = models.CharField(max_length=60, blank=True)
    subject_id = models.BigIntegerField(null=True)
    outcome = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["meeting", "position"], name="one_item_at_a_position"),
            models.CheckConstraint(condition=Q(title__gt=""), name="agenda_item_has_title"),
            models.CheckConstraint(
                condition=Q(subject_kind="", subject_id__isnull=True)
                | Q(subject_kind__gt="", subject_id__isnull=False),
                name="agenda_item_subject_whole",
            ),
        )

    def __str__(self) -> str:
        return self.title


class Presence(models.Model):
    """Aanwezigheid. That a member came to a meeting; only numbers are ever shown of it."""

    tenant_path = "meeting__network__body__municipality"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="presences")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="presences")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["meeting", "member"], name="member_came_once"),)

    def __str__(self) -> str:
        return f"#{self.meeting_id} #{self.member_id}"


class CardTally(models.Model):
    """Kaartjestelling. How many anonymous cards of a meeting named a group; a number, that belongs to no person."""

    tenant_path = "meeting__network__body__municipality"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="cards")
    group = models.CharField(max_length=20, choices=[(one.value, one.value) for one in CardGroup])
    count = models.PositiveSmallIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["meeting", "group"], name="group_counted_once"),
            models.CheckConstraint(condition=Q(count__gt=0), name="counted_group_was_there"),
        )

    def __str__(self) -> str:
        return f"#{self.meeting_id} {self.group}"


class Agreement(models.Model):
    """Netwerkafspraak. What a table agreed, which group or organisation takes it up, and what became of it."""

    tenant_path = "meeting__network__body__municipality"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="agreements")
    text = models.TextField()
    by_whom = models.CharField(max_length=LONGEST_BY_WHOM, blank=True)
    """A group or an organisation, never a person."""
    look_again_on = models.DateField(null=True)
    status = models.CharField(max_length=8, choices=[(one.value, one.value) for one in AgreementStatus])
    settled_on = models.DateField(null=True)
    what_became = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(text__gt=""), name="agreement_says_something"),
            models.CheckConstraint(
                condition=Q(status=AgreementStatus.OPEN.value, settled_on__isnull=True, what_became="")
                | ~Q(status=AgreementStatus.OPEN.value) & Q(settled_on__isnull=False),
                name="agreement_open_or_settled",
            ),
        )

    def __str__(self) -> str:
        return f"#{self.pk} {self.status}"
