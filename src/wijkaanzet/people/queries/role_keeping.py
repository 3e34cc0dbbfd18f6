"""Who holds which role, for who looks after the roles of a municipality."""

from datetime import date, timedelta
from typing import Final

from django.db.models import Case, Exists, OuterRef, Prefetch, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people.models import Membership, StandIn, User
from wijkaanzet.people.rules import Role

ENDED_LATELY: Final = timedelta(days=90)


def accounts_here(municipality: Municipality) -> QuerySet[User]:
    """The open accounts that have or had a role in the municipality."""
    held = Membership.objects.filter(user=OuterRef("pk"), municipality=municipality)
    return User.objects.filter(Exists(held), is_active=True)


def never_used(account: User, *, but_for: int = 0) -> bool:
    """Whether nobody ever logged in with an account, and it had no role anywhere but for the one with this number."""
    return account.last_login is None and not Membership.objects.filter(user=account).exclude(pk=but_for).exists()


def not_ended(held: QuerySet[Membership], *, on: date) -> QuerySet[Membership]:
    """Of these roles the ones that somebody has on a day or gets later."""
    return held.filter(Q(ends_before__isnull=True) | Q(ends_before__gt=on))


def not_long_ended(held: QuerySet[Membership], *, on: date) -> QuerySet[Membership]:
    """The same with those that ended in the ninety days before."""
    return not_ended(held, on=on - ENDED_LATELY)


def looked_for(held: QuerySet[Membership], *, words: str) -> QuerySet[Membership]:
    """Of these roles the ones of an account, or over something, with these letters in its name."""
    found = Q(user__username__icontains=words)
    for over in ("area", "organisation", "body"):
        found |= Q(**{f"{over}__name__icontains": words})
    return held.filter(found)


def in_order(held: QuerySet[Membership]) -> QuerySet[Membership]:
    """Role by role as they are always named, then by what it is over, then by account."""
    places = [When(role=role, then=Value(place)) for place, role in enumerate(Role)]
    names = [f"{over}__name" for over in ("area", "organisation", "body")]
    named = held.annotate(position=Case(*places, default=Value(len(Role))), title=Coalesce(*names, Value("")))
    return named.order_by("position", "title", "user__username", "starts_on", "id")


def with_stand_ins(held: QuerySet[Membership], *, on: date) -> QuerySet[Membership]:
    """Roles with over what, of whom, and in `coming_stand_ins` who stands in on a day or later."""
    later = StandIn.objects.filter(ends_before__gt=on).select_related("user").order_by("starts_on", "id")
    whole = held.select_related("user", "municipality", "area", "organisation", "body")
    return whole.prefetch_related(Prefetch("stand_ins", queryset=later))


def who_else(held: Membership, *, on: date) -> list[Membership]:
    """Who besides has the same role over the same on a day, by account."""
    same = Membership.objects.filter(
        municipality=held.municipality_id,
        role=held.role,
        area=held.area_id,
        organisation=held.organisation_id,
        body=held.body_id,
        user__is_active=True,
        starts_on__lte=on,
    ).exclude(pk=held.pk)
    return list(not_ended(same, on=on).select_related("user").order_by("user__username", "id"))


def others_go_on(membership_id: int) -> bool:
    """Whether somebody else has the same role over the same on the day that this one is over; one without end: no."""
    held = Membership.objects.filter(pk=membership_id).first()
    return held is not None and held.ends_before is not None and bool(who_else(held, on=held.ends_before))


def last_day_of(membership_id: int) -> date | None:
    """The last day of a role; None for one that goes on or is not there."""
    before = Membership.objects.filter(pk=membership_id).values_list("ends_before", flat=True).first()
    return before - timedelta(days=1) if before else None
