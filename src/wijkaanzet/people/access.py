"""Which roles somebody holds, and so what that person may see or do."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.db.models import Q, QuerySet

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people.models import Body, Membership, Organisation, StandIn
from wijkaanzet.people.queries import held_by, not_ended
from wijkaanzet.people.rules import PAID, SITS_IN, Role

SEE_ROLES: Final = (Role.FUNCTIONAL_ADMIN, Role.AUDITOR)
"""Who sees who may do what, and who holds which role: who administers the roles, and who audits that."""


def memberships(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Membership]:
    """The roles that the actor has in the municipality on a day: its own, and those of whom it stands in for."""
    if actor.user_id is None:
        return Membership.objects.none()
    return Membership.objects.filter(held_by(actor.user_id, on=on), municipality=municipality)


def roles_to_replace(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Membership]:
    """The paid roles of the actor's own, for which somebody may be asked to stand in; never those of another."""
    if actor.user_id is None:
        return Membership.objects.none()
    own = memberships(actor, municipality, on=on).filter(user_id=actor.user_id, role__in=PAID)
    return own.select_related("municipality", "area", "organisation", "body")


def own_roles(actor: Actor, *, on: date) -> QuerySet[Membership]:
    """The roles of the actor's own on a day or later, in whichever municipality; never those of another."""
    if actor.user_id is None:
        return Membership.objects.none()
    own = not_ended(Membership.objects.filter(user_id=actor.user_id), on=on)
    found = own.select_related("municipality", "area", "organisation", "body")
    return found.order_by("municipality__name", "role", "id")


def own_stand_ins(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[StandIn]:
    """Who stands in for the actor, and for whom the actor does, on a day or later."""
    if actor.user_id is None:
        return StandIn.objects.none()
    own = Q(user_id=actor.user_id) | Q(membership__user_id=actor.user_id)
    found = StandIn.objects.filter(own, membership__municipality=municipality, ends_before__gt=on)
    return found.select_related("user", "membership__user", "membership__municipality")


def holds_paid_role(actor: Actor, *, on: date) -> bool:
    """Whether the actor is paid to act, in whichever municipality."""
    if actor.user_id is None:
        return False
    return Membership.objects.filter(held_by(actor.user_id, on=on), role__in=PAID).exists()


def keeps_roles(held: Iterable[Membership]) -> bool:
    """Whether who holds these roles gives and ends roles in their municipality; no query."""
    return any(one.role == Role.FUNCTIONAL_ADMIN for one in held)


def sees_roles(held: Iterable[Membership]) -> bool:
    """Whether who holds these roles sees who may do what, and who holds which role; no query."""
    return any(one.role in SEE_ROLES for one in held)


def roles_here(municipality: Municipality) -> QuerySet[Membership]:
    """All roles that anybody had, has or gets in the municipality; for who may see the matrix."""
    return Membership.objects.filter(municipality=municipality)


def stand_ins_here(municipality: Municipality, *, on: date) -> QuerySet[StandIn]:
    """Who stands in for whom in the municipality on a day or later; for who keeps the roles."""
    found = StandIn.objects.filter(membership__municipality=municipality, ends_before__gt=on)
    return found.select_related("user", "membership__user", "membership__municipality")


def bodies_to_sit_in(role: Role, municipality: Municipality) -> QuerySet[Body]:
    """The bodies of the municipality over which a role can be held; of a role that has no seat there are none."""
    return Body.objects.filter(municipality=municipality, kind__in=SITS_IN.get(role, ())).select_related("area")


def public_organisations(municipality: Municipality) -> QuerySet[Organisation]:
    """The accountable organisations of the municipality; anybody may know who holds public money."""
    return Organisation.objects.filter(municipality=municipality)


def own_organisations(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Organisation]:
    """The organisations that somebody works for; all of them for who makes agreements with organisations."""
    held = memberships(actor, municipality, on=on)
    if held.filter(role__in=(Role.POLICY_OFFICER, Role.ACCOUNT_MANAGER)).exists():
        return public_organisations(municipality)
    return public_organisations(municipality).filter(pk__in=held.filter(role=Role.PROVIDER).values("organisation"))
