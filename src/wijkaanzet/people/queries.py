"""Reading people: names of the things that other contexts point at."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db.models import F, Q, QuerySet

from wijkaanzet.areas.models import Area
from wijkaanzet.arrangements.rules import BodyKind
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.people.labels import ROLES
from wijkaanzet.people.models import Body, Coordination, Desk, Membership, Organisation, User
from wijkaanzet.people.rules import Role


def municipality_itself(municipality: Municipality) -> Organisation:
    """The municipality as a legal person. Raises Refused("no_legal_person") when it was never added."""
    found = Organisation.objects.filter(municipality=municipality, is_municipality=True).first()
    if found is None:
        raise Refused("no_legal_person", municipality=municipality.name)
    return found


def desk_of(municipality: Municipality, area: Area | None = None) -> Desk | None:
    """The desk of an area, else that of the whole municipality; None when there is none."""
    desks = Desk.objects.filter(Q(area=area) | Q(area__isnull=True), municipality=municipality)
    return desks.order_by(F("area").asc(nulls_last=True)).first()


@dataclass(frozen=True)
class Contacts:
    """Whom people of an area can turn to, and who brings its parties together."""

    desk: Desk | None
    """Of the area, else of the whole municipality."""
    coordinator: Organisation | None


def with_contacts(areas: QuerySet[Area]) -> QuerySet[Area]:
    """Areas together with what `contacts_of` asks, without a query more."""
    return areas.select_related("division__municipality", "desk", "coordination__organisation")


def contacts_of(area: Area) -> Contacts:
    """The desk and the coordinator of an area from `with_contacts`; one query when it has no desk of its own."""
    desk: Desk | None = getattr(area, "desk", None)
    coordination: Coordination | None = getattr(area, "coordination", None)
    return Contacts(
        desk=desk or desk_of(area.division.municipality),
        coordinator=coordination.organisation if coordination else None,
    )


def network_of(area: Area) -> Body | None:
    """The network that works in an area, of several the one that was there first; None when there is none yet."""
    return Body.objects.filter(area=area, kind=BodyKind.NETWORK).order_by("id").first()


def desks_of_municipalities() -> list[Desk]:
    """The desk of each whole municipality, by name of the municipality; one query."""
    desks = Desk.objects.filter(area__isnull=True).select_related("municipality")
    return list(desks.order_by("municipality__name", "id"))


def account_of_session(key: str) -> int | None:
    """Whose session this was, also when it has ended; None when nobody was logged in or the row is gone."""
    session = Session.objects.filter(session_key=key).first()
    found = session.get_decoded().get(SESSION_KEY) if session else None
    return int(found) if found else None


def account_logging_in(name: str) -> int | None:
    """The account that somebody means who types this name or e-mail address; None when there is none."""
    typed = name.strip()
    found = User.objects.filter(username__iexact=typed) | User.objects.filter(email__iexact=typed).exclude(email="")
    return found.order_by("id").values_list("id", flat=True).first() if typed else None


def municipality_of_account(account_id: int, *, on: date) -> Municipality | None:
    """The first municipality by name where an account holds a role on a day."""
    running = Q(ends_before__isnull=True) | Q(ends_before__gt=on)
    held = Membership.objects.filter(running, user_id=account_id, starts_on__lte=on)
    return Municipality.objects.filter(memberships__in=held).order_by("name", "id").first()


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
    """What role a membership is; never whose."""
    roles = Membership.objects.filter(id__in=ids).values_list("id", "role")
    return {id_: str(ROLES[Role(role)]) for id_, role in roles}


def visible_memberships(actor: Actor, ids: Collection[int]) -> set[int]:
    """The own roles."""
    if actor.user_id is None:
        return set()
    return set(Membership.objects.filter(id__in=ids, user_id=actor.user_id).values_list("id", flat=True))


def account_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """Accounts have a number, no name."""
    return {id_: f"#{id_}" for id_ in ids}


def own_account(actor: Actor, ids: Collection[int]) -> set[int]:
    """Nobody sees an account but its holder."""
    return {id_ for id_ in ids if id_ == actor.user_id}


def all_visible(actor: Actor, ids: Collection[int]) -> set[int]:
    """Organisations and bodies are public."""
    return set(ids)
