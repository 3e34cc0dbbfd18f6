"""Roles: for what a person is in the product, over which scope, and who is paid. Plain Python."""

import re
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from wijkaanzet.arrangements.rules import BodyKind
from wijkaanzet.kernel.refusals import Refused


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


SITS_IN: Final[dict[Role, tuple[BodyKind, ...]]] = {
    Role.COORDINATOR: (BodyKind.NETWORK, BodyKind.ADVISORY),
    Role.NETWORK_MEMBER: (BodyKind.NETWORK,),
    Role.EXECUTIVE_MEMBER: (BodyKind.EXECUTIVE,),
    Role.COLLEGE_CLERK: (BodyKind.EXECUTIVE,),
    Role.COUNCIL_MEMBER: (BodyKind.COUNCIL,),
    Role.COUNCIL_CLERK: (BodyKind.COUNCIL,),
    Role.ADVISER: (BodyKind.ADVISORY, BodyKind.NETWORK, BodyKind.PARTNER),
}
"""The kinds of body over which a role can be given; a consultation of the whole city may be a network too."""

# Residents and volunteers are invited: no term, never late. Who is not on this list is paid and has terms.
INVITED = frozenset({Role.RESIDENT, Role.VOLUNTEER, Role.NETWORK_MEMBER, Role.ADVISER})
PAID = frozenset(Role) - INVITED

LONGEST_STANDING_IN = 366
"""For how many days somebody may stand in at a time; for longer a role is given."""

FURTHEST_AHEAD: Final = timedelta(days=366)
"""How long before its first day a role may be given: further on nobody knows yet who does what."""
LONGEST_HELD: Final = timedelta(days=3653)
"""How far away a last day may be, about ten years; who has a role for longer has no last day."""

LONGEST_ACCOUNT_NAME: Final = 60
ACCOUNT_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]+")
"""Letters without accents, digits and three signs: no name looks like another one that is written otherwise, and none
is the e-mail address of somebody else, with which one can log in too."""


def fitting_account_name(name: str) -> str:
    """The name as somebody will log in with it. Raises Refused("account_name_unfit")."""
    if len(name) > LONGEST_ACCOUNT_NAME or not ACCOUNT_NAME.fullmatch(name):
        raise Refused("account_name_unfit", length=LONGEST_ACCOUNT_NAME)
    return name


def check_not_oneself(account_id: int, *, giver: int | None) -> None:
    """Nobody gives a role to oneself, not who administers the roles either; a command has no account.

    Raises Refused("not_to_yourself").
    """
    if account_id == giver:
        raise Refused("not_to_yourself")


def check_first_day(starts_on: date, *, today: date) -> None:
    """A role begins today or later, since nobody can have done something with it before.

    Raises Refused: ("role_starts_too_early") and ("role_starts_too_late").
    """
    if starts_on < today:
        raise Refused("role_starts_too_early", first=today)
    if starts_on - today > FURTHEST_AHEAD:
        raise Refused("role_starts_too_late", last=today + FURTHEST_AHEAD)


def check_last_day(ends_before: date | None, *, starts_on: date, today: date) -> None:
    """A role that ends does so after it began, at a day that one can think of.

    Raises Refused: ("role_ends_too_early") and ("role_ends_too_late").
    """
    if ends_before is None:
        return
    if ends_before <= starts_on:
        raise Refused("role_ends_too_early", starts_on=starts_on)
    latest = _latest_end(starts_on, today)
    if ends_before > latest:
        raise Refused("role_ends_too_late", last=latest)


def check_end(ends_before: date, *, starts_on: date, today: date) -> None:
    """The same of a role that somebody has and that is ended now: a day must be chosen.

    Raises Refused: ("role_ends_too_early") and ("role_end_too_far").
    """
    if ends_before <= starts_on:
        raise Refused("role_ends_too_early", starts_on=starts_on)
    latest = _latest_end(starts_on, today)
    if ends_before > latest:
        raise Refused("role_end_too_far", last=latest)


def _latest_end(starts_on: date, today: date) -> date:
    return max(today, starts_on) + LONGEST_HELD
