"""Which roles somebody holds, and so what that person may see or do."""

from datetime import date

from django.db.models import Q, QuerySet

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people.models import Membership, Organisation
from wijkaanzet.people.rules import PAID, Role


def memberships(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Membership]:
    """The roles that the actor holds in the municipality on a day."""
    if actor.user_id is None:
        return Membership.objects.none()
    running = Q(ends_before__isnull=True) | Q(ends_before__gt=on)
    return Membership.objects.filter(
        running, user_id=actor.user_id, user__is_active=True, municipality=municipality, starts_on__lte=on
    )


def holds_paid_role(actor: Actor, *, on: date) -> bool:
    """Whether the actor is paid to act, in whichever municipality."""
    if actor.user_id is None:
        return False
    running = Q(ends_before__isnull=True) | Q(ends_before__gt=on)
    return Membership.objects.filter(running, user_id=actor.user_id, role__in=PAID, starts_on__lte=on).exists()


def may_see_matrix(actor: Actor, municipality: Municipality, *, on: date) -> bool:
    """Whether the actor may see who may do what: who administers the roles, and who audits that."""
    roles = (Role.FUNCTIONAL_ADMIN, Role.AUDITOR)
    return memberships(actor, municipality, on=on).filter(role__in=roles).exists()


def public_organisations(municipality: Municipality) -> QuerySet[Organisation]:
    """The accountable organisations of the municipality; anybody may know who holds public money."""
    return Organisation.objects.filter(municipality=municipality)
