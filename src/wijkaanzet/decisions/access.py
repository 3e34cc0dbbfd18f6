"""Which decisions somebody may see, and for which bodies somebody records."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from wijkaanzet.decisions.models import AdviceRequest, Decision, Notice
from wijkaanzet.decisions.rules import CLERKS, NoticeStatus, Status
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people.access import memberships
from wijkaanzet.people.models import Body
from wijkaanzet.people.rules import Role

PREPARES = frozenset({Role.POLICY_OFFICER, Role.ACCOUNT_MANAGER, Role.CONTROLLER, Role.AUDITOR})
"""Who works with a choice before it is public, or checks that."""
SITS = frozenset({Role.COLLEGE_CLERK, Role.EXECUTIVE_MEMBER, Role.COUNCIL_CLERK, Role.COUNCIL_MEMBER})
"""Who sits at the table of a body or records there."""


def public_decisions(municipality: Municipality) -> QuerySet[Decision]:
    """The published decisions of the municipality; anybody may see them."""
    return Decision.objects.filter(municipality=municipality, status=Status.PUBLISHED)


def public_page(municipality: Municipality, public_id: str) -> QuerySet[Decision]:
    """The one published decision with this public id, with its body."""
    return public_decisions(municipality).filter(public_id=public_id).select_related("body", "municipality")


def visible_decisions(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Decision]:
    """Published decisions, and what was recorded but not yet published for who prepares, records or decides."""
    held = memberships(actor, municipality, on=on)
    waiting = Q(status__in=[Status.PREPARED, Status.RECORDED])
    see = Q(status=Status.PUBLISHED)
    for role, body_id in held.values_list("role", "body_id"):
        if role in PREPARES:
            see |= waiting
        elif body_id is not None and role in SITS:
            see |= waiting & Q(body_id=body_id)
    return Decision.objects.filter(see, municipality=municipality).select_related("body", "municipality")


def advice_requests(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[AdviceRequest]:
    """Advice that is part of a published decision; before that for who prepares, who decides, and who is asked with
    who brings these people together.
    """
    held = list(memberships(actor, municipality, on=on).values_list("role", "body_id"))
    see = Q(decision__status=Status.PUBLISHED)
    for role, body_id in held:
        if role in PREPARES or role in (Role.COLLEGE_CLERK, Role.EXECUTIVE_MEMBER):
            see |= Q(body__municipality=municipality)
        elif body_id is not None and role in (Role.ADVISER, Role.COORDINATOR):
            see |= Q(body_id=body_id)
    found = AdviceRequest.objects.filter(see, body__municipality=municipality)
    return found.select_related("body__municipality")


def notices_to(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Notice]:
    """What the bodies were told in which somebody sits or records; the clerk also sees what is still to be sent."""
    held = list(memberships(actor, municipality, on=on).values_list("role", "body_id"))
    sees = [body_id for role, body_id in held if role in SITS]
    sends = [body_id for role, body_id in held if role in CLERKS.values()]
    sent = Q(body_id__in=sees, status=NoticeStatus.SENT)
    return Notice.objects.filter(sent | Q(sender_id__in=sends), decision__municipality=municipality).select_related(
        "decision__municipality", "decision__body", "body", "sender"
    )


def seen_decisions(actor: Actor, ids: Collection[int], *, on: date) -> set[int]:
    """Which of these decisions somebody may see, in whichever municipality they are."""
    found: set[int] = set()
    for municipality in Municipality.objects.filter(decisions__in=ids).distinct().order_by("pk"):
        seen = visible_decisions(actor, municipality, on=on).filter(pk__in=ids)
        found |= set(seen.values_list("pk", flat=True))
    return found


def seen_advice(actor: Actor, ids: Collection[int], *, on: date) -> set[int]:
    """Which of these requests for advice somebody may see, in whichever municipality they are."""
    found: set[int] = set()
    for municipality in Municipality.objects.filter(bodies__advice_requests__in=ids).distinct().order_by("pk"):
        seen = advice_requests(actor, municipality, on=on).filter(pk__in=ids)
        found |= set(seen.values_list("pk", flat=True))
    return found


def answers(actor: Actor, request: AdviceRequest, *, on: date) -> bool:
    """Whether the actor holds the role that asked for the advice, and so answers it."""
    return memberships(actor, request.body.municipality, on=on).filter(role=request.asks).exists()


def advises_for(actor: Actor, body: Body, *, on: date) -> bool:
    """Whether the actor advises for the body on a day."""
    return memberships(actor, body.municipality, on=on).filter(role=Role.ADVISER, body=body).exists()


def records_for(actor: Actor, body: Body, *, on: date) -> bool:
    """Whether the actor is the clerk of the body on a day."""
    clerk = CLERKS.get(body.kind)
    return clerk is not None and memberships(actor, body.municipality, on=on).filter(role=clerk, body=body).exists()
