"""The words for networks, their meetings and agreements, and for what is refused."""

from django.utils.translation import gettext_lazy as _

from wijkaanzet.networks.rules import (
    AgreementStatus,
    CardGroup,
    CardQuestion,
    InvitationStatus,
    MeetingKind,
    MeetingStatus,
    SeatKind,
)

THE_NETWORK = _("the network")
"""With whom something lies until the people of a network meet again."""

WHO_IS_INVITED = _("who is invited")
"""With whom an invitation to take part lies until it lapses."""

MEETING_KINDS = {MeetingKind.MEETING: _("meeting"), MeetingKind.SUMMIT: _("citizens' summit")}

INVITATION_STATUSES = {
    InvitationStatus.WAITING: _("waits for an answer"),
    InvitationStatus.ACCEPTED: _("takes part now"),
    InvitationStatus.OVER: _("over"),
}

MEETING_STATUSES = {
    MeetingStatus.PLANNED: _("planned"),
    MeetingStatus.INVITED: _("people are invited"),
    MeetingStatus.HELD: _("held, the report follows"),
    MeetingStatus.REPORTED: _("held, with a report"),
    MeetingStatus.CANCELLED: _("called off"),
}

SEAT_KINDS = {
    SeatKind.DEFAULT: _("in every network"),
    SeatKind.OPTIONAL: _("extra in this network"),
    SeatKind.OPEN: _("open to everybody"),
}

AGREEMENT_STATUSES = {
    AgreementStatus.OPEN: _("open"),
    AgreementStatus.DONE: _("done"),
    AgreementStatus.DROPPED: _("let go"),
}

CARD_QUESTIONS = {
    CardQuestion.AGE: _("How old are you?"),
    CardQuestion.CHILDREN: _("Do children live in your home?"),
    CardQuestion.SINCE: _("How long have you lived here?"),
    CardQuestion.LANGUAGE: _("Which language do you speak most at home?"),
}

CARD_GROUPS = {
    CardGroup.UNDER_15: _("younger than 15"),
    CardGroup.FROM_15_TO_25: _("15 to 24 years"),
    CardGroup.FROM_25_TO_45: _("25 to 44 years"),
    CardGroup.FROM_45_TO_65: _("45 to 64 years"),
    CardGroup.FROM_65: _("65 years or older"),
    CardGroup.WITH_CHILDREN: _("with children at home"),
    CardGroup.WITHOUT_CHILDREN: _("without children at home"),
    CardGroup.NEW_HERE: _("shorter than two years"),
    CardGroup.LONGER_HERE: _("two years or longer"),
    CardGroup.DUTCH_AT_HOME: _("Dutch"),
    CardGroup.OTHER_LANGUAGE: _("another language"),
}

MEETING = _("Meeting of %(network)s on %(day)s")
INVITED_TO = _("Invitation to take part in %(network)s")
MEMBER = _("somebody of %(network)s")
SEAT_TERM_ENDS = _("The term of the seat %(seat)s ends on %(day)s. Who goes on?")
SEAT_TERM_ENDED = _("The term of the seat %(seat)s ended on %(day)s. Who goes on?")

ACTIONS = {
    "networks.invite": _("Invite people to the meeting"),
    "networks.hold": _("Write down who came"),
    "networks.report": _("Write the report of the meeting"),
    "networks.ask_again": _("Ask again, or let the invitation go"),
    "networks.look_again": _("Look at the agreement again"),
}

REFUSALS = {
    "network_words_too_long": _(
        'The text that begins with "%(start)s" has %(length)s characters. At most %(most)s fit; make it shorter.'
    ),
    "network_without_name": _("Give the network a name."),
    "network_exists": _("%(name)s is a network already."),
    "nothing_to_look_at": _("No agreement is looked at again at the next meeting, so there is nothing to ask."),
    "reminded_today": _("People were asked today already. Ask again on another day."),
    "invitations_too_many": _("%(most)s invitations wait for an answer. Let some go before you write another one."),
    "invitation_used": _("Somebody used this code already. Ask the network for a new letter."),
    "invitation_over": _("This code does not work any more. Ask the network for a new letter."),
    "invitation_settled": _("This invitation was used or let go already."),
    "network_without_coordinator": _(
        "Nobody is the coordinator of %(name)s itself yet. Let somebody get that role first, then try again."
    ),
    "no_network_body": _("%(name)s is no network of a neighbourhood; choose one that is."),
    "seat_without_name": _("Say for whom the seat is, such as a resident or the school."),
    "seat_of_two": _("A seat is of an organisation or speaks for a network; choose one of the two."),
    "seat_for_no_other": _(
        "A seat can speak for %(name)s only at the table of a consultation of the whole municipality; leave it empty."
    ),
    "seat_elsewhere": _("The seat %(name)s is not at this table; choose another seat."),
    "seat_ended": _("The seat %(name)s is not there any more; choose another seat."),
    "seat_taken": _("Somebody sits in the seat %(name)s; choose a free seat."),
    "member_without_name": _("Fill in the name of who takes part."),
    "member_email": _("This is no e-mail address. Write it like naam@voorbeeld.nl, or leave it empty."),
    "member_phone": _("This is no telephone number. Write it like 013 123 45 67, or leave it empty."),
    "member_there": _(
        "%(name)s takes part already. Is this somebody else? Then add something to the name, or fill in another e-mail "
        "address or telephone number."
    ),
    "member_changed": _("Somebody changed this meanwhile. Read how it stands in the list now, and send it once more."),
    "member_already": _("Who has this account takes part already."),
    "member_elsewhere": _("Somebody you ticked does not take part in this network; open the page again."),
    "membership_ended": _("This person does not take part any more."),
    "leads_elsewhere": _("Who you chose does not take part in this network; open the page again."),
    "seat_term_without_seat": _(
        "Only who has a seat of the own has a term. Choose a seat that is not open to everybody, or leave this empty."
    ),
    "seat_term_before_start": _("This person takes part from %(start)s on; choose that day or a later one."),
    "seat_term_far": _("%(day)s is more than %(years)s years ahead; choose an earlier day."),
    "resident_for_organisation": _("Choose: somebody takes part as a resident, or for an organisation."),
    "meeting_past": _("%(day)s is over; choose today or a later day."),
    "meeting_long_past": _("%(day)s is more than %(days)s days ago; choose a later day."),
    "meeting_far": _("%(day)s is more than two years ahead; choose an earlier day."),
    "meeting_without_place": _("Say where people meet."),
    "meeting_invited_already": _(
        "People are invited to this meeting already. Call it off and plan a new one, so that everybody hears it."
    ),
    "meeting_to_come": _("The meeting is on %(day)s; write down who came on that day or later."),
    "others_count": _("Fill in how many others came: a number from 0 to %(most)s."),
    "cards_before_meeting": _("Count the cards once you have written down who came."),
    "card_count": _("Fill in for each group how many cards there were: a number from 0 to %(most)s."),
    "cards_too_many": _("Only %(came)s people came, so no question has more cards than that; count them again."),
    "agenda_closed": _("The meeting is over, so its agenda does not change any more."),
    "agenda_too_many": _("At most %(most)s points fit on an agenda; take some off."),
    "agenda_without_title": _("Point %(number)s of the agenda has no title; fill it in, or take the point off."),
    "agenda_twice": _("One thing stands on the agenda twice; take one off."),
    "agenda_unknown_subject": _("Something that you ticked is not known here; open the page again."),
    "agenda_changed": _("The agenda was changed meanwhile; open the page again."),
    "nothing_reported": _("Write in short what the meeting came to, or what was agreed."),
    "agreements_too_many": _("At most %(most)s agreements fit in a report; take some off."),
    "agreement_without_text": _("Agreement %(number)s has no text; say what was agreed, or take it off."),
    "agreement_unknown": _("An agreement on this form is not of this meeting; open the page again."),
    "agreement_settled": _("Somebody said already what became of this agreement."),
    "look_again_before": _("Look at agreement %(number)s again on a day after %(day)s."),
    "look_again_too_late": _("Look at agreement %(number)s again within %(years)s years after the meeting."),
    "changed_meanwhile": _(
        "Somebody else changed this meanwhile. What it says now stands beside your answers. What you filled in is "
        "still here: put it together, and keep it again."
    ),
}
