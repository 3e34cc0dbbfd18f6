"""Reading the year of an area: the wheel, and where every year stands."""

from wijkaanzet.cycle.queries.burden import asked_of_network, asked_of_organisation
from wijkaanzet.cycle.queries.messages import (
    chosen_rhythm,
    chosen_rhythms,
    digest_labels,
    feed_token,
    own_digests,
    owner_of_feed,
    told_since,
)
from wijkaanzet.cycle.queries.standings import division_ahead, standing, standings, standings_of
from wijkaanzet.cycle.queries.taking_part import CardsSeen, GroupSeen, cards_seen
from wijkaanzet.cycle.queries.together import moves_of_plans
from wijkaanzet.cycle.queries.turns import Act, Turn, acts, first_turn_of, turn_of, turns_of
from wijkaanzet.cycle.queries.waiting import Waiting
from wijkaanzet.cycle.queries.years import area_slugs, labels, visible, years_by_area, years_to_divide

__all__ = [
    "Act",
    "CardsSeen",
    "GroupSeen",
    "Turn",
    "Waiting",
    "acts",
    "area_slugs",
    "asked_of_network",
    "asked_of_organisation",
    "cards_seen",
    "chosen_rhythm",
    "chosen_rhythms",
    "digest_labels",
    "division_ahead",
    "feed_token",
    "first_turn_of",
    "labels",
    "moves_of_plans",
    "own_digests",
    "owner_of_feed",
    "standing",
    "standings",
    "standings_of",
    "told_since",
    "turn_of",
    "turns_of",
    "visible",
    "years_by_area",
    "years_to_divide",
]
