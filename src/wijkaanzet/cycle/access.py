"""Whose move it is, asked for one person: the open moves of the roles that somebody holds, and the plans to open."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from wijkaanzet.cycle import queries
from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.cycle.rules.digests import LOOKS_AHEAD, period_of, usual_rhythm
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import Municipality, OpenMove
from wijkaanzet.networks.access import joined_networks, network_meetings, own_networks, public_networks
from wijkaanzet.networks.models import Meeting, Network
from wijkaanzet.networks.queries import in_time
from wijkaanzet.networks.rules.meetings import TO_COME
from wijkaanzet.people.access import memberships
from wijkaanzet.people.models import Membership
from wijkaanzet.people.queries import accounts_to_mail, roles_to_answer, scope_of
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


@dataclass(frozen=True)
class Due:
    """Somebody to whom an overview is to be mailed, and of which period it is."""

    municipality: Municipality
    user_id: int
    period: date


def digests_due(*, on: date) -> Iterator[Due]:
    """Who gets an overview on a day: by the own choice, once a period, and only when there is something to tell."""
    monday = on - timedelta(days=on.weekday())
    for municipality in Municipality.objects.order_by("id"):
        roles, chosen = roles_to_answer(municipality, on=on), queries.chosen_rhythms(municipality)
        told = queries.told_since(municipality, since=monday)
        for user_id in sorted(accounts_to_mail({*roles, *chosen})):
            held = roles.get(user_id, [])
            rhythm = chosen.get(user_id) or usual_rhythm(one.role for one in held)
            period = period_of(rhythm, today=on)
            if period is None or (user_id, period) in told:
                continue
            if anything_to_tell(user_id, municipality, held=held, on=on):
                yield Due(municipality, user_id, period)


def anything_to_tell(user_id: int, municipality: Municipality, *, held: Iterable[Membership], on: date) -> bool:
    """Whether somebody is to move, or a network of the own meets soon; what rests asks nothing."""
    resting = Q(rest_look_again_on__gt=on)
    if moves_of(held, municipality, today=on).exclude(resting).exists():
        return True
    return meetings_ahead(Actor(user_id, Channel.JOB), municipality, on=on, until=on + LOOKS_AHEAD).exists()


def meetings_ahead(actor: Actor, municipality: Municipality, *, on: date, until: date) -> QuerySet[Meeting]:
    """The meetings of the own networks that are to come from today up to and including a day."""
    own = meetings_of_own_networks(actor, municipality, on=on)
    return own.filter(status__in=TO_COME, starts_at__date__gte=on, starts_at__date__lte=until)


def meetings_of_own_networks(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Meeting]:
    """The meetings of networks that somebody keeps or takes part in, as far as that person may know of them."""
    own = own_and_joined(actor, municipality, on=on).values("pk")
    return in_time(network_meetings(actor, municipality, on=on).filter(network__in=own))


def own_and_joined(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[Network]:
    """The networks that somebody keeps or takes part in."""
    kept = own_networks(actor, municipality, on=on).values("pk")
    joined = joined_networks(actor, municipality, on=on).values("pk")
    return public_networks(municipality).filter(Q(pk__in=kept) | Q(pk__in=joined))


def plans_to_open(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[AreaYear]:
    """The years of the areas that the actor coordinates on a day: whose plan is this person's to open."""
    coordinated = memberships(actor, municipality, on=on).filter(role=Role.COORDINATOR).values("area")
    years = AreaYear.objects.filter(area__in=coordinated, area__division__municipality=municipality)
    return years.select_related("area__division__municipality")
