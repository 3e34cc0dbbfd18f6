"""The ledger: accounts with a running balance, and postings that are only added."""

from django.db import models
from django.db.models import F, Q

from wijkaanzet.budget.rules.ledger import AccountKind, PostingKind


class Account(models.Model):
    """Rekening. Money of a year in one place; its balance is changed by the one posting operation only."""

    tenant_path = "municipality"

    municipality = models.ForeignKey("kernel.Municipality", on_delete=models.PROTECT, related_name="accounts")
    name = models.CharField(max_length=400)
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in AccountKind])
    area = models.ForeignKey("areas.Area", on_delete=models.PROTECT, null=True, related_name="accounts")
    component = models.CharField(max_length=60, blank=True)
    earmark = models.CharField(max_length=60, blank=True)
    holder = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, null=True, related_name="accounts")
    balance_cents = models.BigIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["municipality", "name"], name="account_name"),
            models.CheckConstraint(
                condition=Q(balance_cents__gte=0) | Q(kind=AccountKind.SOURCE.value), name="never_below_zero"
            ),
        )
        indexes = (models.Index(fields=["area", "year"], name="accounts_of_an_area"),)

    def __str__(self) -> str:
        return self.name


class Posting(models.Model):
    """Boeking. One transfer between two accounts, with the decision or payment it rests on and who is accountable."""

    tenant_path = "from_account__municipality"

    from_account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="out")
    to_account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="into")
    amount_cents = models.BigIntegerField()
    kind = models.CharField(max_length=16, choices=[(k.value, k.value) for k in PostingKind])
    decision = models.ForeignKey("decisions.Decision", on_delete=models.PROTECT, null=True, related_name="postings")
    reference = models.CharField(max_length=80, blank=True)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    function = models.CharField(max_length=40, blank=True)
    holder = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, related_name="postings")
    releasable_from = models.DateField(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(amount_cents__gt=0), name="posting_above_zero"),
            models.CheckConstraint(condition=~Q(from_account=F("to_account")), name="posting_between_two"),
            models.CheckConstraint(
                condition=Q(decision__isnull=False) | Q(reference__gt=""), name="posting_rests_on_something"
            ),
        )
        indexes = (models.Index(fields=["subject_kind", "subject_id"], name="postings_of_a_subject"),)

    def __str__(self) -> str:
        return f"#{self.pk} {self.kind}"
