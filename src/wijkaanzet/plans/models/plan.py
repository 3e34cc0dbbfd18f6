"""The plan of a network, how the network agreed with it, and each edition that was handed in."""

from django.db import models
from django.db.models import F, Q

from wijkaanzet.kernel import public_ids
from wijkaanzet.kernel.models import PeriodModel
from wijkaanzet.plans.rules.plans import LONGEST_WHY, AgreementWay, EditionStatus, PlanStatus


class Plan(PeriodModel):
    """Wijkplan. What a network wants for its area in some years, and who does what; written together."""

    tenant_path = "network__body__municipality"

    network = models.ForeignKey("networks.Network", on_delete=models.PROTECT, related_name="plans")
    public_id = models.CharField(max_length=12, unique=True, default=public_ids.new, editable=False)
    status = models.CharField(max_length=12, choices=[(one.value, one.value) for one in PlanStatus])
    status_since = models.DateField()
    round = models.PositiveSmallIntegerField(default=1)
    """The number of the edition that is being written, or was last handed in."""
    begun_on = models.DateField()
    changed_on = models.DateField()
    """When somebody last changed what it says."""
    change_why = models.CharField(max_length=LONGEST_WHY, blank=True)
    """Why an adopted plan is being changed."""
    rest_why = models.CharField(max_length=LONGEST_WHY, blank=True)
    look_again_on = models.DateField(null=True)
    """Of a plan that rests: when it is looked at again; of one that is adopted: when the network looks back."""
    looked_back_on = models.DateField(null=True)
    """When the network last did."""

    class Meta(PeriodModel.Meta):
        abstract = False
        constraints = (
            *PeriodModel.Meta.constraints,
            models.UniqueConstraint(fields=["network", "starts_on"], name="one_plan_of_a_network_at_a_start"),
            models.CheckConstraint(condition=Q(ends_before__isnull=False), name="plan_has_an_end"),
            models.CheckConstraint(
                condition=~Q(status=PlanStatus.RESTING.value) | Q(rest_why__gt="", look_again_on__isnull=False),
                name="resting_plan_says_why_and_when",
            ),
        )

    def __str__(self) -> str:
        return f"#{self.pk} {self.status}"


class PlanAgreement(models.Model):
    """Instemming met het wijkplan. That a network agreed, by its own rule; over as soon as the text changes."""

    tenant_path = "plan__network__body__municipality"

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="agreements")
    round = models.PositiveSmallIntegerField()
    meeting = models.ForeignKey("networks.Meeting", on_delete=models.PROTECT, null=True, related_name="plan_agreements")
    agreed_on = models.DateField()
    way = models.CharField(max_length=12, choices=[(one.value, one.value) for one in AgreementWay])
    rule = models.CharField(max_length=LONGEST_WHY, blank=True)
    """The rule in the words of the network."""
    in_favour = models.PositiveSmallIntegerField(null=True)
    against = models.PositiveSmallIntegerField(null=True)
    over_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["plan"], condition=Q(over_on__isnull=True), name="one_agreement_with_a_plan"
            ),
            models.CheckConstraint(
                condition=~Q(way=AgreementWay.MAJORITY.value)
                | Q(in_favour__isnull=False, against__isnull=False, in_favour__gt=F("against")),
                name="majority_is_more_than_half",
            ),
            models.CheckConstraint(
                condition=~Q(way=AgreementWay.OTHER.value) | Q(rule__gt=""), name="other_rule_is_written"
            ),
        )

    def __str__(self) -> str:
        return f"#{self.pk} {self.way}"


class Dissent(models.Model):
    """Ander geluid. What people who do not agree say; it stays with the plan."""

    tenant_path = "agreement__plan__network__body__municipality"

    agreement = models.ForeignKey(PlanAgreement, on_delete=models.CASCADE, related_name="dissents")
    text = models.TextField()
    by_whom = models.CharField(max_length=120, blank=True)
    """A group or an organisation, never a person."""

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(text__gt=""), name="dissent_says_something"),)

    def __str__(self) -> str:
        return f"#{self.pk}"


class Edition(models.Model):
    """Uitgave van het wijkplan. The plan as it was handed in, for good; the last adopted one is what holds."""

    tenant_path = "plan__network__body__municipality"

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField()
    public_id = models.CharField(max_length=12, unique=True, default=public_ids.new, editable=False)
    status = models.CharField(max_length=12, choices=[(one.value, one.value) for one in EditionStatus])
    status_since = models.DateField()
    submitted_on = models.DateField()
    decided_on = models.DateField(null=True)
    content = models.JSONField()
    """rules.content: texts and amounts; what was told only by reference."""
    asks_cents = models.BigIntegerField(default=0)
    """What its contributions ask from the money of the area, in cents."""
    available_cents = models.BigIntegerField(null=True)
    """What was left of that money when it was handed in, in cents; empty while nothing was decided."""
    shortfall_from = models.CharField(max_length=LONGEST_WHY, blank=True)
    """Where the rest should come from, when it asks more than there is."""

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["plan", "number"], name="edition_number_once"),
            models.CheckConstraint(
                condition=Q(status=EditionStatus.SUBMITTED.value, decided_on__isnull=True)
                | ~Q(status=EditionStatus.SUBMITTED.value) & Q(decided_on__isnull=False),
                name="edition_decided_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(available_cents__isnull=True)
                | Q(asks_cents__lte=F("available_cents"))
                | Q(shortfall_from__gt=""),
                name="edition_says_where_more_comes_from",
            ),
        )

    def __str__(self) -> str:
        return f"#{self.plan_id}.{self.number}"


class ReturnRemark(models.Model):
    """Reden van teruggave. Why a plan came back, for one part of it or one priority."""

    tenant_path = "edition__plan__network__body__municipality"

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="remarks")
    position = models.PositiveSmallIntegerField()
    about = models.CharField(max_length=120, blank=True)
    """The key of the part, or the public id of the priority; empty when it is about the whole."""
    text = models.TextField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["edition", "position"], name="return_remark_position"),
            models.CheckConstraint(condition=Q(text__gt=""), name="return_remark_says_something"),
        )

    def __str__(self) -> str:
        return f"#{self.edition_id}.{self.position}"
