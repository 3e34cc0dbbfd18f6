"""Who sees which stories, and who may write down for a teller or put a question."""

from collections.abc import Collection
from datetime import date
from typing import Final

from django.db.models import Q, QuerySet

from wijkaanzet.intake.access import SITS, readable_entries
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people.access import memberships
from wijkaanzet.people.rules import Role
from wijkaanzet.stories.models import Prompt, Story
from wijkaanzet.stories.queries import agreed
from wijkaanzet.stories.rules import FINAL, PUBLIC, SEEN, StoryStatus

ASKS: Final = frozenset({Role.COORDINATOR, Role.AREA_MANAGER})
"""Who may put a question in an own area; a policy officer in all, and in the whole municipality."""


def public_stories(municipality: Municipality, *, on: date) -> QuerySet[Story]:
    """The stories that everybody may read on a day, by the consent that holds then."""
    return _shared(municipality).filter(agreed(PUBLIC, on=on))


def network_stories(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Story]:
    """What everybody may read, and of the own areas also what is only for who work on them together.

    The policy officer reads those of all areas and of the municipality as a whole.
    """
    where = _within(actor, municipality, SITS, on=on)
    return _shared(municipality).filter(Q(agreed(PUBLIC, on=on)) | where & Q(agreed(SEEN, on=on)))


def entrusted_stories(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Story]:
    """Stories for which somebody may write down what the teller says: who reads in that area."""
    read = readable_entries(actor, municipality, on=on).values("pk")
    own = Story.objects.filter(entry__in=read, municipality=municipality).exclude(status__in=FINAL)
    return own.select_related("municipality", "area", "place", "prompt")


def seen_stories(actor: Actor, ids: Collection[int], *, on: date) -> set[int]:
    """Which of these stories somebody may know of, in whichever municipality; of one that ended only that it did."""
    found = set(Story.objects.filter(id__in=ids, status__in=FINAL).values_list("id", flat=True))
    for municipality in Municipality.objects.filter(stories__in=ids).distinct().order_by("pk"):
        shared = network_stories(actor, municipality, on=on).values("pk")
        entrusted = entrusted_stories(actor, municipality, on=on).values("pk")
        seen = Story.objects.filter(Q(pk__in=shared) | Q(pk__in=entrusted), pk__in=ids)
        found |= set(seen.values_list("pk", flat=True))
    return found


def public_prompts(municipality: Municipality) -> QuerySet[Prompt]:
    """All questions of the municipality; what people are asked is public."""
    return Prompt.objects.filter(municipality=municipality)


def own_prompts(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Prompt]:
    """The questions that somebody may end: of the own areas, and for the policy officer all."""
    return Prompt.objects.filter(_within(actor, municipality, ASKS, on=on), municipality=municipality)


def _shared(municipality: Municipality) -> QuerySet[Story]:
    shared = Story.objects.filter(municipality=municipality, status=StoryStatus.SHARED)
    return shared.select_related("area", "place", "prompt").defer("photo", "sealed", "folded")


def _within(actor: Actor, municipality: Municipality, roles: Collection[Role], *, on: date) -> Q:
    """In the areas where somebody holds one of these roles, also by the network there; for the policy officer all."""
    where = Q(pk__in=[])
    for role, area_id, network_area_id in memberships(actor, municipality, on=on).values_list(
        "role", "area_id", "body__area_id"
    ):
        if role == Role.POLICY_OFFICER:
            where |= Q(municipality=municipality)
        elif role in roles and (area_id or network_area_id):
            where |= Q(area_id=area_id or network_area_id)
    return where
