"""Marks of what stands in a plan now: who changes something sends along which it was that was read."""

from collections.abc import Iterable

from wijkaanzet.kernel.as_read import mark_of
from wijkaanzet.plans.models import Ask, BaseCapacity, Priority

ABOUT = ("title", "place_kind", "place", "function", "theme", "goal", "known_by", "figure", "look_back_on")


def mark_of_priority(priority: Priority) -> str:
    """Of what a priority is about, where it belongs, and how we will know; no query."""
    return mark_of(*(str(getattr(priority, name)) for name in ABOUT))


def mark_of_informal(priority: Priority) -> str:
    """Of what residents do, could do or want; no query."""
    return mark_of(str(priority.informal), priority.informal_says)


def mark_of_ask(ask: Ask) -> str:
    """Of what others answered by now; no query."""
    return mark_of(str(ask.kind), ask.answer, str(ask.again_on))


def mark_of_reasons(priority: Priority) -> str:
    """Of why something is a priority; one query."""
    rows = priority.reasons.order_by("position", "id")
    return mark_of(*rows.values_list("kind", "figure", "subject_kind", "subject_id", "says"))


def mark_of_base(base: Iterable[BaseCapacity]) -> str:
    """Of the professionals who are there in any case; no query."""
    return mark_of(*((one.organisation_id, one.what, one.hours_a_week) for one in base))
