"""The words for decisions and for what they refuse."""

from django.utils.translation import gettext_lazy as _

from wijkaanzet.decisions.rules import AdviceStatus, Follow, Kind, NoticeStatus, Outcome, Status, Step

KINDS = {Kind.LEGAL_ACT: _("decision"), Kind.AGREEMENT: _("agreement")}

# The council sets money apart, mostly not as a legal act of Awb 1:3; nobody calls that an agreement.
KINDS_OF_FRAME = {Kind.LEGAL_ACT: _("decision"), Kind.AGREEMENT: _("decision of the council")}

# What is decided at a step, for a year.
STEPS = {
    Step.FRAME: _("The budget frame of %(year)s"),
    Step.CITY_AREA: _("The division of the money of %(year)s"),
    Step.AREA_COMPONENT: _("The division within a neighbourhood in %(year)s"),
    Step.PLAN: _("The plan of %(name)s from %(year)s on"),
}

OUTCOMES = {Outcome.ADOPTED: _("adopted"), Outcome.RETURNED: _("returned with reasons")}

STATUSES = {
    Status.PREPARED: _("on the agenda"),
    Status.RECORDED: _("recorded"),
    Status.PUBLISHED: _("made known"),
    Status.WITHDRAWN: _("taken off the agenda"),
}

ACTIONS = {
    "decisions.record": _("Record what the body decided"),
    "decisions.publish": _("Make the decision known"),
    "decisions.give_advice": _("Give advice"),
    "decisions.answer_advice": _("Answer the advice"),
    "decisions.send_notice": _("Send the decision on"),
}

ADVICE_STATUSES = {
    AdviceStatus.ASKED: _("asked"),
    AdviceStatus.GIVEN: _("given"),
    AdviceStatus.LAPSED: _("did not come"),
    AdviceStatus.ANSWERED: _("answered"),
}

FOLLOWS = {
    Follow.FULLY: _("We take this over"),
    Follow.PARTLY: _("We take part of this over"),
    Follow.NOT: _("We do not take this over"),
}

NOTICE_STATUSES = {NoticeStatus.TO_SEND: _("to be sent"), NoticeStatus.SENT: _("sent")}

REFUSALS = {
    "no_mandate": _("%(body)s does not decide on this; by the arrangement %(decides)s does."),
    "not_the_clerk": _("Only the clerk of %(body)s records what it decided."),
    "already_decided": _("This has been decided already; read the decision that stands in the list."),
    "no_reasons": _("A decision needs its reasons; write down why."),
    "no_clerk": _("No clerk records for %(body)s, so it cannot decide here yet."),
    "wrong_state": _("This step does not come next; perhaps somebody was before you. Open the page again."),
    "advice_open": _("Advice on this is still to come or to be answered; decide after that."),
    "advice_first": _("By the arrangement %(bodies)s advises on this first; ask for that advice."),
    "asked_already": _("%(body)s was asked for advice on this already."),
    "no_question": _("Write down what you want advice on."),
    "not_the_adviser": _("Only who advises for %(body)s writes its advice down."),
    "no_points": _("Write down at least one point of advice."),
    "too_many_points": _("An advice has at most %(most)s points; put some together."),
    "text_too_long": _("A text here is at most %(most)s characters long; make it shorter."),
    "point_without_answer": _("Point %(point)s has no answer yet; say what you do with it and why."),
    "not_lapsed_yet": _("%(body)s may still advise until %(day)s."),
    "meeting_in_future": _("The meeting of %(day)s has not been held yet; record the decision afterwards."),
}
