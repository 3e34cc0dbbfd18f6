"""Reading plans: where they stand, what they hold, and what was handed in."""

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
)

__all__ = [
    "deciding_body",
    "edition_labels",
    "edition_places",
    "edition_standing",
    "edition_standings",
    "plan_labels",
    "plan_places",
    "standing",
    "standings",
    "with_network",
]
