"""Whose move it is, asked for one person: the open moves of the roles that somebody holds, and the plans to open."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality, OpenMove
from wijkaanzet.people.access import memberships
from wijkaanzet.people.models import Membership
from wijkaanzet.people.queries import scope_of
from wijkaanzet.people.rules import Role, ScopeKind


def moves_of(held: Iterable[Membership], municipality: Municipality, *, today: date) -> QuerySet[OpenMove]:
    """The open moves that wait for who holds these roles here today.

    Those are the moves of exactly such a role over exactly that scope, as long as an invitation has not lapsed; and the
    invitations of others that lapsed and fall back to such a role. A role over the whole municipality takes over
    anything in it, any other only what has its own scope.
    """
    lasts, lapsed = Q(lapses_on__isnull=True) | Q(lapses_on__gte=today), Q(lapses_on__lt=today)
    mine = Q(pk__in=())
    for (role, kind), ids in _scopes(held).items():
        own = Q(scope_kind=kind, scope_id__in=ids)
        anywhere = Q() if kind == ScopeKind.MUNICIPALITY else own
        mine |= (lasts & own & Q(role=role)) | (lapsed & anywhere & Q(falls_back_to=role))
    return OpenMove.objects.filter(mine, municipality=municipality)


def waits_for(move: OpenMove, held: Iterable[Membership], *, today: date) -> bool:
    """Whether a move that is at hand is one of `moves_of` these roles; no query."""
    here = [one for one in held if one.municipality_id == move.municipality_id]
    lapsed = move.lapses_on is not None and move.lapses_on < today
    for (role, kind), ids in _scopes(here).items():
        anywhere = lapsed and kind == ScopeKind.MUNICIPALITY
        own = move.scope_kind == kind and move.scope_id in ids
        if role == (move.falls_back_to if lapsed else move.role) and (own or anywhere):
            return True
    return False


def _scopes(held: Iterable[Membership]) -> dict[tuple[str, str], list[int]]:
    """Over what each role is held, by role and kind of scope."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for one in held:
        kind, id_ = scope_of(one)
        found[one.role, kind.value].append(id_)
    return found


def plans_to_open(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[AreaYear]:
    """The years of the areas that the actor coordinates on a day: whose plan is this person's to open."""
    coordinated = memberships(actor, municipality, on=on).filter(role=Role.COORDINATOR).values("area")
    years = AreaYear.objects.filter(area__in=coordinated, area__division__municipality=municipality)
    return years.select_related("area__division__municipality")
