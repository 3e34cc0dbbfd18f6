"""The words for the year of an area and for what it refuses."""

from django.utils.translation import gettext_lazy as _

from wijkaanzet.arrangements.labels import STEPS as STEPS
from wijkaanzet.cycle.rules import AreaYearStatus, Step, When
from wijkaanzet.cycle.rules.burden import AskedKind
from wijkaanzet.cycle.rules.digests import DigestRhythm

# What happens in a step; follows its name.
STEP_MEANS = {
    Step.SCAN: _("talking with each other about what goes on here"),
    Step.BUDGET: _("dividing the money"),
    Step.PLAN: _("writing down together what we will do"),
    Step.DO: _("carrying out the plan"),
    Step.FOLLOW: _("looking at how it goes on the way"),
    Step.MAKE_SENSE: _("discussing together what the figures and stories mean"),
    Step.ACCOUNT: _("telling what was done with the money"),
    Step.DECIDE: _("choosing what will be different next year"),
}

STATUSES = {
    AreaYearStatus.FIGURES: _("figures are being gathered"),
    AreaYearStatus.BUDGET: _("the money is being decided"),
    AreaYearStatus.PLAN_OPENED: _("the plan is open"),
    AreaYearStatus.PLANNED: _("the plan is adopted"),
}

NOW = {
    AreaYearStatus.FIGURES: _("The municipality gathers the figures for %(year)s. Then the money is divided."),
    AreaYearStatus.BUDGET: _("The money for %(year)s is being divided. Then the neighbourhood makes its plan."),
    AreaYearStatus.PLAN_OPENED: _("The plan for %(year)s is open. The network starts on %(starts_on)s."),
    AreaYearStatus.PLANNED: _("The plan for %(year)s is adopted. Now people here carry it out."),
}

# Nobody is to move: what stands there instead, and under it.
NETWORK_STARTS = _("The network starts on %(starts_on)s")
NETWORK_STARTED = _("The network started on %(starts_on)s")
THERE_IS_A_PLAN = _("There is a plan for %(year)s")
COORDINATOR_INVITES = _("The plan for %(year)s is open. The coordinator of the network invites who takes part.")

MONEY_DECIDED = _("The money for %(year)s has been decided. Now the coordinator opens the plan.")

# What happens while a division goes to a decision, by what it waits for.
DIVIDING = {
    "decisions.give_advice": _(
        "The division of the money for %(year)s lies there for advice, up to and including %(day)s. After the advice "
        "it is decided."
    ),
    "decisions.answer_advice": _(
        "There is advice on the division of the money for %(year)s. The municipality answers it. Then it is decided."
    ),
    "budget.await_advice": _("The division of the money for %(year)s lies there for advice. Then it is decided."),
    "budget.propose_division": _("The municipality makes a proposal to divide the money for %(year)s."),
    "budget.decide_division": _(
        "The proposal to divide the money for %(year)s is ready. Once it is decided the neighbourhood makes its plan."
    ),
}
ADVICE_LAPSED = _("No advice came on the division of the money for %(year)s. The municipality goes on without it.")
DIVISION_RETURNED = _(
    "The proposal to divide the money for %(year)s was sent back, with reasons. The municipality prepares it again."
)

ACTIONS = {
    "cycle.bring_figures": _("Bring in the figures of the year"),
    "cycle.prepare_money": _("Prepare the division of the money"),
    "cycle.await_division": _("Wait for the decision on the division of the money"),
    "cycle.open_plan": _("Open the plan and say when the network starts"),
}

RHYTHMS = {
    DigestRhythm.DAILY: _("Every working day on which something waits"),
    DigestRhythm.WEEKLY: _("Once a week, when something waits"),
    DigestRhythm.NONE: _("Never"),
}

ASKED_KINDS = {
    AskedKind.MEETING: _("come to a meeting"),
    AskedKind.SCAN: _("look at a scan"),
    AskedKind.ADVICE: _("advise"),
    AskedKind.PLAN: _("write a plan"),
    AskedKind.CONTRIBUTION: _("bring something to a plan"),
    AskedKind.QUESTION: _("answer a question of a plan"),
}

WHEN = {
    When.LATE: _("Past the term"),
    When.THIS_WEEK: _("This week"),
    When.INVITED: _("Invitation"),
    When.LATER: _("Later"),
    When.RESTING: _("Rests"),
}

REFUSALS = {
    "wrong_state": _("This step does not come next; perhaps somebody was before you. Open the page again."),
    "year_started": _("The year %(year)s of %(area)s has started already."),
    "figures_in_use": _("The money of %(year)s is being decided with these figures, so they cannot be taken back."),
    "no_municipality": _("There is no municipality %(slug)s."),
    "not_divided_yet": _(
        "%(municipality)s has no neighbourhoods here yet. With --draw every wijk in the file becomes one, and "
        "everybody sees them."
    ),
    "which_municipality": _("Name the municipality: %(slugs)s."),
    "money_not_decided": _("The money of %(year)s has not been decided yet; open the plan after that."),
    "start_out_of_reach": _("The network starts between %(first)s and %(last)s; choose a day in that time."),
}
