"""Somebody is away for a while: a colleague stands in, and has the role too."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.kernel import audit, outbox
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.labels import ROLES
from wijkaanzet.people.models import Membership, StandIn, User
from wijkaanzet.people.queries import has_paid_role
from wijkaanzet.people.rules import LONGEST_STANDING_IN, PAID, Role, check_not_oneself

STANDS_IN, REPLACED = "people.stands_in", "people.replaced"
AWAY = "who is away cannot ask it themself"
DAY = timedelta(days=1)


@transaction.atomic
def ask_stand_in(
    membership: Membership, *, user: User, starts_on: date, ends_before: date, actor: Actor, at: datetime
) -> StandIn:
    """Let a colleague stand in for who holds a paid role, from a day up to a day, and tell that colleague.

    Mostly who holds the role asks it. For who fell ill another does; then the log says so, and who is away hears it.
    Raises Refused: ("not_to_yourself") for who asks it for another, ("only_paid_is_replaced"),
    ("stands_in_for_oneself"), ("no_colleague") without a paid role of its own here, ("standing_in_was"),
    ("standing_in_ends_too_early"), ("standing_in_too_long"), ("no_role_then") when the role ends before that, and
    ("stand_in_there") when somebody stands in on one of those days already.
    """
    held = (
        Membership.objects.select_for_update(of=("self",)).select_related("municipality", "user").get(pk=membership.pk)
    )
    of_another = actor.user_id != held.user_id
    _check_who(held, user, on=localdate(at))
    check_not_oneself(user.pk, giver=actor.user_id)
    _check_when(held, starts_on, ends_before, today=localdate(at))
    there = held.stand_ins.filter(starts_on__lt=ends_before, ends_before__gt=starts_on).order_by("starts_on", "id")
    if (other := there.first()) is not None:
        last = other.ends_before - DAY if other.ends_before else other.starts_on
        raise Refused("stand_in_there", first=other.starts_on, last=last)
    asked = StandIn.objects.create(membership=held, user=user, starts_on=starts_on, ends_before=ends_before)
    _record("people.stand_in.asked", asked, actor=actor, at=at, reason=AWAY if of_another else "")
    _tell(STANDS_IN, asked, user, at=at)
    if of_another:
        _tell(REPLACED, asked, held.user, at=at)
    return asked


@transaction.atomic
def end_stand_in(stand_in: StandIn, *, actor: Actor, at: datetime) -> StandIn:
    """Nobody stands in any more from today on; what was still to begin is taken away. What was over stays as it is."""
    found = StandIn.objects.select_for_update(of=("self",)).select_related("membership__municipality")
    ending, today = found.filter(pk=stand_in.pk).first(), localdate(at)
    if ending is None or (ending.ends_before is not None and ending.ends_before <= today):
        return stand_in
    _record("people.stand_in.ended", ending, actor=actor, at=at)
    if ending.starts_on >= today:
        ending.delete()
    else:
        ending.ends_before = today
        ending.save(update_fields=["ends_before"])
    return ending


def _check_who(held: Membership, user: User, *, on: date) -> None:
    if held.role not in PAID:
        raise Refused("only_paid_is_replaced", role=ROLES[Role(held.role)])
    if user.pk == held.user_id:
        raise Refused("stands_in_for_oneself")
    if not has_paid_role(user, held.municipality, on=on):
        raise Refused("no_colleague", municipality=held.municipality.name)


def _check_when(held: Membership, starts_on: date, ends_before: date, *, today: date) -> None:
    if starts_on < today:
        raise Refused("standing_in_was")
    if ends_before <= starts_on:
        raise Refused("standing_in_ends_too_early", starts_on=starts_on)
    longest = timedelta(days=LONGEST_STANDING_IN)
    if ends_before - starts_on > longest:
        raise Refused("standing_in_too_long", last=starts_on + longest)
    if held.ends_before is not None and held.ends_before < ends_before:
        raise Refused("no_role_then", last=held.ends_before - DAY)


def _tell(kind: str, asked: StandIn, user: User, *, at: datetime) -> None:
    if user.email:
        subject = Subject("people.stand_in", asked.pk)
        outbox.put(kind, recipient_id=user.pk, subject=subject, municipality=asked.membership.municipality, at=at)


def _record(action: str, stand_in: StandIn, *, actor: Actor, at: datetime, reason: str = "") -> None:
    """The row in the log names both: the account that stands in, and the one that holds the role."""
    held = stand_in.membership
    audit.record(
        action,
        subject=Subject("people.stand_in", stand_in.pk),
        actor=actor,
        at=at,
        municipality=held.municipality,
        reason=reason,
        detail={
            "role": held.role,
            "membership": held.pk,
            "holds": held.user_id,
            "stands_in": stand_in.user_id,
            "starts_on": stand_in.starts_on.isoformat(),
            "ends_before": stand_in.ends_before.isoformat() if stand_in.ends_before else None,
        },
    )
