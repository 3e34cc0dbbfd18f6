"""Reading networks: who sits there, their meetings, who came, what is agreed, and what waits."""

from wijkaanzet.networks.queries.agreements import (
    agreement_labels,
    agreement_places,
    agreements_of,
    agreements_to_look_at,
    visible_agreements,
)
from wijkaanzet.networks.queries.attendance import Came, came_by_year, came_to, could_come
from wijkaanzet.networks.queries.cards import cards_by_year, cards_of
from wijkaanzet.networks.queries.meetings import (
    agenda_of,
    in_time,
    labels,
    meeting_places,
    newest_first,
    next_meeting,
    with_network,
)
from wijkaanzet.networks.queries.networks import keeper_scope, network_labels, network_places, networks_of, with_body
from wijkaanzet.networks.queries.seats import (
    MEMBER_SEAL,
    Invitation,
    MemberWords,
    SeatWords,
    invitation_of,
    member_labels,
    member_networks,
    members_of,
    seats_of,
)
from wijkaanzet.networks.queries.standings import agreement_standing, agreement_standings, standing, standings
from wijkaanzet.networks.queries.waiting import what_waits

__all__ = [
    "MEMBER_SEAL",
    "Came",
    "Invitation",
    "MemberWords",
    "SeatWords",
    "agenda_of",
    "agreement_labels",
    "agreement_places",
    "agreement_standing",
    "agreement_standings",
    "agreements_of",
    "agreements_to_look_at",
    "came_by_year",
    "came_to",
    "cards_by_year",
    "cards_of",
    "could_come",
    "in_time",
    "invitation_of",
    "keeper_scope",
    "labels",
    "meeting_places",
    "member_labels",
    "member_networks",
    "members_of",
    "network_labels",
    "network_places",
    "networks_of",
    "newest_first",
    "next_meeting",
    "seats_of",
    "standing",
    "standings",
    "visible_agreements",
    "what_waits",
    "with_body",
    "with_network",
]
