"""The words for roles and for what people refuses."""

from django.utils.translation import gettext_lazy as _

from wijkaanzet.people.rules import Role, ScopeKind

ROLES = {
    Role.RESIDENT: _("resident"),
    Role.VOLUNTEER: _("volunteer"),
    Role.NETWORK_MEMBER: _("member of the neighbourhood network"),
    Role.COORDINATOR: _("coordinator of the network"),
    Role.PROVIDER: _("professional of a provider"),
    Role.WIJKTEAM_PROFESSIONAL: _("professional of the access team"),
    Role.POLICY_OFFICER: _("policy officer of the municipality"),
    Role.ACCOUNT_MANAGER: _("account manager"),
    Role.CONTROLLER: _("controller"),
    Role.AREA_MANAGER: _("area manager"),
    Role.EXECUTIVE_MEMBER: _("member of the executive"),
    Role.COLLEGE_CLERK: _("clerk of the executive"),
    Role.COUNCIL_MEMBER: _("council member"),
    Role.COUNCIL_CLERK: _("clerk of the council"),
    Role.ADVISER: _("adviser"),
    Role.AUDITOR: _("auditor"),
    Role.FUNCTIONAL_ADMIN: _("functional administrator"),
}

# With an article, to stand at the start of "... is aan zet".
MOVERS = {
    Role.RESIDENT: _("The resident"),
    Role.VOLUNTEER: _("The volunteer"),
    Role.NETWORK_MEMBER: _("The neighbourhood network"),
    Role.COORDINATOR: _("The coordinator of the network"),
    Role.PROVIDER: _("The provider"),
    Role.WIJKTEAM_PROFESSIONAL: _("The access team"),
    Role.POLICY_OFFICER: _("The municipality"),
    Role.ACCOUNT_MANAGER: _("The account manager"),
    Role.CONTROLLER: _("The controller"),
    Role.AREA_MANAGER: _("The area manager"),
    Role.EXECUTIVE_MEMBER: _("The executive"),
    Role.COLLEGE_CLERK: _("The executive"),
    Role.COUNCIL_MEMBER: _("The council"),
    Role.COUNCIL_CLERK: _("The council"),
    Role.ADVISER: _("The advisory body"),
    Role.AUDITOR: _("The auditor"),
    Role.FUNCTIONAL_ADMIN: _("The functional administrator"),
}

# To follow "by".
DECIDERS = {"council": _("the council"), "executive": _("the executive")}

SCOPES = {
    ScopeKind.AREA: _("area"),
    ScopeKind.ORGANISATION: _("organisation"),
    ScopeKind.BODY: _("body"),
    ScopeKind.MUNICIPALITY: _("municipality"),
}

# As what somebody stands in, and how long.
STANDS_IN = _("%(role)s, from %(first)s up to and including %(last)s")

REFUSALS = {
    "wrong_scope": _("The role %(role)s needs a scope of the kind %(scope)s; choose one."),
    "other_tenant": _("%(name)s belongs to another municipality; choose one of your own."),
    "no_legal_person": _("%(municipality)s is not known as a legal person yet; add it under organisations."),
    "name_taken": _("%(name)s exists already; choose another name."),
    "role_ends_too_early": _("A role ends after the day it started, %(starts_on)s; choose a later day."),
    "since_to_come": _("%(since)s is still to come; say it on that day."),
    "since_too_early": _("Another organisation coordinates here since %(since)s; choose that day or a later one."),
    "role_held": _("This person already is %(role)s in that period; end that role first."),
    "role_ended": _("This role has already ended; give a new one instead."),
    "only_paid_is_replaced": _("Nobody needs to stand in for a %(role)s: an invitation may be left lying."),
    "stands_in_for_oneself": _("You cannot stand in for yourself; fill in the name of a colleague."),
    "no_colleague": _("Only somebody with a paid role in %(municipality)s can stand in; choose such a colleague."),
    "standing_in_was": _("This day has been already; choose today or a later day."),
    "standing_in_ends_too_early": _("The last day comes before the first day, %(starts_on)s; choose a later last day."),
    "standing_in_too_long": _("Somebody stands in for a year at most; choose a last day before %(last)s."),
    "stand_in_there": _("Somebody stands in between %(first)s and %(last)s already; end that first."),
    "no_role_then": _("The role ends on %(last)s; choose a period before that."),
}
