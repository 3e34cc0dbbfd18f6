"""The table of a network: its seats, who takes part, and who is invited to."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from wijkaanzet.kernel import public_ids
from wijkaanzet.kernel.models import PeriodModel
from wijkaanzet.networks.rules.joining import InvitationStatus
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
    seat_until = models.DateField(null=True)
    """The last day for which the table agreed that somebody takes the seat; nobody loses it by that."""
    leads_talk = models.BooleanField(default=False)
    """Whether this is who leads the talk; that gives no right here."""

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
            models.CheckConstraint(
                condition=Q(seat_until__isnull=True) | Q(seat__isnull=False, ends_before__isnull=True),
                name="term_of_who_sits_there",
            ),
            models.CheckConstraint(
                condition=Q(leads_talk=False) | Q(ends_before__isnull=True), name="leads_talk_while_taking_part"
            ),
            models.UniqueConstraint(
                fields=["network"],
                condition=Q(leads_talk=True, ends_before__isnull=True),
                name="one_leads_the_talk",
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
