"""What a network is, who sits there, how a meeting goes and whose move it is. Plain Python."""

from wijkaanzet.networks.rules.agenda import AgendaLine, Suggestion, in_order
from wijkaanzet.networks.rules.agreements import AGREEMENT, AgreementFacts, AgreementStatus, NewAgreement
from wijkaanzet.networks.rules.attendance import FEWEST, Gathering, WhoCame, shown_count, who_came
from wijkaanzet.networks.rules.groups import GROUPS, CardGroup, CardQuestion, Counted, Tally, counted, hardly_seen
from wijkaanzet.networks.rules.joining import INVITATION, ForWhom, InvitationFacts, InvitationStatus
from wijkaanzet.networks.rules.meetings import FINAL, NEXT, PROCESS, MeetingFacts, MeetingKind, MeetingStatus, move
from wijkaanzet.networks.rules.networks import MEMBER, NETWORK, Described, Named, NewSeat, SeatKind

__all__ = [
    "AGREEMENT",
    "FEWEST",
    "FINAL",
    "INVITATION",
    "GROUPS",
    "MEMBER",
    "NETWORK",
    "NEXT",
    "PROCESS",
    "AgendaLine",
    "AgreementFacts",
    "AgreementStatus",
    "CardGroup",
    "CardQuestion",
    "Counted",
    "Described",
    "ForWhom",
    "Gathering",
    "InvitationFacts",
    "InvitationStatus",
    "MeetingFacts",
    "MeetingKind",
    "MeetingStatus",
    "Named",
    "NewAgreement",
    "NewSeat",
    "SeatKind",
    "Suggestion",
    "Tally",
    "WhoCame",
    "counted",
    "hardly_seen",
    "in_order",
    "move",
    "shown_count",
    "who_came",
]
