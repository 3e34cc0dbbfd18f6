"""Networks of a neighbourhood: seats and who takes part, meetings with their agenda and who came, and agreements."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from wijkaanzet.kernel import public_ids
from wijkaanzet.kernel.models import PeriodModel
from wijkaanzet.networks.rules.agenda import LONGEST_TITLE
from wijkaanzet.networks.rules.agreements import LONGEST_BY_WHOM, AgreementStatus
from wijkaanzet.networks.rules.groups import CardGroup
from wijkaanzet.networks.rules.joining import InvitationStatus
from wijkaanzet.networks.rules.meetings import MeetingKind, MeetingStatus
from wijkaanzet.networks.rules.networks import LONGEST_PLACE, LONGEST_PURPOSE, LONGEST_RULE, LONGEST_SEAT, SeatKind


class Network(models.Model):
    """Wijknetwerk. Residents and professionals of an area who meet: a name, a coordinator and a table are enough."""

    tenant_path = "body__municipality"

    body = models.OneToOneField("people.Body", on_delete=models.PROTECT, related_name="network")
    """Holds its name and its area; advises like any other body."""
    purpose = models.CharField(max_length=LONGEST_PURPOSE, blank=True)
    meeting_place = models.CharField(max_length=LONGEST_PLACE, blank=True)
    own_rule = models.CharField(max_length=LONGEST_RULE, blank=True)
    """How its people agree and who leads the talk, when they made a rule of that; in their own words."""
    opened_on = models.DateField()
    coordinated_by = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, null=True, related_name="networks"
    )
    """The party whose coordinator keeps this network alone; none when the coordinator of its area does."""

    def __str__(self) -> str:
        return f"#{self.pk}"


class Seat(PeriodModel):
    """Zetel. A place at the table of a network; free while nobody takes it."""

    tenant_path = "network__body__municipality"

    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="seats")
    name = models.CharField(max_length=LONGEST_SEAT)
    kind = models.CharField(max_length=8, choices=[(one.value, one.value) for one in SeatKind])
    organisation = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, null=True, related_name="seats")
    """Whose seat it is, when it belongs to one."""
    speaks_for = models.ForeignKey(Network, on_delete=models.PROTECT, null=True, related_name="spoken_for")
    """The network for which somebody sits here: at the table of a consultation of the whole municipality."""

    class Meta(PeriodModel.Meta):
        abstract = False
        constraints = (
            *PeriodModel.Meta.constraints,
            models.CheckConstraint(condition=Q(name__gt=""), name="seat_has_name"),
            models.CheckConstraint(
                condition=Q(organisation__isnull=True) | Q(speaks_for__isnull=True), name="seat_of_one_party"
            ),
            models.CheckConstraint(
                condition=Q(speaks_for__isnull=True) | ~Q(speaks_for=F("network")), name="seat_speaks_for_another"
            ),
        )

    def __str__(self) -> str:
        return self.name


class Member(PeriodModel):
    """Deelnemer. Somebody who takes part in a network; name and address are sealed, and gone once that ends."""

    tenant_path = "network__body__municipality"

    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="members")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    """Who logs in; most people at the table never do."""
    named = models.BinaryField(null=True)
    as_resident = models.BooleanField()
    organisation = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    """For which organisation, when it is known here."""

    class Meta(PeriodModel.Meta):
        abstract = False
        constraints = (
            *PeriodModel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends_before__isnull=True, named__isnull=False)
                | Q(ends_before__isnull=False, named__isnull=True, user__isnull=True),
                name="member_named_or_ended",
            ),
            models.CheckConstraint(
                condition=Q(as_resident=False) | Q(organisation__isnull=True), name="resident_for_nobody_else"
            ),
            models.UniqueConstraint(
                fields=["seat"],
                condition=Q(ends_before__isnull=True, seat__isnull=False),
                name="one_member_in_a_seat",
            ),
            models.UniqueConstraint(
                fields=["network", "user"],
                condition=Q(ends_before__isnull=True, user__isnull=False),
                name="one_account_in_a_network",
            ),
        )

    def __str__(self) -> str:
        return f"#{self.pk}"


class Invitation(models.Model):
    """Uitnodiging om mee te doen. A place in a network for whoever has its code, until the day on which it lapses."""

    tenant_path = "network__body__municipality"

    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="invitations")
    public_id = models.CharField(max_length=12, unique=True, default=public_ids.new, editable=False)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, related_name="+")
    organisation = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    as_resident = models.BooleanField()
    code_hash = models.CharField(max_length=64, unique=True)
    kept = models.BinaryField(null=True)
    """The code, to print the letter again, and whom it is for; sealed, and gone once it is used or over."""
    status = models.CharField(max_length=8, choices=[(one.value, one.value) for one in InvitationStatus])
    made_on = models.DateField()
    lapses_on = models.DateField()
    """The last day on which the code works."""
    member = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, related_name="invitations")
    """Who used it; who is invited twice may use both."""

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(status=InvitationStatus.WAITING.value, kept__isnull=False, member__isnull=True)
                | Q(status=InvitationStatus.ACCEPTED.value, kept__isnull=True, member__isnull=False)
                | Q(status=InvitationStatus.OVER.value, kept__isnull=True, member__isnull=True),
                name="invitation_waits_or_is_settled",
            ),
            models.CheckConstraint(
                condition=Q(as_resident=False) | Q(organisation__isnull=True), name="invited_for_nobody_else"
            ),
        )

    def __str__(self) -> str:
        return f"#{self.pk} {self.status}"


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
