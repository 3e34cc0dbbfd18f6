"""Which consent holds on a day."""

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from wijkaanzet.stories.models import Consent, Story
from wijkaanzet.stories.rules import Scope


def running(*, on: date) -> QuerySet[Consent]:
    """The consent that holds on a day: given, not expired and not ended."""
    going_on = Q(ended_on__isnull=True) | Q(ended_on__gt=on)
    return Consent.objects.filter(going_on, given_on__lte=on, expires_on__gt=on)


def agreed(scopes: Collection[Scope], *, on: date) -> Exists:
    """For a query of stories: whether consent for one of these scopes holds on a day."""
    return Exists(running(on=on).filter(story=OuterRef("pk"), scope__in=scopes))


def scopes_of(story: Story, *, on: date) -> frozenset[Scope]:
    """For what the teller agrees to on a day."""
    return frozenset(Scope(scope) for scope in running(on=on).filter(story=story).values_list("scope", flat=True))
