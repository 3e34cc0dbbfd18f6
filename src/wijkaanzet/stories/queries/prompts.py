"""Reading the questions that invite people to tell."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from wijkaanzet.areas.models import Area
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.stories.models import Prompt


def running_prompts(municipality: Municipality, area: Area | None, *, on: date, most: int) -> list[Prompt]:
    """The questions that are asked on a day in an area, those of the whole municipality among them, newest first.

    At most so many; one query.
    """
    where = Q(area__isnull=True) if area is None else Q(area__isnull=True) | Q(area=area)
    going_on = Q(ends_before__isnull=True) | Q(ends_before__gt=on)
    asked = Prompt.objects.filter(where, going_on, municipality=municipality, starts_on__lte=on)
    return list(asked.order_by("-starts_on", "id")[:most])


def prompt_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """Questions by their words."""
    return dict(Prompt.objects.filter(id__in=ids).values_list("id", "question"))


def visible_prompts(actor: Actor, ids: Collection[int]) -> set[int]:
    """What people are asked is public."""
    return set(Prompt.objects.filter(id__in=ids).values_list("id", flat=True))
