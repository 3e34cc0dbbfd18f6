"""The words for the life of a plan: where it stands, how a network agrees, and what is refused."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijkaanzet.plans.rules.plans import AgreementWay, EditionStatus, PlanStatus

PLAN_NAME = _("Plan of %(network)s, %(years)s")
EDITION_NAME = _("Plan of %(network)s, %(years)s, edition %(number)s")

PLAN_STATUSES: dict[PlanStatus, str | Promise] = {
    PlanStatus.WRITING: _("being written"),
    PlanStatus.RESTING: _("rests for a while"),
    PlanStatus.AGREED: _("the network agrees"),
    PlanStatus.SUBMITTED: _("handed in, the decision follows"),
    PlanStatus.ADOPTED: _("adopted and in force"),
    PlanStatus.ENDED: _("over"),
}

EDITION_STATUSES: dict[EditionStatus, str | Promise] = {
    EditionStatus.SUBMITTED: _("handed in"),
    EditionStatus.ADOPTED: _("adopted and in force"),
    EditionStatus.RETURNED: _("returned with reasons"),
}

AGREEMENT_WAYS: dict[AgreementWay, str | Promise] = {
    AgreementWay.CONSENT: _("Nobody had a weighty objection"),
    AgreementWay.MAJORITY: _("More than half was in favour"),
    AgreementWay.EVERYBODY: _("Everybody was in favour"),
    AgreementWay.OTHER: _("By a rule of our own"),
}

ACTIONS: dict[str, str | Promise] = {
    "plans.write": _("Write the plan with the network"),
    "plans.write_again": _("Change the plan: it came back with reasons"),
    "plans.take_up": _("Look again at the plan that rests"),
    "plans.submit": _("Hand in the plan"),
    "plans.await_decision": _("Wait for the decision on the plan"),
    "plans.look_back": _("Look back at the plan with the network"),
    "plans.decide": _("Write down the decision on the plan"),
}

REFUSALS: dict[str, str | Promise] = {
    "wrong_state": _("This step does not come next; perhaps somebody was before you. Open the page again."),
    "plan_not_open": _("This plan cannot be changed now. Open the page again to see where it stands."),
    "nobody_decides_plans": _("%(municipality)s has no body yet that decides on plans; add that to the arrangement."),
    "plan_without_area": _("This network is of the whole municipality. A plan belongs to one neighbourhood."),
    "plan_start_out_of_reach": _("A plan starts between %(first)s and %(last)s; choose a day in that time."),
    "plan_too_long": _("A plan is for at most %(most)s years; choose fewer years."),
    "plan_overlaps": _("This network has a plan from %(first)s up to and including %(last)s; choose other years."),
    "plan_why": _("Say why, in one sentence."),
    "look_again_within": _("Choose a day between %(first)s and %(last)s to look at the plan again."),
    "plan_is_over": _("The years of this plan are over; end it, and begin a new one."),
    "plan_still_runs": _("This plan holds up to and including %(day)s; you can end it after that."),
    "meeting_before_proposal": _("The meeting of %(day)s was before the proposal of %(since)s lay on the table."),
    "plan_empty": _("There is nothing in this plan yet; write something, or add a priority."),
    "summary_too_long": _("“In short” has %(words)s words. At most %(most)s fit; make it shorter."),
    "plan_changed": _("Somebody changed the plan since you opened this page. Read it again, and then send this again."),
    "plan_money_changed": _(
        "The amounts changed since you opened this page. Look at them below, and then hand the plan in."
    ),
    "votes_whole": _("Fill in both how many were in favour and how many were against, or neither."),
    "votes_count": _("Fill in a number of people from 0 to %(most)s."),
    "votes_missing": _("Fill in how many people were in favour and how many were against."),
    "no_majority": _(
        "%(in_favour)s people were in favour and %(against)s against, so that is not more than half. Talk on, or "
        "choose another way of agreeing."
    ),
    "not_everybody": _("Not everybody was in favour, so choose another way of agreeing."),
    "own_rule_missing": _("Write down by which rule of your own you agreed."),
    "dissents_too_many": _("At most %(most)s other voices fit; put some together."),
    "dissent_without_text": _("Other voice %(number)s has no text; say what they think, or take it off."),
    "meeting_elsewhere": _("Choose a meeting of this network that was held."),
    "meeting_before_change": _("People worked on this plan until %(day)s; choose a meeting of that day or later."),
    "shortfall_from_where": _(
        "The plan asks %(short)s more than there is for the neighbourhood. Say where the rest should come from."
    ),
    "remarks_when_adopted": _("You adopt the plan, so it does not come back; empty the reasons for parts of it."),
    "return_without_remark": _(
        "Say for at least one part why the plan comes back. Does no part fit? Then write it at “About the whole plan”."
    ),
    "remark_about_unknown": _("A part on this form is not in this plan; open the page again."),
}
