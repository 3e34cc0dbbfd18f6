"""Who sees plans and editions, who writes along, and who keeps a plan."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from wijkaanzet.decisions.access import PREPARES
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import CLERKS, Status
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.networks.access import joined_networks, own_networks
from wijkaanzet.people.access import memberships
from wijkaanzet.people.rules import Role
from wijkaanzet.plans.models import Edition, Plan
from wijkaanzet.plans.queries import with_network
from wijkaanzet.plans.rules.plans import EDITION, EditionStatus


def public_plans(municipality: Municipality) -> QuerySet[Plan]:
    """That a plan is there, whose it is and how far it came; what it says is public by `public_editions` only."""
    return with_network(Plan.objects.filter(network__body__municipality=municipality))


def public_editions(municipality: Municipality) -> QuerySet[Edition]:
    """The editions that were adopted, once the decision was made known; everybody may read them."""
    made_known = Decision.objects.filter(municipality=municipality, subject_kind=EDITION, status=Status.PUBLISHED)
    return _editions(municipality).filter(status=EditionStatus.ADOPTED, pk__in=made_known.values("subject_id"))


def kept_plans(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Plan]:
    """The plans of the networks that somebody keeps."""
    return public_plans(municipality).filter(network__in=own_networks(actor, municipality, on=on).values("pk"))


def own_plans(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Plan]:
    """The plans that somebody writes along: those of networks that this person keeps or takes part in."""
    return public_plans(municipality).filter(_writes(actor, municipality, "network__in", on=on))


def seen_editions(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Edition]:
    """What is public; all editions for who writes along and who prepares; what lies there for who decides."""
    held = list(memberships(actor, municipality, on=on).values_list("role", flat=True))
    see = Q(pk__in=public_editions(municipality).values("pk"))
    if PREPARES & set(held):
        return _editions(municipality)
    if {Role.EXECUTIVE_MEMBER, *CLERKS.values()} & set(held):
        see |= Q(status=EditionStatus.SUBMITTED)
    if actor.user_id is not None:
        see |= _writes(actor, municipality, "plan__network__in", on=on)
    return _editions(municipality).filter(see)


def editions_to_decide(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Edition]:
    """The editions that lie with a body for which somebody records; by which body is checked with the decision."""
    clerks = memberships(actor, municipality, on=on).filter(role__in=CLERKS.values())
    if not clerks.exists():
        return Edition.objects.none()
    return _editions(municipality).filter(status=EditionStatus.SUBMITTED)


def visible_plans(actor: Actor, ids: Collection[int]) -> set[int]:
    """That a plan is there, anybody may know."""
    return set(Plan.objects.filter(id__in=ids).values_list("id", flat=True))


def visible_editions(actor: Actor, ids: Collection[int], *, on: date) -> set[int]:
    """Which of these editions somebody may see, in whichever municipality."""
    found: set[int] = set()
    for municipality in Municipality.objects.filter(bodies__network__plans__editions__in=ids).distinct().order_by("pk"):
        found |= set(seen_editions(actor, municipality, on=on).filter(id__in=ids).values_list("id", flat=True))
    return found


def _editions(municipality: Municipality) -> QuerySet[Edition]:
    editions = Edition.objects.filter(plan__network__body__municipality=municipality)
    return editions.select_related("plan__network__body__municipality", "plan__network__body__area__division")


def _writes(actor: Actor, municipality: Municipality, field: str, *, on: date) -> Q:
    own = own_networks(actor, municipality, on=on).values("pk")
    return Q(**{field: own}) | Q(**{field: joined_networks(actor, municipality, on=on).values("pk")})
