"""Which decisions somebody may see, and for which bodies somebody records."""

from datetime import date

from django.db.models import QuerySet

from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import CLERKS, Status
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people.access import memberships
from wijkaanzet.people.models import Body


def public_decisions(municipality: Municipality) -> QuerySet[Decision]:
    """The published decisions of the municipality; anybody may see them."""
    return Decision.objects.filter(municipality=municipality, status=Status.PUBLISHED)


def public_page(municipality: Municipality, public_id: str) -> QuerySet[Decision]:
    """The one published decision with this public id, with its body."""
    return public_decisions(municipality).filter(public_id=public_id).select_related("body", "municipality")


def records_for(actor: Actor, body: Body, *, on: date) -> bool:
    """Whether the actor is the clerk of the body on a day."""
    clerk = CLERKS.get(body.kind)
    return clerk is not None and memberships(actor, body.municipality, on=on).filter(role=clerk, body=body).exists()
