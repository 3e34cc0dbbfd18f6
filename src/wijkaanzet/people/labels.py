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

# What somebody does in a role, for who gives it.
DUTIES = {
    Role.RESIDENT: _("Lives in the neighbourhood and is invited to think along."),
    Role.VOLUNTEER: _("Does something for others with an organisation, and is invited to think along."),
    Role.NETWORK_MEMBER: _("Sits at the table of a network, and writes along in its plan."),
    Role.COORDINATOR: _("Brings people together in a neighbourhood or in one network: meetings, scan and plan."),
    Role.PROVIDER: _("Works for an organisation and answers what is asked of it."),
    Role.WIJKTEAM_PROFESSIONAL: _("Works in the neighbourhood for the access team, and writes along in its plan."),
    Role.POLICY_OFFICER: _("Prepares the division of the money, brings figures in and asks for advice."),
    Role.ACCOUNT_MANAGER: _("Speaks with organisations, and sees what was asked of them."),
    Role.CONTROLLER: _("Watches whether the sums are right."),
    Role.AREA_MANAGER: _("Keeps all networks of a neighbourhood for the municipality."),
    Role.EXECUTIVE_MEMBER: _("Sees what lies before the executive."),
    Role.COLLEGE_CLERK: _("Records what the executive decides."),
    Role.COUNCIL_MEMBER: _("Sees what lies before the council."),
    Role.COUNCIL_CLERK: _("Records what the council decides."),
    Role.ADVISER: _("Gives advice in the name of a body that is asked for it."),
    Role.AUDITOR: _("Looks at who may do what, and changes nothing."),
    Role.FUNCTIONAL_ADMIN: _("Opens accounts, and gives and ends roles; never gives one to oneself."),
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
    "body_unfit": _("The role %(role)s does not fit %(name)s; choose another body."),
    "area_not_now": _("%(name)s belongs to a division that is not in force today; choose an area of today."),
    "no_legal_person": _("%(municipality)s is not known as a legal person yet; add it under organisations."),
    "name_taken": _("%(name)s exists already; choose another name."),
    "role_ends_too_early": _("A role ends after the day it started, %(starts_on)s; choose a later day."),
    "since_to_come": _("%(since)s is still to come; say it on that day."),
    "since_too_early": _("Another organisation coordinates here since %(since)s; choose that day or a later one."),
    "role_held": _("This person already is %(role)s in that period; end that role first."),
    "role_ended": _("This role has already ended; give a new one instead."),
    "only_paid_is_replaced": _("Nobody needs to stand in for a %(role)s: an invitation may be left lying."),
    "not_to_yourself": _("Nobody gives a role to oneself, not even for a while; let another administrator do it."),
    "last_admin": _(
        "From %(day)s on nobody would look after the roles of %(municipality)s. First let somebody else be functional "
        "administrator there, without a last day."
    ),
    "role_began": _("This role began on %(starts_on)s already, so it cannot be taken back; end it instead."),
    "role_starts_too_early": _("A role starts today or later; choose %(first)s or a later day."),
    "role_starts_too_late": _("%(last)s is the last day on which a role can start; choose that day or an earlier one."),
    "role_ends_too_late": _(
        "%(last)s is the furthest day that can be chosen; choose an earlier one, or leave this empty."
    ),
    "role_end_too_far": _("%(last)s is the furthest day that can be chosen; choose an earlier one."),
    "account_name_unfit": _(
        "An account name has only letters without accents, digits, dots, hyphens and underscores, at least two and at "
        "most %(length)s of them; choose such a name."
    ),
    "not_known_here": _(
        "%(name)s has no account here yet. Look at the spelling, or fill in the e-mail address too: then we open one."
    ),
    "another_address": _("%(name)s has an account here, without this e-mail address; leave the address empty."),
    "another_address_unused": _(
        "%(name)s has an account here, without this e-mail address; leave the address empty. Is the address that is "
        "there wrong? Take the role back and give it again, with the right one."
    ),
    "address_known_here": _("%(name)s has an account here with this e-mail address; fill in that name."),
    "address_unfit": _("This is no e-mail address to which mail can go; look at it again."),
    "address_is_there": _("This is your e-mail address already; fill in another one."),
    "address_not_asked": _("This link does not work any more; ask for a new one."),
    "account_closed": _("This account is closed already; there is nothing left to do."),
    "stands_in_for_oneself": _("Who is away cannot stand in; fill in the name of a colleague."),
    "no_colleague": _("Only somebody with a paid role in %(municipality)s can stand in; choose such a colleague."),
    "standing_in_was": _("This day has been already; choose today or a later day."),
    "standing_in_ends_too_early": _("The last day comes before the first day, %(starts_on)s; choose a later last day."),
    "standing_in_too_long": _("Somebody stands in for a year at most; choose a last day before %(last)s."),
    "stand_in_there": _("Somebody stands in between %(first)s and %(last)s already; end that first."),
    "no_role_then": _("The role ends on %(last)s; choose a period before that."),
}
