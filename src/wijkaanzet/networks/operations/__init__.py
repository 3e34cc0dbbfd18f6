"""Everything that is written of networks: who sits there, their meetings, and what they agree."""

from wijkaanzet.networks.operations.agreeing import settle_agreement
from wijkaanzet.networks.operations.correcting import HeldAs, correct_held
from wijkaanzet.networks.operations.counting import count_cards
from wijkaanzet.networks.operations.entrusting import entrust_network
from wijkaanzet.networks.operations.following import let_go_of_closed_accounts
from wijkaanzet.networks.operations.holding import Attended, Corrected, Reported, correct_report, hold, report
from wijkaanzet.networks.operations.joining import Asked, end_invitation, invite_to_join, join
from wijkaanzet.networks.operations.leading import let_lead
from wijkaanzet.networks.operations.opening import describe_network, hang_sign, open_network
from wijkaanzet.networks.operations.placing import add_seat, end_seat
from wijkaanzet.networks.operations.planning import NewMeeting, cancel, change_meeting, invite, plan_meeting, set_agenda
from wijkaanzet.networks.operations.seating import Joining, Seated, correct_member, end_membership, take_seat
from wijkaanzet.networks.operations.telling import CALLED_OFF, INVITED, REMINDED, remind
from wijkaanzet.networks.rules import AgendaLine, Described, ForWhom, MeetingKind, Named, NewAgreement, NewSeat

__all__ = [
    "CALLED_OFF",
    "INVITED",
    "REMINDED",
    "AgendaLine",
    "Asked",
    "Attended",
    "Corrected",
    "Described",
    "ForWhom",
    "HeldAs",
    "Joining",
    "MeetingKind",
    "Named",
    "NewAgreement",
    "NewMeeting",
    "NewSeat",
    "Reported",
    "Seated",
    "add_seat",
    "cancel",
    "change_meeting",
    "correct_held",
    "correct_member",
    "correct_report",
    "count_cards",
    "describe_network",
    "end_invitation",
    "end_membership",
    "end_seat",
    "entrust_network",
    "hang_sign",
    "hold",
    "invite",
    "invite_to_join",
    "join",
    "let_go_of_closed_accounts",
    "let_lead",
    "open_network",
    "plan_meeting",
    "remind",
    "report",
    "set_agenda",
    "settle_agreement",
    "take_seat",
]
