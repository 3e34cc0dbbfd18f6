"""The words for decisions and for what they refuse."""

from django.utils.translation import gettext_lazy as _

from wijkaanzet.decisions.rules import Kind, Outcome, Status

KINDS = {Kind.LEGAL_ACT: _("decision"), Kind.AGREEMENT: _("agreement")}

OUTCOMES = {Outcome.ADOPTED: _("adopted"), Outcome.RETURNED: _("returned with reasons")}

STATUSES = {
    Status.PREPARED: _("on the agenda"),
    Status.RECORDED: _("recorded"),
    Status.PUBLISHED: _("published"),
    Status.WITHDRAWN: _("taken off the agenda"),
}

ACTIONS = {
    "decisions.record": _("Record what the body decided"),
    "decisions.publish": _("Publish the decision"),
}

REFUSALS = {
    "no_mandate": _("%(body)s does not decide on this; by the arrangement %(decides)s does."),
    "not_the_clerk": _("Only the clerk of %(body)s records what it decided."),
    "already_decided": _("This has been decided already; read the decision that stands in the list."),
    "no_reasons": _("A decision needs its reasons; write down why."),
    "no_clerk": _("No clerk records for %(body)s, so it cannot decide here yet."),
    "wrong_state": _("This step does not come next; perhaps somebody was before you. Open the page again."),
    "meeting_in_future": _("The meeting of %(day)s has not been held yet; record the decision afterwards."),
}
