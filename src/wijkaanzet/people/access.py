"""Which roles somebody holds, and so what that person may see or do."""

from datetime import date

from django.db.models import Q, QuerySet

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people.models import Membership, Organisation, StandIn
from wijkaanzet.people.queries import held_by
from wijkaanzet.people.rules import PAID, Role


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


def may_see_matrix(actor: Actor, municipality: Municipality, *, on: date) -> bool:
    """Whether the actor may see who may do what: who administers the roles, and who audits that."""
    roles = (Role.FUNCTIONAL_ADMIN, Role.AUDITOR)
    return memberships(actor, municipality, on=on).filter(role__in=roles).exists()


def keeps_roles(actor: Actor, municipality: Municipality, *, on: date) -> bool:
    """Whether the actor gives and ends roles in the municipality."""
    return memberships(actor, municipality, on=on).filter(role=Role.FUNCTIONAL_ADMIN).exists()


def roles_here(municipality: Municipality) -> QuerySet[Membership]:
    """All roles that anybody had, has or gets in the municipality; for who may see the matrix."""
    return Membership.objects.filter(municipality=municipality)


def public_organisations(municipality: Municipality) -> QuerySet[Organisation]:
    """The accountable organisations of the municipality; anybody may know who holds public money."""
    return Organisation.objects.filter(municipality=municipality)


def own_organisations(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Organisation]:
    """The organisations that somebody works for; all of them for who makes agreements with organisations."""
    held = memberships(actor, municipality, on=on)
    if held.filter(role__in=(Role.POLICY_OFFICER, Role.ACCOUNT_MANAGER)).exists():
        return public_organisations(municipality)
    return public_organisations(municipality).filter(pk__in=held.filter(role=Role.PROVIDER).values("organisation"))
