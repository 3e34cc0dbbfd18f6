"""The priorities of a plan: why, what residents do first, who brings what, and what is asked of others."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from wijkaanzet.kernel import public_ids
from wijkaanzet.plans.models.plan import Plan
from wijkaanzet.plans.rules.contributions import (
    LONGEST_WHAT,
    LONGEST_WHO,
    Bringer,
    ContributionKind,
    ContributionStatus,
    Per,
    YesBy,
)
from wijkaanzet.plans.rules.priorities import (
    LONGEST_PLACE,
    LONGEST_SENTENCE,
    LONGEST_TITLE,
    AskAnswer,
    AskStatus,
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

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(again_on__isnull=True) | Q(status=AskStatus.LATER.value), name="asked_again_when_later"
            ),
            models.CheckConstraint(condition=Q(question__gt="", to_whom__gt=""), name="ask_is_whole"),
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
