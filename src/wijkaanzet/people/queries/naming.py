"""What other contexts point at, by name, and who may know of it."""

from collections.abc import Collection
from datetime import timedelta

from django.db.models import Q
from django.utils.formats import date_format

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.people.labels import ROLES, STANDS_IN
from wijkaanzet.people.models import Body, Desk, Membership, Organisation, StandIn
from wijkaanzet.people.rules import Role


def organisation_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """The names of organisations."""
    return dict(Organisation.objects.filter(id__in=ids).values_list("id", "name"))


def body_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """The names of bodies."""
    return dict(Body.objects.filter(id__in=ids).values_list("id", "name"))


def desk_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """The names of desks."""
    return dict(Desk.objects.filter(id__in=ids).values_list("id", "name"))


def membership_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """What role a membership is, and over what when not over the whole municipality; never whose."""
    found = Membership.objects.filter(id__in=ids).select_related("area", "organisation", "body")
    return {one.pk: _role_words(one) for one in found}


def _role_words(held: Membership) -> str:
    over = held.area or held.organisation or held.body
    role = str(ROLES[Role(held.role)])
    return f"{role}, {over}" if over else role


def visible_memberships(actor: Actor, ids: Collection[int]) -> set[int]:
    """The own roles."""
    if actor.user_id is None:
        return set()
    return set(Membership.objects.filter(id__in=ids, user_id=actor.user_id).values_list("id", flat=True))


def stand_in_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """In which role somebody stands in, and from when until when; never for whom."""
    found = StandIn.objects.filter(id__in=ids).select_related("membership")
    return {one.id: str(STANDS_IN) % _words_of(one) for one in found}


def _words_of(one: StandIn) -> dict[str, object]:
    last = one.ends_before - timedelta(days=1) if one.ends_before else one.starts_on
    days = {"first": date_format(one.starts_on, "j F Y"), "last": date_format(last, "j F Y")}
    return {"role": ROLES[Role(one.membership.role)], **days}


def visible_stand_ins(actor: Actor, ids: Collection[int]) -> set[int]:
    """Who stands in and for whom: the two know it."""
    if actor.user_id is None:
        return set()
    own = Q(user_id=actor.user_id) | Q(membership__user_id=actor.user_id)
    return set(StandIn.objects.filter(own, id__in=ids).values_list("id", flat=True))


def account_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """Accounts have a number, no name."""
    return {id_: f"#{id_}" for id_ in ids}


def own_account(actor: Actor, ids: Collection[int]) -> set[int]:
    """Nobody sees an account but its holder."""
    return {id_ for id_ in ids if id_ == actor.user_id}


def all_visible(actor: Actor, ids: Collection[int]) -> set[int]:
    """Organisations and bodies are public."""
    return set(ids)
