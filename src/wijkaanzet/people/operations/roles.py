"""Roles are given and end, or are taken back before their first day is over; the one they are of hears of it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from wijkaanzet.areas.models import Area
from wijkaanzet.areas.queries import running_divisions
from wijkaanzet.kernel import audit, outbox
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.labels import ROLES
from wijkaanzet.people.models import Body, Membership, Organisation, User
from wijkaanzet.people.operations.stand_ins import end_stand_in
from wijkaanzet.people.operations.unused_accounts import close_unused
from wijkaanzet.people.rules import SCOPES, SITS_IN, Role, ScopeKind, check_end, check_not_oneself, may_be_held

ROLE_GIVEN, ROLE_ENDED, ROLE_TAKEN_BACK = "people.role_given", "people.role_ended", "people.role_taken_back"
Scope = Area | Organisation | Body | None


@dataclass(frozen=True, kw_only=True)
class NewRole:
    """What role somebody gets, over what (None: the whole municipality), and from when until when."""

    role: Role
    scope: Scope
    starts_on: date
    ends_before: date | None = None


@transaction.atomic
def give_role(
    user: User, *, role: Role, municipality: Municipality, scope: Scope, starts_on: date, actor: Actor, at: datetime
) -> Membership:
    """Give somebody a role over its scope from a day on, and tell that person.

    Raises Refused("not_to_yourself"), ("wrong_scope"), ("other_tenant"), ("body_unfit") for a kind of body that the
    role has no seat in, ("area_not_now") for one of a division that is not in force today, and ("role_held") when it
    would hold the same role twice on a day; ("account_closed").
    """
    new = NewRole(role=role, scope=scope, starts_on=starts_on)
    return give_new_role(user, new=new, municipality=municipality, actor=actor, at=at)


@transaction.atomic
def give_new_role(user: User, *, new: NewRole, municipality: Municipality, actor: Actor, at: datetime) -> Membership:
    """The same, with a last day when there is one. Raises Refused as `give_role` does."""
    check_not_oneself(user.pk, giver=actor.user_id)
    kind = _check_scope(new.role, municipality, new.scope, today=localdate(at))
    over = {kind.value: new.scope} if new.scope is not None else {}
    # Two who give it at once wait for each other, and for who closes the account.
    if not User.objects.select_for_update().filter(pk=user.pk, is_active=True).exists():
        raise Refused("account_closed")
    same = Membership.objects.filter(user=user, role=new.role, municipality=municipality, **over)
    if new.ends_before is not None:
        same = same.filter(starts_on__lt=new.ends_before)
    if same.filter(Q(ends_before__isnull=True) | Q(ends_before__gt=new.starts_on)).exists():
        raise Refused("role_held", role=ROLES[new.role])
    held = Membership.objects.create(
        user=user,
        role=new.role,
        municipality=municipality,
        starts_on=new.starts_on,
        ends_before=new.ends_before,
        **over,
    )
    _record("people.role.given", held, actor=actor, at=at)
    _tell(ROLE_GIVEN, held, at=at)
    return held


@transaction.atomic
def end_role(membership: Membership, *, ends_before: date, actor: Actor, at: datetime) -> Membership:
    """End a role from a day on, and tell whose it was.

    Raises Refused("role_ended") when it had ended already, ("role_ends_too_early") for a day before it started,
    ("role_end_too_far"), and ("last_admin") when nobody would look after the roles from then on.
    """
    held = _locked(membership)
    check_end(ends_before, starts_on=held.starts_on, today=localdate(at))
    if held.ends_before is not None and held.ends_before <= ends_before:
        raise Refused("role_ended")
    _check_somebody_stays(held, on=ends_before)
    held.ends_before = ends_before
    held.save(update_fields=["ends_before"])
    _record("people.role.ended", held, actor=actor, at=at)
    _tell(ROLE_ENDED, held, at=at)
    return held


@transaction.atomic
def take_back_role(membership: Membership, *, actor: Actor, at: datetime) -> None:
    """Undo that a role was given as long as its first day is not over, as if it never was, and tell whose it was.

    Who got it by mistake has it no day longer, and who stands in for it does so no more. An account that was opened
    for it and never used is closed. Raises Refused("role_began"), and ("last_admin") as for an end.
    """
    held = _locked(membership)
    if held.starts_on < localdate(at):
        raise Refused("role_began", starts_on=held.starts_on)
    _check_somebody_stays(held, on=held.starts_on)
    for stand_in in held.stand_ins.order_by("id"):
        end_stand_in(stand_in, actor=actor, at=at)
    _record("people.role.taken_back", held, actor=actor, at=at)
    _tell(ROLE_TAKEN_BACK, held, at=at)
    held.delete()
    close_unused(held.user_id, actor=actor, at=at)


def _locked(membership: Membership) -> Membership:
    """The role as it stands now, locked; of who administers roles those of all of them, always in the same order.

    So two of them who end each other's role wait for each other, and the second sees that nobody else is left.
    """
    same = Membership.objects.filter(pk=membership.pk)
    if membership.role == Role.FUNCTIONAL_ADMIN:
        same = Membership.objects.filter(municipality=membership.municipality_id, role=Role.FUNCTIONAL_ADMIN)
    locked = same.select_for_update(of=("self",)).select_related("municipality", "user").order_by("id")
    found = {one.pk: one for one in locked}.get(membership.pk)
    if found is None:  # another took it back meanwhile
        raise Refused("role_ended")
    return found


def _check_somebody_stays(held: Membership, *, on: date) -> None:
    """Of who administers the roles always one stays without a last day: else nobody could give that role again."""
    if held.role != Role.FUNCTIONAL_ADMIN:
        return
    others = Membership.objects.filter(municipality=held.municipality, role=held.role, user__is_active=True)
    if not others.exclude(pk=held.pk).filter(starts_on__lte=on, ends_before__isnull=True).exists():
        raise Refused("last_admin", day=on, municipality=held.municipality.name)


def _check_scope(role: Role, municipality: Municipality, scope: Scope, *, today: date) -> ScopeKind:
    """Of which kind the scope is."""
    kinds = {Area: ScopeKind.AREA, Organisation: ScopeKind.ORGANISATION, Body: ScopeKind.BODY}
    kind = ScopeKind.MUNICIPALITY if scope is None else kinds[type(scope)]
    if not may_be_held(role, kind):
        raise Refused("wrong_scope", role=role, scope=SCOPES[role])
    if scope is None:
        return kind
    owner = scope.division.municipality_id if isinstance(scope, Area) else scope.municipality_id
    if owner != municipality.id:
        raise Refused("other_tenant", name=scope.name)
    if isinstance(scope, Body) and scope.kind not in SITS_IN[role]:
        raise Refused("body_unfit", name=scope.name, role=ROLES[role])
    if isinstance(scope, Area) and scope.division not in running_divisions(municipality, on=today):
        raise Refused("area_not_now", name=scope.name)
    return kind


def _record(action: str, held: Membership, *, actor: Actor, at: datetime) -> None:
    """The row in the log says whose role it is and over what, by number: a role that is taken back leaves no row."""
    audit.record(
        action,
        subject=Subject("people.membership", held.pk),
        actor=actor,
        at=at,
        municipality=held.municipality,
        detail={
            "role": held.role,
            "holds": held.user_id,
            "area": held.area_id,
            "organisation": held.organisation_id,
            "body": held.body_id,
            "starts_on": held.starts_on.isoformat(),
            "ends_before": held.ends_before.isoformat() if held.ends_before else None,
        },
    )


def _tell(kind: str, held: Membership, *, at: datetime) -> None:
    if held.user.email:
        subject = Subject("people.membership", held.pk)
        outbox.put(kind, recipient_id=held.user_id, subject=subject, municipality=held.municipality, at=at)
