"""Roles: for what a person is in the product, over which scope, and who is paid. Plain Python."""

from enum import StrEnum


class Role(StrEnum):
    """Rol. What somebody is in a municipality."""

    RESIDENT = "resident"
    VOLUNTEER = "volunteer"
    NETWORK_MEMBER = "network_member"
    COORDINATOR = "coordinator"
    PROVIDER = "provider"
    WIJKTEAM_PROFESSIONAL = "wijkteam_professional"
    POLICY_OFFICER = "policy_officer"
    ACCOUNT_MANAGER = "account_manager"
    CONTROLLER = "controller"
    AREA_MANAGER = "area_manager"
    EXECUTIVE_MEMBER = "executive_member"
    COLLEGE_CLERK = "college_clerk"
    COUNCIL_MEMBER = "council_member"
    COUNCIL_CLERK = "council_clerk"
    ADVISER = "adviser"
    AUDITOR = "auditor"
    FUNCTIONAL_ADMIN = "functional_admin"


class ScopeKind(StrEnum):
    """Bereik. Over what a role is held."""

    AREA = "area"
    ORGANISATION = "organisation"
    BODY = "body"
    MUNICIPALITY = "municipality"


SCOPES: dict[Role, ScopeKind] = {
    Role.RESIDENT: ScopeKind.AREA,
    Role.VOLUNTEER: ScopeKind.ORGANISATION,
    Role.NETWORK_MEMBER: ScopeKind.BODY,
    Role.COORDINATOR: ScopeKind.AREA,
    Role.PROVIDER: ScopeKind.ORGANISATION,
    Role.WIJKTEAM_PROFESSIONAL: ScopeKind.AREA,
    Role.POLICY_OFFICER: ScopeKind.MUNICIPALITY,
    Role.ACCOUNT_MANAGER: ScopeKind.MUNICIPALITY,
    Role.CONTROLLER: ScopeKind.MUNICIPALITY,
    Role.AREA_MANAGER: ScopeKind.AREA,
    Role.EXECUTIVE_MEMBER: ScopeKind.BODY,
    Role.COLLEGE_CLERK: ScopeKind.BODY,
    Role.COUNCIL_MEMBER: ScopeKind.BODY,
    Role.COUNCIL_CLERK: ScopeKind.BODY,
    Role.ADVISER: ScopeKind.BODY,
    Role.AUDITOR: ScopeKind.MUNICIPALITY,
    Role.FUNCTIONAL_ADMIN: ScopeKind.MUNICIPALITY,
}

BESIDES: dict[Role, ScopeKind] = {Role.COORDINATOR: ScopeKind.BODY}
"""Over what else a role may be held: another party can coordinate one of the networks of an area."""


def may_be_held(role: Role, kind: ScopeKind) -> bool:
    """Whether a role is held over that kind of scope."""
    return kind in (SCOPES[role], BESIDES.get(role))


# Residents and volunteers are invited: no term, never late. Who is not on this list is paid and has terms.
INVITED = frozenset({Role.RESIDENT, Role.VOLUNTEER, Role.NETWORK_MEMBER, Role.ADVISER})
PAID = frozenset(Role) - INVITED

LONGEST_STANDING_IN = 366
"""For how many days somebody may stand in at a time; for longer a role is given."""
