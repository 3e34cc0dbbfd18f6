"""Stories with the consent of their tellers, and the questions that invite people to tell."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from wijkaanzet.intake.rules import Tone
from wijkaanzet.intake.rules.telling import LONGEST_MEANING, LONGEST_TITLE
from wijkaanzet.kernel import public_ids
from wijkaanzet.kernel.models import PeriodModel
from wijkaanzet.stories.rules import ConsentWay, Scope, StoryStatus
from wijkaanzet.stories.rules.prompts import LONGEST_QUESTION

_NO_WORDS = Q(title="", text="", meaning="", tone="", folded="")
_NO_PHOTO = Q(photo__isnull=True, photo_alt="")


class Prompt(PeriodModel):
    """Vertelvraag. A question that invites people to tell, in one area or in the whole municipality."""

    tenant_path = "municipality"

    municipality = models.ForeignKey("kernel.Municipality", on_delete=models.PROTECT, related_name="prompts")
    area = models.ForeignKey("areas.Area", on_delete=models.PROTECT, null=True, related_name="prompts")
    public_id = models.CharField(max_length=12, unique=True, default=public_ids.new, editable=False)
    question = models.CharField(max_length=LONGEST_QUESTION)

    class Meta(PeriodModel.Meta):
        abstract = False
        constraints = (
            *PeriodModel.Meta.constraints,
            models.CheckConstraint(condition=Q(question__gt=""), name="prompt_asks"),
        )

    def __str__(self) -> str:
        return self.question


class Story(models.Model):
    """Verhaal. What somebody told, in words that point at nobody; sealed until it is shared, empty once it ended."""

    tenant_path = "municipality"

    municipality = models.ForeignKey("kernel.Municipality", on_delete=models.PROTECT, related_name="stories")
    area = models.ForeignKey("areas.Area", on_delete=models.PROTECT, null=True, related_name="stories")
    place = models.ForeignKey("areas.Place", on_delete=models.PROTECT, null=True, related_name="stories")
    entry = models.OneToOneField("intake.Entry", on_delete=models.PROTECT, related_name="story")
    """What came in; the code of that is the teller's way to the story."""
    prompt = models.ForeignKey(Prompt, on_delete=models.PROTECT, null=True, related_name="stories")
    figure = models.SlugField(max_length=100, blank=True)
    """The address of a figure that it stands beside."""
    public_id = models.CharField(max_length=12, unique=True, default=public_ids.new, editable=False)
    status = models.CharField(max_length=12, choices=[(one.value, one.value) for one in StoryStatus])
    status_since = models.DateField()
    told_on = models.DateField()
    sealed = models.BinaryField(null=True)
    """The edited words until the teller shares them."""
    title = models.CharField(max_length=LONGEST_TITLE, blank=True)
    text = models.TextField(blank=True)
    meaning = models.CharField(max_length=LONGEST_MEANING, blank=True)
    tone = models.CharField(max_length=8, blank=True, choices=[(one.value, one.value) for one in Tone])
    folded = models.TextField(blank=True)
    """Title and text as they are searched: without capitals and accents."""
    place_public = models.BooleanField(default=False)
    """Whether the street may be named in public: the second reader is sure that nobody can be recognised by it."""
    photo = models.BinaryField(null=True)
    """A JPEG, sealed; here only as long as the teller agrees to it."""
    photo_alt = models.TextField(blank=True)
    lapses_on = models.DateField()
    """The last day on which the teller is asked."""
    expires_on = models.DateField(null=True)
    """The first day on which no consent holds any more."""

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(status=StoryStatus.OFFERED.value, sealed__isnull=False) & _NO_WORDS & Q(photo_alt="")
                | Q(status=StoryStatus.SHARED.value, sealed__isnull=True, text__gt="", expires_on__isnull=False)
                | Q(
                    status__in=[
                        StoryStatus.NOT_SHARED.value,
                        StoryStatus.EXPIRED.value,
                        StoryStatus.WITHDRAWN.value,
                    ],
                    sealed__isnull=True,
                    place__isnull=True,
                )
                & _NO_WORDS
                & _NO_PHOTO,
                name="story_sealed_shared_or_empty",
            ),
        )
        indexes = (models.Index(fields=["municipality", "status"], name="stories_of_municipality"),)

    def __str__(self) -> str:
        return f"#{self.pk} {self.status}"


class Consent(models.Model):
    """Toestemming. That a teller agreed to one use of a story, to which words, when, and how; it holds no content."""

    tenant_path = "story__municipality"

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="consents")
    scope = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Scope])
    wording = models.CharField(max_length=12)
    """The version of the words that the teller agreed to."""
    given_on = models.DateField()
    way = models.CharField(max_length=8, choices=[(one.value, one.value) for one in ConsentWay])
    witness = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    """Who wrote a spoken consent down."""
    expires_on = models.DateField()
    """The first day on which it does not hold any more."""
    ended_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["story", "scope"], condition=Q(ended_on__isnull=True), name="one_open_consent_per_scope"
            ),
            models.CheckConstraint(condition=Q(expires_on__gt=F("given_on")), name="consent_is_for_a_time"),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("given_on")), name="consent_ends_after"
            ),
            models.CheckConstraint(
                condition=Q(way=ConsentWay.SPOKEN.value, witness__isnull=False)
                | Q(way=ConsentWay.LINK.value, witness__isnull=True),
                name="spoken_consent_has_witness",
            ),
        )

    def __str__(self) -> str:
        return f"#{self.story_id} {self.scope}"
