"""Networks of a neighbourhood: seats and who takes part, meetings with their agenda and who came, and agreements."""

from wijkaanzet.networks.models.meetings import AgendaItem, Agreement, CardTally, Meeting, Presence
from wijkaanzet.networks.models.table import Invitation, Member, Network, Seat

__all__ = [
    "AgendaItem",
    "Agreement",
    "CardTally",
    "Invitation",
    "Meeting",
    "Member",
    "Network",
    "Presence",
    "Seat",
]
