"""People take part: organisations and bodies are set up, roles are given and end."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from wijkaanzet.areas.models import Area
from wijkaanzet.kernel import audit, outbox
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.models import Body, Membership, Organisation, User
from wijkaanzet.people.rules import SCOPES, Role, ScopeKind

ROLE_GIVEN = "people.role_given"


@transaction.atomic
def open_account(*, username: str, email: str, actor: Actor, at: datetime) -> User:
    """Open an account without a password: the way to log in is set up by its holder."""
    user = User(username=username, email=email)
    user.set_unusable_password()
    user.save()
    audit.record(
        "people.account.opened", subject=Subject("people.account", user.id), actor=actor, at=at, municipality=None
    )
    return user


@transaction.atomic
def add_organisation(municipality: Municipality, *, name: str, actor: Actor, at: datetime) -> Organisation:
    """Add a legal person that can hold money and account for it."""
    organisation = Organisation.objects.create(municipality=municipality, name=name)
    audit.record(
        "people.organisation.added",
        subject=Subject("people.organisation", organisation.id),
        actor=actor,
        at=at,
        municipality=municipality,
    )
    return organisation


@transaction.atomic
def establish_bodies(
    municipality: Municipality, *, bodies: Iterable[tuple[str, str, str]], actor: Actor, at: datetime
) -> list[Body]:
    """Make the bodies (key, kind, name) of an arrangement exist; one that exists gets its new name and kind."""
    established = []
    for key, kind, name in bodies:
        body, _ = Body.objects.update_or_create(
            municipality=municipality, key=key, defaults={"kind": kind, "name": name}
        )
        audit.record(
            "people.body.established",
            subject=Subject("people.body", body.id),
            actor=actor,
            at=at,
            municipality=municipality,
        )
        established.append(body)
    return established


@transaction.atomic
def give_role(
    user: User,
    *,
    role: Role,
    municipality: Municipality,
    scope: Area | Organisation | Body | None,
    starts_on: date,
    actor: Actor,
    at: datetime,
) -> Membership:
    """Give somebody a role over its scope from a day on, and tell that person.

    Raises Refused("wrong_scope") and Refused("other_tenant").
    """
    kind = SCOPES[role]
    _check_scope(role, municipality, scope)
    membership = Membership.objects.create(
        user=user,
        role=role,
        municipality=municipality,
        starts_on=starts_on,
        **({kind.value: scope} if scope is not None else {}),
    )
    subject = Subject("people.membership", membership.id)
    audit.record(
        "people.role.given", subject=subject, actor=actor, at=at, municipality=municipality, detail={"role": role}
    )
    if user.email:
        outbox.put(ROLE_GIVEN, recipient_id=user.id, subject=subject, municipality=municipality, at=at)
    return membership


@transaction.atomic
def end_role(membership: Membership, *, ends_before: date, reason: str, actor: Actor, at: datetime) -> Membership:
    """End a role from a day on. Raises Refused("role_ended") when it had ended already."""
    if membership.ends_before is not None and membership.ends_before <= ends_before:
        raise Refused("role_ended")
    membership.ends_before = ends_before
    membership.save(update_fields=["ends_before"])
    audit.record(
        "people.role.ended",
        subject=Subject("people.membership", membership.id),
        actor=actor,
        at=at,
        municipality=membership.municipality,
        reason=reason,
    )
    return membership


def _check_scope(role: Role, municipality: Municipality, scope: Area | Organisation | Body | None) -> None:
    kinds = {Area: ScopeKind.AREA, Organisation: ScopeKind.ORGANISATION, Body: ScopeKind.BODY}
    kind = ScopeKind.MUNICIPALITY if scope is None else kinds[type(scope)]
    if kind is not SCOPES[role]:
        raise Refused("wrong_scope", role=role, scope=SCOPES[role])
    if scope is None:
        return
    owner = scope.division.municipality_id if isinstance(scope, Area) else scope.municipality_id
    if owner != municipality.id:
        raise Refused("other_tenant", name=scope.name)
