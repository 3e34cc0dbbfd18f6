"""Who sees networks and their meetings, and who keeps them; a network and what it reports are public, names never."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from wijkaanzet.areas.models import Area
from wijkaanzet.arrangements.rules import BodyKind
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.codes import code_hash, typed
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.networks.models import Agreement, Invitation, Meeting, Member, Network, Seat
from wijkaanzet.networks.queries import keeper_scope, whole_invitations, with_body, with_network
from wijkaanzet.people.access import memberships
from wijkaanzet.people.models import Body, Membership
from wijkaanzet.people.queries import scope_of
from wijkaanzet.people.rules import Role

KEEPS: Final = frozenset({Role.COORDINATOR, Role.AREA_MANAGER})
"""Who keeps networks: plans, invites, reports, and alone knows who takes part."""


def public_networks(municipality: Municipality) -> QuerySet[Network]:
    """Every network of the municipality; that they exist, and what for, anybody may know."""
    return with_body(Network.objects.filter(body__municipality=municipality))


def own_networks(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Network]:
    """The networks that somebody keeps.

    Those of the own areas, but for a coordinator those that another party coordinates: these have their own.
    """
    return public_networks(municipality).filter(_kept(memberships(actor, municipality, on=on)))


def keeps(held: Iterable[Membership], network: Network) -> bool:
    """Whether a network is one of `own_networks` of who holds these roles in its municipality; no query."""
    scope, managed = keeper_scope(network), ("area", network.body.area_id)
    return any(
        (one.role == Role.COORDINATOR and scope_of(one) == scope)
        or (one.role == Role.AREA_MANAGER and scope_of(one) == managed)
        for one in held
    )


def joined_networks(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Network]:
    """The networks in which somebody takes part: as a member, by a role there, or for an organisation with a seat."""
    if actor.user_id is None:
        return Network.objects.none()
    held = memberships(actor, municipality, on=on)
    member = Member.objects.filter(network=OuterRef("pk"), user_id=actor.user_id, ends_before__isnull=True)
    organisations = held.filter(role=Role.PROVIDER).values("organisation")
    seat = Seat.objects.filter(network=OuterRef("pk"), organisation__in=organisations, ends_before__isnull=True)
    return public_networks(municipality).filter(
        Exists(member)
        | Exists(seat)
        | Q(body__in=held.filter(role=Role.NETWORK_MEMBER).values("body"))
        | Q(body__area__in=held.filter(role=Role.WIJKTEAM_PROFESSIONAL).values("area"))
    )


def may_open(actor: Actor, area: Area, *, on: date) -> bool:
    """Whether somebody may open a network in an area: who works for that area, and the policy officer everywhere."""
    held = memberships(actor, area.division.municipality, on=on)
    return held.filter(Q(role=Role.POLICY_OFFICER) | Q(role__in=KEEPS, area=area)).exists()


def bodies_without_sign(area: Area) -> QuerySet[Body]:
    """What meets in an area as its network and has no sign yet."""
    return Body.objects.filter(area=area, kind=BodyKind.NETWORK, network__isnull=True)


def consultations_without_sign(municipality: Municipality, *, on: date) -> QuerySet[Body]:
    """What advises for the whole municipality, has somebody who coordinates it, and has no sign yet; by name."""
    running = Q(ends_before__isnull=True) | Q(ends_before__gt=on)
    coordinated = Membership.objects.filter(running, role=Role.COORDINATOR, user__is_active=True, starts_on__lte=on)
    advise = Body.objects.filter(municipality=municipality, kind=BodyKind.ADVISORY, area__isnull=True)
    return advise.filter(Exists(coordinated.filter(body=OuterRef("pk"))), network__isnull=True).order_by("name", "id")


def networks_to_entrust(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Network]:
    """The networks of which somebody says who coordinates them: of an own area, and all for the policy officer."""
    held = memberships(actor, municipality, on=on)
    everywhere = Exists(held.filter(role=Role.POLICY_OFFICER))
    managed = held.filter(role=Role.AREA_MANAGER).values("area")
    in_areas = public_networks(municipality).filter(body__area__isnull=False)
    return in_areas.filter(everywhere | Q(body__area__in=managed))


def networks_without_coordinator(municipality: Municipality, *, on: date) -> QuerySet[Network]:
    """The networks that need a coordinator of their own and have none on a day, by name: what waits there for that one
    waits for nobody."""
    running = Q(ends_before__isnull=True) | Q(ends_before__gt=on)
    coordinated = Membership.objects.filter(running, role=Role.COORDINATOR, user__is_active=True, starts_on__lte=on)
    own = public_networks(municipality).filter(Q(coordinated_by__isnull=False) | Q(body__area__isnull=True))
    return own.filter(~Exists(coordinated.filter(body=OuterRef("body")))).order_by("body__name", "id")


def networks_kept_by_nobody(municipality: Municipality, *, on: date) -> QuerySet[Network]:
    """The networks that the coordinator of their area keeps, where nobody is that or area manager on a day, by name."""
    running = Q(ends_before__isnull=True) | Q(ends_before__gt=on)
    keep = Membership.objects.filter(running, role__in=KEEPS, user__is_active=True, starts_on__lte=on)
    of_areas = public_networks(municipality).filter(body__area__isnull=False, coordinated_by__isnull=True)
    return of_areas.filter(~Exists(keep.filter(area=OuterRef("body__area")))).order_by("body__name", "id")


def public_meetings(municipality: Municipality) -> QuerySet[Meeting]:
    """The meetings that everybody may know of: from the invitation on, also when they were called off."""
    return _meetings(municipality).filter(invited_on__isnull=False)


def network_meetings(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Meeting]:
    """What everybody may know of, and all meetings of networks that somebody keeps or takes part in."""
    if actor.user_id is None:
        return public_meetings(municipality)
    held = memberships(actor, municipality, on=on)
    see = Q(invited_on__isnull=False) | _kept(held, "network__") | _sits(actor.user_id, held)
    return _meetings(municipality).filter(see)


def own_meetings(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Meeting]:
    """The meetings that somebody keeps."""
    return _meetings(municipality).filter(_kept(memberships(actor, municipality, on=on), "network__"))


def own_members(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Member]:
    """Who takes part in the networks that somebody keeps."""
    own = own_networks(actor, municipality, on=on).values("pk")
    members = Member.objects.filter(network__in=own, ends_before__isnull=True)
    return members.select_related("network__body__municipality", "seat", "organisation")


def own_seats(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Seat]:
    """The seats of the networks that somebody keeps, as long as they are there."""
    own = own_networks(actor, municipality, on=on).values("pk")
    return Seat.objects.filter(network__in=own, ends_before__isnull=True).select_related("network__body__municipality")


def own_invitations(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Invitation]:
    """The invitations to take part in the networks that somebody keeps."""
    own = own_networks(actor, municipality, on=on).values("pk")
    return whole_invitations(Invitation.objects.filter(network__in=own))


def invitations_of_code(municipality: Municipality, code: str) -> QuerySet[Invitation]:
    """The invitation that belongs to a code as it was typed, also when it was used or is over; else nothing."""
    here = Invitation.objects.filter(network__body__municipality=municipality)
    return whole_invitations(here.filter(code_hash=code_hash(typed(code)))) if typed(code) else here.none()


def public_agreements(municipality: Municipality) -> QuerySet[Agreement]:
    """What tables agreed stands in their reports, which everybody may read."""
    agreed = Agreement.objects.filter(meeting__network__body__municipality=municipality)
    return agreed.select_related("meeting__network__body__municipality")


def own_agreements(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Agreement]:
    """What was agreed in the meetings that somebody keeps."""
    own = own_meetings(actor, municipality, on=on).values("pk")
    return Agreement.objects.filter(meeting__in=own).select_related("meeting__network__body__municipality")


def visible_networks(actor: Actor, ids: Collection[int]) -> set[int]:
    """Networks are public."""
    return set(Network.objects.filter(id__in=ids).values_list("id", flat=True))


def visible_meetings(actor: Actor, ids: Collection[int], *, on: date) -> set[int]:
    """Which of these meetings somebody may know of, in whichever municipality."""
    found = set(Meeting.objects.filter(id__in=ids, invited_on__isnull=False).values_list("id", flat=True))
    rest = set(ids) - found
    for municipality in Municipality.objects.filter(bodies__network__meetings__in=rest).distinct().order_by("pk"):
        seen = network_meetings(actor, municipality, on=on).filter(id__in=rest)
        found |= set(seen.values_list("id", flat=True))
    return found


def visible_invitations(actor: Actor, ids: Collection[int], *, on: date) -> set[int]:
    """Of these invitations those to networks that somebody keeps, in whichever municipality."""
    found: set[int] = set()
    here = Municipality.objects.filter(bodies__network__invitations__in=ids)
    for municipality in here.distinct().order_by("pk"):
        own = own_invitations(actor, municipality, on=on).filter(id__in=ids)
        found |= set(own.values_list("id", flat=True))
    return found


def visible_members(actor: Actor, ids: Collection[int], *, on: date) -> set[int]:
    """Of these members those of networks that somebody keeps, in whichever municipality."""
    found: set[int] = set()
    for municipality in Municipality.objects.filter(bodies__network__members__in=ids).distinct().order_by("pk"):
        found |= set(own_members(actor, municipality, on=on).filter(id__in=ids).values_list("id", flat=True))
    return found


def _meetings(municipality: Municipality) -> QuerySet[Meeting]:
    return with_network(Meeting.objects.filter(network__body__municipality=municipality))


def _kept(held: QuerySet[Membership], network: str = "") -> Q:
    """The networks that these roles keep, or what belongs to one: the same as `queries.keeper_scope` says."""
    coordinates, manages = held.filter(role=Role.COORDINATOR), held.filter(role=Role.AREA_MANAGER)
    own_coordinator = Q(**{f"{network}coordinated_by__isnull": False}) | Q(**{f"{network}body__area__isnull": True})
    return (
        Q(**{f"{network}body__area__in": manages.values("area")})
        | Q(**{f"{network}body__area__in": coordinates.values("area")}) & ~own_coordinator
        | Q(**{f"{network}body__in": coordinates.values("body")}) & own_coordinator
    )


def _sits(user_id: int, held: QuerySet[Membership]) -> Q:
    """Meetings of the networks in which somebody takes part, by account or by role."""
    member = Member.objects.filter(network=OuterRef("network"), user_id=user_id, ends_before__isnull=True)
    bodies = held.filter(role=Role.NETWORK_MEMBER).values("body")
    return Q(Exists(member)) | Q(network__body__in=bodies)
