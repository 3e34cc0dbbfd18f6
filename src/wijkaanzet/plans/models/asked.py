"""What is asked for the priorities of a plan: of who brings something, each with an own yes, and of others."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from wijkaanzet.kernel import public_ids
from wijkaanzet.plans.models.priority import Priority
from wijkaanzet.plans.rules.contributions import (
    LONGEST_WHAT,
    LONGEST_WHO,
    Bringer,
    ContributionKind,
    ContributionStatus,
    Per,
    YesBy,
)
from wijkaanzet.plans.rules.priorities import AskAnswer, AskStatus


class Contribution(models.Model):
    """Inbreng. What residents, an organisation or the municipality bring to a priority; nothing without an own yes."""

    tenant_path = "priority__plan__network__body__municipality"

    priority = models.ForeignKey(Priority, on_delete=models.CASCADE, related_name="contributions")
    public_id = models.CharField(max_length=12, unique=True, default=public_ids.new, editable=False)
    bringer = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Bringer])
    organisation = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, null=True, related_name="plan_contributions"
    )
    group = models.CharField(max_length=LONGEST_WHO, blank=True)
    """Residents or volunteers, by the name of their group, never of a person."""
    kind = models.CharField(max_length=10, choices=[(one.value, one.value) for one in ContributionKind])
    what = models.CharField(max_length=LONGEST_WHAT)
    cents = models.BigIntegerField(null=True)
    """A year; of money only."""
    money_from = models.CharField(max_length=LONGEST_WHAT, blank=True)
    """Which line it comes from, when that is not the money of the area."""
    from_area_money = models.BooleanField(default=False)
    earmark = models.SlugField(max_length=40, blank=True)
    """Of the money of the area: which part of it, when the council set it apart for something."""
    hours = models.PositiveIntegerField(null=True)
    per = models.CharField(max_length=8, blank=True, choices=[(one.value, one.value) for one in Per])
    beyond_base = models.BooleanField(default=False)
    """Whether professionals come on top of the base that is there in any case."""
    until = models.DateField(null=True)
    """The last day, when it is for a time."""
    status = models.CharField(max_length=12, choices=[(one.value, one.value) for one in ContributionStatus])
    status_since = models.DateField()
    asked_on = models.DateField()
    """When it was last asked."""
    lapses_on = models.DateField(null=True)
    no_account_since = models.DateField(null=True)
    """Of an organisation that was asked by account: since when nobody of it has one."""
    code_hash = models.CharField(max_length=64, blank=True)
    answered_with = models.CharField(max_length=8, blank=True, choices=[(one.value, one.value) for one in YesBy])
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    says = models.CharField(max_length=LONGEST_WHAT, blank=True)
    """What who brings it says with the yes or no."""
    taken_out = models.BooleanField(default=False)
    """Whether the network took it out of its plan after a yes; until that is taken back editions of before keep it."""
    fell_away_on = models.DateField(null=True)
    """When who brought it took back a yes that stands in a plan that holds, or that lies with who decides."""
    looked_at_on = models.DateField(null=True)
    """When who keeps the plan looked at what fell away."""
    looked_at_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    goes_on_because = models.CharField(max_length=LONGEST_WHAT, blank=True)
    """Why the network goes on without it, if it wants to say so."""

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(what__gt=""), name="contribution_says_what"),
            models.CheckConstraint(
                condition=Q(bringer=Bringer.RESIDENTS.value, organisation__isnull=True, group__gt="")
                | Q(organisation__isnull=False, group="") & ~Q(bringer=Bringer.RESIDENTS.value),
                name="contribution_of_a_group_or_an_organisation",
            ),
            models.CheckConstraint(
                condition=Q(kind=ContributionKind.MONEY.value, cents__gt=0)
                & (Q(from_area_money=True, money_from="") | Q(from_area_money=False, money_from__gt=""))
                | ~Q(kind=ContributionKind.MONEY.value) & Q(cents__isnull=True, money_from="", from_area_money=False),
                name="money_says_how_much_and_from_what",
            ),
            models.CheckConstraint(
                condition=Q(earmark="") | Q(from_area_money=True), name="earmark_of_the_money_of_the_area"
            ),
            models.CheckConstraint(
                condition=Q(hours__isnull=True, per="") | Q(hours__gt=0, per__gt=""), name="hours_say_over_what"
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=[
                        ContributionStatus.ASKED.value,
                        ContributionStatus.LAPSED.value,
                        ContributionStatus.WITHDRAWN.value,
                    ]
                )
                | Q(answered_with=YesBy.CODE.value, answered_by__isnull=True)
                | Q(answered_with=YesBy.ACCOUNT.value, answered_by__isnull=False),
                name="nothing_without_an_own_yes",
            ),
            models.CheckConstraint(
                condition=Q(beyond_base=False) | ~Q(bringer=Bringer.RESIDENTS.value), name="residents_are_no_capacity"
            ),
            models.CheckConstraint(
                condition=Q(taken_out=False) | Q(status=ContributionStatus.WITHDRAWN.value, answered_with__gt=""),
                name="only_a_promise_is_taken_out",
            ),
            models.CheckConstraint(
                condition=Q(no_account_since__isnull=True) | Q(bringer=Bringer.ORGANISATION.value, code_hash=""),
                name="no_account_of_who_was_asked_by_account",
            ),
            models.CheckConstraint(
                condition=Q(fell_away_on__isnull=True)
                | Q(status=ContributionStatus.WITHDRAWN.value, taken_out=False, answered_with__gt=""),
                name="only_what_was_taken_back_falls_away",
            ),
            models.CheckConstraint(
                condition=Q(looked_at_on__isnull=True, looked_at_by__isnull=True, goes_on_because="")
                | Q(fell_away_on__isnull=False, looked_at_on__isnull=False),
                name="looked_at_what_fell_away",
            ),
            models.UniqueConstraint(fields=["code_hash"], condition=Q(code_hash__gt=""), name="contribution_code_once"),
        )

    def __str__(self) -> str:
        return f"#{self.pk} {self.status}"


class Ask(models.Model):
    """Vraag aan anderen. What a plan asks of a department or of a partner without a grant, and the answer."""

    tenant_path = "priority__plan__network__body__municipality"

    priority = models.ForeignKey(Priority, on_delete=models.CASCADE, related_name="asks")
    public_id = models.CharField(max_length=12, unique=True, default=public_ids.new, editable=False)
    to_whom = models.CharField(max_length=LONGEST_WHO)
    """A department or an organisation, never a person."""
    organisation = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    """Whom it is asked of, when that is an organisation that is known here."""
    question = models.TextField()
    asked_on = models.DateField()
    status = models.CharField(max_length=8, choices=[(one.value, one.value) for one in AskStatus])
    status_since = models.DateField()
    kind = models.CharField(max_length=8, blank=True, choices=[(one.value, one.value) for one in AskAnswer])
    answer = models.TextField(blank=True)
    again_on = models.DateField(null=True)
    """When the answer was "later": the day on which it is asked again."""
    no_account_since = models.DateField(null=True)
    """Of an organisation that is known here: since when nobody of it has an account to answer with."""

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(again_on__isnull=True) | Q(status=AskStatus.LATER.value), name="asked_again_when_later"
            ),
            models.CheckConstraint(condition=Q(question__gt="", to_whom__gt=""), name="ask_is_whole"),
            models.CheckConstraint(
                condition=Q(no_account_since__isnull=True) | Q(organisation__isnull=False),
                name="no_account_of_a_known_organisation",
            ),
            models.CheckConstraint(
                condition=Q(status=AskStatus.ASKED.value, kind="", answer="")
                | Q(status=AskStatus.LATER.value, kind=AskAnswer.LATER.value, answer__gt="")
                | Q(
                    status=AskStatus.ANSWERED.value,
                    kind__in=[AskAnswer.YES.value, AskAnswer.PARTLY.value, AskAnswer.NO.value],
                    answer__gt="",
                ),
                name="ask_answered_in_full",
            ),
        )

    def __str__(self) -> str:
        return f"#{self.pk} {self.status}"
