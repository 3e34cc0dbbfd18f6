"""Reading plans: where they stand, what they hold, and what was handed in."""

from wijkaanzet.plans.queries.content import agreement_of, content_of, held_by, texts_kept
from wijkaanzet.plans.queries.life import (
    deciding_body,
    edition_labels,
    edition_places,
    edition_standing,
    edition_standings,
    plan_labels,
    plan_places,
    standing,
    standings,
    with_network,
    years_of,
)
from wijkaanzet.plans.queries.money import available_cents, last_adopted

__all__ = [
    "agreement_of",
    "available_cents",
    "content_of",
    "deciding_body",
    "edition_labels",
    "edition_places",
    "edition_standing",
    "edition_standings",
    "held_by",
    "last_adopted",
    "plan_labels",
    "plan_places",
    "standing",
    "standings",
    "texts_kept",
    "with_network",
    "years_of",
]
