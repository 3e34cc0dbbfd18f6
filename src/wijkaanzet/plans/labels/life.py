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
    PlanStatus.ADOPTED: _("adopted"),
    PlanStatus.ENDED: _("over"),
}

EDITION_STATUSES: dict[EditionStatus, str | Promise] = {
    EditionStatus.SUBMITTED: _("handed in"),
    EditionStatus.ADOPTED: _("adopted"),
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
    "plans.take_up": _("Look again at the plan that rests"),
    "plans.submit": _("Hand in the plan"),
    "plans.await_decision": _("Wait for the decision on the plan"),
    "plans.look_back": _("Look back at the plan with the network"),
    "plans.decide": _("Write down the decision on the plan"),
}

REFUSALS: dict[str, str | Promise] = {
    "plan_not_open": _("This plan cannot be changed now. Open the page again to see where it stands."),
    "nobody_decides_plans": _("%(municipality)s has no body yet that decides on plans; add that to the arrangement."),
}
